"""What is offered to be asked next is answered, and otherwise than what was asked."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from drafting.carrying import NO_LIMITS, find_within
from drafting.conversation import Conversation
from drafting.offers import MOST_OFFERED, Offers


def offered(founding: Workspace, question: str) -> tuple[str, ...]:
    reply = founding.conversing.find(question, Conversation())
    return tuple(Offers(founding.conversing, founding.answerer, founding.shelf).after(reply, NO_LIMITS))


@pytest.mark.parametrize(
    "question",
    ["数字化车间对质量管控有什么要求", "企业大脑是什么", "设备运维有什么要求", "有多少条应", "MES要满足什么"],
)
def test_each_offer_is_answered_as_a_follow_up(founding: Workspace, question: str) -> None:
    first = founding.conversing.find(question, Conversation())
    offers = offered(founding, question)
    assert 1 <= len(offers) <= MOST_OFFERED
    for one in offers:
        reply, _ = find_within(founding.conversing, founding.answerer, one, first.conversation, NO_LIMITS)
        assert reply.turn.relation == "continued" and reply.answer.citations
        assert reply.answer.sections[0].said[0].text != first.answer.sections[0].said[0].text


def test_the_next_tier_is_offered_and_the_one_below_at_the_top(founding: Workspace) -> None:
    assert "那未来工厂呢" in offered(founding, "智能工厂对设备运维有什么要求")
    assert "那省级智能工厂呢" in offered(founding, "未来工厂对设备运维有什么要求")


def test_a_force_is_offered_only_where_there_is_another(founding: Workspace) -> None:
    assert "其中有宜的吗" in offered(founding, "数字化车间对质量管控有什么要求")
    assert "其中有宜的吗" not in offered(founding, "智能工厂对设备运维有什么要求")


def test_nothing_is_offered_after_a_refusal(founding: Workspace) -> None:
    assert offered(founding, "评上省级智能工厂能拿多少补贴") == ()


def test_a_search_that_is_given_up_ends_before_the_next_is_tried(founding: Workspace) -> None:
    reply = founding.conversing.find("智能工厂对设备运维有什么要求", Conversation())
    tried: list[int] = []

    def once() -> None:
        tried.append(1)
        if len(tried) > 1:
            raise InterruptedError

    found = Offers(founding.conversing, founding.answerer, founding.shelf).after(reply, NO_LIMITS, once)
    assert next(found) == "那未来工厂呢"
    with pytest.raises(InterruptedError):
        next(found)
