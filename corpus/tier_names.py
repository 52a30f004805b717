"""Stable codes for the tier names that schemes of this field use."""

from __future__ import annotations

import re

_CODES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("数字化车间"), "digital-workshop"),
    (re.compile("智能车间"), "smart-workshop"),
    (re.compile("数字工厂|数字化工厂"), "digital-factory"),
    (re.compile("智能工厂|智慧工厂"), "smart-factory"),
    (re.compile("未来工厂|灯塔工厂"), "future-factory"),
    (re.compile("^基础级|入门级"), "basic"),
    (re.compile("^先进级"), "advanced"),
    (re.compile("^卓越级"), "excellence"),
    (re.compile("^领航级|^引领级"), "leading"),
    (re.compile("^一(级|星)"), "level-1"),
    (re.compile("^二(级|星)"), "level-2"),
    (re.compile("^三(级|星)"), "level-3"),
    (re.compile("^四(级|星)"), "level-4"),
    (re.compile("^五(级|星)"), "level-5"),
)
_LOOKS_LIKE_TIER = re.compile(r"(车间|工厂|[一-鿿]级|[一-五]星级?)$")


def tier_code(name: str) -> str | None:
    """The code of a tier's name, or None for words that name no known tier.

    >>> tier_code("省级智能工厂"), tier_code("核心能力")
    ('smart-factory', None)
    """
    for pattern, code in _CODES:
        if pattern.search(name):
            return code if _LOOKS_LIKE_TIER.search(name) else None
    return None
