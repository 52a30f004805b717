"""Questions in English get their conclusion in English, the Chinese names beside."""

from __future__ import annotations

import pytest

from app.assembly import Workspace


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What must a smart factory do about equipment maintenance?", "(设备运维): 2 clauses quoted below"),
        ("Is an enterprise brain required for a digital workshop?", "not required (不做要求)"),
        ("How many clauses does the future factory have in the graded requirements?", "111 in all"),
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
