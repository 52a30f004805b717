"""The administrative divisions of China, as names stand in texts: provinces and what is right below them.

Source: GB/T 2260. Counties are not listed; they are read by the ending of their names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Level = Literal["national", "provincial", "municipal", "county"]

_KINDS = re.compile(r"(?:省|市|盟|地区|自治[区州]|特别行政区|生产建设兵团)$")
_PEOPLE = re.compile(
    r"(?:维吾尔|壮族|回族|朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|傣族|白族|景颇族|傈僳族|蒙古族?|哈萨克|柯尔克孜)"
)
_COUNTY = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,9}?(?:自治县|县|区|旗|市))")
_NO_COUNTY = re.compile(
    r"(?:自治区|各.*|全.*|.*(?:开发|高新|示范|试验|(?<!^浦东)(?<!^滨海)新|园|保税|地|社|片|特|库|矿)区|本.*|城市|.*[市县区]县)$"
)

_NO_NAME = re.compile(
    r"[的和与及在各对省]|转发|印发|批转|组织|工业|经济|信息|发展|财政|科技|委|局|厅|政府|关于|制造|智能|数字|企业"
)
_LEVELS: dict[str, Level] = {"province": "provincial", "city": "municipal", "county": "county"}
_NO_PROVINCE = re.compile(r"[我全本各外该邻跨由向报]|[部]省")
_PARTY = re.compile(r"^中共(?:([\u4e00-\u9fff]{2,12}?[省市县区州旗])委)?")
_PARTS = re.compile(
    r"(?P<province>[\u4e00-\u9fff]{1,5}?(?:省|自治区|特别行政区)(?!级|直|内|外|际|委|厅))?"
    r"(?P<city>[\u4e00-\u9fff]{2,5}?(?:市|自治州|盟|州(?!市))(?!级|政|内|域|场|直|属|州))?"
    r"(?P<county>[\u4e00-\u9fff]{1,5}?(?:自治县|县|区|旗)(?!级|政|内|域|直|属|块|委))?"
)


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the province level or right below it.

    Attributes:
        name: Its full name: 安徽省, 芜湖市.
        above: The province that it lies in; None for a province.
        signs: What stands for a province at the head of a document's number.
    """

    name: str
    above: str | None
    signs: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """What people call it: 安徽, 芜湖, 广西."""
        return short_name(self.name)

    @property
    def full(self) -> str:
        """Its name with its province's: 安徽省芜湖市."""
        return f"{self.above or ''}{self.name}"


@dataclass(frozen=True, slots=True)
class Region:
    """Where a document applies.

    Attributes:
        name: The full name from the province down: 浙江省金华市浦江县; 国家 for all of the country.
        parts: The names that it is made of, the widest first.
        level: Whose document it is.
    """

    name: str
    parts: tuple[str, ...]
    level: Level


NATION = Region("国家", ("国家",), "national")


def short_name(name: str) -> str:
    """A division's name without its kind.

    >>> [short_name(name) for name in ("广西壮族自治区", "内蒙古自治区", "芜湖市", "浦江县", "延边朝鲜族自治州")]
    ['广西', '内蒙古', '芜湖', '浦江', '延边']
    """
    bare = _KINDS.sub("", name)
    if name.startswith("内蒙古"):
        return "内蒙古"
    if name.endswith(("自治区", "自治州")):
        bare = _PEOPLE.split(bare, maxsplit=1)[0] or bare
    return re.sub(r"(?<=..)[县区旗]$", "", bare)


@cache
def divisions() -> tuple[Division, ...]:
    """All divisions that are listed, each province before what lies in it."""
    found: list[Division] = []
    for line in (files("corpus") / "divisions.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        province, signs, within = (part.strip() for part in line.split("|"))
        found.append(Division(province, None, tuple(signs.split())))
        for name in within.split():
            found.append(Division(name if _KINDS.search(name) else f"{name}市", province))
    return tuple(found)


@cache
def places() -> re.Pattern[str]:
    """What finds the full names of all divisions, and the short names of provinces."""
    names = {one.name for one in divisions()} | {one.short for one in divisions() if one.above is None}
    names |= set(_by_prefecture())
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


@cache
def _by_name() -> dict[str, Division]:
    short = {one.short: one for one in divisions() if one.above is None}
    return short | _by_prefecture() | {one.name: one for one in divisions()}


@cache
def _by_prefecture() -> dict[str, Division]:
    """Autonomous prefectures as people write them (恩施州, 黔东南州)."""
    return {f"{one.short}州": one for one in divisions() if one.name.endswith("自治州")}


@cache
def _cities() -> frozenset[str]:
    """What cities are called without 市, some of which end like prefectures (苏州, 郑州)."""
    return frozenset(one.short for one in divisions())


def region_in(words: str) -> Region | None:
    """The region that the words of a title or of an issuer begin with or name first, counties included.

    Args:
        words: In simplified characters and half width.

    >>> region_in("福州市长乐区工业和信息化局").name, region_in("广东省工业和信息化厅").level
    ('福建省福州市长乐区', 'provincial')
    """
    words = _PARTY.sub(r"\1", words)
    found = places().search(words)
    if found is None or found.start() > 0:
        unlisted = _unlisted(words)
        if unlisted is not None and (found is None or found.start() >= len(unlisted.name)):
            return unlisted
    if found is None:
        return None
    division = _by_name()[found.group()]
    after = words[found.end() :]
    if division.above is None and (below := places().match(after)) is not None:
        inner = _by_name()[below.group()]
        if inner.above == division.name:
            division, after = inner, after[below.end() - below.start() :]
    parts = (division.name,) if division.above is None else (division.above, division.name)
    county = _COUNTY.match(after)
    if county and not _NO_COUNTY.search(county["name"]) and _is_county(county["name"]):
        return Region("".join((*parts, county["name"])), (*parts, county["name"]), "county")
    return Region("".join(parts), parts, "provincial" if len(parts) == 1 else "municipal")


def region_of_sign(number: str) -> Region | None:
    """The province that the first character of a document's number stands for (甘工信发〔2025〕152号)."""
    for one in divisions():
        if any(number.startswith(sign) for sign in one.signs):
            return Region(one.name, (one.name,), "provincial")
    return None


def _is_county(name: str) -> bool:
    return len(name) > 1 and _NO_NAME.search(name) is None


def _unlisted(words: str) -> Region | None:
    """A region whose name no list holds, told by the endings of its parts (某省某市某区)."""
    found = _PARTS.match(words)
    if found is None:
        return None
    parts = []
    for kind in ("province", "city", "county"):
        name = found[kind]
        if name is None:
            continue
        strange = kind != "province" and (_NO_COUNTY.search(name) or name in _cities())
        if _NO_NAME.search(name[:-1]) or strange or _NO_PROVINCE.match(name):
            break
        parts.append((kind, name))
    if not parts:
        return None
    level = _LEVELS[parts[-1][0]]
    names = tuple(name for _, name in parts)
    return Region("".join(names), names, level)
