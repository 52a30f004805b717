"""Each point of a judgement, right and wrong."""

from __future__ import annotations

from typing import Any

import pytest

from evals.anchors import Place
from evals.judging import Judgement, judge, same_result
from evals.question import Question
from tests.evals.fake_system import CLAUSES, answer

ANCHORS = [[Place("small", CLAUSES[1].start, CLAUSES[1].end - 1)], [Place("small", CLAUSES[2].start, CLAUSES[2].end)]]


def _question(**changes: Any) -> Question:
    return Question.model_validate({"id": "a", "question": "问", "kind": "lookup", "status": "answered", **changes})


def _judge(question: Question, shown: dict[str, Any]) -> Judgement:
    return judge(question, ANCHORS, shown)


def test_a_right_answer_is_wholly_right() -> None:
    shown = answer("answered", "设备应联网", CLAUSES[1])
    assert _judge(_question(must=["联网"]), shown).right


def test_one_wrong_point_is_enough_and_is_named() -> None:
    question = _question(must=["联网"], result={"kind": "count", "value": 1})
    wrong = _judge(question, answer("refused", "条码", CLAUSES[0], result={"kind": "count", "value": 2}))
    assert not wrong.right
    assert wrong.wrong_points == ("status", "words", "citation", "result")


def test_words_are_compared_by_meaningful_characters() -> None:
    shown = answer("answered", "ＭＥＳ 不低于 30 %", CLAUSES[1])
    assert _judge(_question(must=["mes", "不低于30%", "没有|30"]), shown).words
    assert not _judge(_question(must=["40|50"]), shown).words
    assert not _judge(_question(must_not=["mes"]), shown).words


def test_all_means_every_anchor() -> None:
    question = _question(cite="all")
    assert not _judge(question, answer("answered", "", CLAUSES[1])).citation
    assert _judge(question, answer("answered", "", CLAUSES[1], CLAUSES[2])).citation


def test_a_refusal_needs_no_citation_and_its_reason_is_told_apart() -> None:
    question = _question(status="refused", kind="absent", reason="not_in_sources")
    found = _judge(question, answer("refused", "文本没有说", reason="out_of_scope"))
    assert found.right and found.citation is None and found.reason is False


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ({"kind": "count", "value": 3}, {"kind": "count", "value": 3}, True),
        ({"kind": "count", "value": 3}, None, False),
        ({"kind": "count", "value": 3}, {"kind": "set", "items": ["a", "b", "c"]}, False),
        ({"kind": "clauses", "ids": ["a", "b"]}, {"kind": "clauses", "ids": ["b", "a"]}, True),
        ({"kind": "clauses", "ids": ["a"]}, {"kind": "clauses", "ids": ["a", "b"]}, False),
        (
            {"kind": "set", "items": ["甲", "乙"]},
            {"kind": "set", "items": [{"no": 1, "name": "乙"}, {"name": "甲"}]},
            True,
        ),
        ({"kind": "set", "items": ["甲", "乙"]}, {"kind": "set", "items": ["甲"]}, False),
        ({"kind": "set", "items": ["甲"]}, {"kind": "set", "items": ["甲", "丙"]}, False),
    ],
)
def test_results_are_the_same_when_they_say_the_same(wanted: dict[str, Any], found: object, same: bool) -> None:
    assert same_result(wanted, found) is same


def test_a_quantity_may_leave_out_the_currency() -> None:
    wanted = {"kind": "quantity", "value": 500, "unit": "万元", "comparator": ">="}
    assert same_result(wanted, {**wanted, "unit": "万", "value": 500.0})
    assert not same_result(wanted, {**wanted, "comparator": "<="})
