"""Names of tiers that tables print: over their columns, before their rows, in a band, in a caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.tier_names import grade_name, tier_codes

_SUFFIX = re.compile(r"(?:要素|建设|认定|评定|申报|评价|基本)*(?:要求|条件|标准|要素|目标值|指标值)$")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_PLACES = frozenset({"车间", "工厂", "所属车间", "所在车间", "所属工厂", "所在工厂", "申报车间", "申报工厂"})
_AWARDED = {"国家级": "national", "省级": "provincial", "市级": "municipal", "县级": "county", "区级": "district"}
_CAPTION_NUMBER = re.compile(
    r"^\s*(?:续\s*)?(?:附\s*)?表\s*[A-Z]?[\d一二三四五六七八九十.\-－—]*\s*|^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*"
)
_ABOUT = re.compile(
    r"^(?P<name>[^，。：:；、（(]{0,12}?(?:数字化车间|智能车间|数字化?工厂|智能工厂|智慧工厂|未来工厂))"
    r"(?:建设|认定|评定|申报|评价|培育|基本)*(?:要求|条件|标准|要素|指标)"
)
_NAME_LENGTH = 14


def bare_name(words: str) -> str:
    """The words of a head without brackets and without what only says that something is asked.

    >>> bare_name("先进级（省级）要求"), bare_name("一级指标")
    ('先进级', '一级指标')
    """
    return _SUFFIX.sub("", _BRACKETS.sub("", words)).strip(" ：:、。")


def names_of(heads: Sequence[str]) -> tuple[str | None, ...]:
    """The tier that each of several heads names, None for a head that names none.

    Who awards (省级, 市级) names a tier only where two heads or more do so and nothing else does.
    """
    bare = [bare_name(head) for head in heads]
    codes = tier_codes(bare)
    found = [
        name if code and len(name) <= _NAME_LENGTH and name not in _PLACES else None
        for name, code in zip(bare, codes, strict=True)
    ]
    if not any(found):
        awarded = [name if name in _AWARDED else None for name in bare]
        if len({name for name in awarded if name}) > 1:
            return tuple(awarded)
    return tuple(found)


def caption_name(caption: str) -> str | None:
    """The tier that the caption of a table is about, or None."""
    words = _CAPTION_NUMBER.sub("", caption).strip()
    grade = grade_name(words) or grade_name(bare_name(words))
    if grade is not None:
        return grade if len(grade) <= _NAME_LENGTH else None
    about = _ABOUT.match(words)
    return about["name"] if about else None


def grade_key(name: str) -> str:
    """What two names of one tier share: the grade (基础级 of 基础级智能工厂), or the name itself."""
    return grade_name(name) or name


def codes_of(names: Sequence[str]) -> dict[str, str]:
    """One code for each tier of a document by the key of its names, in the order of the names.

    >>> codes_of(["基础级", "基础级智能工厂", "省级"])
    {'基础级': 'basic', '省级': 'provincial'}
    """
    distinct = tuple(dict.fromkeys(map(grade_key, names)))
    codes: dict[str, str] = {}
    for name, code in zip(distinct, tier_codes(distinct), strict=True):
        found = code or _AWARDED.get(name)
        if found:
            codes[name] = found
    return codes
