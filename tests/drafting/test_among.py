"""Follow-ups that keep to the clauses quoted, or choose among the things listed, by the answer before."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from drafting.conversation import Conversation, Conversing, Reply

ITEM = "广西离散型智能制造模式第5条讲什么"
TYPES = "四种建设类型是哪几种"


@pytest.fixture
def conversing(founding: Workspace) -> Conversing:
    return founding.conversing


def last(conversing: Conversing, *questions: str) -> Reply:
    reply = conversing.find(questions[0], Conversation())
    for question in questions[1:]:
        reply = conversing.find(question, reply.conversation)
    return reply


def test_the_systems_of_an_item_are_those_that_it_names(conversing: Conversing) -> None:
    answer = last(conversing, ITEM, "提到了哪些系统？").answer
    assert answer.result == {"kind": "set", "items": ["MES", "ERP"]} and answer.verified
    assert [one.id for one in answer.citations] == ["guangxi-modes/2.1/5"]


def test_an_item_without_technologies_is_said_to_name_none(conversing: Conversing) -> None:
    answer = last(conversing, "广西远程运维服务模式第5条讲什么", "用到了哪些技术？").answer
    assert answer.result == {"kind": "set", "items": []} and answer.verified
    assert "没有提到技术" in answer.sentences[0].text


def test_what_the_question_says_narrows_the_clauses_quoted(conversing: Conversing) -> None:
    answer = last(conversing, "广西远程运维服务模式有哪些要素？", "其中要求和哪些系统集成？").answer
    assert [one.id for one in answer.citations] == ["guangxi-modes/2.5/3"]


def test_a_tier_without_such_clauses_is_said_to_have_none(conversing: Conversing) -> None:
    reply = last(conversing, "数字化车间对设备运维有什么要求", "再往上一级呢？", "其中有宜的吗？")
    assert reply.answer.frame.tiers == ("smart-factory",) and reply.answer.frame.forces == ("should",)
    assert "没有用“宜”的" in reply.answer.sentences[0].text and reply.answer.verified


def test_a_count_is_made_within_the_question_in_full(conversing: Conversing) -> None:
    answer = last(conversing, "未来工厂有几条要求", "其中宜的有几条").answer
    assert answer.result is not None and answer.result["kind"] == "count" and answer.query == "count"


def test_there_is_no_tier_above_the_highest(conversing: Conversing) -> None:
    reply = last(conversing, "未来工厂对设备运维有什么要求", "再往上一级呢？")
    assert "没有再往上的" in reply.turn.remarks[0] and reply.turn.remarks[0] in reply.answer.answer


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("哪一种适合带动供应链的龙头企业？", "协同共生链主型"),
        ("哪个适合做技术攻关的企业？", "创新突破领航型"),
        ("Which one suits a company that leads a supply chain?", "协同共生链主型"),
    ],
)
def test_which_one_is_the_thing_listed_whose_clauses_lie_nearest(
    conversing: Conversing, question: str, first: str
) -> None:
    reply = last(conversing, TYPES, question)
    answer = reply.answer
    assert answer.result == {"kind": "set", "items": [first]} and answer.verified
    assert {one.track for one in answer.sections[0].quoted} == {first}
    assert len({one.track for one in answer.citations}) == 4
    assert answer.frame.language == ("en" if question.isascii() else "zh")
    assert len(reply.turn.listed) == 4  # a further choice is made among the same things


@pytest.mark.parametrize("question", ["它有什么要求？", "那种有什么要求", "What does that one require?"])
def test_what_was_chosen_can_be_pointed_at(conversing: Conversing, question: str) -> None:
    reply = last(conversing, TYPES, "哪个适合链主企业？", question)
    assert reply.answer.frame.tracks == ("协同共生链主型",) and reply.answer.verified
    assert {one.track for one in reply.answer.citations} == {"协同共生链主型"}


def test_a_choice_that_no_text_speaks_of_is_refused(conversing: Conversing) -> None:
    answer = last(conversing, TYPES, "哪个好吃？").answer
    assert answer.status == "refused" and answer.refusal is not None and not answer.citations


def test_among_domains_too_the_nearest_is_chosen(conversing: Conversing) -> None:
    answer = last(conversing, "未来工厂有哪些能力域", "哪个讲环保？").answer
    assert answer.result == {"kind": "set", "items": ["绿色化制造"]} and answer.verified


@pytest.mark.parametrize("question", ["哪一类不要求最低投资额", "哪一类的投资最高"])
def test_likeness_decides_on_no_denial_and_on_nothing_measured(conversing: Conversing, question: str) -> None:
    assert last(conversing, "浦江的项目有哪几类", question).answer.query != "choice"


def test_the_systems_of_the_clauses_quoted_are_told_where_the_answer_only_quotes(conversing: Conversing) -> None:
    answer = last(conversing, "数字化车间在数据底座上有什么要求", "里面提到什么系统").answer
    assert answer.query == "among" and answer.verified
    assert [one.id for one in answer.citations] == ["zj-graded/10/digital-workshop/c"]


def test_the_like_elsewhere_is_asked_of_the_other_documents(conversing: Conversing) -> None:
    reply = last(conversing, "智能工厂对设备运维有什么要求", "其他文件有没有类似的？")
    assert {one.document for one in reply.answer.citations} >= {"zj-guideline", "pujiang-plan"}
    assert "zj-graded" not in {one.document for one in reply.answer.citations}
    assert reply.turn.understood_as in reply.turn.remarks[0]
