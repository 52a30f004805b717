"""Which tiers a document's prose sets up: names that it declares as its levels, or that lead the rows of conditions.

A name that only stands somewhere is none: grades of a maturity model, who awards (省级), tiers of another scheme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.folding import folded
from corpus.tier_names import tier_codes

Family = Literal["grade", "star", "level", "works", "class"]

_FAMILIES: tuple[Family, ...] = ("grade", "star", "level", "class", "works")
_HALF = str.maketrans("（）：，；“”「」＂【】", '():,;"""""""')
_STAR = r"[一二三四五六七1-7]星级?"
_LEVEL = r"(?:[一二三四五六七1-7]级|[Ll]evel ?[1-7]|[Ll][1-7]级?)"
_NO_BEGINNING = "(?![为分和及与按至到由对是即在的以将等各报请评获于]|成(?!长))"
_GRADE = rf"(?:{_NO_BEGINNING}[\u4e00-\u9fff]{{2,3}}|[初中高]|[A-E甲乙丙丁]{{1,3}})级|[A-E甲乙丙丁一二三四]档"
_CLASS = (
    r"(?:(?:[A-EⅠⅡⅢⅣⅤ甲乙丙丁]|I{1,3}|IV|V)类|(?:[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)级|[金银铜]牌|第[一二三四五]档|[A-E甲乙丙丁一二三四]等(?!级)"
    rf"|{_NO_BEGINNING}[\u4e00-\u9fff]{{2,3}}(?:类(?![型别似])|型(?!号)))"
)
"""What may be a tier only where the text declares it as one of its levels."""
_KIND = r"(?:工厂|车间|生产线|产线)"
_WORKS = (
    rf"(?:(?:智能制造)?(?:数字化?|智能化?|智慧|未来|灯塔|无人|黑灯|数智化?|示范|标杆|样板)+{_KIND}"
    r"|(?:智能制造|数字化|智能化)*(?:示范|标杆)企业|(?:数字化?|智能化?|智慧|数智化?|未来)+企业)"
)
_AWARD = r"(?:国家级?|全国|[\u4e00-\u9fff]{2,3}[省市]级?|省级?|市级?|区级?|县级?|自治区级?|本[省市])?"


def unit(suffix: str) -> str:
    """The pattern of a tier's name with what may stand around it; its groups end with a suffix."""
    return (
        rf"{_AWARD}\"?(?:{_WORKS}\((?P<inside{suffix}>{_STAR}|{_LEVEL}|{_GRADE})\)|(?P<ranked{suffix}>{_STAR}|{_LEVEL}|{_GRADE}|{_CLASS})\"?(?:及以上|以上)?(?:\([^()]{{1,8}}\))?(?:{_WORKS}|{_KIND})?"
        rf"|(?P<works{suffix}>{_WORKS}))\"?"
    )


_NO_GRADE = re.compile(
    r".{0,2}(?:等|层|年|上|下|各|本|乡镇|国家|省|市|县|区|部|厅|局|企业|工业|车间|行业|产线|工厂|边缘|系统|集团|现场)级"
)
_CITED = re.compile(r"成熟度|GB/?T|国家标准|安全生产标准化|信用|职称|绩效分级|环保")
_BETWEEN = frozenset("、,和及以与/")
_KINDS = "层级|等级|等次|级别|梯度|梯次|梯队|层次|层|档[次位级]?|星级|阶段|类别|类型|类|级|型"
_COUNT = rf"[二两三四五六七2-7]\s?[个种]?\s?(?:{_KINDS})"


def _list(suffix: str) -> str:
    return rf"{unit('_a' + suffix)}(?:(?:[、,和及与]|以及){unit('_b' + suffix)}){{1,6}}"


