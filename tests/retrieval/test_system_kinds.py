"""Questions for any system of a kind: told from questions that only use such a word, and searched for."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.linking import Linker
from kg.triples import Vocabularies
from retrieval.facets import Facets
from retrieval.filters import FilterIndex, Filters
from retrieval.frame import QueryFrame
from retrieval.framed import frame_filters, framed_search
from retrieval.indexes import load_schemes
from retrieval.normalise import Normaliser
from retrieval.search import Hit, Query, Searcher
from retrieval.system_kinds import SystemKinds
from retrieval.understanding import Understanding
from tests.retrieval.fake_parts import cell
from tests.retrieval.test_understanding import DOCUMENTS

SCHEMES = load_schemes()
KINDS = SystemKinds(SCHEMES["systems"], Linker(SCHEMES["systems"], SCHEMES["technologies"]))
DESIGN, CONTROL = "design-and-engineering", "control"
CLAUSES = (
    cell(1, "smart-factory", "应采用CAD", systems=("CAD",), subdomain=(13, "产品研发设计")),
    cell(2, "smart-factory", "应联网"),
    cell(3, "future-factory", "应集成PLM", systems=("PLM",), subdomain=(13, "产品研发设计")),
    cell(4, "digital-workshop", "应采用MES", systems=("MES",), subdomain=(18, "仓储物流")),
    cell(5, "smart-factory", "应集成WMS", systems=("WMS",), subdomain=(27, "供应链体系")),
)
READER = Understanding(Vocabularies(**SCHEMES), DOCUMENTS, CLAUSES, "doc")


@pytest.mark.parametrize(
    ("question", "kinds", "lists"),
    [
        ("智能工厂要求哪些设计类系统", (DESIGN,), True),
        ("未来工厂要用到什么控制系统", (CONTROL,), True),
        ("哪些条款要求生产类系统", ("production",), False),
        ("哪几条涉及控制系统", (CONTROL,), False),
        ("智能工厂的控制系统有哪些", (CONTROL,), True),
        ("仓储物流类系统智能工厂要求哪些", ("warehousing-and-logistics",), True),
        ("设计类系统有什么要求", (DESIGN,), False),
        ("设计类和生产类系统各要求哪些", (DESIGN, "production"), True),
        ("有几个经营管理类系统", ("business",), True),
        ("任何一条都行，提到任何控制系统的", (CONTROL,), False),
        ("哪些供应链系统", ("supply-chain",), True),
        ("哪些条款提到安环类系统", ("environment", "safety"), False),
        ("which requirements of the smart factory need a design system?", (DESIGN,), False),
        ("what control systems does the future factory need", (CONTROL,), True),
        ("does it need any logistics systems", ("warehousing-and-logistics",), False),
    ],
)
def test_a_question_for_a_kind(question: str, kinds: tuple[str, ...], lists: bool) -> None:
    asked = KINDS.read(question)
    assert (asked.kinds, asked.lists) == (kinds, lists)
    members = {code for kind in kinds for code in SCHEMES["systems"].members(kind)}
    assert set(asked.systems) == members and len(asked.systems) == len(members)


@pytest.mark.parametrize(
    "question",
    [
        "什么是控制系统",
        "控制系统是什么",
        "研发设计工具普及率要达到多少",
        "要有什么分布式控制系统",
        "数据采集与监视控制系统在哪里提到",
        "门禁控制系统有哪些",
        "智能工厂的生产系统要怎么和管理系统打通",
        "对物流系统有什么要求",
        "质量管理体系有什么要求",
        "must it have an energy management system",
        "is the access control system required",
        "",
    ],
)
def test_a_word_in_passing_asks_for_no_kind(question: str) -> None:
    asked = KINDS.read(question)
    assert (asked.kinds, asked.systems, asked.lists, asked.rest) == ((), (), False, question)


@given(
    st.lists(
        st.sampled_from(
            ["哪些", "控制系统", "设计类", "和", "生产类系统", "SCADA", "any design system", "，", "条款要求"]
        )
    )
)
def test_what_is_left_has_no_name_of_a_kind_that_was_found(parts: list[str]) -> None:
    asked = KINDS.read("".join(parts))
    assert bool(asked.kinds) == bool(asked.systems)
    assert "类系统" not in asked.rest and set(asked.rest) <= {*"".join(parts), *"类系统 "}


@pytest.mark.parametrize("code", list(SCHEMES["systems"].kinds))
def test_every_kind_can_be_asked_for_by_each_of_its_names(code: str) -> None:
    kind = SCHEMES["systems"].kinds[code]
    for name in (kind.zh, *kind.alternatives, *kind.hidden):
        question = f"which {name.lower()} are there" if name.isascii() else f"要求哪些{name.lower()}"
        assert code in KINDS.read(question).kinds, name


def test_the_frame_tells_the_kind_its_systems_and_how_it_was_taken() -> None:
    frame = READER.read("智能工厂要求哪些设计类系统")
    assert (frame.system_kinds, frame.kind_names, frame.lists_systems) == ((DESIGN,), ("研发设计类系统",), True)
    assert {"CAD", "PLM"} <= set(frame.kind_systems) and not frame.systems
    assert frame.documents == ("doc",) and frame.tiers == ("smart-factory",)
    assert any("研发设计类系统" in note and "CAD" in note for note in frame.notes)
    assert frame.to_json()["system_kinds"] == [DESIGN]
    assert "design and engineering systems (研发设计类系统)" in READER.read("need any design system?").english


@pytest.mark.parametrize(
    ("question", "systems", "subdomains"),
    [
        ("仓储物流类系统要求哪些", (), ()),
        ("智能工厂要建供应链管理平台吗", ("供应链管理平台",), ()),
        ("数字化车间要做供应链平台吗", (), ("27",)),
        ("数字化车间的供应链管理", (), ("28",)),
        ("质量管理系统有什么要求", ("QMS",), ()),
        ("智能工厂设备运维要用MES吗", ("MES",), ("19",)),
    ],
)
def test_words_within_a_systems_name_name_no_capability(
    question: str, systems: tuple[str, ...], subdomains: tuple[str, ...]
) -> None:
    frame = READER.read(question)
    assert (frame.systems, frame.subdomains) == (systems, subdomains)


def test_a_system_brings_the_related_ones() -> None:
    assert READER.read("智能工厂要不要上能源管理系统").related_systems == ("综合能源管理平台", "能耗监控系统")
    assert READER.read("智能工厂要不要上MES和MOM").related_systems == ("生产管控一体化平台",)
    assert READER.read("智能工厂的设备运维").related_systems == ()


def test_the_graph_retriever_follows_a_kind_to_its_systems() -> None:
    facets = Facets(CLAUSES, SCHEMES, Normaliser())
    named = facets.named_in("要求哪些研发设计类系统")
    assert set(named) == {("systems", "CAD"), ("systems", "PLM")}
    assert [bool(score) for score in facets.scores(named)] == [True, False, True, False, False]
    assert ("capabilities", "18") not in facets.named_in("要求哪些仓储物流类系统")


class _InOrder:
    def search(self, query: Query, filters: Filters, top: int) -> list[Hit]:
        mask = FilterIndex(CLAUSES).mask(filters)
        rows = [one for one, allowed in zip(CLAUSES, mask, strict=True) if allowed]
        return [Hit(one, rank, 1 / rank, ("bm25",)) for rank, one in enumerate(rows[:top], start=1)]

    def nearest_topics(self, query: Query, top: int) -> list[tuple[str, float]]:
        return []


def found(frame: QueryFrame, limits: Filters) -> list[str]:
    capabilities = SCHEMES["capabilities"]
    hits = framed_search(cast(Searcher, _InOrder()), cast(Query, None), frame, capabilities, limits, 10)
    return [hit.clause.id for hit in hits]


def test_search_puts_the_clauses_of_the_kind_first() -> None:
    frame = READER.read("智能工厂要求哪些设计类系统")
    assert frame_filters(frame, SCHEMES["capabilities"]).systems == frame.kind_systems
    assert found(frame, Filters())[:2] == ["doc/1", "doc/3"]
    assert sorted(found(frame, Filters())) == [f"doc/{number}" for number in range(1, 6)]


def test_a_kind_as_the_persons_own_limit_holds_for_every_hit() -> None:
    limits = Filters(systems=SCHEMES["systems"].members("warehousing-and-logistics"))
    plain = QueryFrame(question="问", text="问", language="zh", documents=("doc",))
    assert found(plain, limits) == ["doc/5"]
    assert found(replace(plain, kind_systems=SCHEMES["systems"].members(DESIGN)), limits) == ["doc/5"]
