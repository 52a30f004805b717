"""A draft on two sides: right ones in many shapes pass, and each fault is refused."""

from __future__ import annotations

import pytest

from drafting.drafts.difference import problems

LEFT, RIGHT = "青岚省办法", "北屿市细则"
NOTHING = {"forces": "", "numbers": "", "only_left": "", "only_right": ""}
OWN = {"forces": "应→宜", "only_left": "终端", "only_right": "看板"}
TIMES = {"numbers": "频次 每班1次→每班11次；抽检比例 10%→30%"}


def judged(draft: str, **values: str) -> str:
    sides = {"topic": "点检", "left": LEFT, "right": RIGHT} | NOTHING
    return "\n".join(problems(draft, sides | values))


@pytest.mark.parametrize(
    "draft",
    [
        f"点检方面，{LEFT}用“应”，{RIGHT}用“宜”。{LEFT}写终端，{RIGHT}写看板。",
        f"点检方面，{LEFT}和{RIGHT}分别用“应”和“宜”。终端只在{LEFT}中有，看板是{RIGHT}的要求。",
        f"点检方面，{LEFT}与{RIGHT}的用词不同，前者用“应”，后者用“宜”。前者写终端，后者写看板。",
        f"点检方面，{RIGHT}没有写终端，另写看板，{LEFT}有终端。{RIGHT}用“宜”，{LEFT}用“应”。",
        f"点检方面，{LEFT}用“应”并写终端而{RIGHT}用“宜”并写看板。两者内容不同。",
        f"点检方面，{RIGHT}比{LEFT}多写看板，用“宜”。{LEFT}用“应”，写终端，未提看板。",
    ],
)
def test_right_sentences_pass_in_many_shapes(draft: str) -> None:
    assert judged(draft, **OWN) == ""


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (f"点检方面，{LEFT}和{RIGHT}分别用“宜”和“应”。{LEFT}写终端，{RIGHT}写看板。", "用词不是"),
        (f"点检方面，{LEFT}与{RIGHT}不同，前者用“应”，后者用“宜”。后者写终端，前者写看板。", "另一方"),
        (f"点检方面，前者用“应”，后者用“宜”。{LEFT}写终端，{RIGHT}写看板。", "没有说用词“应”是哪一方的"),
        (f"点检方面，{LEFT}不再写终端，{RIGHT}写看板。{LEFT}用“应”，{RIGHT}用“宜”。", "“终端”被说成没有"),
        (f"点检方面，{LEFT}用“应”，{RIGHT}用“宜”。{LEFT}没有终端，{RIGHT}写看板。", "“终端”被说成没有"),
        (f"点检方面，{LEFT}用“应”，{RIGHT}用“宜”。两者都写终端，{RIGHT}写看板。", "另一方"),
        (f"点检方面，{LEFT}用“应”，{RIGHT}用“宜”，两者要求一致。{LEFT}写终端，{RIGHT}写看板。", "并不一致"),
        (f"点检方面，{LEFT}用“应”，写终端，{RIGHT}用“宜”，写看板。", "1句"),
        (f"点检方面，{LEFT}用“应”。{LEFT}写终端。{RIGHT}用“宜”，写看板。", "3句"),
        (f"{LEFT}用“应”，{RIGHT}用“宜”。{LEFT}写终端，{RIGHT}写看板。", "没有说到“点检”"),
        (f"点检方面，{LEFT}用“应”，{RIGHT}用“宜”。{LEFT}比{RIGHT}多写看板，写终端。", "“看板”说到了另一方"),
        (f"点检方面，{LEFT}用“应”，{RIGHT}用“宜”，数字不同。{LEFT}写终端，{RIGHT}写看板。", "没有不同的数字"),
        (f"点检方面，{LEFT}用“应”。{LEFT}写终端，{RIGHT}写看板。", f"漏了{RIGHT}的用词"),
    ],
)
def test_each_fault_of_sides_is_refused(draft: str, problem: str) -> None:
    assert problem in judged(draft, **OWN)


@pytest.mark.parametrize(
    "draft",
    [
        f"点检方面，{LEFT}的频次为每班1次，抽检比例10%。{RIGHT}的频次为每班11次，抽检比例30%。",
        f"点检方面，频次在{LEFT}为每班1次，在{RIGHT}为每班11次。抽检比例{LEFT}规定10%，{RIGHT}规定30%。",
        f"点检方面，从{LEFT}到{RIGHT}，频次由每班1次变为每班11次。抽检比例由10%改为30%。",
    ],
)
def test_numbers_told_of_their_sides_pass(draft: str) -> None:
    assert judged(draft, **TIMES) == ""


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (f"点检方面，{LEFT}的频次为每班11次，抽检比例10%。{RIGHT}的频次为每班1次，抽检比例30%。", "另一方"),
        (f"点检方面，{LEFT}的频次为每班1次、每班11次，抽检比例10%。{RIGHT}的抽检比例30%。", "另一方"),
        (f"点检方面，{LEFT}为每班1次，抽检比例10%。{RIGHT}为每班11次，抽检比例30%。", "没有说“每班1次”是什么"),
        (f"点检方面，{LEFT}的频次为10%，抽检比例每班1次。{RIGHT}的频次为每班11次，抽检比例30%。", "不是“频次”的数字"),
        (f"点检方面，从{LEFT}到{RIGHT}，频次由每班11次变为每班1次。抽检比例由10%改为30%。", "另一方"),
        (f"点检方面，从{RIGHT}到{LEFT}，频次由每班1次变为每班11次。抽检比例由30%改为10%。", "另一方"),
        ("点检方面，频次由每班1次变为每班11次。抽检比例由10%改为30%。", "另一方"),
        (f"点检方面，{LEFT}的频次为每班11次，抽检比例10%。{RIGHT}的频次为每班11次，抽检比例30%。", "漏了“频次每班1次”"),
        (f"点检方面，{LEFT}未写频次，抽检比例10%，每班1次。{RIGHT}的频次为每班11次，抽检比例30%。", "“频次”被说成没有"),
    ],
)
def test_each_fault_of_numbers_is_refused(draft: str, problem: str) -> None:
    assert problem in judged(draft, **TIMES)


def test_a_number_inside_another_is_not_told() -> None:
    draft = f"点检方面，{LEFT}的频次为11次。{RIGHT}的频次为11次。"
    assert "漏了“频次1次”" in judged(draft, numbers="频次 1次→11次")


def test_the_longest_name_is_read() -> None:
    values = {"left": "智能工厂", "right": "省级智能工厂", "only_left": "看板", "only_right": "电子看板"}
    assert judged("点检方面，智能工厂写看板。省级智能工厂写电子看板。", **values) == ""
    assert "漏了“看板”" in judged("点检方面，智能工厂写电子看板。省级智能工厂写电子看板。", **values)


def test_a_side_without_a_governing_word_may_be_said_to_have_none() -> None:
    assert judged(f"点检方面，{LEFT}没有用“应”。{RIGHT}用“应”。", forces="无→应") == ""
    assert judged(f"点检方面，{LEFT}用“应”。{RIGHT}没有用“应”。", forces="无→应") != ""


def test_both_may_use_one_word() -> None:
    assert judged(f"点检方面，两者都用“应”。{RIGHT}另写看板。", forces="应→应", only_right="看板") == ""
