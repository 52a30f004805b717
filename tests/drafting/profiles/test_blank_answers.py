"""Answers that say nothing, and sentences that can be known again."""

from __future__ import annotations

import pytest

from drafting.profiles.blank_answers import is_sentence, says_something


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        "无",
        "没有",
        "没有。",
        "暂无",
        "（无）",
        "不详",
        "/",
        "-",
        "——",
        "N/A",
        "none",
        "尚未开展",
        "目前还没有",
        "待补充",
    ],
)
def test_nothing_is_no_answer(nothing: str) -> None:
    assert not says_something(nothing) and not is_sentence(nothing)


@pytest.mark.parametrize("said", ["无人值守", "无纸化作业", "没有纸质单据", "人工抄表", "未经放行不得转序", "MES"])
def test_what_starts_like_nothing_may_still_say_something(said: str) -> None:
    assert says_something(said)


def test_only_a_sentence_is_known_again() -> None:
    assert is_sentence("班组每班点检并登记") and not is_sentence("人工抄表") and not is_sentence(None)
