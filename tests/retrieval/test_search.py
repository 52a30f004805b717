from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.clause import Clause
from kg.linking import Linker
from retrieval.facets import Facets
from retrieval.indexes import load_schemes, make_indexes, read_indexes
from retrieval.normalise import Normaliser
from retrieval.passages import heading_words, text_alone, text_in_place
from retrieval.search import Filters, Searcher
from retrieval.topics import wordings
from retrieval.vector_cache import VectorCache
from tests.retrieval.fake_parts import BagEmbedder, cell, clause, ignore

SCHEMES = load_schemes()
PLANNING = (15, "计划调度")
CLAUSES = [
    clause(0, "智能化生产", kind="heading", path=("4 建设要求",)),
    cell(1, "digital-workshop", "应开展设备点巡检和保养"),
    cell(2, "smart-factory", "应实现设备联网，对关键数据在线采集"),
    cell(3, "future-factory", "应基于模型开展预测性维护"),
    cell(4, "smart-factory", "应建立APS系统，生成排产计划", subdomain=PLANNING),
    cell(5, "future-factory", "应通过ERP/MES联动动态调度", subdomain=PLANNING),
    cell(6, "digital-workshop", "/", kind="not_required", subdomain=(32, "柔性化制造")),
    clause(7, "项目总投资不低于500万元", kind="threshold", document="county", track="数字工厂"),
    clause(8, "制造执行系统（Manufacturing Execution System）", kind="abbreviation", label="MES"),
]


@pytest.fixture(scope="module")
def linked() -> list[Clause]:
    linker = Linker(SCHEMES["systems"], SCHEMES["technologies"])
    return [linker.enrich(one) for one in CLAUSES]


@pytest.fixture(scope="module")
def searcher(linked: list[Clause], tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    embedder, folder = BagEmbedder(), tmp_path_factory.mktemp("search")
    titles = {"doc": "分级建设要求", "county": "某县实施方案"}
    made = make_indexes(linked, titles, SCHEMES, embedder, VectorCache(folder / "vectors"), ignore)
    made.save(folder / "indexes")
    return read_indexes(folder / "indexes").searcher(linked, SCHEMES, embedder)


def found(searcher: Searcher, question: str, filters: Filters | None = None) -> list[str]:
    return [hit.clause.id for hit in searcher.search(question, filters)]


def test_the_cell_of_the_tier_and_subdomain_named_comes_first(searcher: Searcher) -> None:
    hits = searcher.search("智能工厂对设备运维有什么要求")
    assert hits[0].clause.id == "doc/2"
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {"bm25", "dense", "graph"} <= set(hits[0].why)


def test_a_system_is_found_under_its_other_name(searcher: Searcher) -> None:
    hits = searcher.search("哪里提到制造执行系统")
    assert {"doc/5", "doc/8"} <= {hit.clause.id for hit in hits if "graph" in hit.why}


def test_a_question_in_traditional_characters_is_the_same_question(searcher: Searcher) -> None:
    assert searcher.search("智能工廠對設備運維的要求（ＭＥＳ）") == searcher.search("智能工厂对设备运维的要求(MES)")


def test_limits_hold_for_every_hit(searcher: Searcher) -> None:
    assert found(searcher, "设备运维", Filters(documents=("county",))) == ["doc/7"]
    hits = searcher.search("设备运维", Filters(tiers=("future-factory",)))
    assert {hit.clause.tier for hit in hits} == {"future-factory"}


def test_an_empty_cell_is_found_only_where_tier_and_subdomain_are_named(searcher: Searcher) -> None:
    assert "doc/6" in found(searcher, "数字化车间要做柔性化制造吗")
    assert "doc/6" not in found(searcher, "柔性化制造有什么要求")


def test_everyday_words_lead_to_their_topic(searcher: Searcher) -> None:
    wording = next(text for text, code in wordings(SCHEMES["capabilities"]) if code == "19" and "坏" in text)
    question = searcher.prepare(wording)
    assert searcher.nearest_topics(question, 1)[0][0] == "19"


def test_headings_are_no_hits(searcher: Searcher) -> None:
    assert "doc/0" not in found(searcher, "智能化生产")
    assert found(searcher, "智能化生产", Filters(kinds=("heading",))) == ["doc/0"]


@pytest.mark.parametrize("question", ["", "   ", "\u3000"])
def test_a_blank_question_finds_nothing(searcher: Searcher, question: str) -> None:
    assert searcher.search(question) == []


def test_a_prepared_question_gives_the_same_hits(searcher: Searcher) -> None:
    question = "智能工厂对设备运维有什么要求"
    assert searcher.search(searcher.prepare(question)) == searcher.search(question)


def test_similarity_is_higher_for_what_the_texts_say(searcher: Searcher) -> None:
    assert searcher.similarity("应开展设备点巡检和保养") > searcher.similarity("明天杭州天气怎么样")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.integers(0, 12))
def test_any_question_gives_at_most_top_different_hits(searcher: Searcher, question: str, top: int) -> None:
    hits = searcher.search(question, top=top)
    assert len(hits) <= top and len({hit.clause.id for hit in hits}) == len(hits)
    assert all(hit.why for hit in hits)


def test_a_very_long_question_is_cut(searcher: Searcher) -> None:
    assert len(searcher.prepare("设备运维" * 25_000).text) == 600


def test_a_tier_alone_is_no_topic(linked: list[Clause]) -> None:
    facets = Facets(linked, SCHEMES, Normaliser())
    assert not facets.scores(facets.named_in("智能工厂")).any()
    both = facets.scores(facets.named_in("智能工厂的设备运维"))
    assert both[2] == both.max() > both[1] > 0 == both[4]


def test_two_tiers_are_alternatives(linked: list[Clause]) -> None:
    facets = Facets(linked, SCHEMES, Normaliser())
    scores = facets.scores(facets.named_in("设备运维，数字化车间和未来工厂有什么不同"))
    assert min(scores[1], scores[3]) > scores[2] > 0


def test_what_the_indexes_read_of_a_clause() -> None:
    term = clause(1, "是指企业的数据中枢", kind="term", label="企业大脑", path=("3 术语", "3.1 企业大脑"))
    assert text_alone(term) == "企业大脑：是指企业的数据中枢"
    assert text_in_place(term) == "3 术语，3.1 企业大脑：企业大脑：是指企业的数据中枢"
    assert text_in_place(CLAUSES[2]) == "智能化生产，设备运维，省级智能工厂：应实现设备联网，对关键数据在线采集"
    assert heading_words(CLAUSES[2]) == ("智能化生产", "设备运维", "省级智能工厂")
    assert text_alone(clause(2, "甲", label="a")) == "甲"


def test_wordings_name_only_what_has_nothing_below() -> None:
    codes = {code for _, code in wordings(SCHEMES["capabilities"])}
    assert "19" in codes and "智能化生产" not in codes
