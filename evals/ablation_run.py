"""What each part adds to search: on the question sets, and on everyday wordings of subdomains that were left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evals.anchors import Place, matches, resolve
from evals.composition import Composition, composition_of
from evals.left_out import Fold, by_subdomain, by_wording, spoken
from evals.metrics import bootstrap_mean, hit_at, paired_difference, reciprocal_rank, share
from evals.question import QuestionSet
from evals.report import Table, estimate_json, fraction, percent
from evals.retrieval_run import TOP, scored
from evals.system import Workspace
from retrieval.embedder import Vectors
from retrieval.filters import Filters
from retrieval.framed import framed_search
from retrieval.search import Fusion, Hit, Query, Searcher
from retrieval.subject_training import subject_of_rows
from retrieval.topics import Topics
from retrieval.wording_index import WordingIndex

ASKED = 900
"""About how many wordings are asked of each test with wordings left out."""
LABELS, CLASSIFIER = "nearest name", "classifier"
WORDING_TESTS = ("whole subdomains left out", "single wordings left out")
_ALL = Fusion()
_TOPICAL = replace(_ALL, thing=0)
_WORDED = replace(_TOPICAL, topic=0)
_LINKED = replace(_WORDED, wording=0, joint=0, named=0)
_BOTH = replace(_LINKED, graph=0)
Relevant = tuple[bool, ...]
Rankings = Mapping[str, tuple[Relevant, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A ranking of each question by each step.

    Attributes:
        name: The question set, or the test with wordings left out.
        rankings: By step, for each question which of its first ten are right.
        sha256: The question set's hash; empty for wordings.
    """

    name: str
    rankings: Rankings
    sha256: str = ""

    @property
    def questions(self) -> int:
        """How many there are."""
        return len(next(iter(self.rankings.values()), ()))

    def to_json(self) -> dict[str, Any]:
        """Figures by step."""
        figures = {step: _figures(found) for step, found in self.rankings.items()}
        return {"sha256": self.sha256, "questions": self.questions, "rankers": figures}


@dataclass(frozen=True, slots=True)
class Guesses:
    """How often the right subject was the likeliest, or among the five likeliest.

    Attributes:
        name: The test.
        places: By guesser, for each wording the place of its subject, from 0.
    """

    name: str
    places: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class SearchAblation:
    """Search with more and more parts over the question sets."""

    parts: tuple[Part, ...]
    name: str = "retrieval"

    @property
    def complete(self) -> bool:
        """A ranking is always scored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """A table for each set."""
        return tuple(_table(part) for part in self.parts)

    def to_json(self) -> Mapping[str, Any]:
        """Figures by set and step."""
        return {part.name: part.to_json() for part in self.parts}


@dataclass(frozen=True, slots=True)
class LearnedAblation:
    """Search with more and more parts, and the guesses of subjects, over wordings that were left out."""

    parts: tuple[Part, ...]
    guesses: tuple[Guesses, ...]
    name: str = "learned"

    @property
    def complete(self) -> bool:
        """A ranking is always scored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """A table for each test, then how well subjects are guessed."""
        return (*(_table(part) for part in self.parts), _guess_table(self.guesses))

    def to_json(self) -> Mapping[str, Any]:
        """Figures by test; of search by step, of subjects by guesser."""
        subjects = {
            one.name: {who: _guess_figures(places) for who, places in one.places.items()} for one in self.guesses
        }
        return {"search": {part.name: part.to_json() for part in self.parts}, "subjects": subjects}


def steps(searcher: Searcher) -> dict[str, Searcher]:
    """The retrievers one after the other, each beside those before it; the last is all of the search by likeness."""
    asked = searcher.asked
    plain = WordingIndex(asked.rows, asked.vectors)
    return {
        "bm25": searcher.differing(fusion=replace(_BOTH, dense=0)),
        "dense": searcher.differing(fusion=replace(_BOTH, bm25=0)),
        "bm25 + dense": searcher.differing(fusion=_BOTH),
        "+ graph": searcher.differing(fusion=_LINKED),
        "+ wordings": searcher.differing(fusion=_WORDED, asked=plain),
        "+ matrix": searcher.differing(fusion=_WORDED),
        "+ topics": searcher.differing(fusion=_TOPICAL),
        "+ things": searcher.differing(fusion=_ALL),
    }


def over_sets(workspace: Workspace, sets: Iterable[QuestionSet]) -> SearchAblation:
    """Rank every question of every set with more and more parts.

    Raises:
        EvalError: The workspace's parts cannot be told apart, or a set does not fit the corpus.
    """
    parts = composition_of(workspace)
    sources = {document.meta.id: document.text for document in workspace.documents}
    return SearchAblation(tuple(_over_set(parts, one, sources) for one in sets))


