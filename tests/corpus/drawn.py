"""Invented tables as a file of an office program shows them: rows of cells, with their spans, in a stored text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.reading import read_clauses
from corpus.shape import LINE_BREAK, Shape, TableCell, TablePlace
from tests.corpus.reading_rules import check_rows


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell that reaches over rows and columns."""

    text: str
    rows: int = 1
    columns: int = 1


OPENING = "某省智能工厂梯度培育实施细则\n\n一、要素条件\n\n各级智能工厂的制造车间应满足下列条件。\n"
"""What stands above the tables of a document that is drawn."""

Row = Sequence[str | Merged]


def table(*rows: Row) -> tuple[Row, ...]:
    """A table of a document that is drawn; a cell that a merged one covers is left out of its row."""
    return rows


def draw(*parts: str | tuple[Row, ...]) -> tuple[str, Shape]:
    """A stored text and its shape, from prose and tables in order."""
    text = ""
    places: list[TablePlace] = []
    for part in parts:
        if isinstance(part, str):
            text += part + "\n"
            continue
        start, cells, covered = len(text), [], set[tuple[int, int]]()
        for number, row in enumerate(part):
            column = 0
            for index, one in enumerate(row):
                while (number, column) in covered:
                    column += 1
                cell = one if isinstance(one, Merged) else Merged(one)
                printed = cell.text.replace("\n", LINE_BREAK)
                text += "\t" if index else ""
                cells.append(TableCell(len(text), len(text) + len(printed), number, column, cell.rows, cell.columns))
                text += printed
                covered |= {
                    (number + down, column + along) for down in range(cell.rows) for along in range(cell.columns)
                }
            text += "\n"
        places.append(TablePlace(start, len(text) - 1, tuple(cells)))
    return text, Shape(tables=tuple(places))


def read_drawn(*parts: str | tuple[Row, ...]) -> tuple[Clause, ...]:
    """The rows of a drawn document, with every rule that holds for all texts asserted."""
    source, shape = draw(*parts)
    rows = read_clauses("doc", source, shape)
    check_rows(source, rows)
    return rows


def asked(rows: Iterable[Clause]) -> list[tuple[str | None, str, str]]:
    """Tier, kind and reading of the rows that ask something, or say that nothing is asked."""
    kinds = ("requirement", "threshold", "not_required")
    return [(row.tier, row.kind, row.plain) for row in rows if row.kind in kinds]
