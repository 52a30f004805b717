"""Which labelled paragraphs are headings, and which names among them are tiers or alternatives of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.folding import folded
from corpus.force import governing
from corpus.headings import Headings
from corpus.labels import RANK
from corpus.layouts.contents import contents_positions
from corpus.paragraph import Paragraph
from corpus.quantity import quantities
from corpus.tier_names import grade_name

_TRACK_CHAPTER = re.compile(r"要素|要求|重点|条件|类型|标准|认定")
_ARTICLE_TITLE = 20
_TRACK_NAME = re.compile(r"(?:模式|型|类|车间|工厂|服务|平台|项目|企业)$")


def heading_positions(found: Sequence[Paragraph], table_follows: bool) -> frozenset[int]:
    """Which labelled paragraphs are headings: short, no sentence, and, where they could be items, with text below."""
    left_out = contents_positions(found)
    return frozenset(
        index
        for index, paragraph in enumerate(found)
        if index not in left_out
        and _is_heading(paragraph, found[index + 1] if index + 1 < len(found) else None, table_follows)
    )


def _is_heading(paragraph: Paragraph, following: Paragraph | None, table_follows: bool) -> bool:
    label = paragraph.label
    if label is None or label.style in ("letter", "half", "circled"):
        return False
    if label.style == "article":
        return _is_titled_article(paragraph, following)
    if label.style in ("annex", "chapter", "section"):
        return True
    if not paragraph.heading_shaped:
        return False
    if label.style in ("cn", "number", "decimal"):
        return not paragraph.ends_sentence
    if quantities(paragraph.plain) or governing(paragraph.plain):
        return False  # short as it is, it states something
    if following is None:
        return table_follows
    if following.label is not None:
        deeper = following.label.rank > label.rank
        return deeper and (label.style == "cn_paren" or not paragraph.ends_sentence)
    says_more = not following.heading_shaped or following.ends_sentence
    return says_more and (label.style == "cn_paren" or not paragraph.ends_sentence)


def _is_titled_article(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """第四条 认定条件 heads what follows; an article that says something is an item."""
    if not paragraph.heading_shaped or paragraph.ends_sentence or len(paragraph.plain) > _ARTICLE_TITLE:
        return False
    if paragraph.plain.endswith(("：", ":")) or quantities(paragraph.plain) or governing(paragraph.plain):
        return False
    return following is not None and (following.label is None or following.label.rank > RANK["article"])


def find_tracks(found: Sequence[Paragraph], headings_at: frozenset[int]) -> frozenset[str]:
    """The alternatives of an outline: sibling headings （一）… of one chapter that name types, modes or projects."""
    tracks: set[str] = set()
    chapter = ""
    for index in sorted(headings_at):
        label = found[index].label
        if label is None:
            continue
        if label.style in ("cn", "chapter"):
            chapter = found[index].plain
        name = track_name(found[index].plain)
        if label.style == "cn_paren" and _TRACK_CHAPTER.search(folded(chapter)) and _TRACK_NAME.search(folded(name)):
            tracks.add(name)
    return frozenset(tracks) if len(tracks) > 1 else frozenset()


def track_name(title: str) -> str:
    """A heading's words without what stands in brackets and without closing punctuation."""
    return re.sub(r"[（(][^）)]*[）)]", "", title).strip("。：: 、")


def track_above(headings: Headings, tracks: frozenset[str]) -> str | None:
    """The alternative that the headings above a place name."""
    return next((name for heading in headings.stack if (name := track_name(heading.title)) in tracks), None)


def find_tiers(found: Sequence[Paragraph], headings_at: frozenset[int]) -> tuple[str, ...]:
    """The grades that sibling headings are about (基础级, 先进级 …): the tiers of a document that has no tier table."""
    by_style: dict[str, list[str]] = {}
    for index in sorted(headings_at):
        label, name = found[index].label, grade_name(track_name(found[index].plain))
        if label is not None and name is not None:
            by_style.setdefault(label.style, []).append(name)
    return tuple(dict.fromkeys(name for names in by_style.values() if len(set(names)) > 1 for name in names))


def tier_above(headings: Headings, tiers: frozenset[str]) -> str | None:
    """The grade that the headings above a place are about, by the text's own name."""
    names = (grade_name(track_name(heading.title)) for heading in reversed(headings.stack))
    return next((name for name in names if name in tiers), None)
