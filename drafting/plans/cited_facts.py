"""The profile's facts that a plan rests on, in words: so that every sentence can be traced from the plan alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafting.plans.ground import Ground
from drafting.plans.plan import ConditionResult, Conflict, Item


def cited_facts(
    items: Iterable[Item], conditions: Iterable[ConditionResult], conflicts: Iterable[Conflict], ground: Ground
) -> Mapping[str, str]:
    """Each path that a sentence, a judgement or a conflict rests on, with what stands there, in the profile's words."""
    paths: set[str] = set()
    for item in items:
        paths.update(path for claim in item.sentences for path in claim.facts)
        paths.update(path for point in item.points for path in point.basis)
    paths.update(path for one in conditions for path in one.basis)
    paths.update(path for one in conflicts for path in one.paths)
    return {path: ground.text(path) for path in sorted(paths)}
