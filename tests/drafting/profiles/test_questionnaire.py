"""Each point of each clause is a question, in order."""

from __future__ import annotations

from tests.drafting.profiles.made_up_profile import made_up_questions


def test_questions_follow_the_clauses() -> None:
    asked = made_up_questions()
    assert [one.id for one in asked] == ["demo/1/a#1", "demo/1/a#2", "demo/1/b#1"]
    assert [one.force_word for one in asked] == ["应", "宜", "—"]
    assert {one.group for one in asked} == {"生产 · 1 设备管理"}


def test_a_question_says_what_is_counted() -> None:
    one, share, number = made_up_questions()
    assert (one.counted, share.counted, number.counted) == ("", "关键设备（关键的全部）", "")
    assert share.text == "应报工，\n宜联网；" and share.requirement == "demo/1/a"
