"""The alternatives of documents (modes, project types) as questions shorten their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.overlap import share

_SAID = re.compile(r"[一-鿿]{2,8}(?:模式|型|项目)")
_ALIKE = 0.5
_OPENING = 4
_KIND_OPENING = 3
"""A name's opening that ends in 型 says enough with three characters (离散型)."""


@dataclass(frozen=True, slots=True)
class TrackName:
    """An alternative.

    Attributes:
        normalised: Its name as questions are normalised.
        name: Its name as printed.
        document: The document that sets it out.
    """

    normalised: str
    name: str
    document: str


def opened(text: str, names: Sequence[TrackName], taken: Sequence[str]) -> list[str]:
    """Alternatives named by the opening of their name (离散型和流程型的第2条).

    An opening that is a name of its own in ``taken``, or opens two alternatives, names none.

    >>> modes = [TrackName("离散型智能制造模式", "离散型智能制造模式", "d"), TrackName("流程型制造", "流程型制造", "d")]
    >>> opened("离散型和流程型的第2条", modes, ())
    ['离散型智能制造模式', '流程型制造']
    """
    found: list[tuple[int, str]] = []
    for one in names:
        length = _KIND_OPENING if one.normalised[:_KIND_OPENING].endswith("型") else _OPENING
        opening = one.normalised[:length]
        shared = sum(other.normalised.startswith(opening) for other in names) > 1
        if len(one.normalised) > length and opening in text and not shared and opening not in taken:
            found.append((text.find(opening), one.name))
    return list(dict.fromkeys(name for _, name in sorted(found)))


def alike(text: str, names: Sequence[TrackName]) -> list[str]:
    """The one alternative that is named in shortened words (远程运维模式 for 远程运维服务模式)."""
    best = sorted(
        ((share(said, one.normalised), one.name) for said in _SAID.findall(text) for one in names), reverse=True
    )
    clear = best and best[0][0] >= _ALIKE and (len(best) < 2 or best[0][0] > best[1][0])
    return [best[0][1]] if clear else []
