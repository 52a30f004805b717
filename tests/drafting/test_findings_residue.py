"""What is left of a question beside the names in it, and the clauses that speak of that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.findings.residue import residue, speaking_of
from retrieval.overlap import pairs
from tests.drafting.made_up import CAPABILITIES, CLAUSES, FACTORY, SCHEME, WORKSHOP, frame, row, shelf


def left(text: str, *said: str, **fields: Any) -> frozenset[str]:
    return residue(frame(text, **fields), shelf(), CAPABILITIES, said)


@pytest.mark.parametrize(
    ("text", "said", "fields"),
    [
        ("智能工厂有哪些能力子域", (), {"documents": (SCHEME,), "tiers": (FACTORY,)}),
        ("数字化车间的设备运维一共有几条要求", (), {"tiers": (WORKSHOP,), "subdomains": ("19",)}),
        ("请问方案里提到了哪些系统", ("系统",), {}),
        ("mes是必须的吗", (), {"systems": ("MES",)}),
        ("智能产线和数字工厂分别有什么要求", (), {"tracks": ("智能产线", "数字工厂")}),
        ("how many requirements are there in the document", (), {"language": "en"}),
        ("", (), {}),
    ],
)  # fmt: skip
def test_nothing_is_left_of_a_question_of_names_and_asking(text: str, said: tuple[str, ...], fields: Any) -> None:
    assert left(text, *said, **fields) == frozenset()


@pytest.mark.parametrize(
    ("text", "fields", "words"),
    [
        ("设备运维里哪几条讲窑炉温度", {"subdomains": ("19",)}, {"窑炉", "炉温", "温度"}),
        ("哪些系统管叉车", {}, {"系统", "统管", "管叉", "叉车"}),
        ("智能产线对食堂有什么要求", {"tracks": ("智能产线",)}, {"食堂"}),
    ],
)
def test_words_beside_the_names_are_left(text: str, fields: dict[str, Any], words: set[str]) -> None:
    assert left(text, **fields) == words


@given(st.text(max_size=30) | st.sampled_from([one.plain for one in CLAUSES]))
def test_what_is_left_is_of_the_question(text: str) -> None:
    assert left(text) <= pairs(text.lower())


def test_a_clause_speaks_of_it_that_has_half_of_the_words() -> None:
    words = pairs("窑炉温度")
    rows = (
        row("1", "应监控窑炉温度；"),
        row("2", "窑炉应保温。"),
        row("3", "应监控机床主轴。"),
        row("4", "应记录温度"),
    )
    assert [one.id for one in speaking_of(words, rows)] == ["scheme/1"]
    assert [one.id for one in speaking_of(words, rows[1:], 0.3)] == ["scheme/2", "scheme/4"]
    assert speaking_of(words, rows[1:]) == ()


def test_of_no_words_nothing_speaks() -> None:
    assert speaking_of(frozenset(), CLAUSES) == ()
    assert speaking_of(pairs("窑炉温度"), ()) == ()


@given(st.sampled_from(CLAUSES), st.floats(0.1, 1.0))
def test_a_clause_speaks_of_its_own_words(clause: Any, least: float) -> None:
    words = pairs(clause.plain)
    found = speaking_of(words, CLAUSES, least)
    assert (clause in found) == bool(words)
    shares = [len(words & pairs(one.plain)) / len(words) for one in found]
    assert all(share >= least for share in shares)
