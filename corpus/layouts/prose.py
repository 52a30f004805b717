"""A block of prose with what the whole document says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.paragraph import Paragraph
from corpus.web_lines import is_web_line

_LOOK_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs of one prose block, and what the whole document says of it.

    Attributes:
        source: The stored text.
        found: The paragraphs in order.
        table_follows: Whether a table stands right after the block.
        tabled: Whether the document's requirements stand in tier tables, so that the prose around them frames.
        tracks: The document's alternatives, by name.
        tiers: The grades that headings of the document are about: their names with their codes.
        first: Whether the block opens the document.
        headings_at: Which of the paragraphs are headings.
        marked: The rank of the paragraphs that have no label but that the file marks as headings.
    """

    source: str
    found: tuple[Paragraph, ...]
    table_follows: bool
    tabled: bool
    tracks: frozenset[str] = frozenset()
    tiers: Mapping[str, str] = field(default_factory=dict)
    first: bool = False
    headings_at: frozenset[int] = field(default_factory=frozenset)
    marked: Mapping[int, float] = field(default_factory=dict)

    def after(self, index: int) -> Paragraph | None:
        """The paragraph that follows, lines of the page around the document left out; None at the end of the block."""
        for paragraph in self.found[index + 1 : index + 1 + _LOOK_AHEAD]:
            if paragraph.label is not None or not is_web_line(paragraph.plain):
                return paragraph
        return None
