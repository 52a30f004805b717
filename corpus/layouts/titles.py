"""Titles of documents, and where one file holds several: a title, and behind it a count that begins at one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document_names import names_document
from corpus.folding import folded
from corpus.labels import Style
from corpus.paragraph import Paragraph
from corpus.web_lines import closes, is_date, is_web_line, stands_alone

_CONTINUED = re.compile(r"[\u4e00-\u9fff”》）)]$")
_ISSUER = re.compile(r"(?:厅|局|委员会|委|政府|办公室|办公厅|部|中心|管委会|协会|学会|总局)\s*$")
_QUOTES = re.compile(r"^(?:现将|根据|按照|附|注|见)")
_SHORTEST = 6
_PREAMBLE = 8
_COUNTED: frozenset[Style] = frozenset({"chapter", "section", "article", "cn", "number", "roman"})
_TITLE_LINES = 2
_SIGNERS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A document that begins inside a text.

    Attributes:
        first: The paragraph that its title begins with.
        last: The paragraph that its title ends with.
        title: The title's words.
    """

    first: int
    last: int
    title: str


def is_document_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph names a document: 某市智能工厂认定管理办法（试行）."""
    text = paragraph.folded
    if paragraph.label is not None or _QUOTES.match(text):
        return False
    return names_document(text) and not is_web_line(text)


def is_signature(paragraph: Paragraph) -> bool:
    """Whether a short line ends with what signs a document: 某市工业和信息化局."""
    return paragraph.label is None and paragraph.heading_shaped and _ISSUER.search(paragraph.folded) is not None


def closes_document(found: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph begins what stands below a document's last section: who signs it, when, who gets a copy."""
    paragraph = found[index]
    if closes(paragraph.plain):
        return True
    for following in found[index : index + _SIGNERS]:
        if following.label is None and is_date(following.plain):
            return True
        if not is_signature(following) or stands_alone(following.plain):
            return False
    return False


def find_parts(found: Sequence[Paragraph], left_out: frozenset[int]) -> Mapping[int, Part]:
    """The documents that begin inside a text, by the paragraph that their title begins with.

    Args:
        found: The paragraphs.
        left_out: Those that only list the contents.
    """
    return {part.first: part for part in _parts(found, left_out)}


def _parts(found: Sequence[Paragraph], left_out: frozenset[int]) -> Iterator[Part]:
    for index, paragraph in enumerate(found):
        if index in left_out or paragraph.label is not None or not paragraph.heading_shaped:
            continue
        first = index
        while first and index - first < _TITLE_LINES and _begins_title(found[first - 1], found[first]):
            first -= 1
        title = "".join(one.plain for one in found[first : index + 1])
        if not is_document_title(paragraph) and not (first < index and names_document(folded(title))):
            continue
        if not _counts_from_one(found, index, left_out) or (first and _is_annex(found[first - 1])):
            continue  # an annex has its own title
        yield Part(first, index, title)


def _counts_from_one(found: Sequence[Paragraph], index: int, left_out: frozenset[int]) -> bool:
    """Whether the first label behind a title, at most a preamble away, is the first of its kind."""
    for position in range(index + 1, min(len(found), index + 1 + _PREAMBLE)):
        if position in left_out:
            continue
        label = found[position].label
        if label is not None:
            return label.style in _COUNTED and label.value == 1
        if is_document_title(found[position]):
            return False
    return False


def _begins_title(above: Paragraph, below: Paragraph) -> bool:
    """Whether a line is the first of a title that runs over two."""
    if above.label is not None or not below.adjoins or not above.heading_shaped or above.ends_sentence:
        return False
    signed = is_signature(above) and not below.folded.startswith("关于")
    if stands_alone(above.plain) or is_document_title(above) or signed:
        return False
    return _CONTINUED.search(above.folded) is not None and len(above.folded) >= _SHORTEST


def _is_annex(paragraph: Paragraph) -> bool:
    return paragraph.label is not None and paragraph.label.style == "annex"
