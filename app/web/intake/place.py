"""Where a stretch of a file that is not in the library yet stands: its page, its cell, its characters."""

from __future__ import annotations

from collections.abc import Iterator

from app.web.language import say
from app.web.parts.source_panel import AROUND, window, window_html
from corpus.shape import Shape


def place_told(text: str, shape: Shape, start: int, end: int) -> str:
    """Page, table and cell where the file has them, line and characters always."""
    line = text.count("\n", 0, start) + 1
    parts = [*_page(shape, start), *_cell(shape, start)]
    parts.append(say("第 {line} 行，字符 {start}–{end}", line=line, start=start, end=end))
    return say("；").join(parts)


def stretch_html(text: str, start: int, end: int, around: int = AROUND) -> str:
    """The stretch marked within the text around it."""
    return window_html(window(text, start, end, around, around))


def _page(shape: Shape, start: int) -> Iterator[str]:
    page = shape.page_at(start)
    if page is not None:
        yield say("第 {page} 页", page=page)


def _cell(shape: Shape, start: int) -> Iterator[str]:
    for number, table in enumerate(shape.tables, 1):
        if not table.start <= start < table.end:
            continue
        yield say("工作表“{name}”", name=table.name) if table.name else say("表 {number}", number=number)
        cell = next((one for one in table.cells if one.start <= start < one.end), None)
        if cell is not None:
            yield say("第 {row} 行第 {column} 列", row=cell.row + 1, column=cell.column + 1)
        return
