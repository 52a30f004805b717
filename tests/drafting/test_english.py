"""Questions in English get their conclusion in English, the Chinese names beside."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from drafting.answer import Finding, Section, Sentence
from drafting.english import in_english
from drafting.english_notes import noted
from tests.drafting.made_up import frame, row


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What must a smart factory do about equipment maintenance?", "(设备运维): 2 clauses quoted below"),
        ("Is an enterprise brain required for a digital workshop?", "not required (不做要求)"),
        ("How many clauses does the future factory have in the graded requirements?", "111 in all"),
        (
            "How many clauses does the future factory have in the graded requirements?",
            "(应 (shall) 102, 宜 (should) 7, ",
        ),
        ("How much must a Pujiang future factory invest?", "at least CNY 20 million (2000 万元)."),
        ("How long may a Pujiang future factory project take?", "at most 3 years"),
        ("Which subdomains are not required for smart factories?", "10 found"),
        ("What is LIMS?", "“LIMS” is defined"),
        ("What design systems does the smart factory require?", "6 found: PLM, CAD"),
        ("Does the future factory need any control system?", "(控制类系统): no clause within what was asked names it"),
    ],
)
def test_the_conclusion_is_english(founding: Workspace, question: str, said: str) -> None:
    answer = founding.find(question)
    assert said in answer.sentences[0].text and answer.sentences[0].citations
    assert answer.sentences[0].origin == "composed"


def test_a_refusal_is_said_in_both_languages(founding: Workspace) -> None:
    refusal = founding.find("What is the weather tomorrow?").refusal
    assert refusal is not None and refusal.reason == "out_of_scope"
    assert refusal.message.startswith("The texts are about") and "所收文件" in refusal.message


def test_chinese_questions_are_left_alone(founding: Workspace) -> None:
    assert founding.find("智能工厂对设备运维有什么要求").sentences[0].text.startswith("省级智能工厂在")


@pytest.mark.parametrize(
    "question",
    [
        "What must a smart factory do about equipment maintenance?",
        "Is an enterprise brain required for a digital workshop?",
        "How many clauses does the future factory have in the graded requirements?",
        "Compare production scheduling across all tiers",
        "Which systems does the smart factory require?",
    ],
)
def test_what_the_english_says_is_not_said_again_in_chinese(founding: Workspace, question: str) -> None:
    answer = founding.find(question)
    composed = [one.text for one in answer.sentences if one.origin == "composed"]
    assert composed and not any("。" in one for one in composed)
    assert answer.verified and all(one in answer.answer for one in composed)


def test_a_chinese_sentence_that_says_more_stays(founding: Workspace) -> None:
    answer = founding.find("How much must a Pujiang future factory invest?")
    english, chinese = answer.sentences[:2]
    assert english.origin == chinese.origin == "composed" and "项目总投资" in chinese.text and answer.verified


def test_headings_and_remarks_are_english_with_the_chinese_names(founding: Workspace) -> None:
    answer = founding.find("What must a smart factory do about equipment maintenance?")
    assert [one.heading for one in answer.sections if one.heading] == [
        "The tier that it builds on (基础): 省级数字化车间"
    ]
    notes = [line for line in answer.answer.splitlines() if line.startswith("> ")]
    assert len(notes) >= 3 and not any("。" in note for note in notes)
    assert any("names no document" in note and "《浙江省“未来工厂”分级建设要求》" in note for note in notes)


def test_a_remark_of_no_known_form_is_left_as_it_is() -> None:
    assert noted("“设背”按“设备”理解。") == "“设背” is read as “设备”."
    assert noted("别的话。") == "别的话。" and noted("") == ""


@pytest.mark.parametrize(
    ("value", "upper", "unit", "said"),
    [
        (500.0, None, "万元", "at least CNY 5 million (500 万元)"),
        (1.2, None, "亿元", "at least CNY 120 million (1.2 亿元)"),
        (30.0, None, "万元", "at least CNY 300,000 (30 万元)"),
        (15.0, 30.0, "亿元", "at least CNY 1.5 billion to 3 billion (15–30 亿元)"),
    ],
)
def test_money_is_told_in_yuan(value: float, upper: float | None, unit: str, said: str) -> None:
    clause = row("x", f"不低于{value:g}{unit}")
    result = {"kind": "quantity", "value": value, "value_max": upper, "unit": unit, "comparator": ">="}
    told = Section(said=(Sentence("原文写明数额。", "composed", ("x",)),), quoted=(clause,))
    finding = in_english(frame("How much?", language="en"), Finding("answered", (told,), result=result))
    assert finding.sections[0].said[0].text == f"{said}."


def test_a_document_beside_another_is_counted_in_english_by_its_title() -> None:
    clause = row(
        "x", "建立能源管理系统", forces=("none",), tier=None, tier_label=None, subdomain=None, subdomain_no=None
    )
    said = Sentence("《某县实施方案》该主题下 1 条：无规范用词 1 条。", "composed", (clause.id,))
    lead = Section(said=(Sentence("并列如下。", "composed", (clause.id,)),), quoted=(clause,))
    beside = Section("《某县实施方案》", (said,), (clause,))
    told = in_english(
        frame("Compare", language="en"), Finding("answered", (lead, beside), result={"kind": "comparison"})
    )
    assert [one.text for one in told.sections[1].said] == ["《某县实施方案》: 1 clause quoted below."]
    assert told.sections[0].said[1].text == "并列如下。"


def test_an_empty_cell_is_said_to_be_empty() -> None:
    cell = row("x", "/", kind="not_required", forces=("none",))
    lead = Sentence(f"{cell.tier_label or ''}不做要求：原表该格为“/”。", "composed", (cell.id,))
    finding = Finding("answered", (Section(said=(lead,), quoted=(cell,)),), result={"kind": "clauses", "ids": ["x"]})
    (told,) = in_english(frame("Is it required?", language="en"), finding).sections
    assert any("not required (不做要求)" in one.text for one in told.said)
