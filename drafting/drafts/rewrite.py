"""A rewritten question: a few ways to say it in the terms of the field, fit to be searched with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from corpus.commands import without_commands
from drafting.checks.alignment import letters, normalise
from drafting.drafts.own_words import NUMBER

SHORTEST, LONGEST = 4, 24
FEWEST, MOST = 2, 4
_PARTS = re.compile(r"[；;]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
_SENTENCE = re.compile(
    r"[，,。：:！!？?“”\"]|(?:吗|呢|吧|啊|嘛|么)$|怎么|怎样|咋|什么|多少|为啥|我们|咱|俺|你|您|请问|帮"
)
"""What a question is asked with; search wordings have none of it."""
_FIGURE = re.compile(r"(?<![A-Za-z\d])\d(?=[A-Za-z])|(?<=[A-Za-z])\d(?!\d)")
"""The one digit of a term (5G, 8D, L2), which is no figure."""


def wordings(draft: str) -> tuple[str, ...]:
    """The ways, each once.

    >>> wordings("设备点检；预测性维护；设备点检")
    ('设备点检', '预测性维护')
    """
    return tuple(dict.fromkeys(part for part in _PARTS.split(draft.rstrip("。")) if part))


def problems(draft: str, values: Mapping[str, str], names: Collection[str] = ()) -> tuple[str, ...]:
    """Whether a draft is no list of a few short Chinese wordings, asks on, invents figures or says nothing new.

    Args:
        draft: The draft.
        values: ``question``.
        names: Names of tiers, documents and regions; alone they find everything that has to do with them.

    >>> problems("设备点检；预测性维护", {"question": "机器老坏怎么办"})
    ()
    >>> problems("设备点检；智能设备点检", {"question": "机器老坏怎么办"})
    ('“设备点检”已在“智能设备点检”里',)
    """
    return tuple(_problems(wordings(draft), values["question"], {letters(name) for name in names}))


def _problems(found: tuple[str, ...], question: str, names: Collection[str]) -> Iterator[str]:
    if not FEWEST <= len(found) <= MOST:
        yield f"有{len(found)}个说法，应为{FEWEST}至{MOST}个"
    asked = normalise(question)
    for one in found:
        if not SHORTEST <= len(one) <= LONGEST or not _CHINESE.search(one) or without_commands(one) != one:
            yield f"“{one}”不像一个说法"
        if one.rstrip("？?") == question.rstrip("？?"):
            yield "重复了原问题"
        elif _SENTENCE.search(one):
            yield f"“{one}”还是在问"
        if letters(one) in names:
            yield f"“{one}”只是一个名称"
        known = set(NUMBER.findall(asked))
        yield from (f"多了数字“{n}”" for n in NUMBER.findall(_FIGURE.sub("", normalise(one))) if n not in known)
        yield from (f"“{one}”已在“{other}”里" for other in found if one != other and one in other)
    if found and all(normalise(one) in asked for one in found):
        yield "没有换个说法"
