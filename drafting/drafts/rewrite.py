"""A rewritten question: a few ways to say it in the terms of the field, fit to be searched with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

LONGEST = 24
FEWEST, MOST = 2, 4
_PARTS = re.compile(r"[；;]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def wordings(draft: str) -> tuple[str, ...]:
    """The ways, each once.

    >>> wordings("设备点检；预测性维护；设备点检")
    ('设备点检', '预测性维护')
    """
    return tuple(dict.fromkeys(part for part in _PARTS.split(draft.rstrip("。")) if part))


def problems(draft: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Whether a draft is no list of a few short Chinese wordings, or gives the question back.

    >>> problems("设备点检；预测性维护", {"question": "机器老坏怎么办"})
    ()
    """
    return tuple(_problems(wordings(draft), values["question"]))


def _problems(found: tuple[str, ...], question: str) -> Iterator[str]:
    if not FEWEST <= len(found) <= MOST:
        yield f"有{len(found)}个说法，应为{FEWEST}至{MOST}个"
    for one in found:
        if not 2 <= len(one) <= LONGEST or not _CHINESE.search(one):
            yield f"“{one}”不像一个说法"
        if one.rstrip("？?") == question.rstrip("？?"):
            yield "重复了原问题"
