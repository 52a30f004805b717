"""How Chinese names are written in Latin letters, for questions in English about places that no vocabulary has."""

from __future__ import annotations

import re

from pypinyin import lazy_pinyin

_SUFFIX = re.compile(r"(?:自治区|自治州|特别行政区|省|市|县|区)$")


def romanised(place: str) -> str:
    """The name of a place without what kind of place it is, in lower case and one word.

    >>> romanised("澄江省")
    'chengjiang'
    """
    return "".join(lazy_pinyin(_SUFFIX.sub("", place))).lower()
