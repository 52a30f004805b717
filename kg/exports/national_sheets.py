"""The sheets of what is only proposed: the mappings with their reasons, and the scenarios with what reaches them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.coverage import Reach, Scenario, scenario_coverage
from kg.exports.holdings import Holdings
from kg.exports.sheet import Cell, Sheet
from kg.mapped import NO_MATCH, STRONG, Mapped, Named

_PREDICATES = {
    "skos:closeMatch": ("相近", "close"),
    "skos:broadMatch": ("国家概念较宽", "national is broader"),
    "skos:narrowMatch": ("国家概念较窄", "national is narrower"),
    "skos:relatedMatch": ("相关", "related"),
    NO_MATCH: ("无对应", "no match"),
}
_STATUSES = {"proposed": ("推定", "proposed"), "stated": ("文本载明", "stated")}
_TARGETS = {"scenarios": ("典型场景", "scenario"), "maturity": ("成熟度", "maturity"), "tiers": ("等级", "tier")}
_REACHES: dict[Reach, tuple[str, str]] = {
    "close": ("有候选要求", "candidate requirements"),
    "partial": ("只有部分相合", "served in part"),
    "related": ("只是相关", "only related"),
    "none": ("没有涉及", "not touched"),
}


def mappings_sheet(held: Holdings) -> Sheet:
    """Every mapping with its reason, confidence and status."""
    columns = held.columns(
        ("状态", "Status", 9),
        ("文件", "Document", 14),
        ("对象编号", "Subject id", 26),
        ("子域编号", "Subdomain no.", 9),
        ("对象", "Subject", 24),
        ("关系", "Relation", 14),
        ("对应到", "Target", 11),
        ("国家概念编号", "National id", 32),
        ("国家概念", "National concept", 24),
        ("可信度", "Trust", 8),
        ("置信度", "Confidence", 10),
        ("理由", "Reason", 80),
        ("依据", "Justification", 32),
        ("对应集", "Mapping set", 24),
    )
    return Sheet(
        held.say("国家对应（推定）", "Mappings (proposed)"), columns, [_row(held, row) for row in held.mapped], True
    )


def scenarios_sheet(held: Holdings) -> Sheet:
    """The national scenarios: what reaches each, and how many requirements are candidates for it."""
    columns = held.columns(
        ("序号", "No.", 7),
        ("环节", "Link", 14),
        ("场景", "Scenario", 26),
        ("英文名称", "Name", 34),
        ("可信度", "Trust", 8),
        ("版次", "Edition", 10),
        ("覆盖（推定）", "Reach (proposed)", 16),
        ("候选要求数（推定）", "Candidate requirements (proposed)", 16),
        ("相近的对象（推定）", "Close subjects (proposed)", 42),
        ("部分相合的对象（推定）", "Subjects in part (proposed)", 48),
        ("只是相关的对象（推定）", "Related subjects (proposed)", 48),
    )
    found = scenario_coverage(held.graph, held.mapped)
    return Sheet(
        held.say("典型场景（推定）", "Scenarios (proposed)"), columns, [_scenario(held, one) for one in found], True
    )


def _row(held: Holdings, row: Mapped) -> tuple[Cell, ...]:
    claim = row.claim
    return (
        held.say(*_STATUSES[claim.status]),
        row.subject.document,
        claim.subject,
        row.subdomain_no,
        _name(held, row.subject),
        held.say(*_PREDICATES[row.predicate]),
        held.say(*_TARGETS[claim.target]),
        claim.object if claim.matches else None,
        _name(held, row.object) if claim.matches else None,
        row.object.trust,
        claim.confidence,
        claim.rationale,
        claim.justification,
        claim.set_name,
    )


def _scenario(held: Holdings, one: Scenario) -> tuple[Cell, ...]:
    close, *partial = STRONG
    return (
        one.number,
        held.say(one.link, one.link_en),
        one.zh,
        one.en,
        one.trust,
        one.edition,
        held.say(*_REACHES[one.reach]),
        len(one.requirements),
        _subjects(held, one.rows, (close,)),
        _subjects(held, one.rows, partial),
        _subjects(held, one.rows, ("skos:relatedMatch",)),
    )


def _subjects(held: Holdings, rows: Sequence[Mapped], predicates: Sequence[str]) -> str | None:
    names = (
        f"{row.subdomain_no}. {_name(held, row.subject)}"
        if row.subdomain_no is not None
        else f"{_name(held, row.subject)}（{row.subject.document}）"
        for row in rows
        if row.predicate in predicates
    )
    return "\n".join(names) or None


def _name(held: Holdings, named: Named) -> str:
    return named.zh if named.en is None else held.say(named.zh, f"{named.en} {named.zh}")
