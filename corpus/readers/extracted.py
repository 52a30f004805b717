"""What every reader gives: the text as it will be stored, its shape, and what a person should know of the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from corpus.errors import CorpusError
from corpus.readers.limits import Limits
from corpus.shape import Shape

Format = Literal["txt", "md", "html", "docx", "pdf", "xlsx"]


class UnreadableError(CorpusError):
    """A file that is refused: damaged, of another kind than its name says, too large, or without any text."""


@dataclass(frozen=True, slots=True)
class Extracted:
    r"""A file's text with its shape.

    The text is verbatim: no character is changed, none added but line ends, tabs between cells and the numbers that an
    office program computes and shows. Lines end with ``\n``; a row of a table is one line, its cells separated by
    tabs, a line break inside a cell being ``LINE_BREAK``; a footnote's mark is ``[note:1]`` in the text and before
    the footnote, which stands on a line of its own at the end of its part.

    Attributes:
        text: The text that is stored and that every position counts in; never blank.
        format: The kind of file that it came from.
        shape: Tables, headings and pages.
        notes: In Chinese, what was left out or decided: running heads, pictures, columns, an encoding that was found.
    """

    text: str
    format: Format
    shape: Shape = field(default_factory=Shape)
    notes: tuple[str, ...] = ()


Reader = Callable[[bytes, Limits], Extracted]
"""Reads the bytes of one kind of file; raises UnreadableError with the object, the problem and the remedy."""
