"""What ``parse`` lets through of a reply: signs of measure and of the workshop, no markup and no pictures."""

from __future__ import annotations

import pytest

from drafting.prompting import Draft, ParseFailure, parse


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("炉温850℃，面积500㎡，斜度3‰，角度5°，№3样品。", "炉温850℃，面积500㎡，斜度3‰，角度5°，№3样品"),
        ("每周上报 8D 17项。", "每周上报8D 17项"),
        ("2#窑、A#线板幅600*900，偏差>8度停机。", "2#窑、A#线板幅600*900，偏差>8度停机"),
        ("-18度冷库每班抄表。", "-18度冷库每班抄表"),
        ("- 每班抄表。", "每班抄表"),
        ("**每班抄表**。", "每班抄表"),
    ],
)
def test_signs_of_measure_pass(raw: str, text: str) -> None:
    assert parse("narrative", raw) == Draft(text)


@pytest.mark.parametrize(
    "raw", ["每班抄表😀。", "每班<b>抄表</b>。", "每班[抄表]。", "每班{抄表}。", "每班★抄表。", "每班#抄表。"]
)
def test_markup_and_pictures_are_refused(raw: str) -> None:
    failure = parse("narrative", raw)
    assert isinstance(failure, ParseFailure) and "markup or pictures" in failure.reason
