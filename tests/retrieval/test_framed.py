"""Search that heeds what the question names: its own limits first, the person's limits always."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from retrieval.filters import FilterIndex, Filters
from retrieval.frame import QueryFrame
from retrieval.framed import SearchAnswer, frame_filters, framed_search
from retrieval.indexes import load_schemes
from retrieval.search import Hit, Query, Searcher
from tests.retrieval.fake_parts import cell, clause

CAPABILITIES = load_schemes()["capabilities"]
PLANNING = (15, "计划调度")
CLAUSES = (
    cell(1, "digital-workshop", "应有台账"),
    cell(2, "smart-factory", "应联网"),
    cell(3, "smart-factory", "应排产", subdomain=PLANNING),
    clause(4, "虚拟映射", kind="term", label="数字孪生"),
    clause(5, "企业申报", kind="step", document="plan"),
    clause(6, "总投资", kind="threshold", document="plan", track="数字工厂"),
)
INDEX = FilterIndex(CLAUSES)
FRAME = QueryFrame(question="问", text="问", language="zh")


class InOrder:
    """Finds the rows within the limits in reading order, and remembers which limits it was asked with."""

    def __init__(self, topic: str | None = None) -> None:
        self.asked: list[Filters] = []
        self._topic = topic

    def search(self, query: Query, filters: Filters, top: int) -> list[Hit]:
        self.asked.append(filters)
        rows = [one for one, allowed in zip(CLAUSES, INDEX.mask(filters), strict=True) if allowed]
        return [Hit(one, rank, 1 / rank, ("bm25",)) for rank, one in enumerate(rows[:top], start=1)]

    def nearest_topics(self, query: Query, top: int) -> list[tuple[str, float]]:
        return [(self._topic, 1.0)] if self._topic else []


def found(frame: QueryFrame, limits: Filters | None = None, top: int = 10, topic: str | None = None) -> list[str]:
    searcher = cast(Searcher, InOrder(topic))
    hits = framed_search(searcher, cast(Query, None), frame, CAPABILITIES, limits or Filters(), top)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    return [hit.clause.id for hit in hits]


def test_what_lies_within_the_question_comes_first_and_the_rest_fills_up() -> None:
    frame = replace(FRAME, documents=("doc",), tiers=("smart-factory",), subdomains=("19",))
    assert found(frame)[:3] == ["doc/2", "doc/3", "doc/1"]
    assert sorted(found(frame)) == [f"doc/{number}" for number in range(1, 7)]
    assert found(frame, top=2) == ["doc/2", "doc/3"]


def test_the_persons_limits_hold_for_every_hit() -> None:
    frame = replace(FRAME, documents=("doc",), tiers=("smart-factory",))
    assert found(frame, Filters(tiers=("digital-workshop",))) == ["doc/1"]
    assert found(frame, Filters(documents=("plan",))) == ["doc/5", "doc/6"]
    assert found(frame, Filters(documents=("nosuch",))) == []


def test_a_question_for_a_meaning_wants_terms_first() -> None:
    assert found(replace(FRAME, intent="definition"))[0] == "doc/4"


def test_a_question_for_a_procedure_wants_steps_first() -> None:
    frame = replace(FRAME, intent="procedure", documents=("plan",), documents_named=True)
    assert found(frame)[:2] == ["doc/5", "doc/6"]


def test_documents_named_together_take_turns() -> None:
    assert found(replace(FRAME, documents=("doc", "plan")))[:4] == ["doc/1", "doc/5", "doc/2", "doc/6"]


def test_a_question_that_names_nothing_may_mean_the_nearest_topic() -> None:
    assert found(FRAME, topic="15")[:2] == ["doc/1", "doc/3"]
    assert found(FRAME)[:2] == ["doc/1", "doc/2"]


def test_the_limits_of_a_frame() -> None:
    frame = replace(FRAME, documents=("doc",), tiers=("t",), tracks=("甲",), subdomains=("19",), systems=("MES",))
    assert frame_filters(frame, CAPABILITIES) == Filters(
        documents=("doc",), tiers=("t",), tracks=("甲",), subdomains=("设备运维",)
    )


def test_an_answer_is_written_as_the_contract_has_it() -> None:
    hit = Hit(CLAUSES[1], 1, 0.123456789, ("bm25", "dense"))
    written = SearchAnswer("问", FRAME, (hit,), 12.345).to_json({"doc": "某要求"})
    assert set(written) == {"query", "frame", "hits", "latency_ms"} and written["latency_ms"] == 12.3
    (one,) = written["hits"]
    assert one["document_title"] == "某要求" and one["why"] == ["bm25", "dense"] and one["score"] == 0.123457
    assert (one["tier"], one["subdomain_no"], one["text"]) == ("smart-factory", 19, "应联网")
