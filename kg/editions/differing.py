"""What changed from one edition of a document to a later one: row by row, and word by word within a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal
from unicodedata import normalize

from corpus.clause import Clause
from kg.triples import comparison_text

Status = Literal["same", "punctuation", "changed", "new", "gone"]
_SIGNS = str.maketrans("、;:。“”‘’「」『』〔〕[]【】〈〉《》—–~", ',,,,""""""""()()()<><>---')
"""Signs that stand for one another; which of them is printed says nothing."""
_FULL_STOP = re.compile(r"(?<!\d)\.|\.(?!\d)")
_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_SHORTEST_KEPT = 2
"""Fewer equal characters between two changes are part of the change: a reader sees words, not single signs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row's reading.

    Attributes:
        status: ``same`` in both editions, ``gone`` from the later one or ``new`` in it.
        text: Its words.
    """

    status: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A row of either edition, or one row of both.

    Attributes:
        status: ``same`` words, ``punctuation`` where only signs between them or their width differ, ``changed`` words,
            ``new`` in the later edition or ``gone`` from it.
        former: The row in the former edition.
        later: The row in the later one.
        words: The readings of both, piece by piece; empty where they are the same, or one is not there.
    """

    status: Status
    former: Clause | None
    later: Clause | None
    words: tuple[Piece, ...] = ()


def edition_rows(
    former: Sequence[Clause], later: Sequence[Clause], ancestors: Mapping[str, str]
) -> tuple[EditionRow, ...]:
    """All rows of two editions in the later one's order, each row that is gone behind the row it stood behind.

    Args:
        former: All rows of the former edition, in reading order.
        later: All rows of the later one.
        ancestors: The former clause's id by the later one's.
    """
    known = {clause.id: clause for clause in former}
    gone = _gone(former, set(ancestors.values()))
    rows = [EditionRow("gone", clause, None) for clause in gone.pop(None, ())]
    for clause in later:
        ancestor = known.get(ancestors.get(clause.id, ""))
        rows.append(EditionRow("new", None, clause) if ancestor is None else _both(ancestor, clause))
        if ancestor is not None:
            rows.extend(EditionRow("gone", one, None) for one in gone.pop(ancestor.id, ()))
    return tuple(rows)


def lineage_between(editions: Sequence[Sequence[Clause]]) -> dict[str, str]:
    """The clause of the first edition by the clause of the last, through those between them.

    Args:
        editions: The rows of consecutive editions, the first first; each row of a later one names its former clause.
    """
    found = {clause.id: clause.id for clause in editions[0]}
    for rows in editions[1:]:
        found = {row.id: found[row.lineage] for row in rows if row.lineage is not None and row.lineage in found}
    return found


def count_rows(rows: Sequence[EditionRow]) -> dict[Status, int]:
    """How many rows there are of each status."""
    counts = Counter(row.status for row in rows)
    order: tuple[Status, ...] = ("same", "punctuation", "changed", "new", "gone")
    return {status: counts[status] for status in order}


def word_pieces(former: str, later: str) -> tuple[Piece, ...]:
    """Two readings as one, what is gone before what stands there now.

    >>> [(piece.status, piece.text) for piece in word_pieces("联网率达到70%。", "联网率达到80%。")]
    [('same', '联网率达到'), ('gone', '70'), ('new', '80'), ('same', '%。')]
    """
    one, other = _TOKEN.findall(former), _TOKEN.findall(later)
    found: list[Piece] = []
    gone = new = ""
    for name, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        before, after = "".join(one[a:b]), "".join(other[c:d])
        inside = a > 0 and b < len(one) and len(before) < _SHORTEST_KEPT
        if name != "equal" or inside:
            gone, new = gone + before, new + after
            continue
        found.extend((*_changed(gone, new), Piece("same", before)))
        gone = new = ""
    return (*found, *_changed(gone, new))


def _changed(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece("gone", gone)
    if new:
        yield Piece("new", new)


def _both(former: Clause, later: Clause) -> EditionRow:
    if comparison_text(former.plain) == comparison_text(later.plain):
        return EditionRow("same", former, later)
    status: Status = "punctuation" if _bare(former.plain) == _bare(later.plain) else "changed"
    return EditionRow(status, former, later, word_pieces(former.plain, later.plain))


def _bare(plain: str) -> str:
    """A reading with signs of one width and kind: what is left to differ is words and figures."""
    signs = normalize("NFKC", comparison_text(plain)).translate(_SIGNS)
    return comparison_text(_FULL_STOP.sub(",", signs)).rstrip(",")


def _gone(former: Sequence[Clause], kept: set[str]) -> dict[str | None, list[Clause]]:
    """Rows that have no later one, by the id of the last row before them that has."""
    found: dict[str | None, list[Clause]] = {}
    for before, clause in _with_last(former, kept):
        found.setdefault(before, []).append(clause)
    return found


def _with_last(former: Sequence[Clause], kept: set[str]) -> Iterator[tuple[str | None, Clause]]:
    last: str | None = None
    for clause in former:
        if clause.id in kept:
            last = clause.id
        else:
            yield last, clause
