"""What is not at hand is refused: other regions, works that are only cited, pictures."""

from __future__ import annotations

import pytest

from app.assembly import Workspace


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上海的智能工厂要求是什么", "上海"),
        ("江苏省数字化车间需要哪些条件", "江苏"),
        ("What must a smart factory in Shandong do?", "Shandong"),
        ("能力映射表里设备运维对应哪个典型场景", "能力映射表"),
        ("智能制造典型场景参考指引里有多少个场景", "参考指引"),
        ("GB/T 39116 把成熟度分成几级", "39116"),
        ("图1里安全管控画在哪一层", "图1"),
    ],
)
def test_what_no_document_holds_is_refused(founding: Workspace, question: str, said: str) -> None:
    answer = founding.find(question)
    assert answer.status == "refused" and answer.refusal is not None
    assert answer.refusal.reason == "not_in_sources" and said in answer.refusal.message


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("导则引用了GB/T 39116吗", "zj-guideline/2/p5"),
        ("广西的智能制造标杆企业有哪些要素", "guangxi-modes/1/1"),
        ("浙江的智能工厂对设备运维有什么要求", "zj-graded/19/smart-factory/a"),
    ],
)
def test_what_is_at_hand_is_answered(founding: Workspace, question: str, clause: str) -> None:
    answer = founding.find(question)
    assert answer.status == "answered" and clause in {one.id for one in answer.citations}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("浦江未来工厂的总投资不低于多少", 2000),
        ("浦江智能工厂的软硬件投资至少多少万元", 300),
        ("浦江中小企业那一类项目最多能建多久", 1),
    ],
)
def test_a_figure_is_of_what_is_asked(founding: Workspace, question: str, value: int) -> None:
    result = founding.find(question).result
    assert result is not None and (result["kind"], result["value"]) == ("quantity", value)


def test_a_figure_of_another_quantity_is_no_answer(founding: Workspace) -> None:
    assert founding.find("浦江未来工厂软硬件投资不低于多少万元").status == "refused"
    assert founding.find("未来工厂软硬件投资不低于多少万").status == "refused"
