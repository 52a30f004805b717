"""Words and tables as Markdown: whatever a text or a person's file holds comes out as words, never as a mark or a tag.

Source: CommonMark 0.31 and the tables of GitHub Flavored Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_\[\]<>|#~&$])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
_OPENING = re.compile(r"^(\s*\d*)([-+=.)])")


def escaped(text: str) -> str:
    """A text in one line, with what Markdown or HTML would take for a mark written as a mere sign."""
    return _MARKS.sub(r"\\\1", _CONTROL.sub("\ufffd", text).replace("\n", " ").replace("\t", " "))


def escaped_line(text: str) -> str:
    """A line of its own: what would begin a list or underline a heading does not."""
    return _OPENING.sub(r"\1\\\2", escaped(text))


def in_cell(text: str) -> str:
    """A text in a table's cell, its lines kept."""
    return "<br>".join(map(escaped, text.split("\n")))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are escaped already."""
    ruled = ("---",) * len(heads)
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ruled, *rows)) + "\n"
