"""The register of evidence: one row a piece, with what it must show, who brings it, and what is held."""

from __future__ import annotations

from collections.abc import Callable

from drafting.exports.update_edits import Merged
from drafting.exports.workbook_fields import (
    EVIDENCE_FIELDS,
    INDICATOR_FIELDS,
    Field,
    chain_fields,
    stages_of,
    subjects,
)
from drafting.exports.workbook_layout import EDITED_TAB, Line, Told, laid
from drafting.exports.workbook_tables import ATTACHMENT_HEAD, EVIDENCE
from drafting.exports.workbook_values import NO, YES
from drafting.plans.plan import EvidencePlan
from drafting.sheet import Sheet


def evidence_sheet(merged: Merged) -> Sheet:
    """Every piece of evidence of the target and of the tiers below."""
    rows = [one for one in subjects(merged.plan) if one.kind == "evidence"]
    asked = _questions(merged.plan)
    # What every piece of a kind shows is said where the kind first stands.
    first: dict[str, str] = {}
    for one in rows:
        first.setdefault(one.value.what, one.label)
    columns: tuple[Told | Field, ...] = (
        Told(ATTACHMENT_HEAD, 13, lambda line: line.label),
        Told("材料", 14, lambda line: line.now.what),
        Told("证明点", 30, lambda line: f"{asked.get(line.now.point, '')}\n{line.now.point}".strip()),
        *EVIDENCE_FIELDS,
        Told("须盖章", 8, lambda line: YES if line.now.seal_needed else NO),
        Told("须脱敏", 8, lambda line: YES if line.now.mask_needed else NO),
        *chain_fields(stages_of(merged.plan)),
        Told("指标", 16, _indicator("name")),
        Told("公式", 26, _indicator("formula")),
        Told("单位", 7, _indicator("unit")),
        *INDICATOR_FIELDS,
        Told("与哪一份相同", 13, lambda line: line.now.same_as or ""),
        Told("这类材料一般须看清", 26, lambda line: line.now.marks if first.get(line.now.what) == line.label else ""),
    )
    lines = [Line(one.label, one.value, one.value, None) for one in rows]
    return laid(EVIDENCE.name, columns, lines, 2, EDITED_TAB)


def _questions(plan: EvidencePlan) -> dict[str, str]:
    return {point.id: point.question for item in (*plan.items, *plan.base) for point in item.points}


def _indicator(key: str) -> Callable[[Line], str | None]:
    return lambda line: (line.now.indicator or {}).get(key)
