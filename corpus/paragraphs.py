"""Prose lines put together into paragraphs: hard-wrapped lines joined, each with the label it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.labels import Label, read_label
from corpus.lines import Line, plain_reading, skip_residue, trim

_ENDS = tuple("。；;：:！!？?”」』）)】]…")
_PUNCTUATION = re.compile(r"[，,、。；;：:]")
_OWN_LINE = re.compile(
    r"[图表]\s*\d|(?:备\s*)?注\s*[：:]|GB/?T?\s|DB\d|ISO\s|\[(?:bookmark|image)|[A-Za-z/&-]{2,12}\s*[：:]"
)
_FIGURE = re.compile(r"图\s*\d")
_WRAP_LENGTH = 20
_HEADING_LENGTH = 45
_SENTENCE_INSIDE = re.compile(r"[，,。；;！？](?=.)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose.

    Attributes:
        start: First code point, label included.
        end: One past the last code point.
        body: Where the text after the label starts.
        label: The label, or None.
        plain: The cleaned reading of what follows the label.
        line: The number of its first line.
        adjoins: Whether the paragraph above ends on the line directly before.
    """

    start: int
    end: int
    body: int
    label: Label | None
    plain: str
    line: int
    adjoins: bool

    @property
    def heading_shaped(self) -> bool:
        """Short, and not a sentence: what a heading looks like."""
        return bool(self.plain) and len(self.plain) <= _HEADING_LENGTH and not _SENTENCE_INSIDE.search(self.plain)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a mark that ends a sentence."""
        return self.plain.endswith(("。", "；", ";", "！", "？"))


def paragraphs(source: str, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of prose lines, in order."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.blank:
            continue
        if groups and _goes_on(source, groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    found: list[Paragraph] = []
    for group in groups:
        adjoins = bool(found) and group[0].number == _last_line(groups, group) + 1
        found.append(_paragraph(source, group[0], group[-1], adjoins))
    return tuple(found)


def _last_line(groups: list[list[Line]], group: list[Line]) -> int:
    return groups[groups.index(group) - 1][-1].number


def _goes_on(source: str, group: Sequence[Line], line: Line) -> bool:
    """Whether a line continues the paragraph above: that one breaks off in the middle of a sentence."""
    above = plain_reading(source[group[0].start : group[-1].end])
    here = line.text.strip()
    if not above and "[image" in group[-1].text:  # a picture's place-holder belongs to the caption below it
        return _FIGURE.match(here) is not None
    if not above or above.endswith(_ENDS) or len(above) < _WRAP_LENGTH or not _PUNCTUATION.search(above):
        return False
    if _OWN_LINE.match(here) or _OWN_LINE.match(group[0].text.strip()):
        return False
    label = read_label(here[skip_residue(here, 0, len(here)) :])
    return label is None or (label.style == "number" and not _heading_text(here[label.end :]))


def _paragraph(source: str, first: Line, last: Line, adjoins: bool) -> Paragraph:
    start, end = trim(source, first.start, last.end)
    opening = skip_residue(source, start, end)
    label = read_label(source[start:end], opening - start)
    if (
        label is not None
        and label.style == "number"
        and not _heading_text(plain_reading(source[start + label.end : end]))
    ):
        label = None
    body = start + label.end if label else start
    return Paragraph(start, end, body, label, plain_reading(source[body:end]), first.number, adjoins)


def _heading_text(text: str) -> bool:
    return 0 < len(text.strip()) <= _HEADING_LENGTH and not re.search(r"[，,。；;：:]", text)
