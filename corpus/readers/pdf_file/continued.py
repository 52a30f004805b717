"""Tables that run over pages, joined to one: a head that is printed again is left out, a row cut by the page is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pdf_file.joining import ends_sentence
from corpus.readers.pdf_file.paragraphs import Line
from corpus.readers.pdf_file.signs import wide
from corpus.readers.pdf_file.tables import Cell, Table

_NEAR = 4.0
_AGAIN = re.compile(r"[（(]?\s*(?:续\s*表|(?:接上[页表])|表\s*[\dA-Z.\-]+.{0,40}[（(]续[）)])\s*[\dA-Z.\-]*\s*[）)]?")


def with_whole_tables(items: Sequence[Line | Table]) -> tuple[list[Line | Table], int]:
    """Lines and tables with each table in one piece, and how many printed-again heads were left out."""
    whole: list[Line | Table] = []
    heads = 0
    for item in items:
        told = _told_again(whole)
        last = whole[-1 - told] if len(whole) > told else None
        if isinstance(item, Table) and isinstance(last, Table) and _continues(last, item):
            del whole[len(whole) - 1 - told :]
            table, again = _joined(*_same_columns(last, item))
            whole.append(table)
            heads += again or bool(told)
        else:
            whole.append(item)
    return whole, heads


def _told_again(whole: Sequence[Line | Table]) -> int:
    """1 where the last line only says that a table goes on (续表), else 0."""
    last = whole[-1] if whole else None
    return int(isinstance(last, Line) and _AGAIN.fullmatch(last.run.text) is not None)


def _continues(table: Table, further: Table) -> bool:
    """Whether a table goes on with one at the top of the next page: the same columns, nothing printed between."""
    page = table.breaks[-1][1] if table.breaks else table.page
    if further.page != page + 1 or not table.edges or not further.edges:
        return False
    shift = further.edges[0] - table.edges[0]
    few, many = sorted((table.edges, tuple(edge - shift for edge in further.edges)), key=len)
    ends = abs(few[-1] - many[-1]) <= _NEAR
    return ends and all(min(abs(edge - other) for other in many) <= _NEAR for edge in few)


def _same_columns(table: Table, further: Table) -> tuple[Table, Table]:
    """Both parts by the columns of the one that has more: a head of two levels divides what the rows below do not."""
    if len(table.edges) >= len(further.edges):
        return table, _by_edges(further, table.edges)
    return _by_edges(table, further.edges), further


def _by_edges(table: Table, edges: tuple[float, ...]) -> Table:
    shift = edges[0] - table.edges[0]
    numbers = [min(range(len(edges)), key=lambda n: abs(edges[n] - edge - shift)) for edge in table.edges]
    cells = tuple(
        replace(
            cell,
            column=numbers[cell.column],
            columns=numbers[cell.column + cell.columns] - numbers[cell.column],
        )
        for cell in table.cells
    )
    return replace(table, edges=edges, cells=cells)


def _joined(table: Table, further: Table) -> tuple[Table, bool]:
    again = _head_rows(table, further)
    cells = [replace(cell, row=cell.row - again) for cell in further.cells if cell.row >= again]
    rows = further.rows - again
    first = [cell for cell in cells if cell.row == 0]
    above = list(table.cells)
    if rows and _is_rest_of_row(table, first):
        above = [_with_rest(cell, first, table.rows) for cell in above]
        cells = [replace(cell, row=cell.row - 1) for cell in cells if cell.row > 0]
        rows -= 1
    above, cells = _with_reaching(above, cells, table.rows)
    shifted = tuple(replace(cell, row=cell.row + table.rows) for cell in cells)
    breaks = (*table.breaks, (table.rows, further.page))
    joined = replace(table, bottom=further.bottom, rows=table.rows + rows, cells=(*above, *shifted), breaks=breaks)
    return joined, again > 0


def _with_reaching(above: list[Cell], cells: list[Cell], rows: int) -> tuple[list[Cell], list[Cell]]:
    """Cells of both pages, a merged one that the page divides as one: nothing is printed in its second part."""
    reaching = {cell.column: cell for cell in above if cell.row + cell.rows == rows and cell.rows > 1 and cell.text}
    further: dict[int, Cell] = {}
    for cell in cells:
        before = reaching.get(cell.column)
        if cell.row == 0 and not cell.text and before is not None and before.columns == cell.columns:
            further[cell.column] = cell
    grown = [
        replace(cell, rows=cell.rows + further[cell.column].rows)
        if cell.column in further and reaching[cell.column] is cell
        else cell
        for cell in above
    ]
    return grown, [cell for cell in cells if further.get(cell.column) is not cell]


def _head_rows(table: Table, further: Table) -> int:
    """How many first rows are the same in both."""
    count = 0
    while count < min(3, table.rows, further.rows - 1) and any(table.row_texts(count)):
        if table.row_texts(count) != further.row_texts(count):
            break
        count += 1
    return count


def _is_rest_of_row(table: Table, first: Sequence[Cell]) -> bool:
    """Whether a page's first row only goes on with sentences that the last row of the page before leaves open."""
    last = {cell.column: cell for cell in table.cells if cell.row + cell.rows == table.rows}
    filled = [cell for cell in first if cell.text]
    if not filled or len(filled) == len(first) or first[0].text:
        return False
    return all(
        cell.column in last
        and last[cell.column].text
        and not ends_sentence(last[cell.column].text)
        and last[cell.column].columns == cell.columns
        for cell in filled
    )


def _with_rest(cell: Cell, first: Sequence[Cell], rows: int) -> Cell:
    if cell.row + cell.rows != rows:
        return cell
    rest = next((other.text for other in first if other.column == cell.column), "")
    if not rest:
        return cell
    blank = "" if wide(cell.text[-1]) or wide(rest[0]) else " "
    return replace(cell, text=f"{cell.text}{blank}{rest}")
