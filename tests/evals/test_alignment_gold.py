"""The hand-read alignment: of clauses that there are, halved, pinned, and true where truth can be checked."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest

from corpus.clause import Clause
from corpus.library import load_corpus
from evals.alignment_gold import HALVES, PINS, GoldPair, gold_names, load_gold, parse_gold
from evals.errors import EvalError
from kg.triples import comparison_text

GOOD = {
    "id": "x-1",
    "left": ["a/1"],
    "right": ["b/1"],
    "relation": "weaker",
    "force_change": "should→shall",
    "quantity_change": None,
    "added": ["MES"],
    "dropped": [],
    "why": "宜改为应",
    "half": "dev",
}
NAMES = gold_names()


def _line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


@cache
def clauses() -> dict[str, Clause]:
    return {clause.id: clause for clause in load_corpus().clauses}


def said(ids: tuple[str, ...]) -> str:
    return comparison_text("".join(clauses()[one].plain for one in ids))


def forces(ids: tuple[str, ...]) -> set[str]:
    found = [clauses()[one] for one in ids]
    ruled = {provision.force for clause in found for provision in clause.provisions}
    return ruled | {force for clause in found for force in clause.forces}


def documents(ids: tuple[str, ...]) -> set[str]:
    return {clauses()[one].document for one in ids}


@pytest.mark.parametrize("name", NAMES)
def test_a_set_is_the_pinned_one_and_its_halves_are_even(name: str) -> None:
    pairs = load_gold(name)
    assert len(pairs) == PINS[name].count
    halves = Counter(pair.half for pair in pairs)
    assert abs(halves["dev"] - halves["held-out"]) <= 0.1 * len(pairs)
    for half in HALVES:
        none = [pair for pair in pairs if pair.half == half and pair.relation == "none"]
        assert len(none) >= 10, f"{name}, {half}"


def test_both_kinds_of_pairs_are_many_enough() -> None:
    pairs = load_gold("zhejiang")
    counts = Counter(pair.relation for pair in pairs)
    assert counts["none"] >= 40 and len(pairs) - counts["none"] >= 110
    assert all(counts[relation] >= 10 for relation in ("equal", "similar", "stronger", "weaker", "overlaps"))
    assert sum(len(pair.left) + len(pair.right) > 2 for pair in pairs) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_exists_and_a_side_is_of_one_document(name: str) -> None:
    for pair in load_gold(name):
        assert {*pair.left, *pair.right} <= clauses().keys(), pair.id
        assert len(documents(pair.left)) == len(documents(pair.right)) == 1, pair.id
        assert not set(pair.left) & set(pair.right), pair.id


def test_the_sides_are_of_different_documents() -> None:
    compared = Counter(
        (clauses()[pair.left[0]].document, clauses()[pair.right[0]].document) for pair in load_gold("zhejiang")
    )
    assert set(compared) == {("zj-graded", "zj-trial"), ("zj-graded", "zj-guideline"), ("zj-guideline", "zj-trial")}
    assert min(compared.values()) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_the_equal_pairs_are_equal_by_the_rule_and_no_other_is(name: str) -> None:
    for pair in load_gold(name):
        assert (said(pair.left) == said(pair.right)) == (pair.relation == "equal"), pair.id


@pytest.mark.parametrize("name", NAMES)
def test_a_change_of_force_is_between_forces_that_the_sides_have(name: str) -> None:
    for pair in load_gold(name):
        if pair.force_change is not None:
            left, right = pair.force_change.split("→")
            assert left != right and left in forces(pair.left) and right in forces(pair.right), pair.id
        elif pair.relation not in ("none", "equal"):
            assert forces(pair.left) & forces(pair.right), pair.id


@pytest.mark.parametrize("name", NAMES)
def test_a_pair_that_is_none_or_equal_states_no_difference(name: str) -> None:
    for pair in load_gold(name):
        if pair.relation in ("none", "equal"):
            assert not (pair.force_change or pair.quantity_change or pair.added or pair.dropped), pair.id


def test_no_true_non_pair_stands_within_a_pair_that_corresponds() -> None:
    for name in NAMES:
        pairs = load_gold(name)
        linked = {
            (left, right) for pair in pairs if pair.relation != "none" for left in pair.left for right in pair.right
        }
        for pair in pairs:
            if pair.relation == "none":
                assert not {(left, right) for left in pair.left for right in pair.right} & linked, pair.id


def test_what_is_added_or_dropped_stands_on_one_side_only() -> None:
    for pair in load_gold("zhejiang"):
        left, right = said(pair.left), said(pair.right)
        assert all(word in right and word not in left for word in pair.added), pair.id
        assert all(word in left and word not in right for word in pair.dropped), pair.id


def test_a_line_is_read_as_it_stands() -> None:
    assert parse_gold("x", _line()) == (
        GoldPair("x-1", ("a/1",), ("b/1",), "weaker", "should→shall", None, ("MES",), (), "宜改为应", "dev"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        _line(half="test"),
        _line(relation="same"),
        _line(force_change="宜→应"),
        _line(left=[]),
        _line(why=""),
        _line(score=1),
        f"{_line()}\n{_line(left=['a/2'])}",
        f"{_line()}\n{_line(id='x-2', left=['b/1'], right=['a/1'])}",
    ],
)
def test_what_is_no_pair_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(EvalError, match="alignment x, line"):
        parse_gold("x", text)


def test_a_set_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(EvalError, match=r"Choose one of .*zhejiang"):
        load_gold("nowhere")
