"""What each part of the product adds to its answers: the same questions, asked of it with that part left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.clause import Clause
from drafting.generator import Generator, Silent
from drafting.lexicon import Lexicon
from drafting.summary import Check
from drafting.verifier import Verdict, verify
from evals.answer_tables import by_kind, overall, set_json
from evals.answers_run import Answerer, placed, score
from evals.composition import Composition, composition_of, without_expansion, without_graph
from evals.metrics import Estimate, share
from evals.question import QuestionSet
from evals.remembered import Remembered
from evals.report import Table, estimate_json, percent
from evals.scores import PRODUCT, SetResult
from evals.system import Workspace

NO_GRAPH = "without graph"
NO_EXPANSION = "without expansion"
NO_VERIFIER = "without verifier"
NO_MODEL = "without model"
_PATIENCE_S = 60.0
"""Seconds for a sentence: what is compared here is what is said, on a busy machine too."""


class WavedThrough:
    """Lets every draft pass and keeps what the verifier would have said.

    Args:
        check: The verifier.

    Attributes:
        objections: For each shown sentence, what the verifier has against it; nothing where it is good.
    """

    def __init__(self, check: Check = verify) -> None:
        self._check = check
        self._pending: list[str] = []
        self.objections: list[tuple[str, ...]] = []

    def __call__(
        self, sentence: str, cited: Sequence[Clause], lexicon: Lexicon, vouched: Sequence[str] = ()
    ) -> Verdict:
        """Pass a part of a sentence, or the whole sentence, which comes last and alone has words vouched for."""
        self._pending += self._check(sentence, cited, lexicon, vouched).problems
        if vouched:
            self.objections.append(tuple(self._pending))
            self._pending = []
        return Verdict(True, ())


@dataclass(frozen=True, slots=True)
class Shown:
    """Sentences of the model that were shown with nobody checking them.

    Attributes:
        questions: The set.
        objections: For each sentence, what the verifier has against it.
    """

    questions: QuestionSet
    objections: tuple[tuple[str, ...], ...]

    @property
    def failing(self) -> Estimate:
        """The share of the sentences that the verifier would have kept back."""
        return share([bool(problems) for problems in self.objections])

    @property
    def by_check(self) -> dict[str, int]:
        """In how many sentences each check finds something, the most frequent first."""
        named = [name for problems in self.objections for name in {problem.partition(":")[0] for problem in problems}]
        return {name: named.count(name) for name in sorted(set(named), key=lambda name: (-named.count(name), name))}


@dataclass(frozen=True, slots=True)
class AnswerAblation:
    """All sets.

    Attributes:
        sets: The product and what is left of it without each part.
        shown: What the model's sentences are worth without the verifier.
    """

    sets: tuple[SetResult, ...]
    shown: tuple[Shown, ...]
    name: str = "answers"

    @property
    def complete(self) -> bool:
        """Whether every question got an answer."""
        return not any(scores.unscored for one in self.sets for scores in one.systems.values())

    def tables(self) -> tuple[Table, ...]:
        """For each set the points and the kinds; then the unchecked sentences of all sets."""
        rows = tuple(
            (
                one.questions.name,
                str(len(one.objections)),
                f"{percent(one.failing)}",
                ", ".join(f"{name} {count}" for name, count in one.by_check.items()) or "–",
            )
            for one in self.shown
        )
        columns = ("", "sentences shown", "the verifier would have kept back %", "found by")
        unchecked = Table("Without verifier: every draft of the model shown", columns, rows)
        return (*(table for one in self.sets for table in (overall(one), by_kind(one))), unchecked)

    def to_json(self) -> Mapping[str, Any]:
        """Figures by set, system and kind."""
        shown = {one.questions.name: set_json(one, tell_wrong=False) for one in self.sets}
        for one in self.shown:
            shown[one.questions.name]["unchecked"] = {
                "sentences": len(one.objections),
                "kept_back": estimate_json(one.failing),
                "by_check": one.by_check,
            }
        return shown


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> AnswerAblation:
    """Ask every question of every set of the product, whole and with each part left out.

    Raises:
        EvalError: The workspace's parts cannot be told apart, or a set does not fit the corpus.
    """
    parts = composition_of(workspace)
    generator = Remembered(workspace.generator())
    sources = {document.meta.id: document.text for document in workspace.documents}
    waved = WavedThrough()
    systems: dict[str, Answerer] = {
        PRODUCT: _asking(parts, generator),
        NO_GRAPH: _asking(without_graph(parts), generator),
        NO_EXPANSION: _asking(without_expansion(parts), generator),
        NO_VERIFIER: _asking(replace(parts, check=waved), generator),
        NO_MODEL: _asking(parts, Silent()),
    }
    results, shown = [], []
    for one in sets:
        places = placed(one.questions, sources)
        waved.objections.clear()
        results.append(SetResult(one, {name: score(answerer, places) for name, answerer in systems.items()}))
        shown.append(Shown(one, tuple(waved.objections)))
    return AnswerAblation(tuple(results), tuple(shown))


def _asking(parts: Composition, generator: Generator) -> Answerer:
    answerer = parts.answerer()
    return lambda question: answerer.write(answerer.find(question), generator, _PATIENCE_S).to_json()
