"""An answer held against its own words: what it says is done, and whether a reason that it does not apply is one."""

from __future__ import annotations

import re

from drafting.plans.denial import limits, mentions
from drafting.profiles.answer_rows import Practice
from ontology.checkpoint import Point

_CLAUSES = re.compile(r"[，,；;。\n]")
_ASKS_DIGITAL = re.compile(r"自动|在线|实时|系统|数字化|电子|联网|平台|线上|软件")
_BY_HAND = re.compile(
    r"(?<!不再)(?<!取消)(?<![替代免少无])(?:人工|手工|手抄|手写|纸质|纸单|excel|电子表格|线下|口头)", re.IGNORECASE
)
_DIGITAL = re.compile(r"自动|在线|实时|系统|终端|平台|扫码|传感|联网|采集|软件|模块|线上|推送|[A-Za-z]{3,}")
_EXCEL = re.compile(r"excel", re.IGNORECASE)
_SCOPE = re.compile(
    r"行业|离散|流程型|产品|工艺|工序|条文|原文|类型|范围|业务|产线|物料|原料|危险|排放|废|不涉及|不生产|不使用|不产生|无此|"
    r"没有(?!钱|资金|预算|人|时间|精力|计划|打算|必要|需要|条件|能力|想)."
)
_UNWILLING = re.compile(
    r"不想|不愿|不打算|没必要|没有必要|不需要|太贵|成本|没钱|资金|预算|没时间|没人|人手|精力|以后|暂不|领导"
)


def contradiction(point: Point, practice: Practice) -> str | None:
    """What an answer's own words say against its being in use; None where they do not.

    Args:
        point: What is asked.
        practice: The answer.
    """
    if practice.state != "in_use" or not practice.how:
        return None
    limited = limits(practice.how)
    words = [word for one in point.looks_at for word in one.has]
    about = tuple(clause for clause in limited if any(mentions(word, clause) for word in words))
    if about or denies_itself(practice):
        return f"做法里写的是「{'，'.join(about or limited)}」，与在用不一致"
    digital = _DIGITAL.search(_EXCEL.sub("", practice.how))
    if _ASKS_DIGITAL.search(point.ask) and _BY_HAND.search(practice.how) and not digital:
        return f"做法里写的是「{practice.how.rstrip('。')}」，是人工做的"
    return None


def denies_itself(practice: Practice) -> bool:
    """Whether all that an answer in use says of what is done limits or denies it."""
    if practice.state != "in_use" or not practice.how:
        return False
    clauses = [clause for clause in _CLAUSES.split(practice.how) if clause.strip()]
    return bool(clauses) and len(limits(practice.how)) == len(clauses)


def reason_holds(reason: str | None) -> bool:
    """Whether a reason that a point does not apply speaks of the trade, the product or the text, not of the will."""
    return bool(reason and _SCOPE.search(reason) and not _UNWILLING.search(reason))
