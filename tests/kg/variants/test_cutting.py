"""Chinese is cut into short words, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.variants.contrasts.cutting import WordCutter

CUT = WordCutter({"设备": 90, "数据": 90, "数据库": 50, "信息": 80, "中小": 5, "企业": 90, "中小企业": 20, "全生命": 0})


def test_compounds_fall_into_their_words() -> None:
    assert CUT("设备信息数据库") == ("设备", "信息", "数据库")


def test_a_word_of_four_characters_is_halved() -> None:
    assert CUT("行中小企业") == ("行", "中小", "企业")


@given(st.text("设备数据库信息中小企业产", max_size=30))
def test_the_words_joined_are_the_run(run: str) -> None:
    assert "".join(CUT(run)) == run
