"""The back of a plan in Word: what it builds on, other targets, how it is shown on the spot, and where all stands."""

from __future__ import annotations

from itertools import groupby

from drafting.exports.item_tables import compact_rows, script_rows, served_by
from drafting.exports.plan_tables import document_rows, national_rows, source_rows
from drafting.exports.word_looks import across, upright
from drafting.exports.wording import NATIONAL, PROPOSED, other_name, percent, ready_told
from drafting.plans.plan import EvidencePlan
from drafting.word.document import WordDocument
from drafting.word.markup import lines, paragraph, run
from ontology.evidence import evidence_catalogue

_COMPACT = (13, 50, 17, 86, 59, 22)
_COMPACT_SERVED = (13, 46, 17, 78, 52, 20, 21)


def add_appendices(document: WordDocument, plan: EvidencePlan) -> None:
    """The appendices: the script on the spot, the base, other targets, and the sources."""
    _add_script(document, plan)
    if plan.base:
        _add_base(document, plan)
    if plan.others:
        _add_others(document, plan)
    if plan.national:
        _add_national(document, plan)
    _add_sources(document, plan)


def _add_script(document: WordDocument, plan: EvidencePlan) -> None:
    document.turn("upright")
    document.heading(1, "现场核查脚本", appendix=True)
    told = (
        "评审人员到现场时，按下面的地点、屏幕和人员逐项演示；账号、数据和设备事先核对一遍。脚本是建议，以评审安排为准。"
    )
    document.add(lines("Narrative", told))
    for rows in script_rows(plan):
        document.add(paragraph("Label", run(rows.title)), upright(rows, (23, 27, 34, 22, 50)))


def _add_base(document: WordDocument, plan: EvidencePlan) -> None:
    document.turn("across")
    document.heading(1, "下面各层级的要求", appendix=True)
    told = f"申报的层级建立在这些要求之上，单独计数（就绪度 {percent(plan.base_readiness)}）。这里不写叙述。"
    document.add(lines("Narrative", told))
    for label, group in groupby(plan.base, key=lambda item: item.requirement.tier_label or ""):
        document.heading(2, label, appendix=True)
        document.add(across(compact_rows(tuple(group)), _COMPACT))


def _add_others(document: WordDocument, plan: EvidencePlan) -> None:
    document.turn("across")
    document.heading(1, "同一档案对其他目标的判断", appendix=True)
    told = f"按各目标自己的要点判断。可共用的证明由建议的对应关系推得，标为「{PROPOSED}」，不是官方对应。"
    document.add(lines("Narrative", told))
    served = served_by(plan)
    for other in plan.others:
        document.heading(2, other_name(plan, other), appendix=True)
        document.add(lines("Fine", f"目标 {other.target}：{len(other.items)} 条要求，{ready_told(other)}"))
        document.add(across(compact_rows(other.items, served), _COMPACT_SERVED))


def _add_national(document: WordDocument, plan: EvidencePlan) -> None:
    document.turn("upright")
    document.heading(1, f"国家层级的条件（{PROPOSED}）", appendix=True)
    document.add(lines("Narrative", NATIONAL))
    for tier in plan.national:
        document.heading(2, tier.label, appendix=True)
        document.add(upright(national_rows(tier), (22, 52, 17, 38, 11, 16)))


def _add_sources(document: WordDocument, plan: EvidencePlan) -> None:
    document.turn("upright")
    document.heading(1, "条文出处", appendix=True)
    told = "起止字符按文件的存档文本从 0 数起，止于末字之后；条文哈希是条文文字 sha256 的前 16 位，可据此核对引文。"
    document.add(lines("Narrative", told))
    if plan.documents:
        document.add(upright(document_rows(plan), (26, 50, 30, 50)))
    document.add(upright(source_rows(plan), (42, 52, 14, 19, 29)))
    document.add(lines("Fine", f"证明材料的种类、盖章和脱敏：{evidence_catalogue().proposal}。"))
