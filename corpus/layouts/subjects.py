"""What a sentence or a heading of prose is about, where that is a tier: its subject, its title.

``申报智能工厂的，除…外，还应…`` has a tier for its subject; ``推荐申报卓越级`` and ``获评先进级的企业`` only name one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.layouts.schemes import Name, name_of, names_in, reading, unit

_MORE = r"(?:[、,和及与]|以及)"
_FOR = (
    r"(?:(?:[一二三四五六七八九十]是|首先|其次|再次|最后|此外|同时),?)?"
    r"(?:其中,?|(?:在|除)[^,。;]{1,40}?(?:基础上|外|之外|以外),)?"
    r"(?:(?:拟|凡|对于?|首次|新|已|当年|\d{4}年度?)*(?:申报|申请|认定|评定|评为|授予|创建|参评|达到)*(?:认定|评定)?(?:的|为)*)"
)
_BEHIND = (
    r"(?:\([^()]{1,10}\))?(?:及以上|以上)?(?:的)?(?:建设|申报|评价|培育|认定|资助|试点|示范)*(?:的)?(?:项目|企业|单位|主体|工厂|车间)*(?:的)?"
    r"(?=$|[,:。、;\s]|[应须需要宜可以在除由至将能每原当]|申报|认定|评定|条件|要求|要素|基本|建设|聚焦|重点|标准|达到|满足|符合|实现|具备|一般|不[低少超]|奖|给予|主要|围绕"
    r"|是|指|自评|关键|设备|数控|投资|投入|[≥>])"
)
_LEAD = re.compile(rf"{_FOR}(?P<names>{unit('_a')}(?:{_MORE}{unit('_b')}){{0,5}}){_BEHIND}")
_TITLE_LABEL = re.compile(
    r"^(?:附件\S{0,4}\s|第[^章节条]{1,4}[章节条]\s*|[一二三四五六七八九十]+、|\([^()]{1,4}\)|\d[\d.]*\s*[、.)]?\s*|[a-z]\))\s*"
)
_TITLE = re.compile(
    rf"(?:\d{{4}}年度?|申报|认定|创建|建设|培育|普及|推广|推进|打造|组织|开展|实施|择优|省|市|加快|积极)*{unit('_a')}(?:\([^()]{{1,10}}\))?"
    r"(?P<behind>(?:的|申报|认定|评定|建设|培育|评价|创建|基本|具体|要素|能力|工作|条件|要求|标准|指标|程序|流程|内容|水平|参考|和|及|与|项目|企业|应当?|[须需]|具备|满足|符合|以下|下列|同时|还|[:。、])*)"
)
DEFINES = re.compile(r"[,\"」)]*(?:是|指|即|系)(?!否)")
APPLIES = re.compile(r"申报|申请|认定|评定|创建|参评|授予")
_ASPIRES = re.compile(r"(?:申报|推荐|晋升|升级|晋级|创建|争创|评选|培育)[^。;,]{0,10}$")
_LONGEST = 1_000
"""How far into a sentence its subjects are looked for."""
_NEAR = 24
SENTENCE = re.compile(r"[^。;\n]*(?:\n+[^。;\n]+)*[。;]?")


_AWARDED = re.compile(r"由[^,。;]{1,24}(?:认定|评定|组织|评审|公布|受理|备案)")
"""Who awards a tier is no rule of the tier either, unless the sentence says what it must be like."""
_BINDS = re.compile(r"应|须|需|不[低少超高]|以上|达到|满足|符合|具备")
_GRANTS = re.compile(
    r"(?:奖励|奖补|补助|补贴|资助|给予|支持)[^。;]{0,30}?\d[\d.]*\s?[万亿]?元|\d[\d.]*\s?[万亿]?元[^。;]{0,12}?(?:奖励|奖补|补助|补贴|资助)"
)
"""What the government gives for a tier is no rule of the tier."""


def title_name(title: str) -> Name | None:
    """The one tier that a heading is about, or None."""
    text = reading(title)
    bare = _TITLE_LABEL.sub("", text)
    found = _TITLE.fullmatch(bare)
    name = name_of(found, "_a") if found is not None else None
    if name is None:
        return None
    shift = len(text) - len(bare)
    return replace(name, start=name.start + shift, end=name.end + shift)


def leads(text: str) -> Iterator[tuple[Name, ...]]:
    """The tiers that the sentences of a row have for their subject, for each sentence that has one."""
    for sentence in SENTENCE.finditer(text):
        if sentence.group().strip() and (names := subjects(text, sentence.start(), sentence.end())):
            yield names


def subjects(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The tiers that a sentence rules: its subject's, and those of the clauses behind a comma that have one too."""
    end = min(end, start + _LONGEST)
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    first = _lead_at(text, begin, end)
    later = [name for at in _pieces(text, begin, end) for name in _lead_at(text, at, end)]
    names = tuple({name.key: name for name in (*first, *later)}.values())
    if (not first and len(names) < 2) or _GRANTS.search(text[begin:end]):
        return ()
    if (by := _AWARDED.search(text, begin, end)) is not None and not _BINDS.search(text, begin, by.start()):
        return ()
    led = {name.key for name in names}
    others = [name for name in names_in(text[begin:end]) if name.key not in led]
    if any(_ASPIRES.search(text[max(begin, begin + name.start - _NEAR) : begin + name.start]) for name in others):
        return ()
    return names


def _pieces(text: str, start: int, end: int) -> Iterator[int]:
    for mark in re.finditer("[,:(]", text[start:end]):
        yield start + mark.end()


def _lead_at(text: str, start: int, end: int) -> tuple[Name, ...]:
    found = _LEAD.match(text, start, end)
    if found is None:
        return ()
    first = name_of(found, "_a")
    if first is None:
        return ()
    inside = [name for name in names_in(text[found.start("names") : found.end("names")]) if name.family == first.family]
    shift = found.start("names")
    moved = [replace(name, start=name.start + shift, end=name.end + shift) for name in inside]
    return tuple(moved) or (first,)
