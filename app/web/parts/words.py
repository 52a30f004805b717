"""What the pages call things: statuses, reasons, kinds of row, forces, retrievers."""

from __future__ import annotations

from collections.abc import Mapping

from app.web.language import say
from corpus.clause import Clause, Force, Kind
from drafting.answer import Reason, Status
from drafting.wording import FORCE_WORDS

STATUS: Mapping[Status, str] = {
    "answered": "文本有规定",
    "not_required": "文本不做要求",
    "corrected": "提问的前提与文本不符",
    "refused": "不作答",
}
STATUS_EN: Mapping[Status, str] = {
    "answered": "stated",
    "not_required": "not required",
    "corrected": "the premise differs from the text",
    "refused": "not answered",
}
REASON: Mapping[Reason, str] = {
    "not_in_sources": "文本没有说",
    "out_of_scope": "不在标准库的范围内",
    "injection": "不执行文本以外的指令",
    "harmful": "不予协助",
}
KIND: Mapping[Kind, str] = {
    "requirement": "要求",
    "not_required": "不做要求",
    "heading": "标题行",
    "lead": "引导语",
    "paragraph": "段落",
    "term": "术语",
    "abbreviation": "缩略语",
    "form_field": "表单栏目",
    "threshold": "门槛",
    "step": "步骤",
    "table_cell": "表格单元",
}
FORCE_MEANING: Mapping[Force, str] = {
    "shall": "必须满足",
    "should": "推荐做到",
    "may": "允许",
    "encouraged": "提倡",
    "none": "句中没有规范用词",
}
WHY: Mapping[str, str] = {
    "bm25": "关键词",
    "dense": "语义",
    "graph": "图谱关联",
    "topic": "主题",
    "wording": "日常说法",
    "system": "系统的日常说法",
    "proposed": "推定的国家场景（非原文）",
}
INTENT: Mapping[str, str] = {
    "lookup": "查要求",
    "count": "问数量",
    "list": "列清单",
    "threshold": "问指标",
    "definition": "问定义",
    "procedure": "问流程",
    "comparison": "作比较",
    "yes_no": "是否",
    "where": "问出处",
}
LEVEL: Mapping[str, str] = {"national": "国家级", "provincial": "省级", "municipal": "市级", "county": "县级"}
_RULING: frozenset[Kind] = frozenset({"requirement", "threshold"})


def badges(clause: Clause) -> tuple[tuple[str, str, str], ...]:
    """The badges of a clause: a name for the style sheet, the character shown, what it means."""
    if clause.kind == "not_required":
        return (("not-required", say("不做要求"), say("原表此格为“/”")),)
    if clause.forces == ("none",):
        meaning = "条目的种类；句中没有规范用词" if clause.kind in _RULING else "条目的种类"
        return (("kind", say(KIND[clause.kind]), say(meaning)),)
    return tuple((force, FORCE_WORDS[force], say(FORCE_MEANING[force])) for force in clause.forces)
