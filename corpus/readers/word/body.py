"""The body of a Word document in reading order: paragraphs with their numbers, tables, text boxes.

Source: ECMA-376 part 1, 17.2 to 17.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from corpus.readers.budget import Budget
from corpus.readers.composing import Block, GridTable, TextLine
from corpus.readers.office.xml_tree import below, switched_on
from corpus.readers.word.counting import Counters
from corpus.readers.word.runs import Runs, Shown, chosen, letter_count
from corpus.readers.word.styles import Styles, heading_level, list_place
from corpus.readers.word.tables import PrintedCell, goes_on, left_of, parts, read_grid, span

_ELSEWHERE = frozenset({"w:altChunk", "w:subDoc"})
_GONE = frozenset({"w:del", "w:moveFrom"})


class Body:
    """Reads blocks one after another, since numbers count on and fields go on."""

    __slots__ = ("_budget", "_carried", "_counters", "_runs", "_styles")

    def __init__(self, runs: Runs, styles: Styles, counters: Counters, budget: Budget) -> None:
        self._runs, self._styles, self._counters, self._budget = runs, styles, counters, budget
        self._carried: list[Shown] = []

    def story(self, root: Element) -> Iterator[Block]:
        """The blocks of the body, of a footnote or of a text box."""
        with self._runs.story(root):
            yield from self._blocks(root)
            yield from self._paragraph(Element("w:p")) if self._carried else ()

    def _blocks(self, container: Element) -> Iterator[Block]:
        for node in container:
            tag = str(node.tag)
            if tag == "w:p":
                yield from self._paragraph(node)
            elif tag == "w:tbl":
                yield from self._table(node)
            elif tag == "mc:AlternateContent":
                yield from self._blocks(chosen(node))
            elif tag in _ELSEWHERE:
                self._runs.tally["outside"] += 1
            elif tag in ("m:oMath", "m:oMathPara"):
                wrapped = Element("w:p")
                wrapped.append(node)
                yield from self._paragraph(wrapped)
            elif tag not in _GONE and not tag.endswith("Pr"):
                yield from self._blocks(node)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        self._budget.check_time()
        properties = paragraph.find("w:pPr")
        named = None if properties is None else properties.find("w:pStyle")
        style = self._styles.usual if named is None else named.get("w:val")
        read = self._runs.read(paragraph, style)
        mark = None if properties is None else properties.find("w:rPr")
        if mark is not None and any(mark.find(gone) is not None for gone in _GONE):
            self._carried.append(read)  # its end was deleted: the next paragraph goes on with it
            return
        carried, self._carried = [*self._carried, read], []
        text = "".join(one.text for one in carried)
        if not text and mark is not None and switched_on(mark.find("w:vanish")):
            return
        text = f"{self._label(properties, style)}{text}"
        self._budget.spend_characters(len(text) + 1)
        level = heading_level(properties, style, self._styles) if text.strip() else None
        contents = read.contents and len(carried) == 1
        yield TextLine(text, None if contents else level, contents)
        for one in carried:
            for box in one.boxes:
                yield from self.story(box)

    def _label(self, properties: Element | None, style: str | None) -> str:
        """What Word prints before a paragraph that stands in a list."""
        own = list_place(properties)
        given, giver = self._styles.place(style)
        number = given.number if own.number is None else own.number
        if not number:
            return ""
        level = own.level
        if level is None and own.number is None:
            level = self._counters.level_of(number, giver)
            level = given.level if level is None else level
        return self._counters.next_label(number, level or 0)

    def _table(self, table: Element) -> Iterator[Block]:
        rows: list[list[PrintedCell]] = []
        inside: list[Block] = []
        for row in parts(table, "w:tr"):
            if below(row, "w:trPr", "w:del") is not None:
                self._runs.tally["deleted"] += letter_count(row)
            elif switched_on(below(row, "w:trPr", "w:hidden")):
                self._runs.tally["rows"] += 1
            else:
                cells, blocks = self._row(row)
                rows.append(cells)
                inside.extend(blocks)
        if all(len(row) < 2 for row in rows):
            yield from inside  # a box drawn around text
            return
        grid, buried = read_grid(rows)
        self._runs.tally["covered"] += buried
        self._budget.spend_cells(grid.height * grid.width)
        yield grid

    def _row(self, row: Element) -> tuple[list[PrintedCell], list[Block]]:
        """The cells of a row, and the blocks in them."""
        cells: list[PrintedCell] = []
        blocks: list[Block] = []
        column = left_of(row)
        for cell in parts(row, "w:tc"):
            inside = list(self._blocks(cell))
            blocks.extend(inside)
            text, columns = flat_text(inside), span(cell)
            if goes_on(cell, "w:hMerge") and cells:
                left = cells.pop()
                text = f"{left.text}\n{text}" if text else left.text
                cells.append(PrintedCell(text, left.column, left.columns + columns, left.covered))
            else:
                cells.append(PrintedCell(text, column, columns, goes_on(cell, "w:vMerge")))
            column += columns
        return cells, blocks


def flat_text(blocks: Iterable[Block]) -> str:
    """Blocks inside a cell as lines; a row of a table inside it is one line, its cells apart by a space."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, GridTable):
            rows: list[list[str]] = [[] for _ in range(block.height)]
            for cell in block.cells:
                rows[cell.row].append(cell.text)
            lines.extend(" ".join(text for text in row if text) for row in rows)
        else:
            lines.extend(line.strip() for line in block.text.split("\n"))
    return "\n".join(line for line in lines if line)
