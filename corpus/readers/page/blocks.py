"""The lines and tables that a page shows, in order, each with what tells whether it is of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.readers.budget import Budget
from corpus.readers.composing import GridTable
from corpus.readers.page.list_numbers import shown_number
from corpus.readers.page.tables import caption_of, grid_of, holds_data, rows_of
from corpus.readers.page.tree import Node, Run

_OWN_NUMBER = re.compile(
    r"\s*(?:[（(]?[\d一二三四五六七八九十百]{1,3}[）)、.．]|第[一二三四五六七八九十百\d]+[章节条]|[①-⑳])"
)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A line or a table of a page.

    Attributes:
        text: The line, or the table's cells parted by tabs and line ends.
        linked: Characters that lead to other pages.
        within: The blocks that it stands in, from the outermost.
        level: The level of a heading, else None.
        table: The table, where it is one.
    """

    text: str
    linked: int
    within: tuple[Node, ...]
    level: int | None = None
    table: GridTable | None = None


@dataclass(slots=True)
class _Line:
    """The line that runs are being put into."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    number: str = ""


def page_blocks(body: Node, budget: Budget, shown: frozenset[int]) -> list[PageBlock]:
    """The blocks of a page in order.

    Args:
        body: The page.
        budget: What reading may spend.
        shown: By ``id()``, hidden blocks that are read nevertheless.

    Raises:
        UnreadableError: The tables are larger than the limits, or reading takes too long.
    """
    return list(_Walk(budget, shown).blocks(body, (), None))


def cell_text(cell: Node, budget: Budget, shown: frozenset[int]) -> str:
    """What a cell shows, its lines parted by line ends; a table inside is read row by row."""
    return "\n".join(
        block.text.strip() if block.table is None else block.text.replace("\t", " ")
        for block in _Walk(budget, shown, flat=True).blocks(cell, (), None)
    )


class _Walk:
    """A walk over a page; it keeps the line that is being made and the number that a list puts before it."""

    def __init__(self, budget: Budget, shown: frozenset[int], *, flat: bool = False) -> None:
        self._budget = budget
        self._shown = shown
        self._flat = flat
        self._line = _Line()

    def blocks(self, node: Node, within: tuple[Node, ...], level: int | None) -> Iterator[PageBlock]:
        inside = (*within, node)
        own = int(node.tag[1]) if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6") else level
        if node.hidden and id(node) not in self._shown:
            return
        numbers = _list_numbers(node) if node.tag == "ol" else {}
        for child in node.children:
            if isinstance(child, Run):
                yield from self._run(child, inside, own)
                continue
            yield from self._end(inside, own)
            self._budget.check_time()
            if child.tag == "table":
                yield from self._table(child, inside)
            else:
                self._line.number = numbers.get(id(child), "") or self._line.number
                yield from self.blocks(child, inside, own)
        yield from self._end(inside, own)
        self._line.number = "" if node.tag == "li" else self._line.number

    def _run(self, run: Run, within: tuple[Node, ...], level: int | None) -> Iterator[PageBlock]:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                yield from self._end(within, level)
            self._line.pieces.append(piece)
            self._line.linked += len(piece.strip()) if run.linked else 0

    def _end(self, within: tuple[Node, ...], level: int | None) -> Iterator[PageBlock]:
        text = (
            re.sub(" {2,}", " ", "".join(self._line.pieces)) if within[-1].tag != "pre" else "".join(self._line.pieces)
        )
        if text.strip():
            number = f"{self._line.number} " if self._line.number else ""
            yield PageBlock(number + text.strip(" \t"), self._line.linked, within, level)
            self._line = _Line()
        self._line.pieces.clear()
        self._line.linked = 0

    def _table(self, table: Node, within: tuple[Node, ...]) -> Iterator[PageBlock]:
        inside = (*within, table)
        if table.hidden and id(table) not in self._shown:
            return
        if self._flat:
            for row in rows_of(table):
                texts = (cell_text(cell, self._budget, self._shown).replace("\n", " ") for cell in row)
                yield PageBlock(" ".join(text for text in texts if text), 0, inside)
            return
        if not holds_data(table):
            yield from self.blocks(table, within, None)
            return
        caption = caption_of(table)
        if caption is not None:
            yield from self.blocks(caption, inside, None)
        grid = grid_of(table, lambda cell: cell_text(cell, self._budget, self._shown), self._budget)
        linked = sum(len(run.text.strip()) for run in table.runs() if run.linked)
        yield PageBlock("\n".join(cell.text for cell in grid.cells if cell.text), linked, inside, table=grid)


def _list_numbers(ordered: Node) -> dict[int, str]:
    """The numbers that a browser shows before the items; none where the items print their own."""
    items = [child for child in ordered.children if isinstance(child, Node) and child.tag == "li"]
    printed = sum(1 for item in items if _OWN_NUMBER.match("".join(run.text for run in item.runs())))
    if printed * 2 > len(items) or _UNMARKED.search(ordered.attributes.get("style", "")):
        return {}
    count = _whole(ordered.attributes.get("start"), 1) - 1
    numbers: dict[int, str] = {}
    for item in items:
        count = _whole(item.attributes.get("value"), count + 1)
        numbers[id(item)] = f"{shown_number(count, ordered.attributes.get('type', '1'))}."
    return numbers


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and re.fullmatch(r"-?\d{1,9}", said, re.ASCII) else otherwise
