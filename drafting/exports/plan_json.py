"""An evidence plan as the command line's contract writes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from drafting.exports.item_tables import SCENE_PARTS, script_rows
from drafting.plans.collecting import distinct
from drafting.plans.plan import DomainReadiness, EvidencePlan, Item
from drafting.plans.statuses import OPEN
from drafting.whole_files import write_whole
from kg.clause_json import clause_to_row

Row = dict[str, Any]


def write_json(plan: EvidencePlan, path: Path) -> None:
    """Write a plan as JSON.

    Raises:
        DraftingError: The file cannot be written.
    """
    write_whole(path, (json.dumps(plan_to_json(plan), ensure_ascii=False, indent=1) + "\n").encode())


def plan_to_json(plan: EvidencePlan) -> Row:
    """The plan as one object; every key is present."""
    return {
        "target": plan.target,
        "document": plan.document,
        "tier": plan.tier,
        "tier_label": plan.tier_label,
        "track": plan.track,
        "profile_id": plan.profile_id,
        "company": plan.company,
        "fictional": plan.fictional,
        "as_of": plan.as_of,
        "items": [_item(item) for item in plan.items],
        "base": [_item(item) for item in plan.base],
        "conditions": [asdict(condition) for condition in plan.conditions],
        "summary": _summary(plan),
        "actions": [asdict(action) for action in plan.actions],
        "next": {**asdict(plan.next), "domains": _domains(plan.next.domains)} if plan.next else None,
        "conflicts": [asdict(conflict) for conflict in plan.conflicts],
        "others": [
            {
                "target": other.target,
                "readiness": _share(other.readiness),
                "proved": _share(other.proved),
                "items": [_item(one) for one in other.items],
            }
            for other in plan.others
        ],
        "national": [asdict(tier) for tier in plan.national],
        "script": [
            {"domain": rows.title, "subject": subject, **dict(zip(SCENE_PARTS, parts, strict=True))}
            for rows in script_rows(plan)
            for subject, *parts in rows.rows
        ],
        "facts": dict(plan.facts),
        "generator": plan.generator,
        "verified": plan.verified,
        "notes": list(plan.notes),
    }


def _item(item: Item) -> Row:
    clause = item.requirement
    return {
        "requirement": clause_to_row(clause),
        "status": item.status,
        "computed_status": item.computed,
        "points": [asdict(point) for point in item.points],
        "evidence": [asdict(row) for row in item.evidence],
        "systems": [{"code": code, "held": held} for code, held in item.systems],
        "national": list(clause.national),
        "also": list(item.also),
        "gap": item.gap,
        "action": item.action,
        "priority": item.priority,
        "owner": item.owner,
        "due": item.due,
        "remark": item.remark,
        "narrative": item.narrative,
        "sentences": [asdict(claim) for claim in item.sentences],
        "placeholders": list(item.placeholders),
        "rejected_drafts": item.rejected_drafts,
    }


def _summary(plan: EvidencePlan) -> Row:
    still = [item for item in plan.items if item.status in OPEN]
    return {
        "requirements": len(plan.items),
        "by_status": _tally(plan.items),
        "by_domain": _domains(plan.domains),
        "readiness": _share(plan.readiness),
        "proved": _share(plan.proved),
        "ceiling": _share(plan.ceiling),
        "base_requirements": len(plan.base),
        "base_by_status": _tally(plan.base),
        "base_readiness": _share(plan.base_readiness) if plan.base_readiness is not None else None,
        "evidence": dict(zip(("pieces", "held"), distinct(plan.items), strict=True)),
        "gaps": [{"id": item.requirement.id, "status": item.status, "priority": item.priority} for item in still],
    }


def _domains(domains: Sequence[DomainReadiness]) -> list[Row]:
    return [
        {
            "domain": one.domain,
            "requirements": sum(one.counts.values()),
            "by_status": dict(one.counts),
            "readiness": _share(one.readiness),
            "proved": _share(one.proved),
            "ceiling": _share(one.ceiling),
            "shall": {"met": one.shall[0], "points": one.shall[1]},
            "should": {"met": one.should[0], "points": one.should[1]},
        }
        for one in domains
    ]


def _tally(items: Sequence[Item]) -> dict[str, int]:
    names = ("met", "partial", "gap", "unknown", "not_applicable")
    return {name: sum(item.status == name for item in items) for name in names}


def _share(value: float) -> float:
    return round(value, 4)
