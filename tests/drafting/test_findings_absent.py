"""What is not at hand is refused: other regions, works that are only cited, pictures."""

from __future__ import annotations

from typing import Any

import pytest

from app.assembly import Workspace
from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.absent import find_absent
from drafting.shelf import Shelf
from tests.drafting.made_up import CLAUSES, PLAN, SCHEME, frame, meta, row


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上海的智能工厂要求是什么", "上海"),
        ("江苏省数字化车间需要哪些条件", "江苏"),
        ("What must a smart factory in Shandong do?", "Shandong"),
        ("湘南省智能工厂的设备联网率是多少", "湘南省"),
        ("丰水县数字化车间要部署MES吗", "丰水县"),
        ("云阳区的企业申报智能工厂要什么条件", "云阳区"),
        ("江苏的设备运维对应国家哪个场景", "江苏"),
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
        ("杭州市的智能工厂对设备运维有什么要求", "zj-graded/19/smart-factory/a"),
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


DATED = row("dated", "本方案于2031年3月1日施行。印发时另行通知。", document=PLAN, kind="paragraph", section="六")
TREATED = row("treated", "弄虚作假的，取消资格，三年内不得申报；评分细则另行制定。", document=PLAN, section="六")


def told(text: str, *clauses: Clause, **fields: Any) -> Finding | None:
    held = Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], (*CLAUSES, *clauses), {})
    return find_absent(frame(text, **fields), held)


def named(document: str) -> dict[str, Any]:
    return {"documents": (document,), "documents_named": True}


@pytest.mark.parametrize(
    ("text", "what"),
    [("哪一年发布的", "发布"), ("什么时候印发", "印发"), ("施行的日期", "施行"), ("公布是在哪天", "公布")],
)
def test_the_date_of_an_act_that_no_sentence_gives_is_refused(text: str, what: str) -> None:
    finding = told(text, **named(SCHEME))
    assert finding is not None and finding.refusal is not None
    assert finding.refusal.message == f"《某省分级建设要求》没有写明{what}的日期。"
    assert finding.alternatives == ("《某省分级建设要求》的年份：不明（未写年份）。",)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("什么时候施行", named(PLAN)),  # a sentence gives it
        ("哪一年发布的", {}),  # no document is named
        ("发布会上怎么说", named(SCHEME)),
        ("计划发布之后几天内申报", named(PLAN)),
    ],
)
def test_other_dates_are_left_to_other_ways(text: str, fields: dict[str, Any]) -> None:
    assert told(text, DATED, **fields) is None


def test_a_date_of_another_act_is_not_the_one_asked_for() -> None:
    finding = told("什么时候印发", DATED, **named(PLAN))
    assert finding is not None and "没有写明印发的日期" in str(finding.refusal)


@pytest.mark.parametrize(
    "text",
    [
        "评上了有没有奖励",
        "能拿补贴吗",
        "没做到会不会被罚款",
        "will we be fined",
        "which brands are recommended",
        "满分是多少分",
        "评分细则怎么写",
        "推荐哪个品牌",
        "哪家服务商能做",
        "会不会被摘牌",
        "几年复审一次，要不要复审",
    ],
)
def test_benefits_and_sanctions_that_no_document_treats_are_refused(text: str) -> None:
    finding = told(text, **named(SCHEME))
    assert finding is not None and finding.refusal is not None and finding.alternatives == ()
    assert finding.refusal.message == "《某省分级建设要求》没有写这方面的规定。"


def test_where_another_document_treats_it_this_is_said() -> None:
    finding = told("会不会被取消资格", TREATED, **named(SCHEME))
    assert finding is not None and len(finding.alternatives) == 1 and "某县实施方案" in finding.alternatives[0]


@pytest.mark.parametrize("text", ["会不会被取消资格", "评分细则怎么写"])
def test_what_the_document_treats_is_left_to_other_ways(text: str) -> None:
    assert told(text, TREATED, **named(PLAN)) is None
    assert told(text, TREATED) is None


@pytest.mark.parametrize(
    "text",
    [
        "怎么优选供应商的原料",
        "要和哪些供应商的系统打通",
        "选服务商要签合同吗",
        "员工的绩效奖金怎么算",
        "设备坏了罚谁",
        "换线要几分钟",
        "有多少分公司要接入",
        "多久保养一次",
        "品牌形象怎么推广",
        "有订单要给客户发货",
        "设备哪年买的、什么牌子要写吗",
        "fine-tuning a domain model",
        "is hand drawing still fine",
        "our own well-known brand",
    ],
)
def test_innocent_questions_are_left_to_other_ways(text: str) -> None:
    assert told(text) is None and told(text, **named(SCHEME)) is None
