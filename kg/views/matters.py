"""What a clause is about where it belongs to no capability subdomain: the other rows of the table of topics."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from corpus.clause import Clause
from kg.views.library import heading_name, same_name

Matter = Literal["grades", "terms", "conditions", "procedure", "forms", "scope", "unfiled"]

MATTERS: dict[Matter, str] = {
    "grades": "等级与类型的总体要求",
    "terms": "术语与缩略语",
    "conditions": "条件与资金",
    "procedure": "程序与职责",
    "forms": "附表与填写项",
    "scope": "目的、目标与范围",
    "unfiled": "其他要求（未归入子域）",
}
"""Names of the rows, in their order."""

_MONEY = re.compile(r"资金|补助|补贴|奖励|奖补|财政|信贷|融资|政策扶持|扶持办法|政策保障")
_PROCEDURE = re.compile(
    r"申报|受理|评审|评估|评价|遴选|审核|审定|公示|公布|认定|验收|会审|确认|复核|备案|职责|分工|牵头|诊断服务|组织实施|承诺"
)
_PROCEDURAL = re.compile(r"申报|受理|评审|遴选|审核|审定|公示|验收|会审|备案|牵头|填报|上报")
"""Words of procedure that say so anywhere in a sentence, not only in a heading."""
_CONDITIONS = re.compile(r"(?:基本|申报|准入|认定|入库|申请)条件$")
_AIMS = re.compile(r"(?:目标|目的|导向|原则|指导思想|总体要求)$")
_CURRENCY = frozenset({"元", "万元", "亿元"})
_ANNEX = re.compile(r"^附\s*[件录表]")

_SEVERAL = 3


def matter(clause: Clause, whole: bool) -> Matter | None:
    """The row of a clause that is filed under no subdomain; None for headings and heads of tables.

    Args:
        clause: The clause.
        whole: Whether it describes a tier or a type as a whole, as :func:`describes_a_grade` finds.
    """
    if states_aims(clause) or leads_in(clause):
        return "scope"
    if clause.kind in ("heading", "not_required"):
        return None
    if clause.kind in ("term", "abbreviation"):
        return "terms"
    if clause.kind == "threshold":
        return "conditions"
    if clause.kind == "step":
        return "conditions" if any(one.unit in _CURRENCY for one in clause.quantities) else "procedure"
    if clause.kind == "form_field" or (clause.kind != "requirement" and _filled_in(clause)):
        return "forms"
    if clause.kind == "table_cell":
        return "grades" if clause.track else None
    if whole:
        return "grades"
    if sets_conditions(clause):
        return "conditions"
    return "unfiled" if clause.kind == "requirement" else _of_prose(clause)


def binds(clause: Clause) -> bool:
    """Whether a clause asks for something: a requirement, or a paragraph with 应 or 宜 that no layout took for one."""
    if leads_in(clause):
        return False
    prose = clause.kind in ("paragraph", "lead") and any(force in ("shall", "should") for force in clause.forces)
    return clause.kind == "requirement" or prose


def leads_in(clause: Clause) -> bool:
    """Whether a clause only leads in the items below it."""
    return clause.kind in ("requirement", "paragraph", "lead") and clause.plain.rstrip().endswith(("：", ":"))


def sets_conditions(clause: Clause) -> bool:
    """Whether a clause stands under a heading of conditions for applying."""
    return any(_CONDITIONS.search(heading_name(heading)) for heading in clause.path)


def states_aims(clause: Clause) -> bool:
    """Whether a clause stands under a heading of aims or principles, which bind no single capability."""
    asks = clause.kind in ("requirement", "paragraph", "lead")
    return asks and any(_AIMS.search(heading_name(heading)) for heading in clause.path)


def describes_a_grade(clause: Clause, names: Collection[str]) -> bool:
    """Whether a clause is about a tier or a type as a whole.

    It stands in a tier outside any capability, or its own heading is the name of a tier or a type, or it stands outside
    any capability and names several of them.

    Args:
        clause: The clause.
        names: Names of tiers and tracks, as :func:`kg.views.library.same_name` writes them.
    """
    if clause.kind not in ("requirement", "paragraph", "lead", "table_cell"):
        return False
    placed = clause.subdomain or clause.domain or clause.element
    if clause.tier and not placed:
        return True
    own = heading_name(clause.path[-1]) if clause.path else ""
    if own and clause.plain.startswith(own) and same_name(own) in names:
        return True
    if placed or clause.kind != "requirement":
        return False
    return clause.track is None and sum(name in clause.plain for name in names) >= _SEVERAL


def _filled_in(clause: Clause) -> bool:
    """Whether a paragraph stands in an annex: what is filled in, promised or outlined there."""
    return bool(clause.path) and _ANNEX.match(clause.path[0]) is not None


def _of_prose(clause: Clause) -> Matter:
    heading = heading_name(clause.path[-1]) if clause.path else ""
    if _MONEY.search(heading) or (_MONEY.search(clause.plain) and not _PROCEDURE.search(heading)):
        return "conditions"
    if _PROCEDURE.search(heading) or _PROCEDURAL.search(clause.plain):
        return "procedure"
    return "scope"
