"""How much of a text landed in its rows: in their words, or as the label, number or name that stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from corpus.labels import read_label
from corpus.lines import RESIDUE, plain_reading

_DRAWN = re.compile(r"[|｜│┃║─━┼├┤┌┐└┘┬┴+]|-{2,}|\s")
_PUNCTUATION = re.compile(r"[\s。．.、，,：:；;（）()\[\]【】〔〕“”\"|｜│┃#*＊>_\-]+")
_COUNT = re.compile(r"[（(]?[\dA-Z一二三四五六七八九十]{1,4}(?:\.\d+)*[）)、.．]?")


def landed(source: str, clauses: Sequence[Clause]) -> tuple[int, int, int]:
    """Counts of characters that are neither blank nor editor residue: all, landed, landed in what is understood.

    Args:
        source: The stored text.
        clauses: Its rows in reading order.

    Returns:
        All of the text's; those that landed in a row; those that landed in a row that is no ``paragraph``.
    """
    every = size(source)
    inside = understood = 0
    position = 0
    for clause in clauses:
        own = size(clause.text) + _before(source[position : clause.start], clause)
        inside += own
        understood += own if clause.kind != "paragraph" else 0
        position = clause.end
    return every, min(every, inside), understood


def size(text: str) -> int:
    """The characters of a text that are neither blank, nor residue, nor lines that only draw a table."""
    return len(_DRAWN.sub("", RESIDUE.sub("", text)))


def _before(gap: str, clause: Clause) -> int:
    """The characters of a gap that belong to the row behind it: its label, and what it is called by."""
    names = {
        _bare(name) for name in (clause.label, clause.element, clause.domain, clause.subdomain, *clause.path) if name
    }
    return sum(size(part) for part in _parts(gap) if _is_label(part) or _bare(part) in names or _named(part) in names)


def _parts(gap: str) -> Iterator[str]:
    for line in RESIDUE.sub("", gap).split("\n"):
        yield from (part.strip() for part in re.split(r"[\t|｜│┃]", line) if part.strip())


def _is_label(part: str) -> bool:
    if _COUNT.fullmatch(part) or not _PUNCTUATION.sub("", part):
        return True
    label = read_label(f"{part}文")
    return label is not None and label.end >= len(part)


def _named(part: str) -> str:
    """The words of a numbered name: 生产 of 二、生产."""
    label = read_label(part)
    return _bare(part[label.end :]) if label is not None else ""


def _bare(words: str) -> str:
    return _PUNCTUATION.sub("", plain_reading(words))
