"""The question sets: readable, pinned, and true to the texts. What fails is told by its id: a set may be sealed."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest

from corpus.clause import Clause
from corpus.library import Corpus, load_corpus
from evals.anchors import Place, resolve
from evals.errors import EvalError
from evals.question import PINS, Anchor, QuestionSet, load_questions, parse_questions

GOOD = {"id": "a", "question": "问？", "kind": "lookup", "status": "answered"}


@cache
def corpus() -> Corpus:
    return load_corpus()


def _line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


@pytest.mark.parametrize("name", PINS)
def test_a_set_is_the_pinned_one_and_large_enough(name: str) -> None:
    found = load_questions(name)
    questions, kinds = (45, 8) if name.startswith("compare-") else (70, 15)
    assert found.sha256 == PINS[name].sha256
    assert len(found.questions) >= questions
    assert len({question.kind for question in found.questions}) >= kinds


def test_only_the_test_sets_are_sealed() -> None:
    assert {name for name in PINS if QuestionSet(name, "", ()).sealed} == {name for name in PINS if "test" in name}


@pytest.mark.parametrize("name", PINS)
def test_every_anchor_stands_in_its_document(name: str) -> None:
    sources = {document.meta.id: document.text for document in corpus().documents}
    anchors = [anchor for question in load_questions(name).questions for anchor in question.anchors]
    assert anchors and all(resolve(anchor, sources) for anchor in anchors)


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
def test_what_has_to_be_cited_lies_within_rows(name: str) -> None:
    sources = {document.meta.id: document.text for document in corpus().documents}
    rows = [Place(clause.document, clause.start, clause.end) for clause in corpus().clauses]

    def held(anchor: Anchor) -> bool:
        return any(row.covers(place) for place in resolve(anchor, sources) for row in rows)

    wrong = []
    for question in load_questions(name).questions:
        enough = all if question.cite == "all" else any
        if question.anchors and not enough(held(anchor) for anchor in question.anchors):
            wrong.append(question.id)
    assert wrong == []


def test_the_sets_share_no_question() -> None:
    asked = Counter(question.question for name in PINS for question in load_questions(name).questions)
    assert max(asked.values()) == 1


@pytest.mark.parametrize("name", PINS)
def test_only_refusals_give_a_reason_and_only_they_may_lack_a_measure(name: str) -> None:
    questions = load_questions(name).questions
    refused = [question.id for question in questions if question.status == "refused"]
    assert [question.id for question in questions if question.reason is not None] == refused
    measured = [question.id for question in questions if question.must or question.result or question.anchors]
    assert [question.id for question in questions if question.id not in {*refused, *measured}] == []


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
