"""The conditions that a text states for a project type, judged from the profile with the arithmetic shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafting.plans.conditions import judge_conditions
from drafting.plans.ground import Ground
from drafting.plans.plan import ConditionResult
from drafting.plans.spending import Recount
from drafting.plans.target import Target
from drafting.profiles.sections import Profile
from ontology.checkpoint import Condition, conditions


def judged(
    document: str, track: str | None, profile: Profile, known: Sequence[Condition] | None = None
) -> tuple[ConditionResult, ...]:
    """Judge what the text states for a project type; nothing where the type is not known.

    Args:
        document: The document's id.
        track: The project type.
        profile: The enterprise.
        known: All conditions; by default those that are written down.
    """
    if track is None:
        return ()
    stated = tuple(one for one in (conditions() if known is None else known) if one.source == "stated")
    return tuple(judge_conditions(Target(document, None, track), stated, Ground(profile, lambda _: ())))


def against_bounds(document: str, track: str | None, count: Recount, known: Sequence[Condition] | None = None) -> str:
    """What another count of software and hardware would mean for the bounds of a project type, in words.

    Args:
        document: The document's id.
        track: The project type; without one there are no bounds.
        count: The count.
        known: All conditions; by default those that are written down.
    """
    values = {"digital_share": count.share, "digital_amount": count.digital}
    below = [
        f"{one.test['at_least']}{one.test['unit']}"
        for one in (conditions() if known is None else known)
        if one.target == f"{document}/{track}" and one.test is not None and one.test.get("project") in values
        if values[one.test["project"]] < Decimal(str(one.test["at_least"]))
    ]
    return f"，低于所印门槛 {'、'.join(below)}" if below else ""
