"""Prose: numbered chapters and clauses, outlines 一、（一）1., articles, terms, abbreviations, remarks, titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.headings import Heading, Headings
from corpus.labels import RANK, Label
from corpus.layouts.contents import contents_positions
from corpus.layouts.kinds import (
    ABBREVIATIONS,
    ASIDE,
    CAPTION,
    TERMS,
    chapter_is,
    in_form,
    in_standard,
    is_form,
    item_kind,
    item_title,
    to_fill,
)
from corpus.layouts.prose import Prose
from corpus.layouts.row import placed
from corpus.layouts.scope import industry_scope
from corpus.layouts.sections import tier_above
from corpus.layouts.titles import Part, closes_document, find_parts, is_document_title
from corpus.layouts.told import excludes
from corpus.layouts.unlabelled import unlabelled_kind
from corpus.paragraph import Paragraph
from corpus.web_lines import is_number, is_web_line

_ABBREVIATION = re.compile(r"(?P<label>[A-Za-z][A-Za-z0-9/&-]{0,14})[^\S\n]*[：:][^\S\n]*(?=\S)")
_COVER_LINE = re.compile(r"(?:发布|实施|出版|主办|承办)$")
_UNNUMBERED = re.compile(r"前\s*言|引\s*言|目\s*[次录]|参考文献|索\s*引")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_OWN_SCOPE = frozenset({"article", "decimal"})
_LISTS_ANNEXES = frozenset({"dot", "half", "paren", "number", "cn"})
_ANNEXES = re.compile(r"附\s*件")
_ANNEX_NAME = 80
_PART_RANK = {True: 0.5, False: -1.0}
"""How deep a document of several stands: below the annex that holds it, or outermost."""
_LABELLED, _PARTS = " labelled", " parts in "
"""Keys beside those of places, which hold no blanks: labelled paragraphs so far, documents so far in a place."""


def cut_prose(prose: Prose, headings: Headings, counters: Counter[str]) -> tuple[tuple[Draft, ...], Headings]:
    """The rows of a prose block, and the place that one stands at behind it.

    Args:
        prose: The block.
        headings: The place that one stands at before it.
        counters: What was counted so far, counted on: by place its paragraphs without a label, and what
            a document of several needs.
    """
    reader = _Reader(prose, headings, counters)
    return tuple(reader.read()), reader.headings


class _Reader:
    """Walks the paragraphs of one block and keeps the place; lives for one call of ``cut_prose``."""

    def __init__(self, prose: Prose, headings: Headings, counters: Counter[str]) -> None:
        self.prose = prose
        self.headings = headings
        self.counters = counters
        self.contents = contents_positions(prose.found)
        self.parts = find_parts(prose.found, self.contents)
        self.term_open = False
        self.titles_open = prose.first
        self.title_whole = False
        self.annexes_open = False
        self.ended = False
        self.lead = ""
        self.opening: Heading | None = None

    def read(self) -> Iterator[Draft]:
        drafts: list[Draft] = []
        title_until = -1
        for index, paragraph in enumerate(self.prose.found):
            if index <= title_until:
                continue
            part = self.parts.get(index)
            if index in self.contents:
                drafts.append(self._numbered(paragraph, "paragraph", "outline.contents"))
                if index + 1 not in self.contents:
                    self.headings = self.headings.up_to(_PART_RANK[False])
            elif part is not None and not (self.titles_open and self.headings.annex is not None):
                drafts.append(self._part(part))
                title_until = part.last
            elif paragraph.label is not None and index in self.prose.headings_at:
                opens = self.prose.first and index == 0
                drafts.append(self._heading(paragraph, paragraph.label, opens_block=opens))
            elif paragraph.label is not None:
                drafts.append(self._labelled(paragraph, paragraph.label, index))
            else:
                self._unlabelled(paragraph, index, drafts)
        return iter(drafts)

    def _part(self, part: Part) -> Draft:
        """The title of a document inside the file; with what stands before it numbered, it is another document."""
        annex = self.headings.annex
        above = self.headings.up_to(0.0) if annex else Headings()
        key = _PARTS + above.place
        number = self.counters[key] + 1
        if self.counters[_LABELLED]:
            number = max(number, 2)
        if number > 1 or any(later > part.last for later in self.parts):
            self.counters[key] = number
            above = above.under(Heading(_PART_RANK[annex is not None], "part", str(number), part.title))
        self.headings = above
        self.term_open = self.ended = self.annexes_open = False
        self.titles_open, self.lead = False, part.title
        first, last = self.prose.found[part.first], self.prose.found[part.last]
        return self._draft(f"{above.place}/title", first.start, last.end, "heading", "outline.title")

    def _heading(self, paragraph: Paragraph, label: Label, *, opens_block: bool) -> Draft:
        title = "" if paragraph.plain == label.printed else paragraph.plain.rstrip("。：: ")
        annex = label.style == "annex"
        untitled = not title or title.startswith(("（", "("))
        opens_document = annex and opens_block
        heading = Heading(label.rank, label.style, label.text, "" if annex and untitled else title)
        self.term_open = self.ended = self.annexes_open = False
        self.lead = ""
        if opens_document:
            self.opening = heading
        else:
            self.headings = self.headings.under(heading)
            self.term_open = label.style == "decimal" and chapter_is(self.headings, TERMS)
        self.counters[_LABELLED] += not annex
        self.titles_open = annex and untitled
        start = paragraph.start if annex else paragraph.text_start
        place = "front/annex-mark" if opens_document else self.headings.place
        draft = self._draft(place, start, paragraph.end, "heading", "outline.heading", label=label.text or None)
        return replace(draft, plain=paragraph.plain) if paragraph.number_alone else draft

    def _labelled(self, paragraph: Paragraph, label: Label, index: int) -> Draft:
        names_annex = len(paragraph.plain) <= _ANNEX_NAME and not paragraph.ends_sentence
        if self.annexes_open and label.style in _LISTS_ANNEXES and names_annex:
            self.counters[self._place()] += 1
            place, start = f"{self._place()}/p{self.counters[self._place()]}", paragraph.text_start
            return self._draft(place, start, paragraph.end, "paragraph", "outline.annex-name", label=label.text)
        self.titles_open = self.annexes_open = self.ended = False
        self.counters[_LABELLED] += 1
        return self._item(paragraph, label, index)

    def _item(self, paragraph: Paragraph, label: Label, index: int) -> Draft:
        title = item_title(paragraph)
        self.headings = self.headings.above(label.rank)
        after = self.prose.after(index)
        has_items = after is not None and after.label is not None and after.label.rank > label.rank
        leads = has_items or (paragraph.plain.endswith(("：", ":")) and excludes(paragraph.plain))
        if label.style in _OWN_SCOPE:
            self.lead = ""
        of_tier = tier_above(self.headings, frozenset(self.prose.tiers)) is not None
        kind = item_kind(paragraph, self.headings, has_items=has_items, lead=self.lead, of_tier=of_tier)
        path = (*self.headings.path, title) if title else self.headings.path
        named = title and (title in self.prose.tracks or self._names_type(title))
        demands = kind in ("requirement", "threshold") and label.style != "letter"
        element = title if title and demands and not named else None
        place = f"{self.headings.place}/{label.number}"
        scope = Heading(label.rank, label.style, label.text, title or "", paragraph.plain if leads else "")
        if label.style in _OWN_SCOPE:
            self.headings = self.headings.under(scope)
            place = self.headings.place if label.style == "decimal" else place
        draft = Draft(
            place,
            paragraph.text_start,
            paragraph.end,
            kind,
            "outline.item",
            path=path,
            element=element,
            track=title if named else None,
            label=label.text,
            industry=industry_scope(paragraph.plain),
            plain=paragraph.plain if paragraph.number_alone else None,
        )
        draft = replace(placed(self.prose, self.headings, draft), path=path)
        if has_items:
            self.headings = self.headings.under(scope)
        return draft

    def _names_type(self, title: str) -> bool:
        """Items of a section on types (建设类型) that open with a type's name."""
        section = next((one.title for one in reversed(self.headings.stack) if one.title), "")
        return title.endswith(("型", "模式")) and "类型" in section

    def _unlabelled(self, paragraph: Paragraph, index: int, drafts: list[Draft]) -> None:
        text = paragraph.plain
        if is_web_line(text):
            drafts.append(self._numbered(paragraph, "paragraph", "outline.page"))
            return
        self.annexes_open = False
        if index in self.prose.marked:
            self.titles_open = self.titles_open and index == 0  # a sheet's name may stand before the title
            self.headings = self.headings.under(Heading(self.prose.marked[index], None, "", text.rstrip("。：: ")))
            drafts.append(self._numbered(paragraph, "heading", "outline.heading"))
            return
        if self._is_title(paragraph):
            self._title(paragraph, drafts)
            return
        if self._beside_title(paragraph):
            drafts.append(self._numbered(paragraph, "paragraph", "outline.paragraph"))
            return
        self.titles_open = False
        if ASIDE.match(paragraph.folded) and not in_standard(self.headings):
            self.headings = self.headings.up_to(RANK["cn"])  # in an outline it belongs to the whole chapter
            self.annexes_open = _ANNEXES.match(text) is not None and not in_form(self.headings)
        if _UNNUMBERED.fullmatch(paragraph.folded):
            part = self.headings.up_to(_PART_RANK[False])
            self.headings = part.under(Heading(0.0, None, "", text))
            drafts.append(self._numbered(paragraph, "heading", "outline.heading"))
            return
        if self.headings.numbered and not in_form(self.headings) and closes_document(self.prose.found, index):
            self.headings = self.headings.up_to(_PART_RANK[True])
            self.ended = True
        drafts.append(self._sentence(paragraph, index))

    def _sentence(self, paragraph: Paragraph, index: int) -> Draft:
        """An abbreviation, the definition of a term, or what a paragraph says at its place."""
        if chapter_is(self.headings, ABBREVIATIONS) and (
            abbreviation := _ABBREVIATION.match(self.prose.source, paragraph.opening, paragraph.end)
        ):
            return self._abbreviation(paragraph, abbreviation)
        if self.term_open and paragraph.plain:
            self.term_open = False
            name = _chinese_name(self.headings.stack[-1].title)
            return self._numbered(paragraph, "term", "outline.term", label=name)
        kind = unlabelled_kind(self.prose, self.headings, index)
        self.lead = paragraph.plain if kind == "lead" and paragraph.plain.endswith(("：", ":")) else ""
        industry = industry_scope(paragraph.plain)
        return self._numbered(paragraph, kind, "outline.paragraph", industry=industry)

    def _abbreviation(self, paragraph: Paragraph, found: re.Match[str]) -> Draft:
        label = found["label"]
        place, rule = f"{self.headings.place}/{label}", "outline.abbreviation"
        return self._draft(place, found.end(), paragraph.end, "abbreviation", rule, label=label)

    def _is_title(self, paragraph: Paragraph) -> bool:
        text = paragraph.plain
        before_all = not self.counters[_LABELLED] and not self.headings.stack and not self.prose.tabled
        if before_all and is_document_title(paragraph):
            return True
        if not self.titles_open or not paragraph.heading_shaped or paragraph.ends_sentence:
            return False
        if text.startswith(("（", "(")) or to_fill(text) or CAPTION.match(paragraph.folded) or is_number(text):
            return False
        return not self._beside_title(paragraph)

    def _beside_title(self, paragraph: Paragraph) -> bool:
        """What stands around a title without being one: （资料性）, a classification number, a date of issue."""
        if not self.titles_open or not paragraph.heading_shaped or paragraph.ends_sentence:
            return False
        text = paragraph.plain
        bracketed = text.startswith(("（", "(")) and text.endswith(("）", ")"))
        return bracketed or _CHINESE.search(text) is None or is_number(text) or _COVER_LINE.search(text) is not None

    def _title(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """A title may run over adjoining lines; they are one row unless each is a title of its own."""
        if self.headings.annex is not None:
            self.headings = self.headings.titled(paragraph.plain)
        elif self.opening is not None and is_form(paragraph.plain):
            self.headings = Headings((self.opening,)).titled(paragraph.plain)
        last = drafts[-1] if drafts else None
        if last is not None and last.rule == "outline.title" and paragraph.adjoins and not self.title_whole:
            drafts[-1] = self._draft(last.place, last.start, paragraph.end, "heading", "outline.title")
            self.title_whole = is_document_title(paragraph)
            return
        self.title_whole = is_document_title(paragraph)
        self.lead = paragraph.plain
        start, end = paragraph.start, paragraph.end
        drafts.append(self._draft(f"{self.headings.place}/title", start, end, "heading", "outline.title"))

    def _place(self) -> str:
        """Where a paragraph without a label stands: behind the signature nothing is in a section any more."""
        place = self.headings.place
        if not self.ended:
            return place
        return "end" if place == "front" else f"{place}/end"

    def _numbered(
        self, paragraph: Paragraph, kind: Kind, rule: str, *, label: str | None = None, industry: str | None = None
    ) -> Draft:
        place = self._place()
        self.counters[place] += 1
        draft = self._draft(f"{place}/p{self.counters[place]}", paragraph.start, paragraph.end, kind, rule, label=label)
        return replace(draft, industry=industry)

    def _draft(self, place: str, start: int, end: int, kind: Kind, rule: str, *, label: str | None = None) -> Draft:
        return placed(self.prose, self.headings, Draft(place, start, end, kind, rule, label=label))


def _chinese_name(title: str) -> str:
    return re.split(r"\s+(?=[A-Za-z])", title, maxsplit=1)[0].strip()
