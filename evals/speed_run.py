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
    """All timings."""

    timings: tuple[Timing, ...]
    clauses: int
    name: str = "speed"

    @property
    def complete(self) -> bool:
        """A time is always a time."""
        return True

    def tables(self) -> tuple[Table, ...]:
        """One table, with each median as a multiple of the query embedding's."""
        rows = tuple(
            (t.name, str(len(t.milliseconds)), f"{t.p50:.1f}", f"{t.p95:.1f}", self._multiple(t), _target(t))
            for t in self.timings
        )
        columns = ("", "questions", "p50 ms", "p95 ms", f"× {EMBEDDING}", "target")
        return (Table(f"Speed over {self.clauses} clauses, first call left out", columns, rows),)

    def to_json(self) -> Mapping[str, Any]:
        """Medians and 95th percentiles in milliseconds."""
        return {
            "clauses": self.clauses,
            "timings": [
                {"name": t.name, "n": len(t.milliseconds), "p50_ms": round(t.p50, 3), "p95_ms": round(t.p95, 3)}
                for t in self.timings
            ],
        }

    def _multiple(self, timing: Timing) -> str:
        base = next((t.p50 for t in self.timings if t.name == EMBEDDING), 0.0)
        return f"{timing.p50 / base:.2f}" if base else "–"


def _target(timing: Timing) -> str:
    return f"≤ {TARGETS[timing.name]}" if timing.name in TARGETS else ""


def run(workspace: Workspace, sets: Iterable[QuestionSet]) -> SpeedResult:
    """Time embedding, search and answering, question by question in turn.

    The activities take turns within a question, so that a slow moment of the machine falls on all of them.
    """
    questions = [question.question for one in sets for question in one.questions]
    embedder = workspace.searcher.embedder
    quoting = Silent()
    activities: dict[str, Callable[[str], object]] = {
        EMBEDDING: lambda text: embedder.embed_queries([text]),
        "search": lambda text: workspace.search(text),
        "ask without generation": lambda text: workspace.ask(text, quoting),
    }
    times = _in_turn(activities, questions)
    times.update(_in_turn({"ask": lambda text: workspace.ask(text)}, questions[:GENERATED]))
    timings = tuple(Timing(name, tuple(values)) for name, values in times.items())
    return SpeedResult(timings, len(workspace.clauses))


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
