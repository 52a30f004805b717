"""A sentence must say what is to be done, not only by what means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.view import View, governing_words

_PART = re.compile(r"[;。]")
MEANS = re.compile(
    r"^(?:基于|通过|利用|运用|面向|根据|依据|依托|结合|针对|围绕|按照|按|借助|以|从|经|对于?(?![标接外照比齐]|.*\d)|在.*(?:方面|过程|环节|阶段|基础|[中上下])$)"
)
"""How a circumstance begins: by what means, on what basis, for whom."""
ACT = re.compile(
    r"(?:进行|开展|实现|建立|构建|建设|搭建|完成|提供|形成|满足|推动|推进|实施|指导|驱动|支撑|赋能|提升|提高|采用|使用|应用于|获取"
    r"|生成|下发|分发|制定|编制|确定|跟踪|打通|部署|配备|设立|设置|具备|保证|保障|确保|降低|减少|避免|防止|输出|引入|实行|达到|将|把)(?!的)"
)
"""Verbs that name an act. Those that as often end a noun (管理, 分析, 研发, 集成) are left out."""


def check(view: View) -> Iterator[str]:
    """Name each part of the sentence that ends in a circumstance (基于…, 通过…) where the clause goes on."""
    for part in _PART.split(view.sentence):
        modals = governing_words(part)
        said = part[modals[0][1] :] if modals else part
        phrases = [phrase for phrase in re.split("[,:]", said) if phrase]
        whole = any(f"{said}{mark}" in f"{text}。" for text in view.texts for mark in ";。")
        if phrases and not whole and only_means(phrases[-1]):
            yield f"只说了手段，没有说做什么：{part}"


def only_means(phrase: str) -> bool:
    """Whether a phrase begins as a circumstance and nothing in it is done.

    >>> only_means("通过供应链管理平台"), only_means("通过数据采集跟踪计划执行")
    (True, False)
    """
    means = MEANS.match(phrase)
    return means is not None and ACT.search(phrase, means.end()) is None
