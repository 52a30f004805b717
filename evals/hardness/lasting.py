"""What must hold of any document, however hostile: of its text, shape, facts, rows and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.assessing import Assessment
from corpus.clause import Clause
from corpus.facts import Facts
from corpus.readers.extracted import Extracted
from corpus.shape import Shape, TablePlace
from evals.ingestion.invariants import broken


def faults(read: Extracted, clauses: Sequence[Clause], facts: Facts, said: Assessment) -> Iterator[str]:
    """What does not hold.

    Args:
        read: The text with its shape.
        clauses: Its rows.
        facts: What it says of itself.
        said: How it was read.
    """
    yield from broken(read.text, clauses)
    yield from _rows(read.text, clauses)
    yield from _shape(read.text, read.shape)
    if any(not 0 <= place.start <= place.end <= len(read.text) for place in facts.places):
        yield "a fact is read outside the text"
    if not facts.title.strip() or "\n" in facts.title:
        yield "the title is blank or has lines"
    if not 0 <= said.structured <= said.coverage <= 1 or not 0 <= said.confidence <= 1:
        yield f"shares are no shares: {said.structured}, {said.coverage}, {said.confidence}"
    if any("\n" in note for note in (*read.notes, *said.oddities)):
        yield "a note has lines"


def _rows(source: str, clauses: Sequence[Clause]) -> Iterator[str]:
    for row in clauses:
        if not row.text.strip():
            yield f"{row.id}: blank"
        stretches = [(one.start, one.end) for one in row.provisions]
        stretches += [(one.start, one.end) for one in row.quantities]
        if any(not row.start <= start <= end <= row.end for start, end in stretches):
            yield f"{row.id}: words or quantities outside its text"
        if any(source[one.start : one.end] != one.text for one in row.quantities):
            yield f"{row.id}: a quantity is not what stands there"


def _shape(text: str, shape: Shape) -> Iterator[str]:
    for table in shape.tables:
        yield from _table(text, table)
    for heading in shape.headings:
        if not 0 <= heading.start < heading.end <= len(text) or "\n" in text[heading.start : heading.end]:
            yield "a heading is not a line"
    if any(not 0 <= page.start <= page.end <= len(text) for page in shape.pages):
        yield "a page outside the text"


def _table(text: str, table: TablePlace) -> Iterator[str]:
    if not 0 <= table.start <= table.end <= len(text):
        yield "a table outside the text"
        return
    rows = [line.split("\t") for line in text[table.start : table.end].split("\n")]
    taken: set[tuple[int, int]] = set()
    for cell in table.cells:
        there = rows[cell.row][cell.column] if cell.row < len(rows) and cell.column < len(rows[cell.row]) else None
        if text[cell.start : cell.end] != there:
            yield "a cell is not what stands between the tabs of its row"
            return
        covered = {(cell.row + down, cell.column + right) for down in range(cell.rows) for right in range(cell.columns)}
        if covered & taken:
            yield "cells overlap"
            return
        taken |= covered
