"""Sentences of comparisons whose form is cut, turned round, or names a side that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.alignment import normalise
from drafting.checks.composed.compared import ComparedFacts
from drafting.checks.composed.sides import sides_of
from drafting.checks.composed.view import Composed

_HALVED = re.compile(
    r"(?<!没有)找到对应的内容|全文(?!没有)出现|(?<!未)再写,仍然有效|(?<!nothing)correspondingwasfound"
    r"|:(?:范围|用词变|内容)(?!扩大|强|弱|有变)"
)
"""Forms of comparisons that lost their denial, or say a change that there is none of."""
_ALIKE_FORCES = re.compile(r"用“(?P<one>[^”]+)”,[^“;]*用“(?P=one)”|uses“(?P<en>[^”]+)”,[^“;]*uses“(?P=en)”")


def broken(view: Composed, facts: ComparedFacts) -> Iterator[str]:
    """Name forms that are cut or turned round, and tiers of which the side named with them cites nothing."""
    if view.sentence.count("《") != view.sentence.count("》"):
        yield "书名号不成对"
    for found in (*_HALVED.finditer(view.sentence), *_ALIKE_FORCES.finditer(view.sentence)):
        yield f"不成其为比较：{found.group()}"
    tiers = sorted((normalise(one) for one in view.lexicon.tiers), key=len, reverse=True)
    called = {normalise(name): target for name, target in facts.sides.items()}
    for name, target in called.items():
        parts = (*tiers, normalise(target.partition("/")[2]))
        base = next((name.removesuffix(one) for one in parts if one and name.endswith(one)), name)
        for found in (
            re.finditer(rf"{re.escape(base)}({'|'.join(map(re.escape, tiers))})", view.sentence) if base else ()
        ):
            own = sides_of(name, facts, view).own
            labels = {normalise(label) for one in own for label in (one.tier_label, one.track) if label}
            if found.group() not in called and found.group(1) not in labels:
                yield f"“{found.group()}”不是所比的一边"
