"""What a question is about, without who it is asked of and how it is asked: the part that is compared by meaning.

An embedder gives a whole question one vector, in which 浦江 or 这个在分级要求里写在哪一条 weigh as much as what
somebody wants to know. Documents and tiers are limits, held apart from meaning; the asking is the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PARTS = re.compile(r"[，,。；;？?！!]")
_OPENING = re.compile(
    r"^(?:就是)?(?:请问|想问|问(?![题卷答询]))(?:一?下)?|^(?:麻烦|帮我|给我)(?:看|查|找|说)?一?下?"
    r"|^(?:那[么个]?|对于|关于|针对|在(?![线制库建岗途产])|对(?![标账讲齐接外比照象])|按(?![需钮键灯时期单])|里(?!程)|的)+"
)
_WHERE = r"(?:这个|这事|这条|这点|这块|这种要求|这一级|这一?档)?(?:文件|标准|条款|文本|原文)?(?:里面|里头|里|中|上)?"
_WHETHER = (
    r"(?:有没有|有无|是否|是不是|有|算不算|算)?(?:哪里|哪儿|哪一?[条级档份]|怎么|如何|这种|这个|相关的?|什么|啥)?"
)
_SAYS = r"(?:写在|写到|写|提没提|提到|提|讲到|讲|说到|说|规定|要求|条款|依据|出处|说法)"
_CLOSING = re.compile(
    rf"{_WHERE}{_WHETHER}{_SAYS}(?:了|过|的|这个|这种|这些)*(?:哪一?[条级档里]|什么|没有|没)*(?:吗|么|呢|吧|啊)?$"
)
_SHORTEST = 4


def content_of(text: str, names: Iterable[str]) -> str:
    """The part of a question that says what it is about.

    Args:
        text: The normalised question, in Chinese.
        names: Names of documents and tiers, normalised.

    Returns:
        The question without names and asking; as it is where next to nothing would be left.

    Example:
        >>> content_of("新人进来先教他怎么干活不出事,智能工厂里写在哪一条", ["智能工厂"])
        '新人进来先教他怎么干活不出事'
    """
    left = text
    for name in sorted(names, key=len, reverse=True):
        left = left.replace(name, " ")
    parts = [_CLOSING.sub("", _OPENING.sub("", part.strip())).strip() for part in _PARTS.split(left)]
    content = "，".join(part for part in parts if part)
    return content if len(content) >= _SHORTEST else text
