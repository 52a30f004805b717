"""Answers over the founding texts that touch the national level: status, keys, and how a page shows them."""

from __future__ import annotations

import json
from html import escape
from typing import Any

import pytest

from app.assembly import Workspace
from app.web.asking.answer_html import asides_html
from drafting.answer import Answer, Aside, Line
from tests.app import contract
from tests.app.html_text import texts

ON_A_SUBDOMAIN = "智能工厂对设备运维有什么要求"
ANSWERED = (
    "国家典型场景“设备故障诊断与预测”对应浙江哪些要求",
    "国家场景里的“能源智能管控”，省级智能工厂要做到什么",
    "成熟度模型的设备管理对应浙江哪些要求",
    "Which Zhejiang requirements serve the national scenario intelligent energy management and control?",
)
REFUSED = (
    "设备运维对应国家的哪个场景",
    "设备运维对应成熟度模型哪个能力域",
    "省级智能工厂相当于国家哪一级",
    "浦江的智能工厂相当于国家哪一级",
    "40个场景里哪些浙江没有要求",
    "省级智能工厂的要求覆盖了国家哪些典型场景",
    "国家40个典型场景有哪些",
    "国家先进级智能工厂有什么条件",
    "制造精益级相当于国家哪一级",
    "能力映射表里设备运维对应哪个场景",
    "省级智能工厂要求通过智能制造能力成熟度评估吗",
    "达到省级智能工厂后能直接申报国家先进级吗",
    "分级要求规定设备运维就是国家场景“设备运行监控”，对吧",
    "Which national scenario does equipment maintenance map to?",
    "Which national tier does the provincial smart factory correspond to?",
)
UNTOUCHED = (
    "未来工厂一共有多少条要求",
    "什么是企业大脑",
    "浦江数字工厂项目总投资不低于多少",
    "数字化车间要做柔性化制造吗",
)


def told(answer: Answer) -> str:
    return "\n".join(line for aside in answer.asides for line in (aside.title, *(one.whole for one in aside.lines)))


def json_of(answer: Answer) -> dict[str, Any]:
    value = json.loads(json.dumps(answer.to_json(), ensure_ascii=False))
    assert set(value) >= contract.ANSWER | {"national"}
    return dict(value)


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_for_the_requirements_of_a_scenario_quotes_them(founding: Workspace, question: str) -> None:
    answer = founding.find(question)
    assert answer.status == "answered" and answer.verified and answer.citations
    assert answer.result is not None and answer.result["kind"] == "clauses"
    assert set(answer.result["ids"]) == {clause.id for clause in answer.citations}
    assert all(row["status"] == "proposed" for row in json_of(answer)["national"])
    # The proposal is said before the clauses, so that nobody takes the pairing for the text's.
    assert answer.asides[0].leads and answer.answer.index(answer.asides[0].title[:8]) < answer.answer.index("- 〔")


@pytest.mark.parametrize("question", REFUSED)
def test_a_pairing_that_no_text_states_is_refused(founding: Workspace, question: str) -> None:
    answer = founding.find(question)
    assert answer.status == "refused" and answer.refusal is not None and answer.refusal.reason == "not_in_sources"
    assert answer.result is None and answer.asides and json_of(answer)["national"] is not None
    assert all(
        "非官方" in one.title or "not official" in one.title or "not the official" in one.title for one in answer.asides
    )


@pytest.mark.parametrize("question", [*ANSWERED, *REFUSED, ON_A_SUBDOMAIN])
def test_a_remark_is_never_a_sentence(founding: Workspace, question: str) -> None:
    answer = founding.find(question)
    said = " ".join(sentence.text for sentence in answer.sentences if sentence.origin != "quoted")
    assert "推定" not in said and "Proposed" not in said and "把握" not in said
    assert not any(line.reason and line.reason in said for aside in answer.asides for line in aside.lines)
    for sentence in answer.sentences:
        assert sentence.citations and set(sentence.citations) <= {clause.id for clause in answer.citations}


def test_what_the_text_says_of_the_national_tiers_is_quoted(founding: Workspace) -> None:
    for question in ("省级智能工厂相当于国家哪一级", "分级建设要求能为国家领航级智能工厂建设提供指引吗"):
        answer = founding.find(question)
        assert "可为国家基础级、先进级、卓越级和领航级智能工厂建设提供指引" in answer.sentences[0].text
        assert "提供指引" in answer.citations[0].plain
    assert founding.find("分级建设要求能为国家领航级智能工厂建设提供指引吗").status == "answered"


def test_a_subdomain_shows_its_closest_scenarios_after_the_clauses(founding: Workspace) -> None:
    answer = founding.find(ON_A_SUBDOMAIN)
    rows = json_of(answer)["national"]
    assert 0 < len(rows) <= 3
    assert {"object", "object_label", "predicate", "confidence", "status", "rationale"} <= set(rows[0])
    assert {row["subject"] for row in rows} == {"capability:19"}
    assert all(row["object_label"] in answer.answer for row in rows)
    assert answer.answer.index("> 推定") > answer.answer.rindex("- 〔")
    # In one line, which says how close and how sure; the reasons stand in the JSON and where the line says.
    (line,) = [line for line in answer.answer.splitlines() if line.startswith("> 推定（非官方，文本未写明）")]
    assert "较窄的有 28 设备故障诊断与预测" in line and "把握 0.85" in line and "map --subdomain 设备运维" in line
    assert all(row["rationale"] and row["rationale"] not in answer.answer for row in rows)
    asked_for = founding.find("设备运维对应国家的哪个场景")
    assert all(row["rationale"] in asked_for.answer for row in json_of(asked_for)["national"])


@pytest.mark.parametrize("question", UNTOUCHED)
def test_where_it_would_be_noise_nothing_is_said(founding: Workspace, question: str) -> None:
    answer = founding.find(question)
    assert answer.asides == () and json_of(answer)["national"] == [] and "推定（" not in answer.answer


def test_english_questions_get_english_remarks_with_the_chinese_names(founding: Workspace) -> None:
    answer = founding.find("Which national scenario does equipment maintenance map to?")
    assert told(answer).startswith("Proposed, not official: national scenarios for equipment operation and maintenance")
    assert "(设备故障诊断与预测) (confidence " in told(answer)
    known = founding.find("What are the conditions of the national advanced-level smart factory?")
    assert "Level 2 or higher under GB/T 39116-2020 (trust A)" in told(known)


def test_another_provinces_tiers_are_not_told_of(founding: Workspace) -> None:
    answer = founding.find("江苏的智能工厂相当于国家哪一级")
    assert answer.status == "refused" and answer.asides == ()


def test_a_page_shows_what_is_proposed_apart(founding: Workspace) -> None:
    answer = founding.find(ON_A_SUBDOMAIN)
    shown = asides_html(answer.asides)
    (box,) = texts(shown, "gb-aside")
    assert box.startswith("推定（非官方，文本未写明）") and escape(answer.asides[0].lines[0].reason) in shown
    assert shown.count("<summary>") == 1 and f"<summary>{escape(answer.asides[0].brief)}</summary>" in shown
    asked_for = founding.find("设备运维对应国家的哪个场景")
    assert "<summary>" not in asides_html(asked_for.asides)
    hostile = asides_html((Aside("<b>", (Line("<i>", "<script>"),)),))
    assert "<b>" not in hostile and "<i>" not in hostile and "<script>" not in hostile
