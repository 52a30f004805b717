"""What comparisons come to: a verdict where rows bear it out, agreement, figures that a side lacks, what is lacking."""

from __future__ import annotations

import pytest

from drafting.checks.composed.weighing import clearly_higher
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference
from kg.variants.link import Link
from retrieval.comparison_words import compares, without_comparing
from tests.drafting.made_up import PLAN, SCHEME, WORKSHOP
from tests.drafting.test_findings_comparing import (
    ALIGNED,
    LARGE,
    LEFT,
    LOWER,
    RIGHT,
    SMALL,
    UPKEEP,
    UPPER,
    WEAKER,
    all_stand,
    find,
    said,
)

SIDES = (SCHEME, PLAN)
STRONGER = ComparedRow(UPKEEP, (LOWER,), (LARGE,), "stronger", Difference("stronger"), 0.9)


@pytest.mark.parametrize(
    ("relations", "side"),
    [
        (["stronger"] * 3 + ["equal", "only_left"], "left"),
        (["weaker"] * 3 + ["stronger", "overlaps"], "right"),
        (["stronger"] * 2, ""),
        (["stronger"] * 3 + ["overlaps"] * 3, ""),
        (["only_left"] * 9, ""),
    ],
)
def test_a_side_asks_more_only_where_most_of_at_least_three_rows_say_so(relations: list[str], side: str) -> None:
    assert clearly_higher(relations) == side


def test_one_row_among_others_makes_no_verdict_and_the_counts_are_told() -> None:
    found = find("哪份更严", STRONGER, LEFT, RIGHT, sides=SIDES, compares="stricter")
    lead = said(found)[0]
    assert "难以一概而论：" in lead and "要求更高 1 处" in lead and "的要求更高" not in "".join(said(found))
    assert all_stand(found)


def test_what_is_lacking_comes_first_with_the_clause_that_lies_nearest() -> None:
    near = ComparedRow(UPKEEP, (UPPER,), (), "only_left", nearest=Link(UPPER, LARGE, 0.4, ()))
    found = find("方案比要求少了什么", ALIGNED, near, sides=SIDES, compares="dropped")
    told = said(found)
    assert "没有找到对应的内容" in told[0] and "最接近的是" in told[1] and "未必讲同一件事" in told[1]
    assert not any("要求更高" in one for one in told) and all_stand(found)
    assert found.result is not None and found.result["rows"][1]["nearest"] == LARGE


@pytest.mark.parametrize(
    ("rows", "verdict"), [((ALIGNED, LEFT), "不一样："), ((STRONGER,), "不一样："), ((LEFT, RIGHT), "不一样：")]
)
def test_whether_sides_ask_the_same_is_answered_first(rows: tuple[ComparedRow, ...], verdict: str) -> None:
    found = find("两份要求一样吗", *rows, sides=SIDES, compares="alike")
    assert f"比，{verdict}" in said(found)[0] and all_stand(found)


def test_the_word_of_each_side_is_told_first_where_it_is_asked() -> None:
    row = ComparedRow(UPKEEP, (UPPER,), (WEAKER,), "overlaps", Difference("overlaps"), 0.9)
    found = find("设备运维是应还是宜", row, sides=(PLAN, SCHEME), compares="differ")
    assert "用词有" in said(found)[0] or "规范用词" in said(found)[0]


def test_a_side_without_figures_is_said_to_have_none() -> None:
    low = ComparedRow(UPKEEP, (LOWER,), (), "only_left")
    sides = (f"{SCHEME}:{WORKSHOP}", PLAN)
    found = find("哪个门槛高", RIGHT, low, sides=sides, compares="stricter", intent="threshold")
    assert found.result is not None and [row["right"] for row in found.result["rows"]] == [[SMALL]]
    assert "没有写数值门槛" in said(found)[0] and all_stand(found)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("两份文件哪个更强调协同", "stricter"),
        ("从甲级升到乙级，仓储要多做什么", "added"),
        ("甲级再上一级要做什么", "added"),
        ("甲文件要求投资多少，乙文件呢", "differ"),
        ("两份的规定一样吗", "alike"),
        ("两份有什么不一样", "differ"),
    ],
)
def test_what_is_compared_is_read_in_other_wordings(text: str, asked: str) -> None:
    assert compares(text) == asked


def test_words_that_compare_are_no_topic() -> None:
    assert set(without_comparing("哪个门槛高")) <= {" ", "的"} and "协同" in without_comparing("哪个更强调协同")
