"""The table and the briefing of a comparison in English: no label is left in Chinese, no text is translated."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from app.comparing_tables import comparison_table
from app.labels import told_label
from drafting.comparisons.briefing import briefing
from drafting.comparisons.briefing_files import told
from drafting.comparisons.speech import Speech
from drafting.comparisons.tones import RELATION_LABELS
from drafting.generator import DraftingError
from kg.variants.comparison import Comparison
from tests.drafting.comparisons.made_up_comparison import (
    OTHER,
    OWN,
    SCENARIOS,
    comparison,
    shelf,
    with_the_national_level,
)

LABELS = (
    "主题",
    "左边",
    "右边",
    "只有",
    "按意思",
    "要求更高",
    "部分重合",
    "逐字",
    "推定：与",
    "对方",
    "右未写",
    "选法",
    "不能说",
)
MADE = [comparison(), with_the_national_level(), comparison(rows=()), comparison(asked="设备运维")]


def shown(made: Comparison, language: str) -> str:
    console = Console(file=StringIO(), width=400)
    console.print(comparison_table(made, shelf(), SCENARIOS, "en" if language == "en" else "zh"))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("made", MADE)
def test_no_label_of_the_table_falls_back(made: Comparison) -> None:
    table = shown(made, "en")
    assert [one for one in LABELS if one in table] == []
    assert "Aligned by meaning" in table or "Proposed: " in table


def test_texts_stay_as_they_are_printed() -> None:
    table = shown(comparison(), "en")
    assert "接入MES" in table
    assert table.count("overlapping") == 2  # the count, and the row itself
    assert all(label in shown(comparison(), "zh") for label in ("主题", "部分重合"))


def test_a_clause_that_the_source_breaks_over_lines_is_shown_in_one() -> None:
    assert "\n" in OTHER.text
    assert OTHER.text.replace("\n", "") in shown(comparison(), "zh")


@pytest.mark.parametrize("made", MADE)
def test_the_briefing_has_english_frames(made: Comparison) -> None:
    page = told(briefing(made, shelf(), OWN, SCENARIOS, Speech("en")))
    assert [one for one in LABELS if one in page] == []
    assert "What cannot be said: " in page


def test_what_has_no_english_is_an_error() -> None:
    assert all(told_label(label, "en") != label for label in RELATION_LABELS.values())
    with pytest.raises(ValueError, match="no English"):
        told_label("没有这个标签", "en")
    with pytest.raises(DraftingError):
        Speech("en").say("没有这句话")
