"""A view as a grid and as a report: the table itself, then what each of its cells rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.comparisons.passages import Passages
from drafting.comparisons.report import Block, Cell, Column, Grid, Report, Stretch, words
from drafting.comparisons.tones import INFERRED_MARK
from kg.views.table import View, ViewCell

_NARROWEST, _WIDEST, _BROADEST = 10, 44, 84
_SAID = ("按意思归入", "推知")
"""Words by which a cell itself says that no text puts it there."""
_LONG = 150
"""Characters of a cell from which its column may be the broadest."""


def views_title(views: Sequence[View]) -> str:
    """The title of one view; of several, what they are."""
    return views[0].title if len(views) == 1 else "各文件总览"


def view_report(views: Sequence[View]) -> Report:
    """Views as a report; in Word their tables lie across the page."""
    title, level = views_title(views), 1 if len(views) > 1 else 0
    blocks = (
        Block(level, view.title if level else "", (*view.notes, *_legend(view)), view_grid(view), broad=True)
        for view in views
    )
    return Report(title, (), title, tuple(blocks))


def view_facts(views: Sequence[View]) -> Iterator[tuple[str, str]]:
    """How the views are to be read, a line for each note."""
    for view in views:
        yield view.title, f"{len(view.rows)} 行"
        for note in (*view.notes, *_legend(view)):
            yield "", note


def view_grid(view: View) -> Grid:
    """The table of a view; what likeness of meaning alone put somewhere says so."""
    rows = tuple(tuple(map(_cell, row)) for row in view.rows)
    columns = tuple(
        Column(head, _width(head, [row[at].text for row in view.rows]), centred=_short([row[at] for row in view.rows]))
        for at, head in enumerate(view.columns)
    )
    return Grid(_sheet_name(view.title), columns, rows, 1)


def basis_grid(views: Sequence[View], passages: Passages) -> Grid:
    """What each cell of views rests on: the clauses, and the words where a figure or a name stands."""
    heads = (
        Column("表", 16),
        Column("行", 30),
        Column("列", 18),
        Column("内容", 30),
        Column("文件", 24),
        Column("位置", 34),
        Column("原文", 80),
        Column("编号", 30),
        Column("归入", 12, centred=True),
    )
    rows = tuple(
        (words(view.title), *row)
        for view in views
        for cells in view.rows
        for head, cell in zip(view.columns, cells, strict=True)
        for row in _bases(cells[0].text, head, cell, passages)
    )
    return Grid("依据", heads, rows, 2)


def _bases(row: str, head: str, cell: ViewCell, passages: Passages) -> Iterator[tuple[Cell, ...]]:
    for clause in cell.clauses:
        spans = (cell.words,) if cell.words else ()
        yield (
            words(row),
            words(head),
            words(cell.text),
            words(passages.title(clause)),
            words(passages.where(clause)),
            passages.marked((clause,), spans, "right"),
            words(clause),
            words(INFERRED_MARK, "inferred")
            if clause in (cell.likely or cell.inferred * cell.clauses)
            else words("原文"),
        )


def _inferred(cell: ViewCell) -> tuple[str, ...]:
    """Of what a cell rests on, the clauses that likeness of meaning put there."""
    return cell.likely or (cell.clauses if cell.inferred else ())


def _cell(cell: ViewCell) -> Cell:
    """A cell; it is a number only where it reads as that number."""
    says_so = "推" in cell.text
    shown = f"{cell.text}（{INFERRED_MARK}）" if cell.inferred and cell.text and not says_so else cell.text
    plain = cell.value is not None and shown == f"{cell.value:.15g}"
    return Cell((Stretch(shown),) if shown else (), cell.value if plain else None)


def _legend(view: View) -> tuple[str, ...]:
    inferred = any(cell.inferred for row in view.rows for cell in row)
    return (f"标“{INFERRED_MARK}”的，原文没有写明，是推得的。",) if inferred else ()


def _short(cells: list[ViewCell]) -> bool:
    return all(len(cell.text) <= 6 for cell in cells)


def _width(head: str, texts: list[str]) -> int:
    """A width that the longest line fits in, within bounds."""
    longest = max((len(line) for text in (head, *texts) for line in text.split("\n")), default=0)
    most = _WIDEST if max(map(len, texts), default=0) < _LONG else _BROADEST
    return max(_NARROWEST, min(2 * longest + 2, most))


def _sheet_name(title: str) -> str:
    """The title as a sheet may be called."""
    return "".join("·" if sign in "[]:*?/\\" else sign for sign in title)[:31]
