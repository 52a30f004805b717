"""The question sets: readable, pinned, and true to the texts."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest

from corpus.clause import Clause
from corpus.library import Corpus, load_corpus
from evals.anchors import Place, resolve
from evals.errors import EvalError
from evals.question import PINS, load_questions, parse_questions

GOOD = {"id": "a", "question": "问？", "kind": "lookup", "status": "answered"}


@cache
def corpus() -> Corpus:
    return load_corpus()


def _line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


@pytest.mark.parametrize("name", PINS)
def test_a_set_is_the_pinned_one_and_large_enough(name: str) -> None:
    found = load_questions(name)
    assert found.sha256 == PINS[name].sha256
    assert len(found.questions) >= 70
    assert len({question.kind for question in found.questions}) >= 20


@pytest.mark.parametrize("name", PINS)
def test_every_anchor_stands_in_its_document_in_one_place(name: str) -> None:
    sources = {document.meta.id: document.text for document in corpus().documents}
    for question in load_questions(name).questions:
        for anchor in question.anchors:
            assert len(resolve(anchor, sources)) == 1, question.id


@pytest.mark.parametrize("name", PINS)
def test_every_named_clause_exists_and_holds_an_anchor(name: str) -> None:
    sources = {document.meta.id: document.text for document in corpus().documents}
    clauses: dict[str, Clause] = {clause.id: clause for clause in corpus().clauses}
    for question in load_questions(name).questions:
        places = [place for anchor in question.anchors for place in resolve(anchor, sources)]
        for clause_id in question.ids:
            clause = clauses[clause_id]
            held = Place(clause.document, clause.start, clause.end)
            assert any(held.covers(place) for place in places), f"{question.id}: {clause_id}"


@pytest.mark.parametrize("name", PINS)
def test_every_anchor_lies_within_one_row(name: str) -> None:
    sources = {document.meta.id: document.text for document in corpus().documents}
    rows = [Place(clause.document, clause.start, clause.end) for clause in corpus().clauses]
    for question in load_questions(name).questions:
        for anchor in question.anchors:
            assert any(row.covers(place) for place in resolve(anchor, sources) for row in rows), question.id


def test_the_sets_share_no_question() -> None:
    asked = Counter(question.question for name in PINS for question in load_questions(name).questions)
    assert max(asked.values()) == 1


@pytest.mark.parametrize("name", PINS)
def test_only_refusals_give_a_reason_and_only_they_may_lack_a_measure(name: str) -> None:
    for question in load_questions(name).questions:
        refused = question.status == "refused"
        assert refused == (question.reason is not None), question.id
        assert refused or question.must or question.result, question.id


def test_an_unknown_key_a_repeated_id_and_an_unknown_set_are_named() -> None:
    with pytest.raises(EvalError, match=r"line 1: answr"):
        parse_questions("x", _line(answr="?"))
    with pytest.raises(EvalError, match="id a stands twice"):
        parse_questions("x", f"{_line()}\n\n{_line()}\n")
    with pytest.raises(EvalError, match="Choose one of dev, dev2"):
        load_questions("nothing")


def test_the_hash_does_not_hang_on_line_ends() -> None:
    unix = parse_questions("x", f"{_line()}\n")
    assert unix.sha256 == parse_questions("x", f"{_line()}\r\n").sha256
    assert unix.sha256 != parse_questions("x", _line(question="另问？")).sha256
