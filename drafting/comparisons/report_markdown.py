"""A report as Markdown: headings, paragraphs and tables, the words that differ in bold."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from drafting.comparisons.report import Block, Cell, Grid, Report, Stretch
from drafting.markdown_text import escaped, escaped_line, in_cell, table

MARKS_TOLD = "左边原文里加粗的字右边没有，右边原文里加粗的字左边没有。"
LADDER_MARKS_TOLD = "较低等级里加粗的字较高等级没有重复，较高等级里加粗的字是新写的。"


def markdown(report: Report) -> str:
    """A report as Markdown; what a text holds comes out as words, never as a mark or a tag."""
    return "\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.name)}\n"
    for line in report.under:
        yield f"{escaped_line(line)}\n"
    for block in report.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.level:
        yield f"{'#' * (block.level + 1)} {escaped(block.heading)}\n"
    for said in block.said:
        yield f"{escaped_line(said)}\n"
    if block.grid:
        yield _table(block.grid) if block.grid.rows else f"{escaped(block.grid.empty)}\n"


def _table(grid: Grid) -> str:
    heads = tuple(in_cell(column.head) for column in grid.columns)
    return table(heads, (tuple(map(_cell, row)) for row in grid.rows))


def _cell(cell: Cell) -> str:
    return "".join(map(_stretch, cell.stretches))


def _stretch(stretch: Stretch) -> str:
    if stretch.mark == "plain":
        return in_cell(stretch.text)
    return "<br>".join(_bold(line) for line in stretch.text.split("\n"))


def _bold(line: str) -> str:
    """A line in bold from its first letter to its last: asterisks beside a Chinese mark would stay asterisks."""
    letters = [at for at, sign in enumerate(line) if category(sign)[0] in "LN"]
    if not letters:
        return in_cell(line)
    first, last = letters[0], letters[-1] + 1
    return f"{in_cell(line[:first])}**{in_cell(line[first:last])}**{in_cell(line[last:])}"