_DECLARED = re.compile(
    rf"(?:分为|划分为?|分|设为?|设置|设立|包括|分成|依次为|按)(?:为|成)?(?P<list>{_list('1')})(?:等)?\s*(?:{_COUNT}|[。;,]|$)"
    rf"|{_COUNT}(?:[,:]|\(|,?(?:分别|依次|由低到高)?[为是即:]|,即)(?:从低到高|由低到高|依次|分别)?[为是]?(?P<named>{_list('2')})"
)
_SPAN = re.compile(rf"(?:分为|划分为?|设)(?P<low>{_STAR}|{_LEVEL})\s?(?:至|到|-|—|~)\s?(?P<high>{_STAR}|{_LEVEL})")
_DIGITS = "一二三四五六七"
_WORD = r"(?:(?![为分和及与按以由的等])[\u4e00-\u9fff]){2,3}?"
_ELLIPTIC = re.compile(
    rf"(?:分为|划分为?|分成?|设置?|设立|包括|按|开展)(?:为|成)?(?P<words>{_WORD}(?:(?:[、,和及与]|以及){_WORD}){{1,5}})"
    rf"(?:等)?(?:{_COUNT}|(?P<suffix>[级类型档]))"
)
_SUFFIXES = "级类型档"
_UNDECLARED = re.compile(r"(?:数字化?|智能化?|智慧|数智化?|未来)+企业")
"""What any firm may be called: a tier only where the text declares it as one."""


def reading(text: str) -> str:
    """A text as names are looked for in it: of the same length, in simplified characters and half width."""
    return folded(text).translate(_HALF)


@dataclass(frozen=True, slots=True)
class Name:
    """A tier's name where it stands.

    Attributes:
        key: What all spellings of the name share, in simplified characters.
        family: Grades (先进级), stars, numbered levels, or kinds of works (智能工厂).
        start: First code point, counted in the text that was read.
        end: One past the last.
    """

    key: str
    family: Family
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """A document's tiers.

    Attributes:
        codes: The codes by the key of the names, the lowest first where the text declares an order.
        labels: The text's own names by the same keys.
    """

    codes: Mapping[str, str]
    labels: Mapping[str, str]

    def __contains__(self, key: str) -> bool:
        return key in self.codes


def names_in(text: str) -> Iterator[Name]:
    """The names of tiers anywhere in a text that ``reading`` has made, in order."""
    position = 0
    while (found := _ANYWHERE.search(text, position)) is not None:
        name = _name(found, "_x")
        if name is None:
            position = found.start() + 1
            continue
        yield name
        position = found.end()


def name_of(found: re.Match[str], suffix: str) -> Name | None:
    """The name that a match of ``unit`` holds, or None for words that name no tier (省级, 成熟度三级)."""
    return _name(found, suffix)


def _name(found: re.Match[str], suffix: str) -> Name | None:
    groups = found.groupdict()
    kind = next((one for one in ("inside", "ranked", "works") if groups.get(f"{one}{suffix}")), "works")
    group = f"{kind}{suffix}"
    ranked, works = groups.get(group) if kind != "works" else None, groups.get(f"works{suffix}")
    word = ranked or works
    if not word or (ranked and _NO_GRADE.fullmatch(ranked)):
        return None
    return Name(_key(word), _family(word, works is not None), found.start(group), found.end(group))


def _family(word: str, works: bool) -> Family:
    if works:
        return "works"
    if re.fullmatch(_STAR, word):
        return "star"
    if re.fullmatch(_CLASS, word):
        return "class"
    return "level" if re.fullmatch(_LEVEL, word) else "grade"


def _key(word: str) -> str:
    """一星 is 一星级, 1级 is 一级, L1 is L1级."""
    if re.fullmatch(_STAR, word):
        return f"{_numeral(word[0])}星级"
    if word.startswith("智能制造"):
        return word[len("智能制造") :]
    if re.fullmatch(_LEVEL, word):
        digit = re.search(rf"[\d{_DIGITS}]", word)
        number = digit.group() if digit else word
        return f"L{number}级" if word[0] in "Ll" else f"{_numeral(number)}级"
    return word


def _numeral(digit: str) -> str:
    return _DIGITS[int(digit) - 1] if digit.isdigit() else digit


_ANYWHERE = re.compile(unit("_x"))


