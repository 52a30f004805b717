"""Clauses that somebody gathered, written as a file with where each stands: a workbook, a Word document or Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.clause import Clause
from drafting.comparisons import report_markdown, report_workbook
from drafting.comparisons.report import Block, Cell, Column, Grid, Report, number, words
from drafting.comparisons.report_word import word_file
from drafting.comparisons.writing import ending_of
from drafting.shelf import Shelf
from drafting.whole_files import write_whole
from drafting.wording import FORCE_WORDS, forces_of, place

_NAME = "条款清单"
_TOLD = "引文逐字取自各文件的存档文本；条目编号可用 gongbiao trace 核对到原文的字。"


def write_clause_list(clauses: Sequence[Clause], shelf: Shelf, target: Path, said: Sequence[str] = ()) -> None:
    """Write clauses with their places.

    Args:
        clauses: The clauses in the order in which they are listed.
        shelf: The documents.
        target: The file to replace or make; its ending chooses the kind.
        said: Lines about how the list came to be.

    Raises:
        DraftingError: The ending is of no known kind, or the file cannot be written.
    """
    ending = ending_of(target)
    if ending == ".xlsx":
        facts = [("条款", f"{len(clauses)} 条"), ("引文", _TOLD), *(("说明", line) for line in said)]
        facts += _sources(clauses, shelf)
        front = report_workbook.overview_sheet(_NAME, facts)
        report_workbook.write_grids(target, front, [_full_grid(clauses, shelf)])
        return
    sources = tuple(f"{name}：{told}" for name, told in _sources(clauses, shelf))
    blocks = (Block(0, "", grid=_short_grid(clauses, shelf)), Block(1, "文件", sources))
    report = Report(_NAME, (*said, _TOLD), _NAME, blocks)
    write_whole(target, word_file(report) if ending == ".docx" else report_markdown.markdown(report).encode())


def _sources(clauses: Sequence[Clause], shelf: Shelf) -> Iterator[tuple[str, str]]:
    """The documents that are quoted, with what tells which stored text is meant."""
    for document in dict.fromkeys(one.document for one in clauses):
        meta = shelf.documents[document]
        year = f"{meta.year}" if meta.year else "年份未写明"
        parts = (meta.region, year, meta.status, f"文件 {meta.file}", f"sha256 {meta.sha256}")
        yield f"《{shelf.titles[document]}》", "，".join(part for part in parts if part)


def _short_grid(clauses: Sequence[Clause], shelf: Shelf) -> Grid:
    columns = (Column("序号", 6, centred=True), Column("用词", 8, centred=True), Column("原文", 62), Column("出处", 40))
    rows = tuple(
        (
            number(position),
            words(_force(one)),
            words(f"“{one.plain}”"),
            words(f"{place(one, shelf.titles)}（{one.id}）"),
        )
        for position, one in enumerate(clauses, start=1)
    )
    return Grid(_NAME, columns, rows)


def _full_grid(clauses: Sequence[Clause], shelf: Shelf) -> Grid:
    columns = (
        Column("序号", 6, centred=True),
        Column("编号", 30),
        Column("用词", 9, centred=True),
        Column("原文", 60),
        Column("出处", 44),
        Column("标题链", 30),
        Column("系统", 16),
        Column("起点", 8),
        Column("终点", 8),
    )
    return Grid(_NAME, columns, tuple(_row(at, one, shelf) for at, one in enumerate(clauses, start=1)), frozen=2)


def _row(position: int, clause: Clause, shelf: Shelf) -> tuple[Cell, ...]:
    return (
        number(position),
        words(clause.id),
        words(_force(clause)),
        words(clause.text),
        words(place(clause, shelf.titles)),
        words(" › ".join(clause.path)),
        words("、".join(clause.systems)),
        number(clause.start),
        number(clause.end),
    )


def _force(clause: Clause) -> str:
    if clause.kind == "not_required":
        return "不做要求"
    return forces_of(clause) if clause.forces != ("none",) else FORCE_WORDS["none"]
