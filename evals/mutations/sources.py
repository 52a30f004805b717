"""Where the sentences come from that operators spoil, and how each is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.clause import Clause
from corpus.library import load_corpus
from drafting.checks.composed.compared import facts_of
from drafting.lexicon import Lexicon, build_lexicon
from drafting.shelf import RULING
from drafting.verifier import Verdict, verify, verify_composed, verify_quoted
from evals.mutations.original import Original, Source, Vocabulary, vocabulary
from evals.sentence_cases import Case
from kg.linking import Linker
from ontology.vocabulary import load_scheme

QuestionAndAnswer = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Ground:
    """The founding texts as the verifier sees them.

    Attributes:
        clauses: Every row by id, in reading order, with what it names.
        lexicon: The names that a sentence may get wrong.
        vocabulary: What operators may put into a sentence.
    """

    clauses: Mapping[str, Clause]
    lexicon: Lexicon
    vocabulary: Vocabulary

    def cited(self, ids: Iterable[str]) -> tuple[Clause, ...]:
        """The clauses of these ids; those that the founding texts lack are left out."""
        return tuple(self.clauses[one] for one in ids if one in self.clauses)

    def document(self, document: str) -> tuple[Clause, ...]:
        """All rows of a document."""
        return tuple(clause for clause in self.clauses.values() if clause.document == document)


def founding_ground() -> Ground:
    """The founding texts, their vocabularies and names; cut and linked anew, which takes a second."""
    documents = load_corpus().documents
    systems, technologies, tiers = (load_scheme(name) for name in ("systems", "technologies", "tiers"))
    linker = Linker(systems, technologies)
    clauses = {clause.id: linker.enrich(clause) for document in documents for clause in document.clauses}
    titles = {document.meta.id: document.meta.title for document in documents}
    donors = [clause for clause in clauses.values() if clause.kind in RULING]
    lexicon = build_lexicon(linker, tiers, [document.meta for document in documents])
    return Ground(clauses, lexicon, vocabulary(linker, (systems, technologies), tiers, titles, donors))


def quotations(ground: Ground) -> list[Original]:
    """Every row that has words, as a quotation and as a sentence that a model might write."""
    rows = [clause for clause in ground.clauses.values() if clause.kind != "not_required"]
    sources: Sequence[Source] = ("quoted", "clause")
    return [Original(row.plain, (row,), source) for source in sources for row in rows if row.plain]


def short_sentences(ground: Ground, cases: Iterable[Case]) -> list[Original]:
    """The true sentences among the cases."""
    return [Original(case.sentence, ground.cited(case.cited), "short") for case in cases if case.good]


def composed_sentences(ground: Ground, answers: Iterable[QuestionAndAnswer]) -> list[Original]:
    """The sentences that code composed in these answers, each once."""
    found: dict[tuple[str, tuple[str, ...]], Original] = {}
    for question, answer in answers:
        for sentence in answer["sentences"]:
            if sentence["origin"] == "composed":
                key = (sentence["text"], tuple(sentence["citations"]))
                cited = ground.cited(sentence["citations"])
                compared = facts_of(answer["result"], ground.document)
                found.setdefault(key, Original(sentence["text"], cited, "composed", question, compared))
    return list(found.values())


def judge(ground: Ground, original: Original, text: str, cited: Sequence[Clause]) -> Verdict:
    """The verdict of the check that is right for a sentence of this source."""
    if original.source == "quoted":
        return verify_quoted(text, cited)
    if original.source == "composed":
        return verify_composed(text, cited, ground.lexicon, original.question, original.compared)
    return verify(text, cited, ground.lexicon)
