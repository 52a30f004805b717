"""How people point at tiers without their names: 车间那级, 最高那一档, 再往上一档, 从车间到智能工厂."""

from __future__ import annotations

import re
from collections.abc import Sequence

_POINTED = re.compile(
    r"(?P<which>车间|最低|最高|最顶|中间|入门|起步|最基础|最基本|最起码|打底|顶上|最上面|最下面)的?"
    r"(?:[那这]?一?个?(?:级别?|档次?|等级|层次)|(?:[那这]一?个?|一个?)层)(?!子|领导|主管)"
)
_NAMES = {
    "起步": "入门",
    "顶上": "最高",
    "最顶": "最高",
    "最基础": "最低",
    "最基本": "最低",
    "最起码": "最低",
    "打底": "最低",
    "最上面": "最高",
    "最下面": "最低",
}
_LEVEL = {"车间": "车间级"}
_BARE_WORKSHOP = re.compile(r"(?<!数字化)(?<!数字)(?<!生产)车间(?=(?:到|升到|和|与|、|跟)(?:省级)?(?:智能|未来)工厂)")
_OFFICE = r"(?!别|主管|部门|单位|领导|政府|机关|公司|平台)"
"""What follows 上一级 and its like where they are no tiers (往上级部门报)."""
_ABOVE = re.compile(
    rf"(?:再?往|再)上(?:面)?(?:一|走一)?(?:档|级{_OFFICE}|层)|(?:上|高)一(?:档|级{_OFFICE}|层级?|个(?:档|等级|级别))"
    r"|更高(?:的)?(?:一[档级]|档|等级|级别)"
)
_BELOW = re.compile(
    rf"(?:再?往|再)下(?:面)?一?(?:档|级{_OFFICE}|层)|低一(?:档|级{_OFFICE}|层级?|个(?:档|等级|级别))"
    r"|更低(?:的)?(?:一[档级]|档|等级|级别)"
)


def with_tier_names(text: str) -> str:
    """The question with one wording for each way of pointing at a tier, which the vocabulary has as a hidden label.

    >>> with_tier_names("车间那一级和最高那档"), with_tier_names("从车间到智能工厂")
    ('车间级和最高档', '从数字化车间到智能工厂')
    """
    named = _POINTED.sub(
        lambda found: _LEVEL.get(found["which"]) or f"{_NAMES.get(found['which'], found['which'])}档", text
    )
    return _BARE_WORKSHOP.sub("数字化车间", named)


def with_neighbour(text: str, tiers: Sequence[str], order: Sequence[str]) -> list[str]:
    """The tiers named, with the one above or below where the question points at it from a single one.

    >>> with_neighbour("智能工厂再往上一档多出什么", ["b"], ["a", "b", "c"])
    ['b', 'c']
    """
    if len(tiers) != 1 or tiers[0] not in order:
        return list(tiers)
    at = order.index(tiers[0])
    said = neighbour_said(text)
    step = said[2] if said else 0
    return [*tiers, order[at + step]] if step and 0 <= at + step < len(order) else list(tiers)


def neighbour_said(text: str) -> tuple[int, int, int] | None:
    """Where words point at the tier above or below: start, end, and 1 or -1; None where they point at neither.

    >>> neighbour_said("再往下一级呢")
    (0, 5, -1)
    """
    above, below = _ABOVE.search(text), _BELOW.search(text)
    hit = above or below
    return None if hit is None else (hit.start(), hit.end(), 1 if above else -1)
