"""The hand-read changes from tier to tier: of rows that exist, covering each cell, halved, pinned, true in print."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

import pytest

from corpus.clause import Clause
from corpus.library import load_corpus
from evals.errors import EvalError
from evals.tier_gold import GOLD_DOCUMENT, TIER_PIN, GoldChange, load_tier_gold, parse_tier_gold

STEPS = (("digital-workshop", "smart-factory"), ("smart-factory", "future-factory"))
COUNTS: Mapping[str, Mapping[str, int]] = {
    "digital-workshop": {
        "new": 28,
        "same": 1,
        "raised": 7,
        "relaxed": 1,
        "widened": 18,
        "changed": 15,
        "not_restated": 8,
    },
    "smart-factory": {"new": 50, "raised": 2, "relaxed": 2, "widened": 28, "changed": 32, "not_restated": 7},
}
GOOD = {
    "id": "x-1",
    "subdomain_no": 1,
    "from": "digital-workshop",
    "to": "smart-factory",
    "lower": ["a/1"],
    "upper": ["a/2"],
    "change": "raised",
    "also": ["widened"],
    "why": "宜改为应",
    "half": "dev",
}


def _line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


@cache
def cells() -> Mapping[tuple[int, str], tuple[Clause, ...]]:
    """The rows that ask something, by subdomain and tier."""
    found: dict[tuple[int, str], list[Clause]] = defaultdict(list)
    for clause in load_corpus().clauses:
        if clause.document == GOLD_DOCUMENT and clause.subdomain_no and clause.tier and clause.kind == "requirement":
            found[clause.subdomain_no, clause.tier].append(clause)
    return {cell: tuple(clauses) for cell, clauses in found.items()}


@cache
def subdomains() -> frozenset[int]:
    return frozenset(number for number, _ in cells())


def ids(number: int, tier: str) -> set[str]:
    return {clause.id for clause in cells().get((number, tier), ())}


def forces(change: GoldChange, tier: str, side: tuple[str, ...]) -> set[str]:
    rows = [clause for clause in cells()[change.subdomain_no, tier] if clause.id in side]
    return {provision.force for clause in rows for provision in clause.provisions}


def test_it_is_the_pinned_set_and_its_halves_go_by_subdomain() -> None:
    changes = load_tier_gold()
    assert len(changes) == TIER_PIN.count
    assert all(change.half == ("dev" if change.subdomain_no % 2 else "held-out") for change in changes)
    halves = Counter(change.half for change in changes)
    assert abs(halves["dev"] - halves["held-out"]) <= 0.1 * len(changes)


def test_the_counts_of_each_change_are_those_that_were_judged() -> None:
    found = {tier: Counter(one.change for one in load_tier_gold() if one.lower_tier == tier) for tier, _ in STEPS}
    assert found == COUNTS


def test_every_row_stands_in_its_own_cell() -> None:
    for change in load_tier_gold():
        assert (change.lower_tier, change.upper_tier) in STEPS, change.id
        assert set(change.lower) <= ids(change.subdomain_no, change.lower_tier), change.id
        assert set(change.upper) <= ids(change.subdomain_no, change.upper_tier), change.id


@pytest.mark.parametrize(("lower", "upper"), STEPS)
def test_every_row_of_both_cells_is_judged(lower: str, upper: str) -> None:
    assert subdomains() == set(range(1, 45))
    for number in sorted(subdomains()):
        judged = [one for one in load_tier_gold() if (one.subdomain_no, one.lower_tier) == (number, lower)]
        assert {row for one in judged for row in one.upper} == ids(number, upper), number
        assert {row for one in judged for row in one.lower} == ids(number, lower), number


def test_no_cell_that_asks_nothing_lies_above_one_that_asks_something() -> None:
    for number in subdomains():
        asking = [bool(ids(number, tier)) for tier in ("digital-workshop", "smart-factory", "future-factory")]
        assert asking == sorted(asking), number


def test_a_cell_above_one_that_asks_nothing_is_new_altogether() -> None:
    above = [one for one in load_tier_gold() if not ids(one.subdomain_no, one.lower_tier)]
    assert above and all(one.change == "new" and not one.also for one in above)


def test_what_is_raised_or_relaxed_is_so_in_print() -> None:
    for one in load_tier_gold():
        if one.change in ("raised", "relaxed"):
            lower, upper = forces(one, one.lower_tier, one.lower), forces(one, one.upper_tier, one.upper)
            if one.change == "raised":
                assert lower & {"should", "may"} and "shall" in upper, one.id
            else:
                assert "shall" in lower and "shall" not in upper, one.id


def test_a_row_stands_below_a_row_once_only() -> None:
    pairs = Counter((below, above) for one in load_tier_gold() for below in one.lower for above in one.upper)
    assert pairs and max(pairs.values()) == 1
    alone = Counter((one.change, *one.lower, *one.upper) for one in load_tier_gold() if not (one.lower and one.upper))
    assert max(alone.values()) == 1


def test_what_is_not_restated_is_taken_up_nowhere() -> None:
    for one in load_tier_gold():
        if one.change == "not_restated":
            others = [other for other in load_tier_gold() if other.upper and other.lower_tier == one.lower_tier]
            assert not any(set(one.lower) & set(other.lower) for other in others), one.id


def test_a_line_is_read_as_it_stands() -> None:
    assert parse_tier_gold(_line()) == (
        GoldChange(
            "x-1",
            1,
            "digital-workshop",
            "smart-factory",
            ("a/1",),
            ("a/2",),
            "raised",
            ("widened",),
            "宜改为应",
            "dev",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        _line(half="test"),
        _line(change="dropped"),
        _line(**{"from": "future-factory"}),
        _line(lower=[]),
        _line(upper=[]),
        _line(change="new"),
        _line(change="not_restated"),
        _line(also=["raised"]),
        _line(why=""),
        _line(score=1),
        f"{_line()}\n{_line(lower=['a/3'])}",
    ],
)
def test_what_is_no_change_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(EvalError, match="tiers, line"):
        parse_tier_gold(text)
