from __future__ import annotations

import pytest

from corpus.library import load_corpus
from kg.claims import claim_triples
from kg.graph import GraphStore, add_alignments, write_graph
from kg.linking import Linker
from kg.terms import Triple
from kg.triples import document_triples
from kg.variants.link_triples import link_triples
from ontology.described import load_described
from ontology.mappings import load_mappings
from tests.kg.aligned import LINKS
from tests.kg.asking import Ask
from tests.kg.sample import VOCABULARIES


@pytest.fixture(scope="session")
def founding(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """The graph of the founding documents, written to disk and opened read-only as the command line does."""
    linker, described = Linker(VOCABULARIES.systems, VOCABULARIES.technologies), load_described()
    triples: list[Triple] = []
    for document in load_corpus().documents:
        clauses = tuple(linker.enrich(clause) for clause in document.clauses)
        triples.extend(document_triples(document.meta, clauses, document.notes, VOCABULARIES, described))
    folder = tmp_path_factory.mktemp("founding") / "graph"
    write_graph(folder, triples, claim_triples(load_mappings()))
    add_alignments(folder, link_triples(LINKS))
    return GraphStore.open_read_only(folder)


@pytest.fixture(scope="session")
def ask(founding: GraphStore) -> Ask:
    """The named queries, asked of the founding documents."""
    return Ask(founding)
