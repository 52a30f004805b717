"""What a document says of itself: title, issuer, region, year, number, state, validity, and what it repeals.

Nothing is taken from a document that the text only cites. Each fact keeps the place that it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.divisions import Level, Region, region_in, short_name
from corpus.document_id import document_id
from corpus.facts_dates import Dating, Repeal, Validity, drafts_of, read_number, read_repeals, read_validity, read_year
from corpus.facts_origin import level_of, read_issuer
from corpus.facts_page import HEAD_LENGTH, Page, Words, field_value, read_page
from corpus.facts_region import read_region
from corpus.facts_title import Title, read_title, squeezed
from corpus.folding import half_width
from corpus.lines import plain_reading
from corpus.shape import Shape

__all__ = ["Facts", "Place", "Repeal", "read_facts"]

_BRACKETS = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]")
_KIND = re.compile(
    r"(?:管理|认定|实施|暂行|试行|培育|评价|工作)*(?P<kind>办法|细则|方案|通知|意见|指南|规范|条例|规定|标准|要素条件|条件|措施|计划|导则|指引)$"
)
_OPENING = re.compile(r"^.*?关于(?:印发|发布|公布|组织|开展|做好|申报)*")
_NAMED_KIND = re.compile(
    r"(?:认定|评定|培育|管理|实施|申报|奖励|建设|评价|梯度培育)+(?:暂行)?(?:办法|细则|方案|指南|规范|通知|导则|标准|要求)$"
)
_LONGEST_ALIAS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact was read.

    Attributes:
        fact: The name of the fact, as ``Facts`` has it.
        start: First code point of the stored text.
        end: One past the last.
    """

    fact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """A document's facts; None or empty where the text says nothing.

    Attributes:
        document_id: The id that the file's name suggests.
        title: The title of the document itself; the file's name where the text prints none.
        notice: The title of the notice that issues it, where the two differ.
        issuer: As printed; several organs are joined by 、.
        region: From the province down (安徽省芜湖市), 国家 for all of the country.
        level: Whose document it is.
        year: The year that the document bears itself.
        year_basis: In Chinese, how the year is known.
        status: In Chinese: 试行, 征求意见稿, until when it holds; None where the text says nothing.
        number: The document's own number (文号).
        aliases: What people may call it by.
        valid_from: An ISO date, where the text gives one.
        valid_until: An ISO date, where the text gives one.
        validity: The sentence that says since when or until when it holds.
        repeals: The documents that it repeals.
        places: Where each fact was read.
    """

    document_id: str
    title: str
    notice: str | None
    issuer: str | None
    region: str | None
    level: Level | None
    year: int | None
    year_basis: str
    status: str | None
    number: str | None
    aliases: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None
    validity: str | None
    repeals: tuple[Repeal, ...]
    places: tuple[Place, ...]

    def place_of(self, fact: str) -> Place | None:
        """Where a fact was read, or None."""
        return next((place for place in self.places if place.fact == fact), None)


def read_facts(source: str, shape: Shape | None, file_name: str) -> Facts:
    """What a text says of itself.

    Args:
        source: The stored text.
        shape: What the file shows beside its words; None for a text alone.
        file_name: The name of the file; only the id and a missing title come from it.
    """
    page = read_page(source, shape)
    title = read_title(page)
    number = read_number(page)
    issuer = read_issuer(page, title)
    region = read_region(page, issuer, title, number)
    dating = read_year(page, number, _dated_title(title))
    validity = read_validity(page)
    name = _printed(source, title.words) if title is not None else _from_file(file_name)
    return Facts(
        document_id=document_id(file_name),
        title=name,
        notice=_notice(source, title),
        issuer=_organs(source, issuer) if issuer is not None else None,
        region=region.name if region is not None else None,
        level=region.level if region is not None else level_of(issuer),
        year=dating.year,
        year_basis=dating.basis,
        status=_status(page, title, validity),
        number=half_width(re.sub(r"\s+", "", source[number.start : number.end])) if number is not None else None,
        aliases=_aliases(name, region, title),
        valid_from=validity.starts,
        valid_until=validity.ends,
        validity=_printed(source, validity.words) if validity.words is not None else None,
        repeals=read_repeals(page),
        places=tuple(_places(title, issuer, number, dating, validity)),
    )


