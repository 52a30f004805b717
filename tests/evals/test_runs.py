"""Whole runs over the small product: the right figures, the shape of the JSON, and the exit status."""

from __future__ import annotations

import io
import json

import pytest

from evals import answers_run, retrieval_run
from evals.baselines import DenseAlone, FourPassages, LexicalAlone, PlainFusion
from evals.errors import EvalError
from evals.question import QuestionSet, parse_questions
from evals.report import show
from evals.run import KINDS, run
from tests.evals.fake_system import CLAUSES, FakeWorkspace, answer


def _line(name: str, question: str, text: str, **changes: object) -> str:
    anchors = [{"document": "small", "text": text}] if text else []
    base = {"id": name, "question": question, "kind": "lookup", "status": "answered", "anchors": anchors}
    return json.dumps({**base, **changes}, ensure_ascii=False)


def _set(name: str = "dev") -> QuestionSet:
    lines = [
        _line("1", "设备要联网吗", "设备应联网", must=["联网"]),
        _line("2", "条码贴在仓库", "仓库应贴条码", kind="paraphrase", must=["条码"]),
        _line("3", "天气", "", kind="out_of_scope", status="refused", reason="out_of_scope"),
    ]
    return parse_questions(name, "\n".join(lines))


def test_retrieval_measures_only_what_can_be_found_and_beside_the_baselines() -> None:
    found = retrieval_run.run(FakeWorkspace(), [_set()])
    shown = found.to_json()["dev"]
    assert shown["questions"] == 2
    assert set(shown["rankers"]) == {"gongbiao", "bm25", "dense", "bm25 + dense"}
    assert shown["rankers"]["bm25"]["hit@1"]["value"] == 1.0
    assert shown["rankers"]["dense"]["hit@1"]["value"] == 0.5
    assert shown["rankers"]["dense"]["mrr@10"]["value"] == 0.75


def test_the_test_set_never_says_which_questions_were_missed() -> None:
    shown = retrieval_run.run(FakeWorkspace(), [_set("test")]).to_json()["test"]
    assert "missed" not in shown
    book = {"设备要联网吗": answer("answered", "联网", CLAUSES[1])}
    assert "wrong" not in answers_run.run(FakeWorkspace(book), [_set("test")]).to_json()["test"]


def test_baselines_leave_headings_out() -> None:
    parts = FakeWorkspace().searcher
    for ranker in (LexicalAlone(parts), DenseAlone(parts), PlainFusion(parts)):
        assert CLAUSES[0] not in ranker.rank("设备", 10)


def test_four_passages_quote_and_never_refuse() -> None:
    shown = FourPassages(PlainFusion(FakeWorkspace().searcher)).answer("天气")
    assert shown["status"] == "answered"
    assert "仓库应贴条码。" in shown["answer"]


def test_answers_count_what_got_no_answer_apart() -> None:
    book = {
        "设备要联网吗": answer("answered", "设备应联网", CLAUSES[1]),
        "天气": answer("refused", "", reason="out_of_scope"),
    }
    found = answers_run.run(FakeWorkspace(book), [_set()])
    ours = found.to_json()["dev"]["systems"]["gongbiao"]
    assert not found.complete
    assert [one["id"] for one in ours["unscored"]] == ["2"]
    assert ours["points"]["wholly right"] == {**ours["points"]["wholly right"], "value": 1.0, "n": 2}
    baseline = found.to_json()["dev"]["systems"]["four passages"]
    assert baseline["kinds"]["out_of_scope"]["value"] == 0.0


def test_answers_name_the_points_that_were_wrong() -> None:
    shown = {question.question: answer("answered", "不知道", CLAUSES[1]) for question in _set().questions}
    wrong = answers_run.run(FakeWorkspace(shown), [_set()]).to_json()["dev"]["wrong"]
    assert [(one["id"], one["points"]) for one in wrong] == [
        ("1", ["words"]),
        ("2", ["words", "citation"]),
        ("3", ["status"]),
    ]
    assert {(one["status"], one["answer"]) for one in wrong} == {("answered", "不知道")}


def test_the_plain_rag_is_asked_the_sample_that_the_product_is_shown_with_beside_it() -> None:
    workspace = FakeWorkspace({q.question: answer("answered", "联网", CLAUSES[1]) for q in _set().questions})
    sampled = answers_run.run(workspace, [_set()]).to_json()["dev"]["sampled"]
    assert list(sampled["systems"]) == ["gongbiao", "four passages", "plain RAG", "its chunks, quoted"]
    assert {one["points"]["status"]["n"] for one in sampled["systems"].values()} == {1} == {sampled["questions"]}
    assert len(workspace.writer.prompts) == 1 and "wrong" not in sampled


def test_a_model_that_cannot_write_leaves_the_plain_rag_unscored() -> None:
    workspace = FakeWorkspace({q.question: answer("answered", "", CLAUSES[1]) for q in _set().questions})
    workspace.writer.words = None
    found = answers_run.run(workspace, [_set()])
    (unscored,) = found.to_json()["dev"]["sampled"]["systems"]["plain RAG"]["unscored"]
    assert not found.complete and "it has no words" in unscored["error"]


def test_tables_print_every_row_whole() -> None:
    out = io.StringIO()
    show([retrieval_run.run(FakeWorkspace(), [_set()])], out, as_json=False)
    printed = out.getvalue()
    assert "bm25 + dense" in printed and "paraphrase (1)" in printed and "…" not in printed


def test_the_way_in_writes_one_json_object() -> None:
    out, told = io.StringIO(), list[str]()
    assert run("parsing", FakeWorkspace(), as_json=True, sets=(), out=out, told=told.append) == 0
    assert told == ["parsing"]
    assert set(json.loads(out.getvalue())) == {"circumstances", "parsing"}


def test_an_unknown_evaluation_is_named_with_the_known_ones() -> None:
    with pytest.raises(EvalError, match=", ".join(KINDS)):
        run("nothing", FakeWorkspace(), as_json=True)


def test_a_corpus_without_the_founding_texts_cannot_be_asked() -> None:
    with pytest.raises(EvalError, match="Build the founding corpus first"):
        run("answers", FakeWorkspace(), as_json=True, sets=("dev",), out=io.StringIO())
