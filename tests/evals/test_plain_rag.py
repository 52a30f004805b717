"""The plain RAG cuts, takes the nearest, asks, and cites in clauses."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evals.plain_rag import NOTHING, OVERLAP, SIZE, PlainRag, cut
from tests.evals.fake_system import CLAUSES, Document, Embedder, Writer


@given(st.text(max_size=3 * SIZE))
def test_chunks_hold_the_text_in_order_with_an_overlap(text: str) -> None:
    chunks = list(cut("d", text))
    assert [text[one.start : one.end] for one in chunks] == [one.text for one in chunks]
    assert chunks[0].start == 0 and chunks[-1].end == len(text)
    assert all(later.start == earlier.end - OVERLAP for earlier, later in pairwise(chunks))
    assert all(len(one.text) <= SIZE for one in chunks)


def _rag(writer: Writer) -> PlainRag:
    return PlainRag([Document()], CLAUSES, Embedder(), writer)


def test_what_the_model_says_is_the_answer_and_the_clauses_of_its_chunks_are_cited() -> None:
    writer = Writer("仓库贴条码。")
    shown = _rag(writer).answer("条码贴哪")
    assert (shown["status"], shown["answer"]) == ("answered", "仓库贴条码。")
    assert [one["id"] for one in shown["citations"]] == [clause.id for clause in CLAUSES]
    (prompt,) = writer.prompts
    assert "仓库应贴条码。" in prompt and prompt.endswith("问题：条码贴哪\n回答：")


def test_it_refuses_where_the_model_says_that_it_finds_nothing() -> None:
    assert _rag(Writer(f"{NOTHING}。")).answer("天气")["status"] == "refused"


def test_quoting_asks_no_model() -> None:
    writer = Writer()
    assert "设备应联网。" in _rag(writer).quoted("联网")["answer"]
    assert writer.prompts == []
