"""What a question's own words say before any name in it is looked up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.spelling import Respelling
from retrieval.worded import worded


def test_a_question_in_everyday_words() -> None:
    text = "车间那一级,那几家合着干算哪种模式"
    frame = worded("车间那一级，那几家合着干算哪种模式", Respelling(text, ()))
    assert frame.text == "车间级,那数家合着干算哪种模式"
    assert frame.question == frame.spelt == "车间那一级，那几家合着干算哪种模式"
    assert (frame.language, frame.intent, frame.premise, frame.notes) == ("zh", "lookup", False, ())


def test_what_was_respelt_is_said() -> None:
    frame = worded("青田线怎么报", Respelling("青田县怎么报", (("青田线", "青田县"),)))
    assert frame.question == "青田线怎么报" and frame.spelt == "青田县怎么报"
    assert frame.notes == ("“青田线”按“青田县”理解。",)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("哪些是强制的", {"intent": "list", "forces": ("shall",)}),
        ("不用建平台，对吧", {"premise": True, "negated": True}),
        ("流程行业怎么管设备", {"industry": "流程行业"}),
        ("which factories need batteries", {"language": "en", "text": "which factory need battery"}),
        ("dies and ties", {"text": "dies and ties"}),
        ("mes", {"language": "en"}),
        ("", {"language": "en", "intent": "lookup"}),
    ],
)
def test_what_the_words_say(text: str, fields: dict[str, Any]) -> None:
    frame = worded(text, Respelling(text, ()))
    assert {name: getattr(frame, name) for name in fields} == fields


def test_a_trade_stands_for_its_industry_and_this_is_said() -> None:
    frame = worded("我们是化工厂，设备怎么管", Respelling("我们是化工厂,设备怎么管", ()))
    assert frame.industry == "流程行业"
    assert len(frame.notes) == 1 and "流程行业" in frame.notes[0]


@given(st.text(max_size=40))
def test_any_words_make_a_frame_that_names_nothing(text: str) -> None:
    frame = worded(text, Respelling(text, ()))
    named = (frame.documents, frame.tiers, frame.subdomains, frame.systems, frame.technologies, frame.tracks)
    assert frame.question == text and not any(named)
