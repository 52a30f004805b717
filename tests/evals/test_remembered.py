"""The same request is written once; another one, and one that failed, is written anew."""

from __future__ import annotations

import pytest

from drafting.generator import DraftingError
from evals.remembered import Remembered
from tests.evals.fake_system import Writer


def _ask(generator: Remembered, prompt: str, most: int = 8) -> str:
    return "".join(generator.generate(prompt, max_tokens=most, stop=("\n",), deadline_s=1.0))


def test_the_same_request_is_written_once() -> None:
    writer = Writer("好。")
    generator = Remembered(writer)
    assert [_ask(generator, "一"), _ask(generator, "一"), _ask(generator, "一", 9), _ask(generator, "二")] == [
        "好。"
    ] * 4
    assert writer.prompts == ["一", "一", "二"]
    assert generator.name == "fake" and generator.ready()


def test_a_failure_is_not_remembered() -> None:
    writer = Writer(None)
    generator = Remembered(writer)
    with pytest.raises(DraftingError, match="no words"):
        _ask(generator, "一")
    writer.words = "好。"
    assert _ask(generator, "一") == "好。"
