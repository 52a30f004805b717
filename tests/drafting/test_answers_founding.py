"""Answers over the founding texts: known facts of them, and what holds of every answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from app.assembly import Workspace
from drafting.answer import Answer
from drafting.rendering import escape
from tests.app import contract


def answer_to(founding: Workspace, question: str) -> Answer:
    return founding.find(question)


@pytest.mark.parametrize(
    ("question", "status", "result"),
    [
        (
            "省级智能工厂在设备运维方面有什么要求",
            "answered",
            {"kind": "clauses", "ids": ["zj-graded/19/smart-factory/a", "zj-graded/19/smart-factory/b"]},
        ),
        ("数字化车间要不要做柔性化制造", "not_required", {"kind": "clauses", "ids": ["zj-graded/32/digital-workshop"]}),
        ("未来工厂一共有多少条要求", "answered", {"kind": "count", "value": 111}),
        ("省级数字化车间有多少条要求", "answered", {"kind": "count", "value": 47}),
        ("省级智能工厂共有多少个能力子域", "answered", {"kind": "count", "value": 34}),
        ("省级数字化车间涉及几个能力域", "answered", {"kind": "count", "value": 8}),
        ("省级数字化车间有多少个“/”单元格", "answered", {"kind": "count", "value": 20}),
        (
            "分级建设要求有哪几个等级",
            "answered",
            {"kind": "set", "items": ["省级数字化车间", "省级智能工厂", "未来工厂"]},
        ),
        ("浦江申报有几个步骤", "answered", {"kind": "count", "value": 6}),
        ("建设导则有多少个术语", "answered", {"kind": "count", "value": 11}),
    ],
)
def test_facts_of_the_texts(founding: Workspace, question: str, status: str, result: dict[str, Any]) -> None:
    answer = answer_to(founding, question)
    assert answer.status == status and answer.result == result


@pytest.mark.parametrize(
    ("question", "value", "unit", "document"),
    [
        ("浦江数字工厂项目总投资不低于多少", 500, "万元", "pujiang-plan"),
        ("浦江智能工厂的建设周期不能超过几年", 2, "年", "pujiang-plan"),
    ],
)
def test_figures_of_the_texts(founding: Workspace, question: str, value: int, unit: str, document: str) -> None:
    answer = answer_to(founding, question)
    assert answer.result is not None and answer.result["kind"] == "quantity"
    assert (answer.result["value"], answer.result["unit"]) == (value, unit)
    assert {clause.document for clause in answer.citations} == {document}


def test_an_abbreviation_is_told_by_the_guideline(founding: Workspace) -> None:
    answer = answer_to(founding, "MES的全称是什么")
    assert answer.result is not None and answer.result["kind"] == "definition"
    assert "制造执行系统" in answer.result["definition"]
    assert [clause.kind for clause in answer.citations] == ["abbreviation"]


def test_two_documents_are_compared(founding: Workspace) -> None:
    answer = answer_to(founding, "分级建设要求和建设导则对设备运维的要求有什么区别")
    assert answer.result is not None and answer.result["kind"] == "comparison"
    assert [side["target"] for side in answer.result["sides"]] == ["zj-graded", "zj-guideline"]
    assert {row["relation"] for row in answer.result["rows"]} >= {"equal", "overlaps"}


def test_an_english_question_keeps_the_chinese_names(founding: Workspace) -> None:
    answer = answer_to(founding, "What does a smart factory have to do for equipment maintenance?")
    assert answer.result == {
        "kind": "clauses",
        "ids": ["zj-graded/19/smart-factory/a", "zj-graded/19/smart-factory/b"],
    }
    assert "设备运维" in answer.answer and "应 shall" in answer.answer


@pytest.fixture(scope="module")
def answers(founding: Workspace) -> list[Answer]:
    lines = (files("evals") / "questions" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [founding.find(json.loads(line)["question"]) for line in lines]


def result_ids(result: Any) -> Iterator[str]:
    """Every clause id of a structured answer, however deep."""
    if isinstance(result, dict):
        for key, value in result.items():
            if key in ("ids", "id"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from result_ids(value)
    elif isinstance(result, list):
        for value in result:
            yield from result_ids(value)


def test_every_sentence_cites_a_clause_that_is_there(founding: Workspace, answers: list[Answer]) -> None:
    for answer in answers:
        cited = {clause.id for clause in answer.citations}
        for sentence in answer.sentences:
            assert sentence.citations, answer.question
            assert set(sentence.citations) <= set(founding.shelf.by_id), answer.question
            assert set(sentence.citations) <= cited, answer.question


def test_every_quotation_stands_in_its_clause_and_that_in_its_text(founding: Workspace, answers: list[Answer]) -> None:
    sources = {document.meta.id: document.text for document in founding.documents}
    for answer in answers:
        for clause in answer.citations:
            assert sources[clause.document][clause.start : clause.end] == clause.text
        for sentence in answer.sentences:
            if sentence.origin == "quoted":
                (cited,) = [founding.shelf.by_id[one] for one in sentence.citations]
                assert sentence.text == cited.plain, answer.question


def test_every_sentence_stands_in_the_answer_that_a_person_reads(answers: list[Answer]) -> None:
    for answer in answers:
        shown = answer.answer
        for sentence in answer.sentences:
            assert escape(sentence.text) in shown or sentence.origin == "quoted", answer.question
        for section in answer.sections:
            for clause in section.quoted:
                assert escape(clause.plain) in shown, answer.question


def test_every_clause_of_a_result_is_there(founding: Workspace, answers: list[Answer]) -> None:
    for answer in answers:
        if answer.result is not None:
            assert set(result_ids(dict(answer.result))) <= set(founding.shelf.by_id), answer.question


def test_a_refusal_states_nothing(answers: list[Answer]) -> None:
    refused = [answer for answer in answers if answer.status == "refused"]
    assert refused
    for answer in refused:
        assert answer.refusal is not None and answer.refusal.message and answer.refusal.reason in contract.REASONS
        assert (answer.sentences, answer.citations, answer.result) == ((), (), None), answer.question


def test_what_is_not_refused_rests_on_clauses(answers: list[Answer]) -> None:
    for answer in answers:
        if answer.status != "refused":
            assert answer.refusal is None and answer.sentences and answer.citations, answer.question
            assert answer.verified and answer.answer, answer.question
        assert bool(answer.corrections) is (answer.status == "corrected"), answer.question


def test_every_answer_has_the_keys_of_the_contract(answers: list[Answer]) -> None:
    for answer in answers:
        value = json.loads(json.dumps(answer.to_json(), ensure_ascii=False))
        assert set(value) >= contract.ANSWER and value["status"] in contract.STATUSES
        assert all(set(one) == contract.SENTENCE and one["origin"] in contract.ORIGINS for one in value["sentences"])
        assert all(set(one) >= contract.CITATION for one in value["citations"])
        if value["result"] is not None:
            assert contract.RESULTS[value["result"]["kind"]] <= set(value["result"]), answer.question
