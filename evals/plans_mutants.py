"""Profiles spoilt in one fact: nothing that rested on the fact may stay met by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from drafting.plans.asked import point_id, points_of
from drafting.plans.ground import CodesIn, Ground
from drafting.plans.judging import judge
from drafting.plans.verdict import Judged
from drafting.profiles.fields import span
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile
from evals.plans_parts import Planning
from evals.report import Table
from ontology.checkpoint import Point, checkpoints_of

_USED = ("systems", "networks", "data", "models", "partners", "practices")
_STATED = (*_USED, "equipment")
_DATED: Mapping[str, str] = {
    **dict.fromkeys(_STATED, "since"),
    "organisation": "since",
    "documents": "issued",
    "trainings": "held",
    "certificates": "issued",
    "projects": "end",
}
Changes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fact changed.

    Attributes:
        kind: What was done to it.
        section, row: Where.
        changes: The fields that are other than before; None blanks one.
        field: The field that a judgement must have rested on to be touched; None for the whole row.
    """

    kind: str
    section: str
    row: int
    changes: Changes
    field: str | None

    @property
    def path(self) -> str:
        """The row's path."""
        return f"{self.section}[{self.row}]"


@dataclass(frozen=True, slots=True)
class Survived:
    """A point that stays met although the fact that it rests on was taken away."""

    mutant: Mutant
    point: str
    why: str


@dataclass(frozen=True, slots=True)
class MutantFigures:
    """What became of the mutants of one profile.

    Attributes:
        made: Mutants by kind.
        idle: Those among them that no met point rested on.
        rested: Points that rested on the changed facts and were met, by kind, once a mutant.
        survived: Points that stay met by the changed fact.
    """

    made: Mapping[str, int]
    idle: Mapping[str, int]
    rested: Mapping[str, int]
    survived: tuple[Survived, ...]

    def table(self) -> Table:
        """Kinds of change in rows."""
        rows = tuple(
            (
                kind,
                str(self.made[kind]),
                str(self.idle.get(kind, 0)),
                str(self.rested.get(kind, 0)),
                str(sum(one.mutant.kind == kind for one in self.survived)),
            )
            for kind in self.made
        )
        columns = (
            "one fact changed",
            "mutants",
            "that no met point rested on",
            "met points touched",
            "still met by it",
        )
        return Table("The discrete example, spoilt in one fact at a time", columns, rows)

    def to_json(self) -> Mapping[str, Any]:
        """The same; survivors by path and point."""
        kinds = {
            kind: {"mutants": made, "idle": self.idle.get(kind, 0), "touched": self.rested.get(kind, 0)}
            for kind, made in self.made.items()
        }
        return {"kinds": kinds, "survived": [[one.mutant.path, one.mutant.kind, one.point] for one in self.survived]}


class _Spoilt(Ground):
    """A profile with one fact changed; what its rows are called stays, and need not be read again for each mutant."""

    def __init__(self, profile: Profile, codes_in: CodesIn, names: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(profile, codes_in)
        self._resolve = names

    def resolve(self, name: str) -> tuple[str, ...]:
        return self._resolve(name)


def mutants(profile: Profile) -> Iterator[Mutant]:
    """Every change of one fact: state, start, coverage, a date after the profile's day, a certificate run out."""
    today = span(profile.profile.as_of)[1]
    later, before = (today + timedelta(days=40)).isoformat(), (today - timedelta(days=400)).isoformat()
    for section in _STATED:
        for place, row in enumerate(getattr(profile, section)):
            if row.state == "in_use":
                yield Mutant("on trial", section, place, {"state": "trial"}, "state")
                yield Mutant("planned", section, place, {"state": "planned"}, "state")
    for section, key in _DATED.items():
        for place, row in enumerate(getattr(profile, section)):
            if getattr(row, key) is not None:
                yield Mutant("no date", section, place, {key: None}, key)
                yield Mutant("date to come", section, place, {key: later}, key)
    for section in _USED:
        for place, row in enumerate(getattr(profile, section)):
            if row.covered is not None:
                yield Mutant("no coverage", section, place, {"covered": None, "total": None}, "covered")
                yield Mutant("nothing covered", section, place, {"covered": 0}, "covered")
    for place, _ in enumerate(profile.certificates):
        yield Mutant("run out", "certificates", place, {"valid_until": before}, None)


def spoil(profile: Profile, mutant: Mutant) -> Profile:
    """The profile with the mutant's change."""
    rows: list[Row] = list(getattr(profile, mutant.section))
    given = rows[mutant.row].model_dump(exclude_none=True)
    changed = {key: one for key, one in {**given, **mutant.changes}.items() if one is not None}
    rows[mutant.row] = type(rows[mutant.row]).model_validate(changed)
    return profile.model_copy(update={mutant.section: tuple(rows)})


def try_mutants(parts: Planning, profile: Profile) -> MutantFigures:
    """Judge all points anew that rested on a changed fact."""
    codes_in = cache(lambda text: tuple(parts.planner.codes_in(text)))
    asked = dict(_asked(parts))
    ground = Ground(profile, codes_in)
    met = {one: found for one, point in asked.items() if (found := judge(one, point, ground)).status == "met"}
    counts: dict[str, defaultdict[str, int]] = {name: defaultdict(int) for name in ("made", "idle", "rested")}
    survived: list[Survived] = []
    names = cache(ground.resolve)
    for mutant in mutants(profile):
        touched = [one for one, found in met.items() if _rests(found, mutant)]
        counts["made"][mutant.kind] += 1
        counts["idle"][mutant.kind] += not touched
        counts["rested"][mutant.kind] += len(touched)
        if touched:
            spoilt = _Spoilt(spoil(profile, mutant), codes_in, names)
            survived += _survivors(mutant, {one: asked[one] for one in touched}, spoilt)
    return MutantFigures(counts["made"], counts["idle"], counts["rested"], tuple(survived))


def _asked(parts: Planning) -> Iterator[tuple[str, Point]]:
    for clause in parts.shelf.clauses:
        written = checkpoints_of(clause.document)
        if clause.id in written.checkpoints:
            points, _ = points_of(clause, written)
            yield from ((point_id(clause, number), point) for number, point in enumerate(points, 1))


def _rests(found: Judged, mutant: Mutant) -> bool:
    """Whether a judgement rests on what the mutant changes; on a whole row also by leaning on it."""
    if mutant.field is None:
        return any(path.partition(".")[0] == mutant.path for path in found.basis)
    return f"{mutant.path}.{mutant.field}" in found.basis or (
        mutant.kind != "no date" and mutant.field != "covered" and mutant.path in found.basis
    )


def _survivors(mutant: Mutant, touched: Mapping[str, Point], ground: Ground) -> Iterator[Survived]:
    for one, point in touched.items():
        found = judge(one, point, ground)
        if found.status == "met" and _rests(found, mutant):
            yield Survived(mutant, one, found.why)
