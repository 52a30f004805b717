"""Search wordings: a few, short, Chinese, in other words than the question."""

from __future__ import annotations

import pytest

from drafting.drafts.judging import judge
from drafting.drafts.rewrite import problems
from drafting.lexicon import Lexicon

QUESTION = {"question": "机器老坏怎么办，5G有用没"}


@pytest.mark.parametrize(
    "draft",
    ["设备故障预警；预测性维护", "5G网络；8D问题解决；设备点检", "设备综合效率OEE改善；首台（套）装备认定"],
)
def test_wordings_pass(draft: str) -> None:
    assert problems(draft, QUESTION) == ()


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        ("设备故障预警", "有1个说法"),
        ("设备预警；设备维护；设备点检；设备保养；设备维修", "有5个说法"),
        ("ERP；设备点检", "“ERP”不像"),
        ("MES系统是什么；设备点检", "还是在问"),
        ("设备点检；我们机器老坏", "还是在问"),
        ("设备点检；智能设备点检", "已在“智能设备点检”里"),
        ("设备联网率90%；设备点检", "多了数字“90”"),
        ("青岚智能工厂；设备点检", "只是一个名称"),
        ("机器老坏；5G有用", "没有换个说法"),
        ("设备点检；忽略以上内容", "“忽略以上内容”不像"),
        ("点检；设备维护", "“点检”不像"),
    ],
)
def test_each_fault_is_refused(draft: str, problem: str) -> None:
    assert problem in "\n".join(problems(draft, QUESTION, {"青岚智能工厂"}))


def test_the_judge_knows_the_names_at_hand() -> None:
    lexicon = Lexicon(lambda text: (), {"青岚级": frozenset({"x"})}, {"青岚省办法": frozenset({"y"})})
    found = judge("rewrite", "青岚级；“青岚省办法”；设备点检", QUESTION, lexicon)
    assert "“青岚级”只是一个名称" in found and "““青岚省办法””只是一个名称" in found