def _dated_title(title: Title | None) -> Words | None:
    """The title that may hold the year: the document's own, or its notice's where that alone has one."""
    if title is None:
        return None
    own = re.search(r"20\d\d", title.words.text)
    return title.words if own or title.frame is None else title.frame


def _places(
    title: Title | None, issuer: Words | None, number: Words | None, dating: Dating, validity: Validity
) -> Iterator[Place]:
    read = {
        "title": title.words if title is not None else None,
        "notice": title.frame if title is not None else None,
        "issuer": issuer,
        "number": number,
        "year": dating.words,
        "validity": validity.words,
    }
    for fact, words in read.items():
        if words is not None:
            yield Place(fact, words.start, words.end)


def _printed(source: str, words: Words) -> str:
    """A stretch as one reads it: lines joined, blanks between Chinese characters gone."""
    text = plain_reading(source[words.start : words.end])
    return re.sub(
        r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s+(?=[\d(])|(?<=[\d)])\s+(?=[^\x00-\x7f])", "", text
    )


def _organs(source: str, issuer: Words) -> str:
    text = source[issuer.start : issuer.end]
    names = [part for part in re.split(r"[\s\u3000、，,]+", text) if part]
    region = region_in(half_width(names[0])) if names else None
    glued = re.compile(rf"(?<=[厅局委会])(?={re.escape(region.parts[-1])})") if region is not None else None
    return "、".join(name for part in names for name in (glued.split(part) if glued is not None else (part,)))


def _from_file(file_name: str) -> str:
    stem = re.split(r"[/\\]", file_name)[-1]
    return stem.rsplit(".", 1)[0] or stem


def _notice(source: str, title: Title | None) -> str | None:
    if title is None or title.frame is None or title.frame == title.words:
        return None
    return _printed(source, title.frame)


def _status(page: Page, title: Title | None, validity: Validity) -> str | None:
    """试行 and the like from the titles, what the page says of its force, until when it holds."""
    titles = (title.words, title.frame) if title is not None else ()
    found = [word for words in titles if words is not None for word in drafts_of(words.text)]
    if not found:
        head = page.text[: min(page.body, HEAD_LENGTH)]
        found = [word for word in drafts_of(head) if word in ("征求意见稿", "公开征求意见")][:1]
    stated = field_value(page, "有效性|时效性|时效|效力状态|是否有效|文件状态")
    parts = [*dict.fromkeys(found), *([stated.text] if stated is not None else [])]
    if validity.words is not None and (
        term := re.search(r"有效期[^，,。;；]{1,24}|试行期?[^，,。;；]{0,3}[\d一二三四五]\s?年", validity.words.text)
    ):
        parts.append(re.sub(r"\s+", "", term.group()))
    return "；".join(dict.fromkeys(parts)) or None


def _aliases(name: str, region: Region | None, title: Title | None) -> tuple[str, ...]:
    """Short names: the region's, the title without region and brackets, the region with the kind of document."""
    found: list[str] = []
    bare = squeezed(_BRACKETS.sub("", name))
    places = [part for part in region.parts if part != "国家"] if region is not None else []
    for part in reversed(places[-1:]):
        found += [part, short_name(part)]
    core = bare
    for part in places:
        core = re.sub(rf"^(?:{re.escape(part)}|{re.escape(short_name(part))}省?)", "", core)
    core = _OPENING.sub("", core)
    found += [bare, core]
    kind = _KIND.search(core)
    if kind is not None and places:
        short = short_name(places[-1])
        found += [f"{short}{kind['kind']}", f"{places[-1]}{kind['kind']}"]
        if (named := _NAMED_KIND.search(core)) is not None:
            found.append(f"{short}{named.group()}")
    found += [squeezed(_BRACKETS.sub("", one)) for one in (title.named if title is not None else ())]
    return tuple(dict.fromkeys(alias for alias in found if 2 <= len(alias) <= _LONGEST_ALIAS and not _generic(alias)))


def _generic(alias: str) -> bool:
    """Words that any document of the kind could be called by."""
    return re.fullmatch(
        r"(?:智能工厂|数字化车间|智能制造|认定|管理|实施|申报|工作|暂行|办法|细则|方案|通知|意见|的)+", alias
    ) is not None and (len(alias) < 10)
