"""A paragraph of prose: its place, its label and its reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.folding import folded
from corpus.labels import Label

HEADING_LENGTH = 45
_SENTENCE_INSIDE = re.compile(r"[，,。；;！？](?=.)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose.

    Attributes:
        start: First code point, label included.
        end: One past the last code point.
        body: Where the text after the label starts.
        opening: Where that text starts once editor residue is skipped.
        label: The label, or None.
        plain: The cleaned reading of what follows the label.
        line: The number of its first line.
        number_alone: Whether the label stands on a line of its own, as standards print the numbers of terms.
        adjoins: Whether the paragraph above ends on the line directly before.
    """

    start: int
    end: int
    body: int
    opening: int
    label: Label | None
    plain: str
    line: int
    number_alone: bool
    adjoins: bool

    @property
    def text_start(self) -> int:
        """Where the row starts: behind the label, unless that would leave a printed line to no row."""
        return self.start if self.number_alone else self.body

    @property
    def folded(self) -> str:
        """The reading as patterns take it: simplified characters, half width."""
        return folded(self.plain)

    @property
    def heading_shaped(self) -> bool:
        """Short, and not a sentence: what a heading looks like."""
        return bool(self.plain) and len(self.plain) <= HEADING_LENGTH and not _SENTENCE_INSIDE.search(self.plain)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a mark that ends a sentence."""
        return self.plain.endswith(("。", "；", ";", "！", "？"))
