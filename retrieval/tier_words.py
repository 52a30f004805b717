"""How people point at tiers without their names: 车间那级, 最高那一档, 再往上一档, 从车间到智能工厂."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
_ALL = re.compile(r"(?:三|各|每|所有|全部)一?个?(?:档次?|级别?|等级|层级)|\b(?:all|three|each) tiers?\b")
_AFTER_ALL = re.compile(
    r"(?:[^一-鿿]|$|的|都|均|各|分[别开]|怎|如何|要(?!员|素)|应(?!急)|须|必|对|在|里|[中之]间?|上|下|加|合[计起]|[一总]?共|差|有(?!关)"
    r"|没|是|提|说|讲|写|规定|标准(?!化)|建设|工厂|能(?![效源耗力])|可(?!靠)|哪|什么|谁|变(?![速频压电])|[相对]比|不|从|和|与|跟|或|呢|吗|逐|依|由|递|最|全"
    r"|也|还|叫|名称|需|所|其|同|一样|条|内容|项|数(?!据|控|字)|关于|针对|往|到(?!货|岗))"
)
"""What follows words for all tiers; another noun has levels of its own (三级保养, 各级部门)."""
_GRADED = (
    r"(?:风险|隐患|危险源?|保密|密级|精度|防护|防爆|防火|能效|洁净度?|压力|电压|技能|职称|事故|响应|预警|报警|告警|故障|优先级?|权限|信用"
    r"|供应商|领导|人员|部门|主管|保护)"
)
"""Things that have levels of their own."""
_GRADED_BEFORE = re.compile(rf"{_GRADED}的?$")
_GRADED_AFTER = re.compile(rf"的?{_GRADED}")
_BARE_WORKSHOP = re.compile(r"(?<!数字化)(?<!数字)(?<!生产)车间(?=(?:到|升到|和|与|、|跟)(?:省级)?(?:智能|未来)工厂)")
_OFFICE = r"(?!别|主管|部门|单位|领导|政府|机关|公司|平台)"
"""What follows 上一级 and its like where they are no tiers (往上级部门报)."""
_ABOVE = re.compile(
    rf"(?:再?往|再)上(?:面)?(?:一|走一)?(?:档|级{_OFFICE}|层)|(?:上|高)一(?:档|级{_OFFICE}|层级?|个(?:档|等级|级别))"
    r"|更高(?:的)?(?:一[档级]|档|等级|级别)"
)
_ALL_BELOW = re.compile(r"(?:下面|以下|低一?级)的?(?:[两二几三各]|所有)个?(?:档次?|级别?|等级)")
_BELOW = re.compile(
    rf"(?:再?往|再)下(?:面)?一?(?:档|级{_OFFICE}|层)|低一(?:档|级{_OFFICE}|层级?|个(?:档|等级|级别))"
    r"|更低(?:的)?(?:一[档级]|档|等级|级别)"
)


def with_tier_names(text: str) -> str:
    """The question with one wording for each way of pointing at a tier, which the vocabulary has as a hidden label.

    >>> with_tier_names("车间那一级和最高那档"), with_tier_names("从车间到智能工厂")
    ('车间级和最高档', '从数字化车间到智能工厂')
    """
    named = _POINTED.sub(_named, text)
    return _BARE_WORKSHOP.sub("数字化车间", named)


def _named(found: re.Match[str]) -> str:
    if is_level_of_another(found.string, found.start(), found.end()):
        return found.group()
    return _LEVEL.get(found["which"]) or f"{_NAMES.get(found['which'], found['which'])}档"


def is_level_of_another(text: str, start: int, end: int) -> bool:
    """Whether words for a level are said of something that has levels of its own.

    >>> is_level_of_another("风险最高等级怎么管", 2, 6), is_level_of_another("能源最高等级怎么管", 2, 6)
    (True, False)
    """
    return bool(_GRADED_BEFORE.search(text[:start]) or _GRADED_AFTER.match(text, end))


def every_tier_said(text: str, topics: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """The words for all tiers in a question, where they are said of tiers and not of something else with levels.

    Args:
        text: The normalised question.
        topics: Names of capabilities, which may follow at once.

    >>> [hit.group() for hit in every_tier_said("三级保养在三档设备运维里怎么写", ["设备运维"])]
    ['三档']
    """
    after = tuple(topics)
    for hit in _ALL.finditer(text):
        said = _AFTER_ALL.match(text, hit.end()) or text.startswith(after, hit.end())
        if said and not is_level_of_another(text, hit.start(), hit.end()):
            yield hit


def with_neighbour(text: str, tiers: Sequence[str], order: Sequence[str]) -> list[str]:
    """The tiers named, with the one above or below where the question points at it from a single one.

    >>> with_neighbour("智能工厂再往上一档多出什么", ["b"], ["a", "b", "c"])
    ['b', 'c']
    >>> with_neighbour("到了未来工厂怎么是宜，下面两级是什么力度", ["c"], ["a", "b", "c"])
    ['a', 'b', 'c']
    """
    if len(tiers) != 1 or tiers[0] not in order:
        return list(tiers)
    at = order.index(tiers[0])
    if _ALL_BELOW.search(text):
        return [*order[:at], tiers[0]]
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
