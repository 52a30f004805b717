"""What holds for the rows of any text, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.clause import Clause

_LINE = re.compile(r"(?<![^\n])[^\S\n]*\S[^\n]*")


def broken(source: str, clauses: Sequence[Clause]) -> Iterator[str]:
    """What does not hold: words in their place, no row in another, no line without a row, ids told apart.

    Args:
        source: The stored text.
        clauses: Its rows, in any order.
    """
    rows = sorted(clauses, key=lambda clause: (clause.start, clause.end))
    if any(source[row.start : row.end] != row.text for row in rows):
        yield "words out of place"
    if any(one.end > other.start for one, other in pairwise(rows)):
        yield "rows overlap"
    if len({row.id for row in rows}) < len(rows):
        yield "ids not unique"
    # Lines and rows both go upwards: each line is held against the rows that can touch it, once.
    at = 0
    for line in _LINE.finditer(source):
        while at < len(rows) and rows[at].end <= line.start():
            at += 1
        if at == len(rows) or rows[at].start >= line.end():
            yield "a line without a row"
            return
