"""Labels that one paragraph alone does not show: they are read from the numbers of those around it.

An article whose 条 was lost (第十　市级部门…), an item whose text begins with a figure (4.100%…), an annex whose title
stands on the same line, and 一、二、 that list what an article says instead of dividing the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from math import inf

from corpus.folding import folded
from corpus.labels import RANK, Label, arabic
from corpus.lines import plain_reading, skip_residue
from corpus.paragraph import Paragraph
from corpus.web_lines import stands_alone

_LOST_ARTICLE = re.compile(
    r"第?[ \u3000\xa0]?(?P<label>[一二三四五六七八九十百]{1,5})[ \u3000\xa0]{1,4}(?=[\u4e00-\u9fff])"
)
_FIGURED = re.compile(r"(?P<label>\d{1,2})[.．、](?=\d)")
_TITLED_ANNEX = re.compile(
    r"附\s*[件表录]\s*(?P<label>\d{1,2}(?:\s*[-－–—]\s*\d{1,2})?|[一二三四五六七八九十]{1,2}|[A-Z])\s*[.．、：:]?\s*(?=\S)"
)
_ANNEX_LINE = re.compile(r"附\s*[件表录]")
_TITLE_WORDS = re.compile(r"[^，,。；;：:]{4,60}$")
_LONG_ENOUGH = 10
_FURTHEST = 60
_SIGNED_WITHIN = 3
_LIST_RANK = 3.5
"""Between an article and its （一）: a 一、 that an article lists."""


def relabelled(source: str, found: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with the labels that their neighbours show."""
    after_lost = _with_lost_articles(source, found)
    after_figures = _with_figured_items(source, after_lost)
    return tuple(_with_article_lists(_with_titled_annexes(source, after_figures)))


def _with_lost_articles(source: str, found: Sequence[Paragraph]) -> list[Paragraph]:
    """第十　… and 十三　… where the articles before and behind leave room for their numbers."""
    if not any(one.label is not None and one.label.style in ("article", "chapter") for one in found):
        return list(found)
    mended: list[Paragraph] = []
    last = 0
    for index, paragraph in enumerate(found):
        label = paragraph.label
        if label is not None and label.style == "article" and label.value is not None:
            last = label.value
        lost = _LOST_ARTICLE.match(folded(source[paragraph.start : paragraph.end])) if label is None else None
        if lost is not None and paragraph.end - paragraph.start > _LONG_ENOUGH:
            value = int(arabic(lost["label"]))
            if last < value <= last + _FURTHEST and value < _next_article(found, index):
                mended.append(
                    _labelled(
                        source,
                        paragraph,
                        Label("article", lost["label"], lost.group().strip(), RANK["article"], lost.end()),
                    )
                )
                last = value
                continue
        mended.append(paragraph)
    return mended


def _next_article(found: Sequence[Paragraph], index: int) -> float:
    """The number of the next article that shows it, or infinity."""
    labels = (one.label for one in islice(found, index + 1, None))
    values = (label.value for label in labels if label is not None and label.style == "article")
    return next((value for value in values if value is not None), inf)


def _with_figured_items(source: str, found: Sequence[Paragraph]) -> list[Paragraph]:
    """4.100%… behind item 3. is item 4, whose text begins with a figure."""
    mended: list[Paragraph] = []
    last: int | None = None
    for paragraph in found:
        label = paragraph.label
        if label is not None and label.style == "dot":
            last = label.value
        elif label is not None and label.style not in ("decimal", "paren", "half", "circled", "letter"):
            last = None
        elif last is not None and (label is None or (label.style == "decimal" and label.text.count(".") == 1)):
            figured = _FIGURED.match(folded(source[paragraph.start : paragraph.end]))
            if figured is not None and int(figured["label"]) == last + 1:
                last += 1
                mended.append(
                    _labelled(
                        source, paragraph, Label("dot", figured["label"], figured.group(), RANK["dot"], figured.end())
                    )
                )
                continue
        mended.append(paragraph)
    return mended


def _with_titled_annexes(source: str, found: Sequence[Paragraph]) -> list[Paragraph]:
    """附件1：要素条件 heads an annex unless it stands in the list of annexes that closes a notice."""
    mended = list(found)
    for index, paragraph in enumerate(found):
        if paragraph.label is not None:
            continue
        titled = _TITLED_ANNEX.match(folded(source[paragraph.start : paragraph.end]))
        if (
            titled is None
            or _TITLE_WORDS.fullmatch(plain_reading(source[paragraph.start + titled.end() : paragraph.end])) is None
        ):
            continue
        if not _is_listed(found, index):
            label = re.sub(r"\s", "", titled["label"])
            mended[index] = _labelled(
                source, paragraph, Label("annex", label, titled.group().strip(), RANK["annex"], titled.end())
            )
    return mended


def _is_listed(found: Sequence[Paragraph], index: int) -> bool:
    """Whether a line names an annex that is not here: others are named beside it, or the signature follows."""
    around = [found[position] for position in (index - 1, index + 1) if 0 <= position < len(found)]
    if any(one.label is None and _ANNEX_LINE.match(one.plain) for one in around) or index + 1 == len(found):
        return True
    following = found[index + 1 : index + 1 + _SIGNED_WITHIN]
    return any(one.label is None and one.heading_shaped and stands_alone(one.plain) for one in following)


def _with_article_lists(found: Sequence[Paragraph]) -> list[Paragraph]:
    """一、二、 that begin right below an article which ends with a colon belong to that article."""
    mended: list[Paragraph] = []
    last = 0
    for index, paragraph in enumerate(found):
        label = paragraph.label
        if label is not None and label.style in ("article", "chapter", "section", "annex"):
            last = 0
        elif label is not None and label.style == "cn":
            above = found[index - 1] if index else None
            leads = above is not None and above.label is not None and above.label.style == "article"
            opens = label.value == 1 and leads and above is not None and above.plain.endswith(("：", ":"))
            if opens or (last and label.value == last + 1):
                last = label.value or 0
                mended.append(replace(paragraph, label=replace(label, rank=_LIST_RANK)))
                continue
            last = 0
        mended.append(paragraph)
    return mended


def _labelled(source: str, paragraph: Paragraph, label: Label) -> Paragraph:
    body = paragraph.start + label.end
    opening = skip_residue(source, body, paragraph.end)
    return replace(
        paragraph, label=label, body=body, opening=opening, plain=plain_reading(source[body : paragraph.end])
    )
