"""The founding documents with what they name, and the whole graph of them in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.library import Document, load_corpus
from kg.claims import claim_triples
from kg.graph import GraphStore
from kg.linking import Linker
from kg.terms import Triple
from kg.triples import document_triples
from ontology.described import load_described
from ontology.mappings import load_mappings
from tests.kg.sample import VOCABULARIES


def founding_documents() -> tuple[Document, ...]:
    """The documents with their rows linked."""
    linker = Linker(VOCABULARIES.systems, VOCABULARIES.technologies)
    return tuple(
        replace(document, clauses=tuple(linker.enrich(clause) for clause in document.clauses))
        for document in load_corpus().documents
    )


def graph_of(documents: Sequence[Document]) -> GraphStore:
    """The graph of documents, with all that is proposed of them."""
    triples: list[Triple] = []
    described = load_described()
    for document in documents:
        triples.extend(document_triples(document.meta, document.clauses, document.notes, VOCABULARIES, described))
    return GraphStore.in_memory(triples, claim_triples(load_mappings()))
