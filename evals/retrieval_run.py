"""How often the right clause is found, and how high, beside the baselines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.anchors import Place, matches, resolve
from evals.baselines import DenseAlone, LexicalAlone, PlainFusion, Product, Ranker
from evals.metrics import bootstrap_mean, hit_at, paired_difference, reciprocal_rank, share
from evals.question import Question, QuestionSet
from evals.report import Table, estimate_json, fraction, percent
from evals.system import Workspace

TOP = 10
# Kinds that ask for a place in a text. Counts and lists are the graph's to answer, the rest has nothing to find.
KINDS = frozenset(
    {
        "lookup",
        "paraphrase",
        "abbreviation",
        "typo",
        "traditional",
        "fullwidth",
        "english",
        "comparison",
        "threshold",
        "system",
        "definition",
        "procedure",
        "form",
        "force",
    }
)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one ranker did with one question.

    Attributes:
        question: The question.
        relevant: For each of its first ten, whether an author's place lies in it.
    """

    question: Question
    relevant: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class SetResult:
    """All rankings over one set, by ranker."""

    questions: QuestionSet
    rankings: Mapping[str, tuple[Ranking, ...]]


@dataclass(frozen=True, slots=True)
class RetrievalResult:
    """All sets."""

    sets: tuple[SetResult, ...]
    name: str = "retrieval"

    @property
    def complete(self) -> bool:
        """A ranking is always scored."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """For each set: the rankers over all questions, then hit@5 by kind."""
        return tuple(table for one in self.sets for table in (_overall(one), _by_kind(one)))

    def to_json(self) -> Mapping[str, Any]:
        """Figures by set, ranker and kind; missed questions of the development set alone."""
        return {one.questions.name: _set_json(one) for one in self.sets}


def scored(questions: QuestionSet) -> tuple[Question, ...]:
    """The questions that ask for a place in a text."""
    return tuple(q for q in questions.questions if q.kind in KINDS and q.status == "answered" and q.anchors)


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> RetrievalResult:
    """Rank every question of every set by the product and by each baseline."""
    parts = workspace.searcher
    rankers: tuple[Ranker, ...] = (Product(workspace), LexicalAlone(parts), DenseAlone(parts), PlainFusion(parts))
    sources = {document.meta.id: document.text for document in workspace.documents}
    results = []
    for one in sets:
        places = [(q, [resolve(anchor, sources) for anchor in q.anchors]) for q in scored(one)]
        rankings = {
            ranker.name: tuple(Ranking(q, _relevant(ranker, q.question, anchors)) for q, anchors in places)
            for ranker in rankers
        }
        results.append(SetResult(one, rankings))
    return RetrievalResult(tuple(results))


def _relevant(ranker: Ranker, question: str, anchors: Sequence[Sequence[Place]]) -> tuple[bool, ...]:
    found = ranker.rank(question, TOP)[:TOP]
    return tuple(matches(Place(clause.document, clause.start, clause.end), anchors) for clause in found)


def _ranks(rankings: Iterable[Ranking]) -> list[float]:
    return [reciprocal_rank(ranking.relevant) for ranking in rankings]


def _hits(rankings: Iterable[Ranking], k: int) -> list[bool]:
    return [hit_at(ranking.relevant, k) for ranking in rankings]


def _title(one: SetResult, what: str) -> str:
    n = len(next(iter(one.rankings.values())))
    return f"Retrieval, {one.questions.name} ({one.questions.sha256[:12]}), {n} questions: {what}"


def _overall(one: SetResult) -> Table:
    ours = _ranks(one.rankings[Product.name])
    rows = []
    for name, rankings in one.rankings.items():
        ranks = _ranks(rankings)
        against = "" if name == Product.name else fraction(paired_difference(ours, ranks))
        hits = [percent(share(_hits(rankings, k))) for k in (1, 5, 10)]
        rows.append((name, *hits, fraction(bootstrap_mean(ranks)), against))
    columns = ("", "hit@1 %", "hit@5 %", "hit@10 %", "MRR@10", "gongbiao is ahead by (MRR)")
    return Table(_title(one, "95 % intervals"), columns, tuple(rows))


def _by_kind(one: SetResult) -> Table:
    rows = []
    for kind in _kinds(one):
        chosen = [[r for r in rankings if r.question.kind == kind] for rankings in one.rankings.values()]
        rows.append((f"{kind} ({len(chosen[0])})", *(percent(share(_hits(c, 5))) for c in chosen)))
    return Table(_title(one, "hit@5 % by kind"), ("kind", *one.rankings), tuple(rows))


def _kinds(one: SetResult) -> list[str]:
    return list(dict.fromkeys(ranking.question.kind for ranking in one.rankings[Product.name]))


def _figures(rankings: Sequence[Ranking]) -> dict[str, Any]:
    hits = {f"hit@{k}": estimate_json(share(_hits(rankings, k))) for k in (1, 5, 10)}
    return {**hits, "mrr@10": estimate_json(bootstrap_mean(_ranks(rankings)))}


def _set_json(one: SetResult) -> dict[str, Any]:
    ours = one.rankings[Product.name]
    shown: dict[str, Any] = {"sha256": one.questions.sha256, "questions": len(ours)}
    shown["rankers"] = {name: _figures(rankings) for name, rankings in one.rankings.items()}
    shown["ahead_by_mrr"] = {
        name: estimate_json(paired_difference(_ranks(ours), _ranks(rankings)))
        for name, rankings in one.rankings.items()
        if name != Product.name
    }
    shown["kinds"] = {
        kind: {
            name: _figures([r for r in rankings if r.question.kind == kind]) for name, rankings in one.rankings.items()
        }
        for kind in _kinds(one)
    }
    if not one.questions.sealed:
        shown["missed"] = [r.question.id for r in ours if not hit_at(r.relevant, 5)]
    return shown
