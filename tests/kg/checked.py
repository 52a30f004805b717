"""What the tests of checks share: documents as a build has them, a small graph to break, and what a finding names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.clause import Clause
from corpus.library import Document, load_corpus
from kg.checks.verdict import Check
from kg.graph import GraphStore
from kg.linking import Linker
from kg.terms import Triple
from tests.kg.sample import VOCABULARIES, sample_triples


def linked_documents() -> tuple[Document, ...]:
    """The founding documents with the systems and technologies that they name."""
    linker = Linker(VOCABULARIES.systems, VOCABULARIES.technologies)
    return tuple(
        replace(document, clauses=tuple(linker.enrich(clause) for clause in document.clauses))
        for document in load_corpus().documents
    )


def clauses_of(documents: Iterable[Document]) -> list[Clause]:
    """All their rows."""
    return [clause for document in documents for clause in document.clauses]


def with_triples(*added: Triple) -> GraphStore:
    """The graph of the sample with some more statements."""
    return GraphStore.in_memory([*sample_triples(), *added])


def assert_names(check: Check, *words: str) -> None:
    """That the check failed, and one of its findings has all these words in both languages."""
    assert not check.ok
    assert any(all(word in one.zh and word in one.en for word in words) for one in check.findings), check.findings
