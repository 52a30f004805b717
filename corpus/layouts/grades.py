"""Names of tiers that tables print: over their columns, before their rows, in a band, in a caption."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.folding import folded
from corpus.layouts.schemes import names_in, reading
from corpus.tier_names import grade_name, tier_code, tier_codes

_SUFFIX = re.compile(r"(?:要素|建设|认定|评定|申报|评价|基本)*(?:要求|条件|标准|要素|目标值|指标值)$")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_PLACES = frozenset({"车间", "工厂", "所属车间", "所在车间", "所属工厂", "所在工厂", "申报车间", "申报工厂"})
_AWARDED = {"国家级": "national", "省级": "provincial", "市级": "municipal", "县级": "county", "区级": "district"}
_RANK = "tier-"
_RANKED = re.compile(
    r"(?!等级|级别|年级|层级|[上下各本同分]级|(?:企业|车间|行业|产线|工厂|系统)级)[\u4e00-\u9fff]{2,3}级"
    r"|(?:[A-E]|第?[一二三四五]|[甲乙丙丁])档|[★☆]{1,7}"
)
"""What stands beside other names of tiers and is one itself."""
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
    without = _BRACKETS.sub("", words)
    asked = _SUFFIX.search(folded(without))
    return without[: asked.start() if asked else None].strip(" ：:、。")


def names_of(heads: Sequence[str]) -> tuple[str | None, ...]:
    """The tier that each of several heads names, None for a head that names none.

    Who awards (省级, 市级) names a tier only where two heads or more do so and nothing else does.
    """
    bare = [bare_name(head) for head in heads]
    seen = [folded(name) for name in bare]
    codes = tier_codes(seen)
    known = [
        len(name) <= _NAME_LENGTH and name not in _PLACES and (code is not None or _is_name(name))
        for name, code in zip(seen, codes, strict=True)
    ]
    beside = sum(known) + sum(_RANKED.fullmatch(name) is not None for name in seen) > 1
    found = [
        name if sure or (beside and _RANKED.fullmatch(folded(name)) and folded(name) not in _AWARDED) else None
        for name, sure in zip(bare, known, strict=True)
    ]
    if not any(found):
        awarded = [name if folded(name) in _AWARDED else None for name in bare]
        if len({name for name in awarded if name}) > 1:
            return tuple(awarded)
    return tuple(found)


def _is_name(seen: str) -> bool:
    """Whether words are the name of a tier and nothing else."""
    named = next(names_in(reading(seen)), None)
    return named is not None and named.family != "works" and (named.start, named.end) == (0, len(seen))


def awards(name: str) -> bool:
    """Whether a name only tells who awards: 省级, 市级."""
    return folded(name) in _AWARDED


def caption_name(caption: str) -> str | None:
    """The tier that the caption of a table is about, or None."""
    words = _CAPTION_NUMBER.sub("", caption).strip()
    seen = folded(words)
    grade = grade_name(seen) or grade_name(bare_name(seen))
    if grade is not None:
        return words[: len(grade)] if len(grade) <= _NAME_LENGTH else None
    about = _ABOUT.match(seen)
    return words[: about.end("name")] if about else None


def tier_key(name: str) -> str:
    """What all spellings of a tier's name share: 先进级 of 先进级智能工厂, 一星级 of 一星, 智能工厂 of 省级智能工厂."""
    seen = reading(name)
    return next((found.key for found in names_in(seen)), seen)


def codes_of(names: Sequence[str]) -> dict[str, str]:
    """One code for each tier of a document, by the folded names and by their keys, in the order of the names.

    Names that differ by who awards alone (省级智能工厂, 市级智能工厂) are tiers of their own.

    >>> codes_of(["基础级", "基础级智能工厂", "省级"])
    {'基础级': 'basic', '基础级智能工厂': 'basic', '省级': 'provincial'}
    """
    spelled = tuple(dict.fromkeys(folded(name) for name in names))
    by_key: dict[str, list[str]] = {}
    for name in spelled:
        by_key.setdefault(tier_key(name), []).append(name)
    shared = {key for key, group in by_key.items() if len({_awarding(name) for name in group} - {""}) < 2}
    meant = {name: key if (key := tier_key(name)) in shared else name for name in spelled}
    distinct = tuple(dict.fromkeys(meant.values()))
    codes: dict[str, str] = {}
    for rank, (one, code) in enumerate(zip(distinct, tier_codes(distinct), strict=True), start=1):
        spellings = [tier_code(name) for name in spelled if meant[name] == one]
        known = code if code is not None and not code.startswith(_RANK) else _AWARDED.get(one)
        other = next((spelling for spelling in spellings if spelling and spelling not in codes.values()), None)
        found = known or other or f"{_RANK}{rank}"
        for name in (name for name in spelled if meant[name] == one):
            codes[name] = found
            codes.setdefault(tier_key(name), found)
    return codes


def code_for(codes: Mapping[str, str], name: str) -> str | None:
    """The code of a name among a document's codes."""
    seen = folded(name)
    bare = folded(bare_name(name))
    return codes.get(seen) or codes.get(bare) or codes.get(tier_key(bare))


def _awarding(name: str) -> str:
    return next((by for by in _AWARDED if name.startswith((by, by[0]))), "")
