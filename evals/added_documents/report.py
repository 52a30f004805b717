"""The figures of the questions about added documents, beside each retriever alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from evals.added_documents.judging import Judged
from evals.report import Table


@dataclass(frozen=True, slots=True)
class Half:
    """One half of the questions, asked.

    Attributes:
        split: ``dev`` or ``test``.
        answers: Each answer, judged.
        alone: By retriever: for each question that cites something, whether its first five rows hold all that is
            needed.
        failed: Questions that got no answer, with what was said.
    """

    split: str
    answers: tuple[Judged, ...]
    alone: Mapping[str, tuple[bool, ...]]
    failed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AddedResult:
    """All halves that were asked."""

    halves: tuple[Half, ...]
    name: str = "added documents"

    @property
    def complete(self) -> bool:
        """Whether every question got an answer."""
        return not any(half.failed for half in self.halves)

    def tables(self) -> tuple[Table, ...]:
        """A table of totals, and one by kind."""
        return (self._totals(), self._kinds())

    def to_json(self) -> Mapping[str, Any]:
        """Figures by half; what went wrong of the open half alone."""
        return {half.split: _json(half) for half in self.halves}

    def _totals(self) -> Table:
        names = tuple(self.halves[0].answers[0].points)
        columns = ("half", "questions", "wholly right", *names, *self.halves[0].alone, "ms (median)", "ms (longest)")
        return Table("added documents: answers", columns, tuple(_row(half, names) for half in self.halves))

    def _kinds(self) -> Table:
        kinds = sorted({one.kind for half in self.halves for one in half.answers})
        rows = [(kind, *(_of_kind(half, kind) for half in self.halves)) for kind in kinds]
        return Table("added documents: wholly right by kind", ("kind", *(h.split for h in self.halves)), tuple(rows))


def _row(half: Half, names: Sequence[str]) -> tuple[str, ...]:
    times = [one.latency_ms for one in half.answers]
    points = [_share([one.points[name] for one in half.answers]) for name in names]
    alone = [_share(found) for found in half.alone.values()]
    right = _share([one.right for one in half.answers])
    return (half.split, str(len(times)), right, *points, *alone, f"{median(times):.0f}", f"{max(times):.0f}")


def _of_kind(half: Half, kind: str) -> str:
    own = [one.right for one in half.answers if one.kind == kind]
    return f"{sum(own)}/{len(own)}" if own else ""


def _share(points: Sequence[bool | None]) -> str:
    applying = [point for point in points if point is not None]
    return f"{sum(applying) / len(applying) * 100:.0f} %" if applying else ""


def _json(half: Half) -> dict[str, Any]:
    names = tuple(half.answers[0].points)
    shares = {name: _share([one.points[name] for one in half.answers]) for name in names}
    figures: dict[str, Any] = {
        "questions": len(half.answers),
        "right": sum(one.right for one in half.answers),
        **shares,
        "alone": {name: _share(found) for name, found in half.alone.items()},
        "ms": round(median(one.latency_ms for one in half.answers)),
        "failed": [identifier for identifier, _ in half.failed],
    }
    if half.split == "dev":
        figures["wrong"] = {
            one.id: [name for name, point in one.points.items() if point is False]
            for one in half.answers
            if not one.right
        }
    return figures
