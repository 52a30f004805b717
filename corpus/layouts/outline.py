"""Prose: numbered chapters and clauses, outlines 一、（一）1., articles, terms, abbreviations, remarks, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.force import governing
from corpus.headings import Heading, Headings
from corpus.layouts.scope import industry_scope
from corpus.paragraphs import Paragraph
from corpus.quantity import quantities
from corpus.tier_names import tier_code

_STEPS = re.compile(r"程序|流程|步骤|组织申报|申报与")
_GOVERNMENT = re.compile(
    r"目的|目标|保障|措施|政策|时间|附则|职责|分工|组织实施|监督|扶持|奖励|总体要求|指导思想|管理与"
)
_TERMS = re.compile(r"术语|定义")
_ABBREVIATIONS = re.compile(r"缩略语|缩写|简称")
_ABBREVIATION = re.compile(r"(?P<label>[A-Za-z][A-Za-z0-9/&-]{0,14})\s*[：:]\s*(?=\S)")
_REMARK = re.compile(r"(?:备\s*)?注\s*[：:]")
_CAPTION = re.compile(r"[图表]\s*[A-Z]?\.?\d")
_ITEM_TITLE = re.compile(r"(?P<title>[^，,。；;：:]{2,24})[。：:](?=.)")
_ANNEX_FORM = re.compile(r"[表书函]$|提纲|模板")
_BLANK_TO_FILL = re.compile(r"[：:]\s*$|[：:]\s{2,}|_{2,}|\s{3,}|签字|盖章|签名|公章")
_ENTRY_UNITS = frozenset({"万元", "亿元", "元", "年", "个月", "月", "天", "日", "工作日"})


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs of one prose block, and what follows it.

    Attributes:
        found: The paragraphs in order.
        table_follows: Whether a table stands right after the block.
        tabled: Whether the document's requirements stand in tier tables, so that the prose around them frames.
        tracks: The document's alternatives, by name.
        first: Whether the block opens the document.
    """

    found: tuple[Paragraph, ...]
    table_follows: bool
    tabled: bool
    tracks: frozenset[str] = frozenset()
    first: bool = False
    headings_at: frozenset[int] = field(default_factory=frozenset)


def heading_positions(found: Sequence[Paragraph], table_follows: bool) -> frozenset[int]:
    """Which labelled paragraphs are headings: short, no sentence, and with something below them where they could be items."""
    return frozenset(
        index
        for index, paragraph in enumerate(found)
        if _is_heading(paragraph, found[index + 1] if index + 1 < len(found) else None, table_follows)
    )


def _is_heading(paragraph: Paragraph, following: Paragraph | None, table_follows: bool) -> bool:
    label = paragraph.label
    if label is None or label.style in ("letter", "article"):
        return False
    if label.style in ("annex", "chapter"):
        return True
    if not paragraph.heading_shaped:
        return False
    if label.style in ("cn", "number", "decimal"):
        return not paragraph.ends_sentence
    if following is None:
        return table_follows
    if following.label is not None:
        return following.label.rank > label.rank and (label.style == "cn_paren" or not paragraph.ends_sentence)
    return not following.heading_shaped and (label.style == "cn_paren" or not paragraph.ends_sentence)


def cut_prose(prose: Prose, headings: Headings) -> tuple[tuple[Draft, ...], Headings]:
    """The rows of a prose block, and the place that one stands at behind it."""
    reader = _Reader(prose, headings)
    return tuple(reader.read()), reader.headings


