"""Comparisons, ladders and views written as files of the kind that their ending names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from drafting.comparisons import report_markdown, report_workbook
from drafting.comparisons.cell_marks import LADDER_MARKS_TOLD, MARKS_TOLD
from drafting.comparisons.comparison_report import comparison_report
from drafting.comparisons.comparison_sheets import comparison_sheets
from drafting.comparisons.ladder_grids import (
    cell_grid,
    change_grid,
    ladder_facts,
    ladder_report,
    ladder_title,
    odd_grid,
    step_grid,
)
from drafting.comparisons.overview import compared, reading, relations, topic_grid, years
from drafting.comparisons.passages import Passages
from drafting.comparisons.report import Report
from drafting.comparisons.report_word import word_file
from drafting.comparisons.tallies import title_of, unofficial
from drafting.comparisons.view_grids import basis_grid, view_facts, view_grid, view_report, views_title
from drafting.generator import DraftingError
from drafting.shelf import Shelf
from drafting.whole_files import write_whole
from kg.ladders.ladder import Ladder
from kg.variants.comparison import Comparison
from kg.views.table import View

ENDINGS = (".xlsx", ".docx", ".md")


def write_comparison(
    comparison: Comparison, shelf: Shelf, target: Path, names: Mapping[str, str] | None = None
) -> None:
    """Write a comparison as a workbook, a Word document or Markdown.

    Args:
        comparison: The comparison.
        shelf: The documents and their clauses.
        target: The file to replace or make; its ending chooses the kind.
        names: What ids are called that are no clauses, such as those of national scenarios.

    Raises:
        DraftingError: The ending is of no known kind, or the file cannot be written.
    """
    passages = Passages(shelf, names)
    ending = ending_of(target)
    if ending == ".xlsx":
        tab = report_workbook.UNOFFICIAL_TAB if unofficial(comparison) else ""
        facts = chain(
            compared(comparison),
            relations(comparison),
            reading(comparison, MARKS_TOLD),
            years(comparison, shelf),
        )
        front = report_workbook.overview_sheet(title_of(comparison).replace("\n", ""), facts, tab)
        report_workbook.write_grids(
            target, front, (topic_grid(comparison), *comparison_sheets(comparison, passages)), tab
        )
    else:
        told = MARKS_TOLD if ending == ".docx" else report_markdown.MARKS_TOLD
        _write_report(comparison_report(comparison, shelf, passages, told), target, ending)


def write_ladders(ladders: Sequence[Ladder], shelf: Shelf, target: Path) -> None:
    """Write ladders as a workbook, a Word document or Markdown.

    Args:
        ladders: The ladders of one document.
        shelf: The documents and their clauses.
        target: The file to replace or make; its ending chooses the kind.

    Raises:
        DraftingError: The ending is of no known kind, or the file cannot be written.
    """
    passages = Passages(shelf)
    ending = ending_of(target)
    if ending == ".xlsx":
        title = ladder_title(ladders, shelf).replace("\n", "")
        front = report_workbook.overview_sheet(title, ladder_facts(ladders, LADDER_MARKS_TOLD))
        grids = (
            step_grid(ladders),
            cell_grid(ladders, passages),
            change_grid(ladders, passages, "要新做或加做的", to_do=True),
            change_grid(ladders, passages, "全部变化"),
            odd_grid(ladders, shelf),
        )
        report_workbook.write_grids(target, front, grids)
    else:
        marks = LADDER_MARKS_TOLD if ending == ".docx" else report_markdown.LADDER_MARKS_TOLD
        _write_report(ladder_report(ladders, shelf, passages, marks), target, ending)


def write_views(views: Sequence[View], shelf: Shelf, target: Path, names: Mapping[str, str] | None = None) -> None:
    """Write views as a workbook, with what each cell rests on, as a Word document or as Markdown.

    Args:
        views: At least one view.
        shelf: The documents and their clauses.
        target: The file to replace or make; its ending chooses the kind.
        names: What ids are called that are no clauses.

    Raises:
        DraftingError: The ending is of no known kind, or the file cannot be written.
    """
    ending = ending_of(target)
    if ending == ".xlsx":
        front = report_workbook.overview_sheet(views_title(views), view_facts(views))
        tables = tuple(map(view_grid, views))
        report_workbook.write_grids(target, front, (*tables, basis_grid(views, Passages(shelf, names))))
    else:
        _write_report(view_report(views), target, ending)


def _write_report(report: Report, target: Path, ending: str) -> None:
    write_whole(target, word_file(report) if ending == ".docx" else report_markdown.markdown(report).encode())


def ending_of(target: Path) -> str:
    """The ending that chooses the kind of file.

    Raises:
        DraftingError: It is of no known kind.
    """
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise DraftingError(target.name, "不知道写成哪种文件", f"文件名以 {'、'.join(ENDINGS)} 之一结尾")
    return ending
