"""Prose: numbered chapters and clauses, outlines 一、（一）1., articles, terms, abbreviations, remarks, titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from corpus.blocks import REMARK
from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.headings import Heading, Headings
from corpus.labels import RANK, Label
from corpus.layouts.kinds import (
    ABBREVIATIONS,
    ASIDE,
    CAPTION,
    TERMS,
    binds,
    chapter_is,
    form_line,
    in_form,
    in_requirements,
    in_standard,
    in_type_section,
    introduces,
    is_form,
    item_kind,
    item_title,
    to_fill,
)
from corpus.layouts.prose import Prose
from corpus.layouts.scope import industry_scope
from corpus.layouts.sections import tier_above, track_above
from corpus.paragraph import Paragraph
from corpus.tier_names import tier_code

_ABBREVIATION = re.compile(r"(?P<label>[A-Za-z][A-Za-z0-9/&-]{0,14})[^\S\n]*[：:][^\S\n]*(?=\S)")
_COVER_LINE = re.compile(r"(?:发布|实施)$")
_UNNUMBERED = re.compile(r"前\s*言|引\s*言|目\s*[次录]|参考文献|索\s*引")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_OWN_SCOPE = frozenset({"article", "decimal"})


def cut_prose(prose: Prose, headings: Headings, counters: Counter[str]) -> tuple[tuple[Draft, ...], Headings]:
    """The rows of a prose block, and the place that one stands at behind it.

    Args:
        prose: The block.
        headings: The place that one stands at before it.
        counters: How many paragraphs without a label each place holds so far; counted on.
    """
    reader = _Reader(prose, headings, counters)
    return tuple(reader.read()), reader.headings


class _Reader:
    """Walks the paragraphs of one block and keeps the place; lives for one call of ``cut_prose``."""

    def __init__(self, prose: Prose, headings: Headings, counters: Counter[str]) -> None:
        self.prose = prose
        self.headings = headings
        self.counters = counters
        self.term_open = False
        self.titles_open = prose.first
        self.opening: Heading | None = None

    def read(self) -> Iterator[Draft]:
        drafts: list[Draft] = []
        for index, paragraph in enumerate(self.prose.found):
            if paragraph.label is not None and index in self.prose.headings_at:
                opens = self.prose.first and index == 0
                drafts.append(self._heading(paragraph, paragraph.label, opens_block=opens))
            elif paragraph.label is not None:
                self.titles_open = False
                drafts.append(self._item(paragraph, paragraph.label, index))
            else:
                self._unlabelled(paragraph, index, drafts)
        return iter(drafts)

    def _heading(self, paragraph: Paragraph, label: Label, *, opens_block: bool) -> Draft:
        title = paragraph.plain.rstrip("。：: ")
        annex = label.style == "annex"
        opens_document = annex and opens_block
        heading = Heading(label.rank, label.style, label.text, "" if annex else title)
        self.term_open = False
        if opens_document:
            self.opening = heading
        else:
            self.headings = self.headings.under(heading)
            self.term_open = label.style == "decimal" and chapter_is(self.headings, TERMS)
        self.titles_open = annex
        start = paragraph.start if annex else paragraph.text_start
        place = "front/annex-mark" if opens_document else self.headings.place
        draft = self._draft(place, start, paragraph.end, "heading", "outline.heading", label=label.text or None)
        return replace(draft, plain=paragraph.plain) if paragraph.number_alone else draft

    def _item(self, paragraph: Paragraph, label: Label, index: int) -> Draft:
        title = item_title(paragraph)
        self.headings = self.headings.above(label.rank)
        after = self.prose.after(index)
        has_items = after is not None and after.label is not None and after.label.rank > label.rank
        kind = item_kind(paragraph, self.headings, has_items=has_items)
        path = (*self.headings.path, title) if title else self.headings.path
        named = title and (title in self.prose.tracks or self._names_type(title))
        element = None
        if title and not named and label.style != "letter" and kind in ("requirement", "threshold"):
            element = title
        place = f"{self.headings.place}/{label.number}"
        scope = Heading(label.rank, label.style, label.text, title or "")
        if label.style in _OWN_SCOPE:
            self.headings = self.headings.under(scope)
            place = self.headings.place if label.style == "decimal" else place
        draft = self._draft(
            place,
            paragraph.text_start,
            paragraph.end,
            kind,
            "outline.item",
            label=label.text,
            path=path,
            element=element,
            track=title if named else None,
            industry=industry_scope(paragraph.plain),
        )
        if has_items:
            self.headings = self.headings.under(scope)
        return replace(draft, plain=paragraph.plain) if paragraph.number_alone else draft

    def _names_type(self, title: str) -> bool:
        """Items of a section on types (建设类型) that open with a type's name."""
        section = next((one.title for one in reversed(self.headings.stack) if one.title), "")
        return title.endswith(("型", "模式")) and "类型" in section

    def _unlabelled(self, paragraph: Paragraph, index: int, drafts: list[Draft]) -> None:
        text = paragraph.plain
        if self._is_title(paragraph):
            self._title(paragraph, drafts)
            return
        if self._beside_title(paragraph):
            drafts.append(self._numbered(paragraph, "paragraph", "outline.paragraph"))
            return
        self.titles_open = False
        if ASIDE.match(text) and not in_standard(self.headings):
            self.headings = self.headings.up_to(RANK["cn"])  # in an outline it belongs to the whole chapter
        if _UNNUMBERED.fullmatch(text):
            self.headings = Headings((Heading(0.0, None, "", text),))
            drafts.append(self._numbered(paragraph, "heading", "outline.heading"))
            return
        if chapter_is(self.headings, ABBREVIATIONS) and (
            abbreviation := _ABBREVIATION.match(self.prose.source, paragraph.opening, paragraph.end)
        ):
            drafts.append(self._abbreviation(paragraph, abbreviation))
        elif self.term_open and text:
            self.term_open = False
            name = _chinese_name(self.headings.stack[-1].title)
            drafts.append(self._numbered(paragraph, "term", "outline.term", label=name))
        else:
            kind = self._unlabelled_kind(paragraph, index)
            drafts.append(self._numbered(paragraph, kind, "outline.paragraph", industry=industry_scope(text)))

    def _abbreviation(self, paragraph: Paragraph, found: re.Match[str]) -> Draft:
        label = found["label"]
        place = f"{self.headings.place}/{label}"
        return self._draft(place, found.end(), paragraph.end, "abbreviation", "outline.abbreviation", label=label)

    def _is_title(self, paragraph: Paragraph) -> bool:
        text = paragraph.plain
        if not self.titles_open or not paragraph.heading_shaped or paragraph.ends_sentence:
            return False
        if text.startswith(("（", "(")) or to_fill(text) or CAPTION.match(text):
            return False
        return not self._beside_title(paragraph)

    def _beside_title(self, paragraph: Paragraph) -> bool:
        """What stands around a title without being one: （资料性）, a classification number, a date of issue."""
        if not self.titles_open or not paragraph.heading_shaped or paragraph.ends_sentence:
            return False
        text = paragraph.plain
        bracketed = text.startswith(("（", "(")) and text.endswith(("）", ")"))
        return bracketed or _CHINESE.search(text) is None or _COVER_LINE.search(text) is not None

    def _title(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """A title may run over adjoining lines; they are one row."""
        if self.headings.annex is not None:
            self.headings = self.headings.titled(paragraph.plain)
        elif self.opening is not None and is_form(paragraph.plain):
            self.headings = Headings((self.opening,)).titled(paragraph.plain)
        last = drafts[-1] if drafts else None
        if last is not None and last.rule == "outline.title" and paragraph.adjoins:
            drafts[-1] = self._draft(last.place, last.start, paragraph.end, "heading", "outline.title")
            return
        place = f"{self.headings.place}/title"
        drafts.append(self._draft(place, paragraph.start, paragraph.end, "heading", "outline.title"))

    def _unlabelled_kind(self, paragraph: Paragraph, index: int) -> Kind:
        text = paragraph.plain
        if CAPTION.match(text) and not paragraph.ends_sentence:
            return "heading"
        if not text:
            return "paragraph"
        if in_form(self.headings) and form_line(paragraph):
            return "form_field"
        if self.prose.tabled:  # the tables hold the requirements, the prose around them frames
            if binds(text) and self._alone(index):
                return "requirement"
            return "lead" if self._leads(paragraph, index) else "paragraph"
        listed = self._leads(paragraph, index) and introduces(paragraph)
        if binds(text) and not listed and in_requirements(self.headings):
            return "requirement"
        if self._leads(paragraph, index):
            return "lead"
        return "requirement" if (self._of_tier() and binds(text)) or self._alone(index) else "paragraph"

    def _of_tier(self) -> bool:
        return tier_above(self.headings, frozenset(self.prose.tiers)) is not None

    def _alone(self, index: int) -> bool:
        """Whether a paragraph is all that its section says, in a chapter of requirements."""
        if index - 1 not in self.prose.headings_at or not self.headings.stack:
            return False
        after, here = self.prose.after(index), self.headings.stack[-1]
        if after is None:
            ends = not self.prose.table_follows
        elif after.label is not None and index + 1 in self.prose.headings_at:
            ends = after.label.rank <= here.rank
        else:
            ends = REMARK.match(after.plain) is not None
        clause = here.style == "decimal" and in_requirements(self.headings) and self.headings.annex is None
        clause = clause and not self.prose.tabled  # beside tier tables a numbered clause only frames them
        return ends and (clause or self._of_tier() or in_type_section(self.headings))

    def _leads(self, paragraph: Paragraph, index: int) -> bool:
        if paragraph.plain.endswith(("：", ":")) or re.search(r"见\s*表\s*\d+。?$", paragraph.plain):
            return True
        after = self.prose.after(index)
        if after is None:
            return self.prose.table_follows
        return after.label is not None and index + 1 not in self.prose.headings_at

    def _numbered(
        self, paragraph: Paragraph, kind: Kind, rule: str, *, label: str | None = None, industry: str | None = None
    ) -> Draft:
        place = self.headings.place
        self.counters[place] += 1
        place = f"{place}/p{self.counters[place]}"
        return self._draft(place, paragraph.start, paragraph.end, kind, rule, label=label, industry=industry)

    def _draft(
        self,
        place: str,
        start: int,
        end: int,
        kind: Kind,
        rule: str,
        *,
        label: str | None = None,
        path: tuple[str, ...] | None = None,
        element: str | None = None,
        track: str | None = None,
        industry: str | None = None,
    ) -> Draft:
        above = self.headings
        stated, domain, subdomain = (None, None, None) if chapter_is(above, TERMS) else above.capability
        if self.prose.tabled:  # the table below names the subdomains
            stated, domain, subdomain = (domain, subdomain, None) if subdomain else (None, None, None)
        tier = above.tier if self.prose.tabled else tier_above(above, frozenset(self.prose.tiers))
        return Draft(
            place=place,
            start=start,
            end=end,
            kind=kind,
            rule=rule,
            section=above.section,
            path=above.path if path is None else path,
            element=element or stated,
            domain=domain,
            subdomain=subdomain,
            tier=(self.prose.tiers.get(tier) or tier_code(tier)) if tier else None,
            tier_label=tier,
            track=track or track_above(above, self.prose.tracks),
            label=label,
            industry=industry,
        )


def _chinese_name(title: str) -> str:
    return re.split(r"\s+(?=[A-Za-z])", title, maxsplit=1)[0].strip()
