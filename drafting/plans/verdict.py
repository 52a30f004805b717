"""A judgement with its reason, and how several of them make one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafting.plans.statuses import Status


@dataclass(frozen=True, slots=True)
class Judged:
    """A status, why, and the facts' paths that it rests on.

    Attributes:
        status: The judgement.
        why: The reason, for a person.
        basis: Paths of the profile's facts.
        coverage: Numerator and denominator, where they were looked at.
        lacking: Paths of what the profile leaves blank, and without which the status cannot be better.
    """

    status: Status
    why: str
    basis: tuple[str, ...] = ()
    coverage: tuple[float, float] | None = None
    lacking: tuple[str, ...] = ()


UNKNOWN = Judged("unknown", "档案里没有写")


def best(judged: Iterable[Judged]) -> Judged:
    """The most favourable of several ways of showing one thing; unknown where there are none."""
    return max(judged, key=lambda one: _rank(one.status), default=UNKNOWN)


def worst(judged: Iterable[Judged]) -> Judged:
    """The least favourable of several statements about one thing; unknown where there are none."""
    return min(judged, key=lambda one: _rank(one.status), default=UNKNOWN)


def join(first: Judged, second: Judged) -> Judged:
    """Both must hold: the weaker status, both reasons and both bases."""
    weaker = second if _weight(second.status) < _weight(first.status) else first
    return Judged(
        weaker.status,
        "；".join(part for part in (first.why, second.why) if part),
        (*first.basis, *second.basis),
        second.coverage or first.coverage,
        (*first.lacking, *second.lacking),
    )


def _rank(status: Status) -> int:
    # Knowing that a thing is missing says more than knowing nothing: a gap shown by one fact gives way only to a fact
    # that shows the thing itself.
    return {"unknown": 0, "gap": 1, "partial": 2, "met": 3, "not_applicable": 4}[status]


def _weight(status: Status) -> int:
    return {"gap": 0, "unknown": 1, "partial": 2, "met": 3, "not_applicable": 3}[status]
