"""Words that point at what was said, and pronouns that point at their own noun."""

from __future__ import annotations

import pytest

from retrieval.pointing import asks_for_similar, chooses, elsewhere, points, points_within, unpointed


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("它一共有几条", True),
        ("其中有宜的吗", True),
        ("where does it say that", True),
        ("does the future factory need that too", True),
        ("which one suits a company that leads a supply chain", False),
        ("which fits a plant which runs its own platform", False),
        ("what about suppliers who share it", False),
        ("智能工厂有什么要求", False),
    ],
)
def test_a_pronoun_in_a_relative_clause_points_at_nothing_said_before(text: str, pointing: bool) -> None:
    assert points(text) is pointing


def test_only_pointing_words_are_taken_out() -> None:
    assert unpointed("Which of them suits a company that leads it?") == "Which  suits a company that leads it?"
    assert unpointed("其中有宜的吗") == "有宜的吗"


@pytest.mark.parametrize(
    "text", ["哪一种适合链主企业", "哪个要建专家库", "哪种类型最合适", "Which one fits", "and one that runs"]
)
def test_which_one_of_what_was_listed(text: str) -> None:
    assert chooses(text)


@pytest.mark.parametrize(
    "text", ["哪个部门负责", "哪个等级开始要做", "哪些是必须的", "哪个系统", "which systems are named"]
)
def test_what_says_which_things_it_means_chooses_among_none(text: str) -> None:
    assert not chooses(text)


def test_the_like_and_other_documents_are_read() -> None:
    assert asks_for_similar("浙江的要求里有类似的吗") and asks_for_similar("anything similar there?")
    assert not asks_for_similar("两级的要求一样吗")
    words = elsewhere("别的省有吗")
    assert words is not None and words["place"]
    assert elsewhere("其他文件呢") is not None and elsewhere("其他要求呢") is None
    assert points_within("Which of those are mandatory?") and not points_within("它有几条")
