"""What a Word template may ask of a plan: plain words, numbers and lists under fixed names, described in the docs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from drafting.exports.item_tables import chain_text, indicator_text, systems_text
from drafting.exports.wording import (
    FORCE_LABELS,
    KIND_LABELS,
    NO_FORM,
    closed_by,
    document_title,
    forces_of,
    held,
    percent,
    plan_title,
    requirement_no,
    source_of,
    tally,
    target_name,
    yes_no,
)
from drafting.plans.plan import (
    PRIORITY_LABELS,
    STATUS_LABELS,
    ConditionResult,
    EvidencePlan,
    EvidenceRow,
    Item,
    PointResult,
)
from drafting.plans.readiness import domain_of
from drafting.word.markup import clean

Values = dict[str, Any]


def template_values(plan: EvidencePlan) -> Values:
    """The names that a template may use, each with its value; every text can stand in a document."""
    items = [_item(item) for item in plan.items]
    values: Values = {
        "title": plan_title(plan),
        "company": plan.company,
        "target": plan.target,
        "target_name": target_name(plan),
        "document": plan.document,
        "document_title": document_title(plan, plan.document),
        "tier": plan.tier or "",
        "tier_label": plan.tier_label or "",
        "track": plan.track or "",
        "as_of": plan.as_of,
        "fictional": plan.fictional,
        "verified": plan.verified,
        "not_a_form": NO_FORM,
        "readiness": percent(plan.readiness),
        "proved": percent(plan.proved),
        "ceiling": percent(plan.ceiling),
        "base_readiness": percent(plan.base_readiness),
        "by_status": {STATUS_LABELS[status]: count for status, count in tally(plan.items).items()},
        "items": items,
        "items_by_no": {item["no"]: item for item in items},
        "domains": _domains(plan),
        "base": [_item(item) for item in plan.base],
        "evidence": [row for item in items for row in item["evidence"]],
        "conditions": [_condition(one) for one in plan.conditions],
        "actions": [
            {"what": one.what, "points": closed_by(one, plan), "closes": len(one.closes), "must": one.must}
            for one in plan.actions
        ],
        "conflicts": [one.what for one in plan.conflicts],
        "placeholders": [mark for item in plan.items for mark in item.placeholders],
    }
    cleaned: Values = _every_text(values, clean)
    return cleaned


def _domains(plan: EvidencePlan) -> list[Values]:
    return [
        {
            "domain": one.domain,
            "readiness": percent(one.readiness),
            "proved": percent(one.proved),
            "ceiling": percent(one.ceiling),
            "by_status": {label: one.counts.get(status, 0) for status, label in STATUS_LABELS.items()},
            "requirements": [_item(item) for item in plan.items if domain_of(item) == one.domain],
        }
        for one in plan.domains
    ]


def _item(item: Item) -> Values:
    clause = item.requirement
    return {
        "no": requirement_no(clause),
        "id": clause.id,
        "text": clause.text,
        "domain": domain_of(item),
        "subdomain": clause.subdomain or "",
        "subdomain_no": clause.subdomain_no or "",
        "tier_label": clause.tier_label or "",
        "force": forces_of(item),
        "status": STATUS_LABELS[item.status],
        "status_code": item.status,
        "priority": PRIORITY_LABELS[item.priority],
        "gap": item.gap,
        "action": item.action,
        "owner": item.owner or "",
        "due": item.due or "",
        "remark": item.remark,
        "systems": systems_text(item),
        "narrative": item.narrative,
        "placeholders": list(item.placeholders),
        "points": [_point(point) for point in item.points],
        "evidence": [_evidence(row, requirement_no(clause)) for row in item.evidence],
    }


def _point(point: PointResult) -> Values:
    return {
        "question": point.question,
        "says": point.says,
        "force": FORCE_LABELS[point.force],
        "status": STATUS_LABELS[point.status],
        "why": point.why,
        "passes": point.passes,
        "rejected": point.rejected,
    }


def _evidence(row: EvidenceRow, requirement: str) -> Values:
    return {
        "no": row.no,
        "requirement": requirement,
        "what": row.what,
        "title": row.title or "",
        "file": row.file or "",
        "must_show": row.must_show,
        "indicator": indicator_text(row),
        "system": row.from_system or "",
        "owner": row.owner or "",
        "held": held(row.held),
        "formed": row.formed or "",
        "valid_until": row.valid_until or "",
        "sealed": yes_no(row.sealed),
        "masked": yes_no(row.masked),
        "pages": f"{row.pages:g}" if isinstance(row.pages, int | float) else row.pages or "",
        "chain": chain_text(row),
        "same_as": row.same_as or "",
    }


def _condition(one: ConditionResult) -> Values:
    return {
        "kind": KIND_LABELS.get(one.kind, one.kind),
        "question": one.question,
        "status": STATUS_LABELS[one.status],
        "why": one.why,
        "source": source_of(one),
        "passes": one.passes,
    }


def _every_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {change(str(key)): _every_text(held_value, change) for key, held_value in value.items()}
    if isinstance(value, Sequence):
        return [_every_text(one, change) for one in value]
    return value
