"""What a paragraph without a label is, by the place that it stands at."""

from __future__ import annotations

import re

from corpus.blocks import REMARK
from corpus.clause import Kind
from corpus.headings import Headings
from corpus.layouts.asked import asked, context
from corpus.layouts.kinds import (
    CAPTION,
    binds,
    form_line,
    in_form,
    in_requirements,
    in_type_section,
    introduces,
    is_addressee,
)
from corpus.layouts.prose import Prose
from corpus.layouts.sections import tier_above
from corpus.layouts.told import excluded, only_tells
from corpus.paragraph import Paragraph
from corpus.web_lines import is_web_line, stands_alone

_SAYS = 12
_ANNEXES = re.compile(r"附\s*件")


def unlabelled_kind(prose: Prose, headings: Headings, index: int) -> Kind:
    """The kind of a paragraph without a label.

    Args:
        prose: The block that it stands in.
        headings: The headings above it.
        index: Where among the block's paragraphs it stands.
    """
    paragraph = prose.found[index]
    text = paragraph.plain
    if CAPTION.match(paragraph.folded) and not paragraph.ends_sentence:
        return "heading"
    if not text or is_web_line(text):
        return "paragraph"
    if in_form(headings) and form_line(paragraph):
        return "form_field"
    if prose.tabled:  # the tables hold the requirements, the prose around them frames
        if binds(text) and _is_alone(prose, headings, index):
            return "requirement"
        return "lead" if _leads(prose, index) else "paragraph"
    leads = _leads(prose, index)
    if binds(text) and not (leads and introduces(paragraph)) and in_requirements(headings):
        return "requirement"
    if leads:
        frames = stands_alone(text) or (not headings.stack and is_addressee(paragraph))
        return "paragraph" if frames and not _ANNEXES.match(text) else "lead"
    if only_tells(paragraph.folded) or (excluded(headings) and not binds(text)):
        return "paragraph"
    if (_is_of_tier(prose, headings) and binds(text)) or _is_alone(prose, headings, index):
        return "requirement"
    return _in_outline(paragraph, headings)


def _in_outline(paragraph: Paragraph, headings: Headings) -> Kind:
    """What a sentence below the headings of an outline or an article says; what it only tells is a paragraph."""
    styles = [heading.style for heading in headings.stack if heading.rank > 0 and heading.style != "part"]
    if not styles or len(paragraph.plain) < _SAYS or not paragraph.ends_sentence:
        return "paragraph"
    if stands_alone(paragraph.plain) or styles[0] in ("number", "decimal"):
        return "paragraph"
    where = context(headings)
    article = styles[-1] == "article"
    if where == "authority" and not article:
        return "paragraph"
    kind = asked(paragraph.folded, headings)
    return kind if kind == "step" or binds(paragraph.plain) or article else "paragraph"


def _leads(prose: Prose, index: int) -> bool:
    paragraph = prose.found[index]
    if paragraph.plain.endswith(("：", ":")) or re.search(r"见\s*表\s*\d+。?$", paragraph.folded):
        return True
    after = prose.after(index)
    if after is None:
        return prose.table_follows
    if stands_alone(paragraph.plain):
        return False
    return after.label is not None and after.label.style != "article" and index + 1 not in prose.headings_at


def _is_of_tier(prose: Prose, headings: Headings) -> bool:
    return tier_above(headings, frozenset(prose.tiers)) is not None


def _is_alone(prose: Prose, headings: Headings, index: int) -> bool:
    """Whether a paragraph is all that its section says, in a chapter of requirements."""
    if index - 1 not in prose.headings_at or not headings.stack:
        return False
    after, here = prose.after(index), headings.stack[-1]
    if after is None:
        ends = not prose.table_follows
    elif after.label is not None and index + 1 in prose.headings_at:
        ends = after.label.rank <= here.rank
    else:
        ends = REMARK.match(after.folded) is not None
    clause = here.style == "decimal" and in_requirements(headings) and headings.annex is None
    clause = clause and not prose.tabled  # beside tier tables a numbered clause only frames them
    return ends and (clause or _is_of_tier(prose, headings) or in_type_section(headings))
