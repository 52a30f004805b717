"""How many answers are wholly right, beside an answer that quotes the four best passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.errors import CorpusError
from drafting.generator import DraftingError
from evals.anchors import Place, resolve
from evals.baselines import FourPassages, PlainFusion
from evals.judging import Judgement, judge
from evals.metrics import Estimate, share
from evals.question import Question, QuestionSet
from evals.report import Table, estimate_json, percent
from evals.system import Workspace
from kg.errors import GraphError
from ontology.errors import OntologyError
from retrieval.errors import RetrievalError

PRODUCT = "gongbiao"
Answerer = Callable[[str], Mapping[str, Any]]

# What the product says when it cannot do its work; anything else is a bug, and stops the run.
_SAID = (CorpusError, OntologyError, GraphError, RetrievalError, DraftingError)


@dataclass(frozen=True, slots=True)
class Scores:
    """What one system did with one set.

    Attributes:
        judgements: Of the answers that came.
        unscored: Questions that got no answer, with the error's words. They count apart, not as wrong.
        unverified: Answers that say themselves that not every sentence passed the verifier.
        generated: Answers with at least one sentence that the model wrote.
    """

    judgements: tuple[Judgement, ...]
    unscored: tuple[tuple[str, str], ...]
    unverified: int
    generated: int


@dataclass(frozen=True, slots=True)
class SetResult:
    """One set, by system."""

    questions: QuestionSet
    systems: Mapping[str, Scores]


@dataclass(frozen=True, slots=True)
class AnswersResult:
    """All sets."""

    sets: tuple[SetResult, ...]
    name: str = "answers"

    @property
    def complete(self) -> bool:
        """Whether every question got an answer."""
        return not any(scores.unscored for one in self.sets for scores in one.systems.values())

    def tables(self) -> tuple[Table, ...]:
        """For each set: points over all questions, then what is wholly right by kind."""
        return tuple(table for one in self.sets for table in (_overall(one), _by_kind(one)))

    def to_json(self) -> Mapping[str, Any]:
        """Figures by set, system and kind; wrong answers of the development sets alone."""
        return {one.questions.name: _set_json(one) for one in self.sets}


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> AnswersResult:
    """Ask every question of every set, of the product and of the baseline."""
    sources = {document.meta.id: document.text for document in workspace.documents}
    baseline = FourPassages(PlainFusion(workspace.searcher))
    systems: dict[str, Answerer] = {
        PRODUCT: lambda question: workspace.ask(question).to_json(),
        baseline.name: baseline.answer,
    }
    results = []
    for one in sets:
        places = [(q, [resolve(anchor, sources) for anchor in q.anchors]) for q in one.questions]
        results.append(SetResult(one, {name: _scores(answerer, places) for name, answerer in systems.items()}))
    return AnswersResult(tuple(results))


def _scores(answerer: Answerer, places: Sequence[tuple[Question, Sequence[Sequence[Place]]]]) -> Scores:
    judgements, unscored = [], []
    unverified = generated = 0
    for question, anchors in places:
        try:
            answer = answerer(question.question)
        except _SAID as error:
            unscored.append((question.id, str(error)))
            continue
        judgements.append(judge(question, anchors, answer))
        unverified += answer.get("verified") is False
        generated += any(sentence.get("origin") == "generated" for sentence in answer.get("sentences", ()))
    return Scores(tuple(judgements), tuple(unscored), unverified, generated)


def _points(judgements: Sequence[Judgement]) -> dict[str, Estimate]:
    """Shares of each point, over the questions that it applies to."""
    columns: dict[str, list[bool | None]] = {
        "wholly right": [j.right for j in judgements],
        "status": [j.status for j in judgements],
        "words": [j.words for j in judgements],
        "citation": [j.citation for j in judgements],
        "result": [j.result for j in judgements],
        "reason": [j.reason for j in judgements],
    }
    return {name: share([point for point in points if point is not None]) for name, points in columns.items()}


def _title(one: SetResult, what: str) -> str:
    total = len(one.questions.questions)
    return f"Answers, {one.questions.name} ({one.questions.sha256[:12]}), {total} questions: {what}"


def _overall(one: SetResult) -> Table:
    rows = []
    for name, scores in one.systems.items():
        points = [f"{percent(e)} of {e.n}" for e in _points(scores.judgements).values()]
        rows.append((name, *points, str(scores.generated), str(scores.unverified), str(len(scores.unscored))))
    names = tuple(f"{name} %" for name in _points(()))
    return Table(_title(one, "95 % intervals"), ("", *names, "generated", "unverified", "unscored"), tuple(rows))


def _by_kind(one: SetResult) -> Table:
    rows = []
    for kind in dict.fromkeys(q.kind for q in one.questions.questions):
        cells = [percent(_right(scores, kind)) for scores in one.systems.values()]
        count = sum(q.kind == kind for q in one.questions.questions)
        rows.append((f"{kind} ({count})", *cells))
    return Table(_title(one, "wholly right % by kind"), ("kind", *one.systems), tuple(rows))


def _right(scores: Scores, kind: str) -> Estimate:
    return share([j.right for j in scores.judgements if j.question.kind == kind])


def _set_json(one: SetResult) -> dict[str, Any]:
    systems: dict[str, Any] = {}
    for name, scores in one.systems.items():
        points = {point: estimate_json(estimate) for point, estimate in _points(scores.judgements).items()}
        kinds = dict.fromkeys(q.kind for q in one.questions.questions)
        systems[name] = {
            "points": points,
            "kinds": {kind: estimate_json(_right(scores, kind)) for kind in kinds},
            "generated": scores.generated,
            "unverified": scores.unverified,
            "unscored": [{"id": id_, "error": error} for id_, error in scores.unscored],
        }
    shown: dict[str, Any] = {"sha256": one.questions.sha256, "questions": len(one.questions.questions)}
    shown["systems"] = systems
    if not one.questions.sealed:
        ours = one.systems[PRODUCT].judgements
        shown["wrong"] = [{"id": j.question.id, "points": list(j.wrong_points)} for j in ours if not j.right]
    return shown
