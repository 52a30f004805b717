"""What people changed in a workbook, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.exports.workbook_fields import Subject, SubjectKind
from drafting.exports.workbook_values import Value
from drafting.plans.plan import Conflict, EvidencePlan
from drafting.profiles.sections import Profile
from drafting.sheet import Carried

Spot = tuple[str, str, str]
"""Which value is meant: the subject's kind and key, and the field's key."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value that a person decided.

    Attributes:
        kind, key: What it belongs to.
        field: Which value of it.
        value: What the person wrote.
        computed: What had been computed when the workbook was written.
        place: The cell (``要求矩阵!M7``); an empty string where it was kept from an earlier round.
    """

    kind: SubjectKind
    key: str
    field: str
    value: Value
    computed: Value
    place: str

    @property
    def spot(self) -> Spot:
        """Which value is meant."""
        return self.kind, self.key, self.field


@dataclass(frozen=True, slots=True)
class Added:
    """Something that a person wrote where nothing of the plan stands: a row or a column of their own.

    Attributes:
        place: Where it stood: ``要求矩阵 第 70 行``.
        cells: All of it: the head of each column, and what stands below.
    """

    place: str
    cells: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All of it, in words."""
        return "；".join(f"{head}：{text}" for head, text in self.cells)


@dataclass(frozen=True, slots=True)
class Edits:
    """All that people changed in a workbook.

    Attributes:
        target, also: What the plan aims at, and what else it serves.
        profile: The profile that it was made from.
        edits: Every decision, once, also of earlier rounds.
        says: The words that each subject had when the workbook was written, by kind and key.
        added: What stands in no row or column of the plan.
        conflicts: Edits that contradict each other, what was deleted, and what was changed where nothing is read back.
        own: Sheets that people added.
    """

    target: str
    also: tuple[str, ...]
    profile: Profile
    edits: tuple[Edit, ...]
    says: Mapping[tuple[str, str], str]
    added: tuple[Added, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    own: Carried | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A plan with what people decided put in.

    Attributes:
        plan: The plan as people want it.
        computed: The plan as it was computed.
        conflicts: What a person has to look at; they also stand in the plan.
        edits: The decisions that stand in the plan.
        homeless: Decisions on what is no longer in the plan.
        says: The words that these were about, by kind and key.
        added: What people wrote where no requirement stands.
        own: Sheets that people added.
    """

    plan: EvidencePlan
    computed: EvidencePlan
    conflicts: tuple[Conflict, ...]
    edits: tuple[Edit, ...] = ()
    homeless: tuple[Edit, ...] = ()
    says: Mapping[tuple[str, str], str] | None = None
    added: tuple[Added, ...] = ()
    own: Carried | None = None

    @classmethod
    def untouched(cls, plan: EvidencePlan) -> Merged:
        """A plan that nobody has edited."""
        return cls(plan, plan, ())


def edited_spots(merged: Merged) -> frozenset[Spot]:
    """The values that people decided."""
    return frozenset(edit.spot for edit in merged.edits)


def spot_of(subject: Subject, field: str) -> Spot:
    """A value of a subject."""
    return subject.kind, subject.key, field
