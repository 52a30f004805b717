"""How long things take on this machine. Printed, never asserted: a busy machine proves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from types import MappingProxyType
from typing import Any

import numpy as np

from drafting.generator import Silent
from evals.metrics import median
from evals.question import QuestionSet
from evals.report import Table
from evals.system import Workspace
from evals.time_spent import PARTS, TimeSpent, time_spent

# Answers with generation take seconds each; these many give a median in a minute or two.
GENERATED = 20
EMBEDDING = "query embedding alone"
# The design's targets, as multiples of the query embedding alone: shown beside the figures.
TARGETS: Mapping[str, float] = MappingProxyType({"search": 1.3, "ask without generation": 2.0})


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall times of one activity, in milliseconds, one a question."""

    name: str
    milliseconds: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.milliseconds)

    @property
    def p95(self) -> float:
        """The 95th percentile; 0 without samples."""
        return float(np.percentile(self.milliseconds, 95)) if self.milliseconds else 0.0


@dataclass(frozen=True, slots=True)
class SpeedResult:
    """All timings.

    Attributes:
        timings: By activity.
        spent: Where the time of the activities goes.
        clauses: How many rows there are to be found.
    """

    timings: tuple[Timing, ...]
    spent: tuple[TimeSpent, ...]
    clauses: int
    name: str = "speed"

    @property
    def complete(self) -> bool:
        """A time is always a time."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """Times, with each median as a multiple of the query embedding's; then the parts that they are made of."""
        rows = tuple(
            (t.name, str(len(t.milliseconds)), f"{t.p50:.1f}", f"{t.p95:.1f}", self._multiple(t), _target(t))
            for t in self.timings
        )
        columns = ("", "questions", "p50 ms", "p95 ms", f"× {EMBEDDING}", "target")
        return (Table(f"Speed over {self.clauses} clauses, first call left out", columns, rows), self._parts())

    def to_json(self) -> Mapping[str, Any]:
        """Medians and 95th percentiles in milliseconds."""
        return {
            "clauses": self.clauses,
            "timings": [
                {"name": t.name, "n": len(t.milliseconds), "p50_ms": round(t.p50, 3), "p95_ms": round(t.p95, 3)}
                for t in self.timings
            ],
            "spent": [
                {"name": one.activity, "n": one.questions, "mean_ms": _rounded(one.milliseconds)} for one in self.spent
            ],
        }

    def _parts(self) -> Table:
        rows = tuple(
            (one.activity, str(one.questions), f"{one.total:.1f}", *(_of_total(one, part) for part in PARTS))
            for one in self.spent
        )
        return Table("Where the time goes: mean ms a question (share %)", ("", "questions", "all", *PARTS), rows)

    def _multiple(self, timing: Timing) -> str:
        base = next((t.p50 for t in self.timings if t.name == EMBEDDING), 0.0)
        return f"{timing.p50 / base:.2f}" if base else "–"


def _of_total(one: TimeSpent, part: str) -> str:
    taken = one.milliseconds[part]
    return f"{taken:.1f} ({taken * 100 / one.total:.0f})" if taken and one.total else "–"


def _rounded(milliseconds: Mapping[str, float]) -> dict[str, float]:
    return {part: round(taken, 3) for part, taken in milliseconds.items()}


def _target(timing: Timing) -> str:
    return f"≤ {TARGETS[timing.name]}" if timing.name in TARGETS else ""


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> SpeedResult:
    """Time embedding, search and answering, question by question in turn.

    The activities take turns within a question, so that a slow moment of the machine falls on all of them.
    """
    questions = list(dict.fromkeys(question.question for one in sets for question in one.questions))
    embedder = workspace.searcher.embedder
    quoting = Silent()
    activities: dict[str, Callable[[str], object]] = {
        EMBEDDING: lambda text: embedder.embed_queries([text]),
        "search": lambda text: workspace.search(text),
        "ask without generation": lambda text: workspace.ask(text, quoting),
    }
    times = _in_turn(activities, questions)
    few = questions[:: max(1, len(questions) // GENERATED)][:GENERATED]
    times.update(_in_turn({"ask": lambda text: workspace.ask(text)}, few))
    timings = tuple(Timing(name, tuple(values)) for name, values in times.items())
    return SpeedResult(timings, time_spent(workspace, questions, few), len(workspace.clauses))


def _in_turn(activities: Mapping[str, Callable[[str], object]], questions: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds of each activity for each question but the first, which loads what is loaded lazily."""
    times: dict[str, list[float]] = {name: [] for name in activities}
    for number, question in enumerate(questions):
        for name, activity in activities.items():
            begun = perf_counter()
            activity(question)
            if number:
                times[name].append((perf_counter() - begun) * 1000)
    return times
