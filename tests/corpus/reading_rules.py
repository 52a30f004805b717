"""What must hold of any text that is cut into rows."""

from __future__ import annotations

from corpus.clause import Clause
from corpus.reading import read_clauses


def read_checked(source: str) -> tuple[Clause, ...]:
    """The rows of a text, with every rule that holds for all texts asserted."""
    rows = read_clauses("doc", source)
    check_rows(source, rows)
    return rows


def check_rows(source: str, rows: tuple[Clause, ...]) -> None:
    """Assert of the rows of a text what must hold of any."""
    end = 0
    for row in rows:
        assert source[row.start : row.end] == row.text, row.id
        assert row.text.strip(), f"{row.id} is blank"
        assert row.start >= end, f"{row.id} begins before the row above ends"
        end = row.end
        stretches = [(one.start, one.end) for one in row.provisions] + [(one.start, one.end) for one in row.quantities]
        assert all(row.start <= start < stop <= row.end for start, stop in stretches), (row.id, stretches)
        assert all(a.end <= b.start for a, b in zip(row.provisions, row.provisions[1:], strict=False)), row.id
        assert all(source[one.start : one.end] == one.text for one in row.quantities), row.id
        assert ("none" in row.forces) == (row.forces == ("none",)), row.id
    assert len({row.id for row in rows}) == len(rows), "ids repeat"
    _every_line_has_a_row(source, rows)


def _every_line_has_a_row(source: str, rows: tuple[Clause, ...]) -> None:
    covered = [False] * len(source)
    for row in rows:
        covered[row.start : row.end] = [True] * (row.end - row.start)
    position = 0
    for line in source.split("\n"):
        assert not line.strip() or any(covered[position : position + len(line)]), f"no row for {line!r}"
        position += len(line) + 1


def demands(rows: tuple[Clause, ...]) -> list[tuple[str | None, str, str]]:
    """Label, kind and reading of the rows that are neither headings nor heads of tables."""
    return [(row.label, row.kind, row.plain) for row in rows if row.kind not in ("heading", "table_cell")]
