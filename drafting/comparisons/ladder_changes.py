"""The changes of ladders in one list, each with its ladder and step and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafting.comparisons.passages import Passages, spans_of
from drafting.comparisons.report import Cell
from drafting.comparisons.tones import CHANGE_LABELS
from drafting.wording import FORCE_WORDS
from kg.ladders.ladder import Change, Ladder, LadderCell, Step, StepChange
from kg.ladders.reasons import reason_of

CHANGES: tuple[Change, ...] = tuple(CHANGE_LABELS)
TO_DO: frozenset[Change] = frozenset({"new", "raised", "widened", "changed"})
"""What an enterprise at the lower tier has to do anew, or more of, for the higher."""


@dataclass(frozen=True, slots=True)
class LadderChange:
    """A change with where it belongs.

    Attributes:
        ladder: The subdomain's ladder.
        step: The step up.
        change: What changes.
    """

    ladder: Ladder
    step: Step
    change: StepChange

    @property
    def labels(self) -> Mapping[str, str]:
        """The text's names of the tiers by code."""
        return {cell.tier: cell.tier_label for cell in self.ladder.cells}

    @property
    def subdomain(self) -> str:
        """``19 设备运维``."""
        return f"{self.ladder.number} {self.ladder.name}"

    @property
    def to_do(self) -> bool:
        """Whether it is something to do anew, or more of."""
        return bool(TO_DO & {self.change.change, *self.change.also})

    @property
    def told(self) -> str:
        """What it is, and what else holds of the same clauses: ``宜→应、扩大``."""
        return "、".join(CHANGE_LABELS[one] for one in (self.change.change, *self.change.also))

    @property
    def why(self) -> str:
        """Why it is this one, in one line."""
        return reason_of(self.change, self.step, self.labels)

    def lower(self, passages: Passages) -> Cell:
        """The lower tier's words, what the higher does not repeat set off."""
        return passages.marked(self.change.lower, spans_of(self.change.difference, "left"), "left")

    def upper(self, passages: Passages) -> Cell:
        """The higher tier's words, what is new in them set off."""
        return passages.marked(self.change.upper, spans_of(self.change.difference, "right"), "right")

    def forces(self, passages: Passages) -> str:
        """The forces of the higher tier's clauses."""
        found = (force for clause in passages.clauses(self.change.upper) for force in clause.forces)
        return "、".join(dict.fromkeys(FORCE_WORDS[force] for force in found))


def changes_of(ladders: Sequence[Ladder]) -> Iterator[LadderChange]:
    """All changes, ladder by ladder and step by step."""
    for ladder in ladders:
        for step in ladder.steps:
            for change in step.changes:
                yield LadderChange(ladder, step, change)


def counted(ladders: Sequence[Ladder]) -> Mapping[tuple[str, str], Counter[Change]]:
    """How many changes of each kind each step has, by the names of its tiers."""
    found: dict[tuple[str, str], Counter[Change]] = {}
    for one in changes_of(ladders):
        key = one.labels[one.step.lower], one.labels[one.step.upper]
        found.setdefault(key, Counter())[one.change.change] += 1
    return found


def cell_told(cell: LadderCell, passages: Passages) -> str:
    """``应 2、宜 1``; that nothing is required where the text says so, that nothing is written where it is silent."""
    if not cell.required:
        return "不作要求" if cell.clauses else "（未写）"
    counts = Counter(clause.forces for clause in passages.clauses(cell.clauses))
    return "、".join(f"{'＋'.join(FORCE_WORDS[one] for one in forces)} {count}" for forces, count in counts.items())
