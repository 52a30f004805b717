"""Plans of the example profiles for every target: complete, in order, and saying nothing of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from drafting.plans.plan import EvidencePlan, Item
from drafting.plans.target import Target
from drafting.profiles.sections import Profile
from drafting.shelf import Shelf
from evals.plans_parts import Planning
from evals.plans_sentences import KINDS, SentenceCheck, check_sentences
from evals.report import Table
from ontology.checkpoint import checkpoints_of

_BINDING = ("requirement", "threshold", "table_cell")
STATUSES = ("met", "partial", "gap", "unknown", "not_applicable")


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """One plan in figures.

    Attributes:
        profile, target: What was planned for whom.
        asked: Requirements that the document has for the target, counted by its own rows.
        items: Items of the plan.
        in_order: Whether each requirement stands in it once, in the document's order.
        points: Points by status.
        sentences: What the narratives name.
        placeholders: What the enterprise is asked to add.
        evidence: Pieces of evidence, each counted once.
        shared: Pairs of subdomains with the same list of evidence.
        conflicts: Statements of the profile that do not agree.
        verified: Whether the product's own check of all sentences passed.
        seconds: How long it took, without a model.
    """

    profile: str
    target: str
    asked: int
    items: int
    in_order: bool
    points: Mapping[str, int]
    sentences: SentenceCheck
    placeholders: int
    evidence: int
    shared: int
    conflicts: int
    verified: bool
    seconds: float

    @property
    def unknown(self) -> float:
        """The share of points that stay unknown."""
        total = sum(self.points.values())
        return self.points.get("unknown", 0) / total if total else 0.0


def targets(shelf: Shelf) -> Iterator[Target]:
    """Every tier and every track of the documents that points are written for; a track with tiers at the highest."""
    for document in shelf.documents:
        if not checkpoints_of(document).checkpoints:
            continue
        rows = shelf.of(document, kinds=_BINDING)
        tiers = shelf.tiers(document)
        yield from (Target(document, tier.code) for tier in tiers)
        if not tiers and any(row.track is None for row in rows if row.kind != "table_cell"):
            yield Target(document)
        highest = tiers[-1].code if tiers else None
        yield from (Target(document, highest, track) for track in dict.fromkeys(row.track for row in rows) if track)


def asked_of(target: Target, shelf: Shelf) -> list[str]:
    """The ids that a plan for a target must have, read off the document's rows."""
    rows = shelf.of(target.document, kinds=_BINDING)
    if target.tier is None:
        return [row.id for row in rows if row.track == target.track and row.kind != "table_cell"]
    own = [row.id for row in rows if row.kind == "requirement" and row.holds_for(target.tier)]
    return own + [row.id for row in rows if target.track and row.track == target.track]


def plan_figures(parts: Planning, name: str, profile: Profile, target: Target) -> PlanFigures:
    """Make one plan and count."""
    begun = perf_counter()
    plan = parts.planner.plan(profile, target)
    seconds = perf_counter() - begun
    asked = asked_of(target, parts.shelf)
    told = (*plan.base, *plan.items)
    return PlanFigures(
        profile=name,
        target=target.name,
        asked=len(asked),
        items=len(plan.items),
        in_order=[item.requirement.id for item in plan.items] == asked,
        points=Counter(point.status for item in plan.items for point in item.points),
        sentences=check_sentences(told, profile, parts.lexicon),
        placeholders=sum(len(item.placeholders) for item in told),
        evidence=len({row.same_as or row.no for item in told for row in item.evidence}),
        shared=_shared(told),
        conflicts=len(plan.conflicts),
        verified=_verified(parts, plan, profile),
        seconds=seconds,
    )


def _verified(parts: Planning, plan: EvidencePlan, profile: Profile) -> bool:
    ground = parts.planner.ground(profile)
    return plan.verified and not any(parts.planner.unbacked(item, ground) for item in (*plan.base, *plan.items))


def _shared(items: tuple[Item, ...]) -> int:
    """Pairs of subdomains whose lists of evidence are the same, kind by kind and word for word."""
    lists: defaultdict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for item in items:
        if item.requirement.subdomain_no is not None:
            key = (item.requirement.document, item.requirement.subdomain_no)
            lists[key] += [(row.type, row.must_show) for row in item.evidence]
    alike = Counter(tuple(rows) for rows in lists.values() if rows)
    return sum(count * (count - 1) // 2 for count in alike.values())


def plans_tables(plans: tuple[PlanFigures, ...]) -> tuple[Table, ...]:
    """Every plan in a row: its points, then what its narratives and its evidence hold."""
    points = tuple(
        (
            f"{one.profile} → {one.target}",
            f"{one.items} / {one.asked}",
            "yes" if one.in_order else "NO",
            *(str(one.points.get(status, 0)) for status in STATUSES),
            f"{one.unknown * 100:.1f}",
            f"{one.seconds:.2f}",
        )
        for one in plans
    )
    told = tuple(
        (
            f"{one.profile} → {one.target}",
            str(one.sentences.sentences),
            *(str(one.sentences.named[kind]) for kind in KINDS),
            str(len(one.sentences.strange)),
            str(one.placeholders),
            str(one.evidence),
            str(one.shared),
            str(one.conflicts),
        )
        for one in plans
    )
    columns = ("plan", "items / asked", "once, in order", *STATUSES, "unknown %", "s")
    named = (
        "plan",
        "sentences",
        *KINDS,
        "in neither",
        "to add",
        "evidence",
        "shared lists",
        "conflicts",
    )
    return (
        Table("Plans of the example profiles: points of the target, time without a model", columns, points),
        Table(
            "The same plans with their base: what sentences name, of it in neither profile nor clause, and evidence",
            named,
            told,
        ),
    )


def plan_json(one: PlanFigures) -> Mapping[str, Any]:
    """One plan under its names."""
    return {
        "profile": one.profile,
        "target": one.target,
        "asked": one.asked,
        "items": one.items,
        "once_in_order": one.in_order,
        "points": {status: one.points.get(status, 0) for status in STATUSES},
        "unknown": round(one.unknown, 4),
        "sentences": one.sentences.sentences,
        "named": dict(one.sentences.named),
        "in_neither": [list(strange) for strange in one.sentences.strange],
        "placeholders": one.placeholders,
        "evidence": one.evidence,
        "shared_lists": one.shared,
        "conflicts": one.conflicts,
        "verified": one.verified,
        "seconds": round(one.seconds, 3),
    }