def declared(text: str) -> tuple[str, ...]:
    """The keys of the tiers that a text declares as its levels (分为基础级、先进级两个层级), in their order.

    Args:
        text: The whole text, as ``reading`` gives it.
    """
    for found in _DECLARED.finditer(text):
        sentence = text[max(0, text.rfind("。", 0, found.start())) : found.end() + 20]
        words = found["list"] or found["named"]
        names = _listed(words)
        if not names or _CITED.search(sentence):
            continue
        keys = tuple(dict.fromkeys(name.key for name in names))
        families = {name.family for name in names}
        if len(keys) > 1 and len(families) == 1:
            return keys
    if (keys := _elliptic(text)) or not _SPAN.search(text):
        return keys
    for found in _SPAN.finditer(text):
        low, high = _key(found["low"]), _key(found["high"])
        place = [_DIGITS.find(one[0]) if one[0] in _DIGITS else int(one[1]) - 1 for one in (low, high)]
        if low[1:] == high[1:] and low[0] in _DIGITS and place[0] < place[1]:
            return tuple(f"{_DIGITS[at]}{low[1:]}" for at in range(place[0], place[1] + 1))
        if low[0] == "L" and place[0] < place[1]:
            return tuple(f"L{at + 1}级" for at in range(place[0], place[1] + 1))
    return ()


def _elliptic(text: str) -> tuple[str, ...]:
    """The keys of levels that are declared by their bare words (培育、示范、标杆三个等级) and used with an ending.

    The ending (培育类, 示范类) is the one that the text gives to each of the words elsewhere.
    """
    for found in _ELLIPTIC.finditer(text):
        words = tuple(dict.fromkeys(re.split("以及|[、,和及与]", found["words"])))
        for ending in found["suffix"] or _SUFFIXES:
            keys = tuple(f"{word}{ending}" for word in words)
            named = len(keys) > 1 and not any(_NO_GRADE.fullmatch(key) for key in keys)
            if named and all(text.count(key) for key in keys):
                return keys
    return ()


def _listed(words: str) -> tuple[Name, ...]:
    """The names of a list, or nothing where something in it is no tier (国家级、省级)."""
    found: list[Name] = []
    position = 0
    while position < len(words):
        one = _ANYWHERE.match(words, position)
        name = _name(one, "_x") if one is not None else None
        if one is None or name is None:
            return ()
        found.append(name)
        position = one.end()
        while position < len(words) and words[position] in _BETWEEN:
            position += 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Led:
    """A name that leads a row or stands as a heading of it.

    Attributes:
        name: The name.
        label: The text's own spelling.
        listed: Whether it stands there beside other names.
    """

    name: Name
    label: str
    listed: bool = False


def scheme_of(levels: tuple[str, ...], led: Iterable[Led], known: Mapping[str, str]) -> Scheme:
    """The tiers of a document.

    Grades go before stars, stars before numbered levels, these before kinds of works: a document that grades its
    factories has grades for tiers. One name alone makes a scheme only where the text declares its levels.

    Args:
        levels: The keys that the text declares.
        led: The names that lead rows or headings, in order.
        known: Codes by key that tables of the document have given.
    """
    stating = (one for one in led if one.name.key in levels or not _UNDECLARED.fullmatch(one.name.key))
    found = sorted(stating, key=lambda one: one.listed)
    for family in _FAMILIES:
        here = [one for one in found if one.name.family == family and (family != "class" or one.name.key in levels)]
        labels = {one.name.key: one.label for one in reversed(here)}
        alone = dict.fromkeys(one.name.key for one in here if not one.listed)
        stated = any(key in labels for key in levels)
        keys = tuple(dict.fromkeys([*(levels if stated else ()), *(alone if family == "works" else labels)]))
        enough = stated or (len(alone) > 1 and family not in ("level", "class")) or bool(set(known) & set(labels))
        if keys and enough:
            named = [key for key in keys if key not in known]
            codes = dict(zip(named, _free_codes(named, set(known.values())), strict=True)) | dict(known)
            return Scheme({key: codes[key] for key in keys}, {key: labels.get(key, key) for key in keys})
    return Scheme({}, {})


def _free_codes(keys: list[str], taken: set[str]) -> Iterator[str]:
    for rank, (_, code) in enumerate(zip(keys, tier_codes(keys), strict=True), start=1):
        free = code if code and code not in taken else f"tier-{rank}"
        while free in taken:
            rank += 1
            free = f"tier-{rank}"
        taken.add(free)
        yield free