class _Reader:
    """Walks the paragraphs of one block and keeps the place; lives for one call of ``cut_prose``."""

    def __init__(self, prose: Prose, headings: Headings) -> None:
        self.prose = prose
        self.headings = headings
        self.counters: dict[str, int] = {}
        self.term_open = False
        self.titles_open = prose.first

    def read(self) -> Iterator[Draft]:
        drafts: list[Draft] = []
        for index, paragraph in enumerate(self.prose.found):
            if index in self.prose.headings_at:
                drafts.append(self._heading(paragraph, first=self.prose.first and index == 0))
            elif paragraph.label is not None:
                self.titles_open = False
                drafts.append(self._item(paragraph))
            else:
                self._unlabelled(paragraph, index, drafts)
        return iter(drafts)

    def _heading(self, paragraph: Paragraph, *, first: bool) -> Draft:
        label = paragraph.label
        assert label is not None
        title = paragraph.plain.rstrip("。：: ")
        opens_document = label.style == "annex" and first
        heading = Heading(label.rank, label.style, label.text, title)
        self.term_open = label.style == "decimal" and self._chapter_is(_TERMS)
        if not opens_document:
            self.headings = self.headings.under(heading)
        self.titles_open = label.style == "annex"
        start = paragraph.body if label.style != "annex" else paragraph.start
        place = "front/annex-mark" if opens_document else self.headings.place
        return self._draft(place, start, paragraph.end, "heading", "outline.heading", label=label.text or None)

    def _item(self, paragraph: Paragraph) -> Draft:
        label = paragraph.label
        assert label is not None
        title = _item_title(paragraph)
        self.headings = self.headings.above(label.rank)
        kind = self._item_kind(paragraph)
        place = f"{self.headings.place}/{label.number}"
        path = (*self.headings.path, title) if title else None
        element = title if title and label.style != "letter" and kind in ("requirement", "threshold") else None
        track = title if title and (title in self.prose.tracks or self._names_type(title)) else None
        return self._draft(
            place, paragraph.body, paragraph.end, kind, "outline.item", label=label.text, path=path,
            element=None if track else element, track=track, industry=industry_scope(paragraph.plain),
        )  # fmt: skip

    def _names_type(self, title: str) -> bool:
        """Items of a section on types (建设类型) that open with a type's name."""
        return title.endswith(("型", "模式")) and "类型" in self.headings.stack[-1].title

    def _item_kind(self, paragraph: Paragraph) -> Kind:
        chapter = self.headings.chapter
        if self.headings.annex is not None and _ANNEX_FORM.search(self.headings.annex.title):
            return "paragraph"
        if chapter is not None and chapter.style in ("cn", "chapter"):
            if _STEPS.search(chapter.title):
                return "step"
            if _GOVERNMENT.search(chapter.title):
                return "paragraph"
        stated = quantities(paragraph.plain)
        if any(quantity.comparator != "=" and quantity.unit in _ENTRY_UNITS for quantity in stated):
            return "threshold"
        return "requirement"

    def _unlabelled(self, paragraph: Paragraph, index: int, drafts: list[Draft]) -> None:
        text = paragraph.plain
        if self._is_title(paragraph):
            self._title(paragraph, drafts)
            return
        self.titles_open = False
        if _REMARK.match(text):
            self.headings = self.headings.up_to(2.0)
        abbreviation = _ABBREVIATION.match(text) if self._chapter_is(_ABBREVIATIONS) else None
        if abbreviation:
            start = paragraph.start + abbreviation.end()
            label = abbreviation["label"]
            drafts.append(
                self._draft(
                    f"{self.headings.place}/{label}",
                    start,
                    paragraph.end,
                    "abbreviation",
                    "outline.abbreviation",
                    label=label,
                )
            )
        elif self.term_open and text:
            self.term_open = False
            name = self.headings.stack[-1].title
            drafts.append(self._numbered(paragraph, "term", "outline.term", label=_chinese_name(name)))
        else:
            kind = self._unlabelled_kind(paragraph, index)
            drafts.append(self._numbered(paragraph, kind, "outline.paragraph", industry=industry_scope(text)))

    def _is_title(self, paragraph: Paragraph) -> bool:
        if not self.titles_open or not paragraph.heading_shaped or paragraph.ends_sentence:
            return False
        return not paragraph.plain.startswith(("（", "(")) and not _BLANK_TO_FILL.search(paragraph.plain)

    def _title(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """A title may run over adjoining lines; they are one row."""
        in_annex = self.headings.annex is not None
        if in_annex:
            self.headings = self.headings.titled(paragraph.plain)
        last = drafts[-1] if drafts else None
        if last is not None and last.rule == "outline.title" and paragraph.adjoins:
            drafts[-1] = self._draft(last.place, last.start, paragraph.end, "heading", "outline.title")
            return
        drafts.append(
            self._draft(f"{self.headings.place}/title", paragraph.start, paragraph.end, "heading", "outline.title")
        )

    def _unlabelled_kind(self, paragraph: Paragraph, index: int) -> Kind:
        text = paragraph.plain
        if _CAPTION.match(text):
            return "heading"
        if not text:
            return "paragraph"
        if (
            self._in_form()
            and (paragraph.heading_shaped or _BLANK_TO_FILL.search(text))
            and not paragraph.ends_sentence
        ):
            return "form_field"
        binding = {modal.force for modal in governing(text)} & {"shall", "should"}
        framing = self.prose.tabled or not self._in_requirements()
        if binding and not framing:
            return "requirement"
        return "lead" if self._leads(paragraph, index) else "paragraph"

    def _in_requirements(self) -> bool:
        """Chapters of a standard that hold requirements; the prose of an outline frames its items."""
        chapter = self.headings.chapter
        return (
            chapter is not None
            and any(one.style == "decimal" for one in self.headings.stack)
            and not self._chapter_is(_TERMS)
        )

    def _leads(self, paragraph: Paragraph, index: int) -> bool:
        if paragraph.plain.endswith(("：", ":")) or re.search(r"见\s*表\s*\d+。?$", paragraph.plain):
            return True
        following = index + 1
        if following >= len(self.prose.found):
            return self.prose.table_follows
        return self.prose.found[following].label is not None and following not in self.prose.headings_at

    def _in_form(self) -> bool:
        return self.headings.annex is not None and _ANNEX_FORM.search(self.headings.annex.title) is not None

    def _chapter_is(self, pattern: re.Pattern[str]) -> bool:
        chapter = self.headings.chapter
        return chapter is not None and pattern.search(chapter.title) is not None

    def _numbered(
        self, paragraph: Paragraph, kind: Kind, rule: str, *, label: str | None = None, industry: str | None = None
    ) -> Draft:
        place = self.headings.place
        self.counters[place] = self.counters.get(place, 0) + 1
        return self._draft(
            f"{place}/p{self.counters[place]}",
            paragraph.start,
            paragraph.end,
            kind,
            rule,
            label=label,
            industry=industry,
        )

    def _draft(
        self, place: str, start: int, end: int, kind: Kind, rule: str, *, label: str | None = None,
        path: tuple[str, ...] | None = None, element: str | None = None, track: str | None = None, industry: str | None = None,
    ) -> Draft:  # fmt: skip
        above = self.headings
        stated, domain, subdomain = (None, None, None) if self._chapter_is(_TERMS) else above.capability
        if self.prose.tabled:  # the table below names the subdomains
            stated, domain, subdomain = (domain, subdomain, None) if subdomain else (None, None, None)
        tier = above.tier if self.prose.tabled else None
        return Draft(
            place=place, start=start, end=end, kind=kind, rule=rule, section=above.section,
            path=above.path if path is None else path, element=element or stated, domain=domain, subdomain=subdomain,
            tier=tier_code(tier) if tier else None, tier_label=tier,
            track=track or _track_above(above, self.prose.tracks), label=label, industry=industry,
        )  # fmt: skip


def _item_title(paragraph: Paragraph) -> str | None:
    found = _ITEM_TITLE.match(paragraph.plain)
    if found is None or governing(found["title"]) or industry_scope(paragraph.plain[: found.end()]):
        return None
    return found["title"].strip()


def _track_above(headings: Headings, tracks: frozenset[str]) -> str | None:
    return next((name for heading in headings.stack if (name := track_name(heading.title)) in tracks), None)


_TRACK_CHAPTER = re.compile(r"要素|要求|重点|条件|类型|标准|认定")
_TRACK_NAME = re.compile(r"(?:模式|型|类|车间|工厂|服务|平台|项目|企业)$")


def track_name(title: str) -> str:
    """A heading's words without what stands in brackets and without closing punctuation."""
    return re.sub(r"[（(][^）)]*[）)]", "", title).strip("。：: 、")


def find_tracks(found: Sequence[Paragraph], headings_at: frozenset[int]) -> frozenset[str]:
    """The alternatives of an outline: sibling headings （一）… of one chapter that name types, modes or kinds of project."""
    tracks: set[str] = set()
    chapter = ""
    for index in sorted(headings_at):
        label = found[index].label
        if label is None:
            continue
        if label.style in ("cn", "chapter"):
            chapter = found[index].plain
        name = track_name(found[index].plain)
        if label.style == "cn_paren" and _TRACK_CHAPTER.search(chapter) and _TRACK_NAME.search(name):
            tracks.add(name)
    return frozenset(tracks) if len(tracks) > 1 else frozenset()


def _chinese_name(title: str) -> str:
    return re.split(r"\s+(?=[A-Za-z])", title, maxsplit=1)[0].strip()
