"""What the figures of a clause measure by name, and whether the figures of two clauses measure the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clause import Clause, Quantity
from kg.linking import fold
from kg.row_names import measured_name

_BREAK = re.compile(r"[，,；;。：:！!？?\n]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]|[“”\"\s]")
_LISTED = re.compile(r"[、/]|以及|[和与及]")
_MODAL = re.compile(r"^(?:其中|同时|并且?|且|应当?|宜|须|必须|需要?|要|可|实现|确保|保证|使|力争)+(?=[^\W\d_])")
_LEADS = re.compile(
    r"(?:(?:[较比]|相较于?|同比|环比|年均|平均|累计)[^\W\d_]{0,6})?"
    r"(?:应当?|须|需|要|宜|原则上|一般|均|都|分别|约|为|是|在|至|到|达到?|下降|降低|减少|缩短|提高|提升|增长|增加|节约)+$"
)
"""Words right before a figure that say nothing of what it measures."""
_SHARE_OF = re.compile(r"^(?P<part>.{2,}?)占.+(?:比例|比重|占比|比)$")
_KIND = re.compile(
    r"(?:(?:覆盖|普及)?率|占?比(?:例|重|率)?|占有?|数量?|总?[量额]|水平|指标|值|程度|时间|时长|周期|天数|年限)$"
)
"""The kind of measure, which different things have in common (联网率, 数控化率)."""
_SPENT = re.compile(r"投入|费用|经费|支出|投资额?")
_COUNTED = re.compile(r"^\s*(?P<thing>[^\W\d_]{2,12})")
_SCALED = re.compile(r"[%‰]|个百分点|[万亿]?元|年|季度|个?月|周|天|个?(?:工作)?日|小时|分钟|毫?秒")
"""Units that say nothing of what is measured, unlike those that count things."""
_LEAST = 2
"""Shorter names tell nothing."""
_HEAD = 2
"""Names that end in so many of the same characters measure the same of more or less (关键设备联网, 生产设备联网)."""
_ALIKE = 0.4
"""How many characters of what two names do not begin and end with in common they share, where one says the other in
other words (设备联网, 联网设备)."""
_MOSTLY = 0.6
"""The share of a clause's letters that its figures and their names have, where it asks for little else."""


def measures(clause: Clause) -> tuple[str, ...]:
    """The names of what a clause's figures measure, in order; of a bare figure in a table's cell that of its row.

    >>> from corpus.clause import Quantity
    >>> text = "联网率不低于50%"
    >>> clause = Clause(id="x/1/low", document="x", section="", path=("指标",), kind="requirement", rule="", start=0,
    ...     end=9, text=text, plain=text, quantities=(Quantity("不低于50%", ">=", 50, None, "%", 3, 9),))
    >>> measures(clause)
    ('联网率',)
    """
    row = measured_name(clause)
    if row:
        return tuple(_names(row))
    return tuple(dict.fromkeys(name for quantity in clause.quantities for name in _named(clause, quantity)))


def measure_apart(one: Clause, other: Clause) -> bool:
    """Whether two clauses ask for little but figures, and none of one measures what one of the other does.

    What names no measure is never apart from another clause by that.
    """
    mine, theirs = measures(one), measures(other)
    if not (mine and theirs and _is_figures(one, mine) and _is_figures(other, theirs)):
        return False
    return not any(same_measure(name, named) for name in mine for named in theirs)


def same_measure(one: str, other: str) -> bool:
    """Whether two names may be of one measure, of which one may say more, less or the same in other words.

    >>> same_measure("关键工序数控化率", "数控化率"), same_measure("设备联网率", "联网设备占比")
    (True, True)
    >>> same_measure("设备数控化率", "设备联网率")
    False
    """
    left, right = _core(one), _core(other)
    if min(len(left), len(right)) < _LEAST or left in right or right in left:
        return True
    first = _common(left, right)
    left, right = left[first:], right[first:]
    last = _common(left[::-1], right[::-1])
    if last >= _HEAD or not (left and right):
        return True
    left, right = left[: len(left) - last], right[: len(right) - last]
    shared = len(set(left) & set(right))
    return 2 * shared >= _ALIKE * (len(set(left)) + len(set(right)))


def _named(clause: Clause, quantity: Quantity) -> Iterator[str]:
    """The things that one figure measures: several where they share it (数控化率、联网率均不低于50%)."""
    at = quantity.start - clause.start
    if not _SCALED.fullmatch(quantity.unit):
        counted = _COUNTED.match(clause.text[quantity.end - clause.start :])
        if quantity.comparator != "=" and counted:
            yield counted["thing"]
        return
    yield from _names(_BREAK.split(_ASIDE.sub("", clause.text[:at]))[-1])


def _names(words: str) -> Iterator[str]:
    for part in _LISTED.split(words):
        name = _LEADS.sub("", _MODAL.sub("", part)).replace("的", "")
        if len(name) >= _LEAST:
            yield name


def _core(name: str) -> str:
    """A name without the kind of its measure, and without the whole that it is a share of."""
    folded = fold(_ASIDE.sub("", name))
    share = _SHARE_OF.match(folded)
    core = share["part"] if share else folded
    core = _LEADS.sub("", core)
    return _SPENT.sub("投资", _KIND.sub("", core) or core)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_figures(clause: Clause, names: tuple[str, ...]) -> bool:
    if measured_name(clause):
        return True
    told = sum(len(quantity.text) for quantity in clause.quantities) + sum(map(len, names))
    return told >= _MOSTLY * sum(letter.isalnum() for letter in clause.plain)
