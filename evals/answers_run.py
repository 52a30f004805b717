"""How many answers are wholly right, beside answers that quote passages and those of a plain RAG with the model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.errors import CorpusError
from drafting.generator import DraftingError
from evals.anchors import Place, resolve
from evals.answer_tables import by_kind, overall, set_json
from evals.baselines import FourPassages, PlainFusion
from evals.judging import judge
from evals.plain_rag import PlainRag
from evals.question import Question, QuestionSet
from evals.report import Table
from evals.sampling import every_third
from evals.scores import PRODUCT, Outcome, Scores, SetResult
from evals.system import Workspace
from kg.errors import GraphError
from ontology.errors import OntologyError
from retrieval.errors import RetrievalError

Answerer = Callable[[str], Mapping[str, Any]]
SAMPLE = "every third question, the same for each system"

# What the product says when it cannot do its work; anything else is a bug, and stops the run.
_SAID = (CorpusError, OntologyError, GraphError, RetrievalError, DraftingError)


@dataclass(frozen=True, slots=True)
class AnswersResult:
    """All sets.

    Attributes:
        sets: Each over all its questions.
        sampled: Each over one question in three, with the systems that take seconds a question.
    """

    sets: tuple[SetResult, ...]
    sampled: tuple[SetResult, ...]
    name: str = "answers"

    @property
    def complete(self) -> bool:
        """Whether every question got an answer."""
        return not any(scores.unscored for one in (*self.sets, *self.sampled) for scores in one.systems.values())

    def tables(self) -> tuple[Table, ...]:
        """For each set: points over all questions, then what is wholly right by kind; last the samples."""
        whole = [table for one in self.sets for table in (overall(one), by_kind(one))]
        return (*whole, *(overall(one) for one in self.sampled))

    def to_json(self) -> Mapping[str, Any]:
        """Figures by set, system and kind; wrong answers of the development sets alone."""
        shown = {one.questions.name: set_json(one) for one in self.sets}
        for one in self.sampled:
            shown[one.questions.name]["sampled"] = {**set_json(one, tell_wrong=False), "sample": one.sample}
        return shown


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> AnswersResult:
    """Ask every question of every set, of the product and of the baselines."""
    sources = {document.meta.id: document.text for document in workspace.documents}
    four = FourPassages(PlainFusion(workspace.searcher))
    rag = PlainRag(workspace.documents, workspace.clauses, workspace.searcher.embedder, workspace.generator())
    whole: dict[str, Answerer] = {
        PRODUCT: lambda question: workspace.ask(question).to_json(),
        four.name: four.answer,
    }
    slow: dict[str, Answerer] = {rag.name: rag.answer, rag.quoting: rag.quoted}
    results, sampled = [], []
    for one in sets:
        places = placed(one.questions, sources)
        scored = {name: score(answerer, places) for name, answerer in whole.items()}
        results.append(SetResult(one, scored))
        chosen = every_third(one.questions)
        ids = {question.id for question in chosen}
        part = {name: scores.of(ids) for name, scores in scored.items()}
        part |= {name: score(answerer, within(places, ids)) for name, answerer in slow.items()}
        sampled.append(SetResult(replace(one, questions=chosen), part, SAMPLE))
    return AnswersResult(tuple(results), tuple(sampled))


Placed = tuple[Question, Sequence[Sequence[Place]]]


def placed(questions: Iterable[Question], sources: Mapping[str, str]) -> list[Placed]:
    """Each question with the places of each of its anchors.

    Raises:
        EvalError: The corpus does not hold an anchor.
    """
    return [(question, [resolve(anchor, sources) for anchor in question.anchors]) for question in questions]


def within(places: Iterable[Placed], ids: Collection[str]) -> list[Placed]:
    """Those of some questions."""
    return [(question, anchors) for question, anchors in places if question.id in ids]


def score(answerer: Answerer, places: Iterable[Placed]) -> Scores:
    """Ask and judge; what could not be answered counts apart."""
    outcomes, unscored = [], []
    for question, anchors in places:
        try:
            answer = answerer(question.question)
        except _SAID as error:
            unscored.append((question.id, str(error)))
            continue
        outcomes.append(
            Outcome(
                judgement=judge(question, anchors, answer),
                status=str(answer["status"]),
                answer=str(answer["answer"]),
                generated=any(sentence.get("origin") == "generated" for sentence in answer.get("sentences", ())),
                unverified=answer.get("verified") is False,
            )
        )
    return Scores(tuple(outcomes), tuple(unscored))
