"""The alternatives of documents: by their names, by a tier's other name, shortened; and in no other document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking import Linker
from ontology.vocabulary import load_scheme
from retrieval.frame import QueryFrame
from retrieval.normalise import Normaliser
from retrieval.track_names import TrackName, alike, opened
from retrieval.tracks import Tracks
from tests.retrieval.fake_parts import clause

TIERS = load_scheme("tiers")
LINKER = Linker(load_scheme("capabilities"), TIERS)
MODES = ("设备共享服务模式", "柔性快反型", "柔性快反型样板", "绿色循环型示范模式")
PLANT = "智能工厂"
CLAUSES = (
    *(clause(number, "应建平台", document="modes", track=name) for number, name in enumerate(MODES)),
    clause(10, "应建平台", document="modes", track=MODES[0]),
    clause(11, "投资不低于一百万元", document="plan", track=PLANT),
    clause(12, "投资不低于五十万元", document="plan", track="小微工坊"),
    clause(13, "应有台账", document="scheme"),
)
TRACKS = Tracks(CLAUSES, TIERS, LINKER.mentions, Normaliser())


def read(text: str, *documents: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    frame = TRACKS.read(QueryFrame(text, text, "zh", documents=documents))
    return frame.tracks, frame.documents


def test_each_alternative_is_known_once_longest_first() -> None:
    assert sorted(TRACKS.names) == sorted((*MODES, PLANT, "小微工坊"))
    assert list(map(len, TRACKS.names)) == sorted(map(len, TRACKS.names), reverse=True)


@pytest.mark.parametrize(
    ("text", "documents", "expected"),
    [
        ("小微工坊要投多少", (), (("小微工坊",), ("plan",))),
        ("小微工坊和柔性快反型", (), (("柔性快反型", "小微工坊"), ("modes", "plan"))),
        ("小微工坊要投多少", ("modes",), ((), ("modes",))),
        ("智能工厂要投多少", (), ((), ())),
        ("智能工厂要投多少", ("scheme",), ((), ("scheme",))),
        ("智能工厂要投多少", ("plan",), (("智能工厂",), ("plan",))),
        ("how much for a smart factory", ("plan",), (("智能工厂",), ("plan",))),
        ("柔性快反型样板要什么", (), (("柔性快反型样板",), ("modes",))),
        ("柔性快反型要什么", (), (("柔性快反型",), ("modes",))),
        ("共享服务模式要什么", ("modes",), (("设备共享服务模式",), ("modes",))),
        ("设备共享的要求", ("modes",), (("设备共享服务模式",), ("modes",))),
        ("绿色循环的要求", ("modes",), (("绿色循环型示范模式",), ("modes",))),
        ("绿色循环的要求", (), ((), ())),
        ("设备共享的要求", ("plan",), ((), ("plan",))),
        ("夜里谁值班", ("modes",), ((), ("modes",))),
    ],
)
def test_what_a_question_names(
    text: str, documents: tuple[str, ...], expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert read(text, *documents) == expected


def test_an_opening_that_two_share_names_neither() -> None:
    assert opened("柔性快反怎么做", [TrackName(one, one, "modes") for one in MODES], ()) == []


def test_an_opening_that_is_a_name_of_its_own_names_none() -> None:
    names = [TrackName("绿色工厂示范模式", "绿色工厂示范模式", "modes")]
    assert opened("绿色工厂怎么评", names, ("绿色工厂",)) == []
    assert opened("绿色工厂怎么评", names, ()) == ["绿色工厂示范模式"]


def test_shortened_words_that_fit_two_alike_name_neither() -> None:
    names = [TrackName(one, one, "modes") for one in ("东区设备共享模式", "西区设备共享模式")]
    assert alike("设备共享模式要什么", names) == []


@given(st.text(max_size=20) | st.sampled_from(MODES).map(lambda name: f"{name}和小微工坊"))
def test_what_is_named_belongs_to_a_document_meant(text: str) -> None:
    tracks, documents = read(text)
    homes = {one.track: one.document for one in CLAUSES if one.track}
    assert {homes[track] for track in tracks} == set(documents)
