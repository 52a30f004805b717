"""Changes from tier to tier held against judgements: fair, first, paired, change by change."""

from __future__ import annotations

import pytest

from evals.tier_gold import Change, GoldChange
from evals.tier_measure import Claimed, measure

STEP = ("digital-workshop", "smart-factory")


def judged(lower: str, upper: str, change: Change, *also: Change) -> GoldChange:
    return GoldChange(f"{lower}-{upper}", 1, *STEP, tuple(lower), tuple(upper), change, also, "", "dev")  # type: ignore[arg-type]


def claimed(lower: str, upper: str, change: Change, *also: Change) -> Claimed:
    return Claimed(STEP, tuple(lower), tuple(upper), change, also)


GOLD = (
    judged("a", "A", "raised", "widened"),
    judged("b", "B", "changed", "widened"),
    judged("", "C", "new"),
    judged("c", "", "not_restated"),
)


def test_all_agrees_with_itself() -> None:
    found = measure([Claimed(STEP, one.lower, one.upper, one.change) for one in GOLD], GOLD)
    assert (found.upper.value, found.lower.value, found.first.value, found.pairs[2]) == (1.0, 1.0, 1.0, 1.0)
    assert found.by_change["raised"][0].n == 1 and found.by_change["same"][0].n == 0


def test_what_is_fair_agrees_and_what_comes_first_is_told_apart() -> None:
    claims = [claimed("a", "A", "widened"), claimed("b", "B", "widened"), claimed("", "C", "new")]
    found = measure([*claims, claimed("c", "", "not_restated")], GOLD)
    assert (found.upper.value, found.lower.value) == (1.0, 1.0)
    assert found.first.value == pytest.approx(1 / 3)
    assert found.by_change["widened"][0].value == 1.0 and found.by_change["raised"][1].value == 0.0


def test_a_clause_agrees_only_where_all_that_is_said_of_it_is_fair() -> None:
    found = measure([claimed("a", "A", "raised"), claimed("b", "A", "same"), claimed("b", "B", "changed")], GOLD)
    assert found.upper.value == pytest.approx(1 / 3)  # A is called the same too, C is not told of
    precision, recall, both = found.pairs
    assert [precision.value, recall.value, both] == pytest.approx([2 / 3, 1.0, 0.8])


def test_what_else_is_said_counts_as_found() -> None:
    found = measure([claimed("a", "A", "widened", "raised")], GOLD)
    assert found.by_change["raised"][1].value == 1.0


def test_clauses_that_were_not_judged_do_not_count() -> None:
    found = measure([claimed("x", "Y", "same"), claimed("c", "", "not_restated")], GOLD)
    assert found.pairs[0].n == 0 and found.by_change["not_restated"][0].value == 1.0
