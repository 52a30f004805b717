"""How Chinese characters sound, in Latin letters: for names that are written so, or with one sound for another."""

from __future__ import annotations

import re
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin

_SUFFIX = re.compile(r"(?:自治区|自治州|特别行政区|省|市|县|区)$")
_MOST = 8


def romanised(place: str) -> tuple[str, ...]:
    """The name of a place without what kind of place it is, in lower case and one word, in each way of reading it.

    >>> romanised("澄江省"), "bozhou" in romanised("泊州市")
    (('chengjiang',), True)
    """
    each = pinyin(_SUFFIX.sub("", place), style=Style.NORMAL, heteronym=True)
    return tuple(dict.fromkeys("".join(one).lower() for one in islice(product(*each), _MOST)))


def sounds_of(character: str) -> tuple[str, ...]:
    """The sounds that a character may have, without tones."""
    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def initials_of(name: str) -> str:
    """The first letters of the sounds of a name's characters, in lower case.

    >>> initials_of("北原")
    'by'
    """
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
