"""A full plan with and without a model: how long each takes, and what becomes of the model's sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from drafting.plans.plan import EvidencePlan
from drafting.plans.planning import Writer
from drafting.plans.target import Target
from drafting.plans.writing import NarrativeWriter, worth_joining
from drafting.profiles.answer_rows import Practice
from drafting.profiles.sections import Profile
from evals.plans_parts import Planning
from evals.report import Table


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """One plan made twice.

    Attributes:
        profile, target: What was planned for whom.
        without_s: Seconds without a model.
        with_s: Seconds with it; None where none is installed.
        offered: Answers of the enterprise whose wording a model may join into a sentence, each counted once.
        written: Sentences of the model that stand in the plan, each counted once.
        refused: Drafts that were refused.
        failure: What kept the model from writing, if anything did.
    """

    profile: str
    target: str
    without_s: float
    with_s: float | None
    offered: int
    written: int
    refused: int
    failure: str | None


def write_plan(parts: Planning, name: str, profile: Profile, target: Target) -> WrittenPlan:
    """Make one plan without, and where a model is installed with it."""
    plan, without_s = _timed(parts, profile, target, None)
    offered = len(_offered(parts, plan, profile))
    generator = parts.generator()
    if not generator.ready():
        return WrittenPlan(name, target.name, without_s, None, offered, 0, 0, None)
    writer = NarrativeWriter(generator, parts.lexicon)
    told, with_s = _timed(parts, profile, target, writer)
    written = {claim.text for item in told.items for claim in item.sentences if claim.origin == "generated"}
    refused = sum(item.rejected_drafts for item in told.items)
    return WrittenPlan(name, target.name, without_s, with_s, offered, len(written), refused, writer.failure)


def written_table(plans: tuple[WrittenPlan, ...]) -> Table:
    """Every plan in a row."""
    rows = tuple(
        (
            f"{one.profile} → {one.target}",
            f"{one.without_s:.2f}",
            "–" if one.with_s is None else f"{one.with_s:.1f}",
            str(one.offered),
            str(one.written),
            str(one.refused),
            one.failure or "",
        )
        for one in plans
    )
    columns = ("plan", "s without model", "s with model", "offered", "written", "drafts refused", "stopped by")
    return Table("A full plan with and without a model", columns, rows)


def written_json(one: WrittenPlan) -> Mapping[str, Any]:
    """One plan under its names."""
    return {
        "profile": one.profile,
        "target": one.target,
        "seconds_without": round(one.without_s, 3),
        "seconds_with": None if one.with_s is None else round(one.with_s, 3),
        "offered": one.offered,
        "written": one.written,
        "rejected_drafts": one.refused,
        "failure": one.failure,
    }


def _timed(parts: Planning, profile: Profile, target: Target, writer: Writer | None) -> tuple[EvidencePlan, float]:
    begun = perf_counter()
    plan = parts.planner.plan(profile, target, writer=writer)
    return plan, perf_counter() - begun


def _offered(parts: Planning, plan: EvidencePlan, profile: Profile) -> set[str]:
    ground = parts.planner.ground(profile)
    found = set()
    for item in plan.items:
        for claim in item.sentences:
            path = next((one.removesuffix(".how") for one in claim.facts if one.endswith(".how")), None)
            row = ground.row(path) if path else None
            if path and isinstance(row, Practice) and row.state == "in_use" and worth_joining(claim.text):
                found.add(path)
    return found
