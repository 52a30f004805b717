"""Where a document applies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.divisions import NATION, Region, region_in, region_of_sign
from corpus.facts_origin import MINISTRY
from corpus.facts_page import Page, Words
from corpus.facts_title import Title

_OTHER_PROVINCE = re.compile(
    r"(?:^|(?<=[\s在《于为从，,。由]))(?P<place>[^\W\d_我全本各该]{2,3}省)(?!级|工业厅|际|内|外|直|委|厅)"
)
_PLACED = re.compile(
    r"(?:在|本)(?P<place>[\u4e00-\u9fff]{2,12}?)(?:行政区域|境内|辖区|范围内|注册|登记|依法|(?<=[省市县区州])内(?!外))"
)
_PROVINCIAL = re.compile(r"我省|全省|本省|省工(?:业和信息化|信)厅|我区各|自治区|各市州|各市\(州\)|省级")
_OPENED = re.compile(r"^(?:20\d\d年?(?:年?度)?)?《?")
_ISSUED = re.compile(r"^(?:印发|发布|公布|组织|开展|申报|做好|进一步|加快|推进)*(?:20\d\d年?(?:年?度)?)?《?")
"""What a title says before the name of the place: 印发《某省…, 组织申报2025年度某市…"""


def read_region(page: Page, issuer: Words | None, title: Title | None, number: Words | None) -> Region | None:
    """Where a document applies: by its issuer, its title, what it says of itself, or the sign in its number."""
    if issuer is not None and MINISTRY.match(issuer.tight) is not None:
        return NATION
    if title is not None and title.words.tight.startswith("中华人民共和国"):
        return NATION
    found = max(_regions(page, issuer, title), key=lambda region: len(region.parts), default=None)
    if found is not None:
        return found
    placed = [region for one in _PLACED.finditer(page.text) if (region := region_in(one["place"])) is not None]
    if placed:
        return placed[0]
    return _by_sign(page, number)


def _by_sign(page: Page, number: Words | None) -> Region | None:
    """The province that the number's sign stands for, where the text speaks of a province and names no other."""
    sign = region_of_sign(number.text) if number is not None else None
    if sign is None or _PROVINCIAL.search(page.text) is None:
        return None
    named = {one["place"] for one in _OTHER_PROVINCE.finditer(page.text)}
    strangers = {name for name in named if (region := region_in(name)) is not None and region.name != sign.name}
    return None if strangers else sign


def _regions(page: Page, issuer: Words | None, title: Title | None) -> Iterator[Region]:
    """The regions that issuer and title name; the issuer's comes first where both are equally exact."""
    if issuer is not None and (region := region_in(issuer.tight)) is not None:
        yield _completed(page, region)
        return
    for words in (title.words, title.frame) if title is not None else ():
        if words is None:
            continue
        organ, about, named = _OPENED.sub("", words.tight).partition("关于")
        for one in (named if about else organ, organ if about else ""):
            if (region := region_in(_ISSUED.sub("", one))) is not None:
                yield _completed(page, region)


def _completed(page: Page, region: Region) -> Region:
    """A county with the city and the province that the text names before it elsewhere."""
    if len(region.parts) > 1 or region.level == "provincial":
        return region
    for found in re.finditer(rf"[\u4e00-\u9fff]{{2,14}}{re.escape(region.name)}", page.text):
        wider = region_in(found.group()[-len(region.name) - 8 :]) or region_in(found.group())
        if wider is not None and len(wider.parts) > 1 and wider.parts[-1] == region.name:
            return wider
    return region
