"""Comparisons, ladders and views written as files of the kind that their ending names."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from drafting.comparisons import report_markdown, report_workbook
from drafting.comparisons.cell_marks import MARKS_TOLD
from drafting.comparisons.comparison_report import comparison_report
from drafting.comparisons.comparison_sheets import comparison_sheets
from drafting.comparisons.overview import compared, reading, relations, topic_grid, years
from drafting.comparisons.passages import Passages
from drafting.comparisons.report import Report
from drafting.comparisons.report_word import word_file
from drafting.comparisons.tallies import title_of, unofficial
from drafting.generator import DraftingError
from drafting.shelf import Shelf
from drafting.whole_files import write_whole
from kg.variants.comparison import Comparison

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
