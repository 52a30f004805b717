"""The sheets that stand on their own: actions, other targets, national tiers, the visit, sources, conflicts."""

from __future__ import annotations

from drafting.exports.item_tables import script_rows
from drafting.exports.plan_tables import action_rows, quoted_clauses
from drafting.exports.wording import PROPOSED, document_title
from drafting.exports.workbook_fields import SCENE_FIELDS, Field, subjects
from drafting.exports.workbook_layout import EDITED_TAB, PROPOSED_TAB, Line, Told, laid, listed, told
from drafting.exports.workbook_tables import SCENE_HEAD, SCRIPT
from drafting.plans.plan import STATUS_LABELS, EvidencePlan
from drafting.plans.readiness import domain_of
from drafting.sheet import Sheet


def action_sheet(plan: EvidencePlan) -> Sheet:
    """What to do, with what it closes and the fact that holds it up."""
    columns = (
        told("序号", 7),
        told("行动", 70),
        told("解决要点数", 10),
        told("其中「应」", 10),
        told("解决的要点", 60),
        told("所在（档案路径）", 22),
    )
    rows = [
        (int(number), what, int(closes), int(must), points, action.fact)
        for (number, what, closes, must, points), action in zip(action_rows(plan).rows, plan.actions, strict=True)
    ]
    return listed("行动清单", columns, rows)


def other_sheet(plan: EvidencePlan) -> Sheet:
    """What the same assessment says of the other targets; which proof serves them is only proposed."""
    columns = (
        told("目标", 22),
        told("编号", 24),
        told("能力域或分组", 18),
        told("条文", 60),
        told("状态", 10, coloured=True),
        told("判断理由", 50),
        told("缺口", 44),
        told("责任人", 16),
        told(f"可共用证明的本目标要求（{PROPOSED}）", 30),
    )
    serving: dict[str, list[str]] = {}
    for item in plan.items:
        for clause in item.also:
            serving.setdefault(clause, []).append(item.requirement.id)
    rows = [
        (
            other.target,
            item.requirement.id,
            domain_of(item),
            item.requirement.text,
            STATUS_LABELS[item.status],
            "\n".join(f"{number}. {STATUS_LABELS[one.status]}：{one.why}" for number, one in enumerate(item.points, 1)),
            item.gap,
            item.owner,
            "\n".join(serving.get(item.requirement.id, ())),
        )
        for other in plan.others
        for item in other.items
    ]
    return Sheet("其他目标", columns, rows, frozen=2, tab=PROPOSED_TAB)


def national_sheet(plan: EvidencePlan) -> Sheet:
    """What the tiers of the national gradient ask, judged from the profile alone."""
    columns = (
        told("国家等级", 14),
        told("方面", 18),
        told("要求", 60),
        told("状态", 10, coloured=True),
        told("判断理由", 44),
        told("依据（档案路径）", 24),
        told("可信度", 8),
        told("版次", 12),
    )
    rows = [
        (
            tier.label,
            one.about,
            one.asks,
            STATUS_LABELS[one.status],
            one.why,
            "\n".join(one.basis),
            one.trust,
            one.edition,
        )
        for tier in plan.national
        for one in tier.conditions
    ]
    return Sheet("国家等级", columns, rows, frozen=1, tab=PROPOSED_TAB)


def script_sheet(plan: EvidencePlan) -> Sheet:
    """Where a reviewer is taken, what is on the screen, who stands there and what is done."""
    domains = {row[0]: table.title for table in script_rows(plan) for row in table.rows}
    lines = [Line(one.label, one.value, one.value, None) for one in subjects(plan) if one.kind == "scene"]
    columns: tuple[Told | Field, ...] = (
        Told("能力域", 16, lambda line: domains[line.label]),
        Told(SCENE_HEAD, 20, lambda line: line.label),
        *SCENE_FIELDS,
    )
    return laid(SCRIPT.name, columns, lines, 2, EDITED_TAB)


def source_sheet(plan: EvidencePlan) -> Sheet:
    """Every clause that the plan quotes, word for word, with its place in the document."""
    columns = (told("条文编号", 28), told("文件", 32), told("章节", 10), told("起止字符", 14), told("原文", 90))
    rows = [
        (
            clause.id,
            document_title(plan, clause.document),
            clause.section,
            f"{clause.start}–{clause.end}",
            clause.text,
        )
        for clause in quoted_clauses(plan)
    ]
    return listed("条文来源", columns, rows)


def conflict_sheet(plan: EvidencePlan) -> Sheet:
    """What does not agree: in the profile, and between what people decided and what is computed."""
    columns = (told("序号", 7), told("冲突", 110), told("所在", 50))
    rows = [(number, one.what, "\n".join(one.paths)) for number, one in enumerate(plan.conflicts, 1)]
    return listed("冲突", columns, rows)
