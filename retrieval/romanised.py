"""How Chinese names are written in Latin letters, for questions in English about places that no vocabulary has."""

from __future__ import annotations

import re
from itertools import islice, product

from pypinyin import Style, pinyin

_SUFFIX = re.compile(r"(?:自治区|自治州|特别行政区|省|市|县|区)$")
_MOST = 8


def romanised(place: str) -> tuple[str, ...]:
    """The name of a place without what kind of place it is, in lower case and one word, in each way of reading it.

    >>> romanised("澄江省"), "bozhou" in romanised("泊州市")
    (('chengjiang',), True)
    """
    each = pinyin(_SUFFIX.sub("", place), style=Style.NORMAL, heteronym=True)
    return tuple(dict.fromkeys("".join(one).lower() for one in islice(product(*each), _MOST)))