def over_wordings(workspace: Workspace) -> LearnedAblation:
    """Rank everyday wordings that nothing was learned from, with more and more parts.

    Raises:
        EvalError: The workspace's parts cannot be told apart, or it was built with other wordings.
    """
    searcher = composition_of(workspace).searcher
    wordings = spoken(searcher)
    step = max(1, len(wordings) // ASKED)
    folds = (by_subdomain(searcher, wordings, step), by_wording(searcher, wordings, step))
    found = [over_folds(name, some) for name, some in zip(WORDING_TESTS, folds, strict=True)]
    return LearnedAblation(tuple(part for part, _ in found), tuple(guesses for _, guesses in found))


def over_folds(name: str, folds: Iterable[Fold]) -> tuple[Part, Guesses]:
    """Ask each fold's searcher its wordings, within the document that each was written for."""
    rankings: dict[str, list[Relevant]] = {}
    places: dict[str, list[int]] = {LABELS: [], CLASSIFIER: []}
    for fold in folds:
        variants, topics = steps(fold.searcher), fold.searcher.topics
        subject = subject_of_rows(topics.codes, fold.searcher.facets, len(fold.searcher.clauses))
        for wording in fold.asked:
            clause = fold.searcher.clauses[wording.row]
            limits = Filters(documents=(clause.document,))
            for step, hits in _searched(variants, wording.text, wording.vector, limits):
                rankings.setdefault(step, []).append(tuple(hit.clause.id == clause.id for hit in hits))
            if subject[wording.row] >= 0:
                own = topics.codes[subject[wording.row]]
                named = topics.nearest(wording.vector, len(topics.codes))
                learned = fold.searcher.subjects(fold.searcher.ready(wording.text, wording.vector))
                for who, given in ((LABELS, named), (CLASSIFIER, learned)):
                    places[who].append([code for code, _ in given].index(own))
    part = Part(name, {step: tuple(found) for step, found in rankings.items()})
    return part, Guesses(name, {who: tuple(found) for who, found in places.items()})


def _searched(
    variants: Mapping[str, Searcher], text: str, vector: Vectors, limits: Filters
) -> Iterator[tuple[str, list[Hit]]]:
    """The hits of each variant; those with the same wordings share the comparison with all vectors."""
    compared: dict[int, Query] = {}
    for step, searcher in variants.items():
        wordings = id(searcher.asked)
        if wordings not in compared:
            compared[wordings] = searcher.ready(text, vector)
        yield step, searcher.search(compared[wordings], limits, TOP)


def _over_set(parts: Composition, questions: QuestionSet, sources: Mapping[str, str]) -> Part:
    rankings: dict[str, list[Relevant]] = {}
    product = parts.searcher
    unlearned = Topics([product.topics.codes[one] for one in product.topics.names.owners], product.topics.names.vectors)
    framed = {"+ frame": product.differing(topics=unlearned), "+ classifier": product}
    variants = steps(product)
    for question in scored(questions):
        anchors = [resolve(anchor, sources) for anchor in question.anchors]
        frame = parts.understanding.read(question.question)
        embedded = product.prepare(frame.spelt, frame.content)

        def right(hits: Sequence[Hit], wanted: Sequence[Sequence[Place]] = anchors) -> Relevant:
            return tuple(matches(Place(hit.clause.document, hit.clause.start, hit.clause.end), wanted) for hit in hits)

        for step, hits in _searched(variants, embedded.text, embedded.vector, Filters()):
            rankings.setdefault(step, []).append(right(hits))
        for step, searcher in framed.items():
            found = framed_search(searcher, embedded, frame, parts.schemes["capabilities"], Filters(), TOP)
            rankings.setdefault(step, []).append(right(found))
    return Part(questions.name, {step: tuple(found) for step, found in rankings.items()}, questions.sha256)


def _ranks(found: Iterable[Relevant]) -> list[float]:
    return [reciprocal_rank(relevant) for relevant in found]


def _table(part: Part) -> Table:
    rows, before = [], None
    for step, found in part.rankings.items():
        ranks = _ranks(found)
        gain = "" if before is None else fraction(paired_difference(ranks, before))
        hits = [percent(share([hit_at(one, k) for one in found])) for k in (1, 5, 10)]
        rows.append((step, *hits, fraction(bootstrap_mean(ranks)), gain))
        before = ranks
    name = f"{part.name} ({part.sha256[:12]})" if part.sha256 else part.name
    columns = ("", "hit@1 %", "hit@5 %", "hit@10 %", "MRR@10", "gain over the row above (MRR)")
    return Table(f"Search, part by part: {name}, {part.questions} questions, 95 % intervals", columns, tuple(rows))


def _figures(found: Sequence[Relevant]) -> dict[str, Any]:
    hits = {f"hit@{k}": estimate_json(share([hit_at(one, k) for one in found])) for k in (1, 5, 10)}
    return {**hits, "mrr@10": estimate_json(bootstrap_mean(_ranks(found)))}


def _guess_table(guesses: Iterable[Guesses]) -> Table:
    rows = tuple(
        (one.name, who, str(len(places)), *(percent(share([place < k for place in places])) for k in (1, 5)))
        for one in guesses
        for who, places in one.places.items()
    )
    columns = ("", "by", "wordings", "right subject first %", "among five %")
    return Table("Which of the subdomains a wording is about, 95 % intervals", columns, rows)


def _guess_figures(places: Sequence[int]) -> dict[str, Any]:
    return {f"first {k}": estimate_json(share([place < k for place in places])) for k in (1, 5)}
