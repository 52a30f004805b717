"""From a question to an answer: what the model may add, and what becomes of a draft that is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.assembly import Workspace
from drafting.answering import NOT_INSTALLED, Limits, subject_of
from drafting.generator import Missing, Silent
from drafting.rendering import escape
from tests.drafting.generators import Scripted, Slow
from tests.drafting.made_up import BY_ID

QUESTION = "智能工厂对设备运维有什么要求"
CELL = ("zj-graded/19/smart-factory/a", "zj-graded/19/smart-factory/b")


def test_a_good_draft_becomes_a_sentence_that_cites_its_clauses(founding: Workspace) -> None:
    answer = founding.ask(QUESTION, Scripted("实现设备联网。", "构建故障知识库。"))
    (written,) = [one for one in answer.sentences if one.origin == "generated"]
    assert written.text == "省级智能工厂在设备运维方面应实现设备联网；应构建故障知识库。"
    assert written.citations == CELL
    assert (answer.generator, answer.verified, answer.rejected_drafts) == ("scripted", True, 0)
    # The conclusion comes first, the model's sentence next, then each clause word for word.
    assert [one.origin for one in answer.sentences[:2]] == ["composed", "generated"]
    assert answer.answer.index(written.text) < answer.answer.index("点巡检")


@pytest.mark.parametrize(
    "draft",
    [
        "部署SAP系统。",
        "实现设备联网率100%。",
        "建设未来工厂的设备联网。",
        "不开展设备联网。",
        "应当实现设备联网。",
        "实现设备联网",
        "",
        "按照2019年国家标准实现设备联网。",
    ],
)
def test_a_bad_draft_is_counted_and_never_shown(founding: Workspace, draft: str) -> None:
    answer = founding.ask(QUESTION, Scripted(draft))
    found = founding.find(QUESTION)
    assert answer.rejected_drafts == len(answer.rejections) > 0
    assert not any(one.origin == "generated" for one in answer.sentences)
    assert answer.sentences == found.sentences and answer.answer == found.answer
    assert answer.status == "answered" and answer.result == found.result and answer.generator == "scripted"


def test_a_good_clause_stands_where_another_fails(founding: Workspace) -> None:
    answer = founding.ask(QUESTION, Scripted("实现设备联网。", "部署SAP系统。", "部署SAP系统。"))
    (written,) = [one for one in answer.sentences if one.origin == "generated"]
    assert "SAP" not in answer.answer and written.citations == CELL[:1] and answer.rejected_drafts > 0


def test_without_a_model_the_answer_says_so(founding: Workspace) -> None:
    missing = Missing("bundled", "model library", "it is not installed", "Install it")
    answer = founding.ask(QUESTION, missing)
    assert escape(NOT_INSTALLED) in answer.answer and answer.generator is None
    assert answer.sentences == founding.find(QUESTION).sentences
    other = founding.ask(QUESTION, replace(missing, name="gguf:x"))
    assert "model library: it is not installed. Install it." in other.answer


def test_by_choice_without_a_model_nothing_is_remarked(founding: Workspace) -> None:
    answer = founding.ask(QUESTION, Silent())
    assert answer.answer == founding.find(QUESTION).answer and answer.generator is None


def test_a_model_that_is_too_slow_costs_its_sentence_only(founding: Workspace) -> None:
    slow = Slow()
    answer = founding.ask(QUESTION, slow)
    assert slow.asked == 1 and "it was not done in" in answer.answer
    assert answer.status == "answered" and answer.rejected_drafts == 0
    assert not any(one.origin == "generated" for one in answer.sentences)


def test_the_model_is_given_what_is_left_of_the_deadline(founding: Workspace) -> None:
    model = Scripted("实现设备联网。", "构建故障知识库。")
    founding.answerer.write(founding.find(QUESTION), model, deadline_s=3.0)
    assert model.deadlines and 3.0 >= model.deadlines[0] >= model.deadlines[-1] > 0


@pytest.mark.parametrize(
    "question",
    [
        "智能工厂一共有多少条要求",
        "未来工厂有哪些能力域",
        "浦江智能工厂的总投资要达到多少",
        "宫保鸡丁怎么做",
    ],
)
def test_what_speaks_for_itself_gets_no_sentence(founding: Workspace, question: str) -> None:
    model = Scripted("实现设备联网。")
    answer = founding.ask(question, model)
    assert model.deadlines == [] and not any(one.origin == "generated" for one in answer.sentences)


def test_limits_outrank_the_words(founding: Workspace) -> None:
    frame = founding.answerer.understand("智能工厂的总投资", Limits(document="pujiang-plan"))
    assert frame.documents == ("pujiang-plan",) and frame.documents_named
    assert frame.tracks == ("智能工厂",) and frame.tiers == ()
    frame = founding.answerer.understand("设备运维", Limits(tier="future-factory"))
    assert frame.tiers == ("future-factory",) and frame.documents == ("zj-graded",)
    frame = founding.answerer.understand("有什么要求", Limits(subdomain="设备运维", system="MES"))
    assert (frame.subdomains, frame.systems) == (("19",), ("MES",))


def test_who_a_sentence_speaks_of() -> None:
    assert subject_of([BY_ID["scheme/19/smart-factory/a"]]) == "省级智能工厂在设备运维方面"
    assert subject_of([BY_ID["plan/threshold/数字工厂"]]) == "数字工厂"
    assert subject_of([BY_ID["scheme/gloss"]]) == "“建设要求”部分"
