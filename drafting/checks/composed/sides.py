"""Which of the cited clauses are of the side that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.checks.alignment import normalise
from drafting.checks.composed.compared import ComparedFacts
from drafting.checks.composed.view import Composed
from retrieval.sides import target_parts


@dataclass(frozen=True, slots=True)
class Sided:
    """The cited clauses by side.

    Attributes:
        document: The id of the side's document.
        own: Those of the side named, and of the tier or alternative that is named with it.
        others: Those of no part of that side.
    """

    document: str
    own: tuple[Clause, ...]
    others: tuple[Clause, ...]


def side_pattern(facts: ComparedFacts, cited: Sequence[Clause]) -> str:
    """A pattern for the names of the sides, each with or without the tier or alternative of a cited clause."""
    parts = {normalise(part) for clause in cited for part in (clause.tier_label, clause.track) if part}
    names = {normalise(name) for name in facts.sides}
    whole = sorted((*(f"{name}{part}" for name in names for part in parts), *names), key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(one) for one in whole)})" if names else ""


def sides_of(name: str, facts: ComparedFacts, view: Composed) -> Sided:
    """The cited clauses of a side and of the others."""
    called = {normalise(one): target for one, target in facts.sides.items()}
    fit = [one for one in called if name.startswith(one)]
    side = max(fit, key=len)
    part = name.removeprefix(side)
    document, tier, track = target_parts(called[side])
    of_side = [
        clause
        for clause in view.cited
        if clause.document == document
        and (tier is None or clause.holds_for(tier))
        and (not track or clause.track == track)
    ]
    own = [one for one in of_side if not part or part in (normalise(one.tier_label or ""), normalise(one.track or ""))]
    ids = {clause.id for clause in of_side}
    return Sided(document, tuple(own), tuple(clause for clause in view.cited if clause.id not in ids))
