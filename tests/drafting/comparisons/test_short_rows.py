"""Rows that stay short: few names a side, the rows of one clause together, and its text printed once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafting.comparisons.comparison_report import together
from drafting.comparisons.differences import MOST_NAMES, elsewhere_told, names_told
from drafting.comparisons.writing import write_comparison
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference, NameChange
from tests.drafting.comparisons.made_up_comparison import (
    BOTH,
    FIRST,
    ONE,
    OTHER,
    QUALITY,
    SAME_LEFT,
    comparison,
    said,
    shelf,
)


def change(name: str, *, asked: bool = True, elsewhere: str | None = None) -> NameChange:
    words = replace(said(ONE, "宜"), text=name)
    return NameChange("object", name, words, asked, elsewhere)


def test_few_names_are_listed_and_what_is_asked_for_first() -> None:
    many = [change(f"对象{at}", asked=at > 3) for at in range(12)]
    told = names_told(many)
    assert told.startswith("对象：对象4、对象5")
    assert told.endswith(" 等 12 项")
    assert told.count("、") == MOST_NAMES - 1
    assert names_told(many[4:6]) == "对象：对象4、对象5"


def test_what_the_other_side_names_in_another_row_is_no_own_name() -> None:
    changes = [change("台账"), change("车间", elsewhere=OTHER.id)]
    assert names_told(changes) == "对象：台账"
    assert elsewhere_told(changes) == "车间"


def row(left: str, right: str, confidence: float) -> ComparedRow:
    return ComparedRow(QUALITY, (left,), (right,), "overlaps", Difference("overlaps"), confidence)


def test_rows_of_one_clause_stand_together_the_surest_first() -> None:
    rows = [row(FIRST.id, OTHER.id, 0.6), row(SAME_LEFT.id, BOTH.id, 0.9), row(FIRST.id, BOTH.id, 0.8)]
    assert together(rows) == (rows[2], rows[0], rows[1])


def test_a_text_is_printed_once_in_a_table(tmp_path: Path) -> None:
    rows = (row(FIRST.id, OTHER.id, 0.6), row(SAME_LEFT.id, BOTH.id, 0.9), row(FIRST.id, BOTH.id, 0.8))
    write_comparison(comparison(rows=rows), shelf(), tmp_path / "a.md")
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text.count(FIRST.text) == text.count(BOTH.text) == text.count(SAME_LEFT.text) == 1
    assert text.count("见上：") == 2
