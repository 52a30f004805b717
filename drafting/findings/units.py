"""Whether a question asks for a figure, and in which units an answer can be."""

from __future__ import annotations

import re

from retrieval.frame import QueryFrame

_DATE = re.compile(r"哪一?(?:天|日)|几月几[日号]|截止(?:日期|时间)?|什么时候|何时|\bdeadline\b|\bwhen (?:is|does|do)\b")
_UNITS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"[几多少]+(?:个)?[十百千]*[万亿]|[万亿]元|多少钱|how much money|\byuan\b"), ("万元", "亿元", "元")),
    (re.compile(r"百分|比例|比重|占比|占多[少大]|[几多少]成(?![立为交本都功果员])|率|%|percent|ratio|share"), ("%",)),
    (
        re.compile(
            r"投资|金额|万元|营业收入|营收|销售额|利润|税收|多少钱|资金|补贴|奖励|奖多少|补助|费用|收费|注册资本|产值|营收"
            r"|invest|subsid|cost|fee|amount|yuan"
        ),
        ("万元", "亿元", "元"),
    ),
    (
        re.compile(
            r"几年|多少年|年限|周期|多久|多长时间|几个?月|多少个?月|期限|有效期"
            r"|how long|period|duration|how many (?:years|months|weeks|days)"
        ),
        ("年", "个月", "月", "天", "日", "工作日", "个工作日", "周"),
    ),
    (re.compile(r"(?<!好)[几多少]家|how many (?:factories|companies|enterprises)"), ("家",)),
    (re.compile(r"[几多少]份"), ("份",)),
    (re.compile(r"[几多少](?:个|名|位)?(?:人|专家)"), ("人", "名", "位")),
    (re.compile(r"[几多少]轴"), ("轴",)),
    (re.compile(r"[几多少]分|得分|分数|score"), ("分",)),
    (re.compile(r"第几|前几|排名|名次|\brank"), ("名", "位", "强")),
    (re.compile(r"[几多少]次"), ("次",)),
)
_OTHER_UNIT = re.compile(
    r"[几多少]+个?(?P<unit>毫秒|秒钟?|分钟|小时|兆|[kmgt]b(?:ps)?|平方米?|平米|亩|公里|米"
    r"|吨|千瓦时?|度电?|摄氏度|分贝|[微毫]米|公斤|赫兹)"
    r"|\bhow many (?P<english>milliseconds|seconds|minutes|hours|square met\w+|tons|degrees|decibels)\b"
)
"""Units that a figure may be asked in beside those above; a text that states none has no such figure."""
_COUNTED = re.compile(r"(?<!好)[几多少](?:家|份|轴|分|次|(?:个|名|位)?(?:人|专家))")
PERIODS = ("个月", "月", "天", "日", "工作日", "个工作日", "周")
"""Units of dates and lengths of time."""


def asks_figure(frame: QueryFrame) -> bool:
    """Whether a question wants a figure that some text may state."""
    if (frame.systems or frame.technologies) and re.search(r"[几多少]次", frame.text):
        return False
    if frame.intent == "threshold" or _DATE.search(frame.text):
        return True
    return frame.intent == "count" and bool(units_asked(frame.text)) and _COUNTED.search(frame.text) is not None


def units_asked(text: str) -> tuple[str, ...]:
    """The units that an answer to a question can have; empty where any will do."""
    if (other := _OTHER_UNIT.search(text)) is not None:
        return (other["unit"] or other["english"],)
    return next((units for pattern, units in _UNITS if pattern.search(text)), ())


def asks_date(frame: QueryFrame) -> bool:
    """Whether a question asks when."""
    return _DATE.search(frame.text) is not None
