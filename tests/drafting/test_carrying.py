"""Limits go on with follow-ups as long as these do not name something else."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from drafting.answering import Limits
from drafting.carrying import NO_LIMITS, carried, find_within, limited
from drafting.conversation import Conversation
from drafting.transcripts.transcript import transcript
from retrieval.frame import QueryFrame

ALL = Limits("one", "low", "设备运维", "MES")
EARLIER = QueryFrame("q", "q", "zh", documents=("one",))


@pytest.mark.parametrize(
    ("now", "kept"),
    [
        ({}, ALL),
        ({"tiers": ("high",)}, Limits("one", None, "设备运维", "MES")),
        ({"documents": ("two",)}, Limits(None, None, "设备运维", "MES")),
        ({"subdomains": ("19",)}, Limits("one", "low", None, "MES")),
        ({"systems": ("ERP",)}, Limits("one", "low", "设备运维", None)),
    ],
)
def test_a_limit_ends_where_the_follow_up_names_another(now: dict[str, tuple[str, ...]], kept: Limits) -> None:
    documents = now.get("documents", EARLIER.documents)
    frame = QueryFrame("q", "q", "zh", **{**now, "documents": documents})  # type: ignore[arg-type]
    assert carried(ALL, EARLIER, frame, QueryFrame("q", "q", "zh")) == kept


def test_a_limit_ends_where_the_follow_up_names_what_the_words_before_it_named() -> None:
    words = QueryFrame("q", "q", "zh", documents=("one",), tiers=("high",))
    own = QueryFrame("q", "q", "zh", tiers=("high",))
    assert carried(ALL, words, words, own) == Limits("one", None, "设备运维", "MES")
    assert carried(ALL, words, words, QueryFrame("q", "q", "zh", tiers=("high",), guessed=("tiers",))) == ALL


def test_another_document_ends_the_limit_to_a_tier() -> None:
    assert limited(ALL, "document", "two") == Limits("two", None, "设备运维", "MES")
    assert limited(ALL, "system", None) == Limits("one", "low", "设备运维", None)


def test_a_conversation_keeps_its_limits_until_they_are_named(founding: Workspace) -> None:
    asked = founding.conversing.find("设备运维有什么要求", Conversation(), Limits(tier="future-factory"))
    parts = founding.conversing, founding.answerer
    limits = Limits(tier="future-factory")
    reply, kept = find_within(*parts, "计划调度呢", asked.conversation, limits)
    assert kept == limits and reply.answer.frame.tiers == ("future-factory",)
    reply, kept = find_within(*parts, "那数字化车间呢", asked.conversation, limits)
    assert kept == NO_LIMITS and reply.answer.frame.tiers == ("digital-workshop",)
    reply, kept = find_within(*parts, "浦江智能工厂的总投资要达到多少", asked.conversation, limits)
    assert kept == NO_LIMITS and reply.turn.relation == "alone"


def test_what_was_chosen_is_told_with_each_answer_that_it_holds_for(founding: Workspace) -> None:
    chosen = Limits(tier="digital-workshop", subdomain="质量管控", system="MES", document="zj-graded")
    assert founding.answerer.named(chosen)[1:] == ("省级数字化车间", "质量管控", "MES")
    assert founding.answerer.named(chosen)[0] == f"《{founding.shelf.titles['zj-graded']}》"
    assert founding.answerer.named(NO_LIMITS) == ()
    limits = Limits(tier="digital-workshop")
    asked = founding.conversing.find("未来工厂对设备运维有什么要求", Conversation(), limits)
    remark = "按所选回答：省级数字化车间（以此为准）。"
    assert asked.turn.remarks == (remark,) and remark in asked.answer.answer
    parts = founding.conversing, founding.answerer
    reply, _ = find_within(*parts, "质量管控呢", asked.conversation, limits)
    assert reply.turn.remarks == ("接上一问，按“未来工厂对质量管控有什么要求”理解。", remark)
    (entry,) = transcript([(reply, "")], founding.shelf.documents).entries
    assert entry.taken == reply.turn.remarks
    reply, _ = find_within(*parts, "那智能工厂呢", reply.conversation, limits)
    assert not any("按所选" in one for one in reply.turn.remarks)


def test_a_chosen_system_takes_the_place_of_the_one_named(founding: Workspace) -> None:
    assert founding.answerer.understand("MES要满足什么", Limits(system="ERP")).systems == ("ERP",)
