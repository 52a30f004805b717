"""Alignment by runs of equal characters."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafting.checks.alignment import align, covered, normalise, phrases

CHARACTERS = st.text("设备运维数据库建立的,", max_size=30)


@given(CHARACTERS, CHARACTERS)
def test_runs_are_equal_text_in_order(phrase: str, clause: str) -> None:
    runs = align(phrase, clause)
    for run in runs:
        assert run.length >= 2
        assert phrase[run.phrase_at : run.phrase_end] == clause[run.clause_at : run.clause_end]
    for left, right in pairwise(runs):
        assert left.phrase_end <= right.phrase_at and left.clause_end <= right.clause_at


@given(st.text("设备运维数据库建立", min_size=2, max_size=30))
def test_a_text_aligns_with_itself_whole(text: str) -> None:
    assert sum(run.length for run in align(text, text)) == len(text)


def test_full_width_and_half_width_are_one() -> None:
    assert normalise("ＭＥＳ， 5G（如\nＡＰＳ）") == "MES,5G(如APS)"


def test_phrases_end_at_marks_but_not_at_the_mark_of_a_list() -> None:
    text = normalise("应实现采集、存储，支撑运维；宜共享。")
    assert [text[start:end] for start, end in phrases(text)] == ["应实现采集、存储", "支撑运维", "宜共享"]


def test_a_character_is_covered_with_its_neighbour_only() -> None:
    assert covered("建立仓储", "建立模型,仓库") == [True, True, False, False]
