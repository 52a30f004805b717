"""What a paragraph of prose is: a requirement, a threshold, a step, a field to fill in, a lead-in, or just text."""

from __future__ import annotations

import re

from corpus.clause import Kind
from corpus.folding import folded
from corpus.force import governing
from corpus.headings import Headings
from corpus.layouts.asked import asked, demand
from corpus.layouts.scope import industry_scope
from corpus.layouts.told import excluded, only_tells
from corpus.paragraph import Paragraph
from corpus.quantity import quantities

TERMS = re.compile(r"术语|定义")
ABBREVIATIONS = re.compile(r"缩略语|缩写|简称")
CAPTION = re.compile(r"[图表]\s*[A-Z]?\.?\d")
ASIDE = re.compile(r"(?:备\s*)?注\s*[：:]|附\s*件\s*\d{0,2}\s*[：:]")
_ITEM_TITLE = re.compile(r"(?P<title>[^，,。；;：:]{2,24})[。：:](?=.)")
_ARTICLE_TITLE = 8
_FORM = re.compile(r"[表书函]$|提纲|模板")
_OUTLINE_TO_FILL = re.compile(r"提纲|模板")
_TO_FILL = re.compile(r"[：:]\s*$|[：:]\s{2,}|_{2,}|\s{3,}|签字|盖章|签名|公章")
_ADDRESSEE = re.compile(
    r"(?:政府|局|厅|委|委员会|办公室|中心|公司|单位|企业|部门|处|会|园区|集团)(?:[（(][^）)]{0,30}[）)])?[：:]$"
)
_LISTED = re.compile(r"下列|以下|如下")


def chapter_is(headings: Headings, pattern: re.Pattern[str]) -> bool:
    """Whether the chapter that one stands in has a title of a kind."""
    chapter = headings.chapter
    return chapter is not None and pattern.search(folded(chapter.title)) is not None


def is_form(title: str) -> bool:
    """Whether a title is a form's: a table, a letter or an outline to fill in."""
    return _FORM.search(folded(title)) is not None


def in_form(headings: Headings) -> bool:
    """Whether one stands in an annex that is a form."""
    return headings.annex is not None and is_form(headings.annex.title)


def to_fill(text: str) -> bool:
    """Whether a line leaves room for an answer or a signature."""
    return _TO_FILL.search(folded(text)) is not None


def in_standard(headings: Headings) -> bool:
    """Whether one stands in the numbered chapters of a standard."""
    return headings.chapter is not None and headings.chapter.style in ("number", "decimal")


def in_requirements(headings: Headings) -> bool:
    """Whether one stands in the chapters of a standard that hold requirements; an outline's prose frames its items."""
    return in_standard(headings) and not chapter_is(headings, TERMS)


def in_type_section(headings: Headings) -> bool:
    """Whether one stands right below a section （一）… of a chapter of requirements or conditions."""
    if len(headings.stack) < 2 or headings.annex is not None:
        return False
    above, here = headings.stack[-2:]
    return here.style == "cn_paren" and re.search(r"要求|要素|条件|标准", folded(above.title)) is not None


def item_title(paragraph: Paragraph) -> str | None:
    """The words that name an item before its sentence: 数字化生产 of ``数字化生产。以MES为核心…``."""
    found = _ITEM_TITLE.match(paragraph.plain)
    if found is None or governing(found["title"]) or industry_scope(paragraph.plain[: found.end()]):
        return None
    label = paragraph.label
    if label is not None and label.style == "article" and len(found["title"]) > _ARTICLE_TITLE:
        return None  # the first sentence of an article
    return found["title"].strip()


def introduces(paragraph: Paragraph) -> bool:
    """Whether a paragraph only leads to the list below it: it ends with a colon and demands nothing of its own."""
    if not paragraph.plain.endswith(("：", ":")):
        return False
    demands = governing(paragraph.plain) or quantities(paragraph.plain)
    return not demands or _LISTED.search(paragraph.folded) is not None


def item_kind(
    paragraph: Paragraph, headings: Headings, *, has_items: bool, lead: str = "", of_tier: bool = False
) -> Kind:
    """The kind of a labelled item.

    Args:
        paragraph: The item.
        headings: The headings above it.
        has_items: Whether items of its own follow.
        lead: The sentence that leads to the list it stands in.
        of_tier: Whether it stands in the section of a tier.
    """
    if in_form(headings):
        fills = headings.annex is not None and _OUTLINE_TO_FILL.search(folded(headings.annex.title))
        return "form_field" if fills else "paragraph"
    if has_items and introduces(paragraph):
        return "lead"
    if chapter_is(headings, TERMS):
        return "paragraph"
    if excluded(headings, lead) or only_tells(paragraph.folded):
        return "paragraph"
    if in_standard(headings) or of_tier:
        return demand(paragraph.folded)
    return asked(paragraph.folded, headings, lead)


def is_addressee(paragraph: Paragraph) -> bool:
    """Whether a paragraph names whom a notice is sent to: 各市工业和信息化局，各有关单位："""
    text = paragraph.folded
    return _ADDRESSEE.search(text) is not None and not governing(text) and "。" not in text


def form_line(paragraph: Paragraph) -> bool:
    """Whether an unlabelled line of a form is one of its fields."""
    if paragraph.ends_sentence or _ADDRESSEE.search(paragraph.folded):
        return False
    return paragraph.heading_shaped or to_fill(paragraph.plain)


def binds(text: str) -> bool:
    """Whether a text says 应 or 宜."""
    return bool({modal.force for modal in governing(text)} & {"shall", "should"})
