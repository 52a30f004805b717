"""The industry that a question limits itself to: named outright, or by a trade that plainly belongs to one."""

from __future__ import annotations

import re

_NAMED = re.compile(r"(离散|流程)(?:型|式)?(?:行业|制造业?|企业|工业)|\b(discrete|process) (?:industr|manufactur)")
_ENGLISH = {"discrete": "离散", "process": "流程"}
_OWN = re.compile(r"(?:我们|咱们?|本公司|我厂|我司)[^，。？?]{0,16}")
_TRADES = {
    "流程行业": re.compile(
        r"化工|石化|炼油|制药|医药|钢铁|冶金|有色|水泥|建材|玻璃|造纸|食品|饮料|酿酒|印染|化纤|电池材料"
    ),
    "离散行业": re.compile(
        r"机械|汽车|零部件|电子|家电|家具|五金|机床|模具|装备制造|电机|船舶|航空|服装|仪器|注塑|钣金"
    ),
}
"""Trades that are plainly process or discrete manufacturing; what is both, or neither, is left out."""


def industry_named(text: str) -> str | None:
    """``离散行业`` or ``流程行业`` where a normalised question names just one of them."""
    named = {one or _ENGLISH[other] for one, other in _NAMED.findall(text)}
    return f"{named.pop()}行业" if len(named) == 1 else None


def industry_of_trade(text: str) -> tuple[str | None, str]:
    """The industry of the trade that a question says it is from (我们是化工企业), with the word that says so."""
    own = _OWN.search(text)
    found = {name: hit.group() for name, trade in _TRADES.items() if own and (hit := trade.search(own.group()))}
    return next(iter(found.items())) if len(found) == 1 else (None, "")
