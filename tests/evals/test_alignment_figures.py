"""Figures of alignments, on lines made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from evals.alignment_drawn import PINS, load_drawn
from evals.alignment_figures import among_all, average_precision, best_threshold, figures, members
from evals.alignment_gold import GoldPair, Relation, gold_names, load_gold
from evals.alignment_logistic import fit


def line(name: str, left: tuple[str, ...], right: tuple[str, ...], relation: Relation = "overlaps") -> GoldPair:
    return GoldPair(name, left, right, relation, None, None, (), (), "made by hand", "dev")


ONE = line("1", ("a/1",), ("b/1",))
TWO = line("2", ("a/2",), ("b/2", "b/3"))
NONE = line("3", ("a/3",), ("b/4",), "none")
LINES = (ONE, TWO, NONE)
SCORES = {("a/1", "b/1"): 0.9, ("a/2", "b/2"): 0.8, ("a/3", "b/4"): 0.5, ("a/2", "b/3"): 0.4}


def test_a_line_counts_once_by_the_share_of_its_members() -> None:
    told = figures(LINES, {("a/1", "b/1"), ("a/2", "b/2"), ("x/1", "y/1")}, SCORES)
    assert members(TWO) == (("a/2", "b/2"), ("a/2", "b/3"))
    assert told.recall.value == pytest.approx(0.75) and told.precision.value == 1.0, "what nobody listed does not count"
    assert told.f1.value == pytest.approx(2 * 0.75 / 1.75) and told.non_pairs == (0, 1)
    assert told.recall.low <= 0.75 <= told.recall.high


def test_a_true_non_pair_that_is_accepted_costs_precision() -> None:
    told = figures(LINES, set(SCORES), SCORES)
    assert told.precision.value == pytest.approx(2 / 3) and told.recall.value == 1.0 and told.non_pairs == (1, 1)
    nothing = figures(LINES, set(), {})
    assert (nothing.precision.value, nothing.recall.value, nothing.f1.value) == (0, 0, 0)


def test_the_threshold_is_the_one_with_the_best_f1() -> None:
    assert best_threshold(LINES[:1] + LINES[2:], SCORES) == 0.9
    assert best_threshold(LINES, SCORES) == 0.8


def test_average_precision_goes_down_by_score() -> None:
    perfect = SCORES | {("a/2", "b/3"): 0.7}
    assert average_precision(LINES, perfect) == pytest.approx(1.0)
    assert average_precision(LINES, SCORES) == pytest.approx((1 + 0.5 + 0.5 * 2 / 3) / 2)
    assert average_precision((ONE, NONE), dict.fromkeys(SCORES, 0.5)) == pytest.approx(2 / 3), "a tie is half above"


def test_among_all_pairs_what_nobody_listed_counts_as_wrong() -> None:
    more = SCORES | {("x/1", "y/1"): 0.85}
    assert among_all(LINES, SCORES) == pytest.approx((1 + 1 + 3 / 4) / 3)
    assert among_all(LINES, more) == pytest.approx((1 + 2 / 3 + 3 / 5) / 3)
    assert among_all(LINES, {}) == 0.0, "what cannot be compared is never found"


def test_the_regression_finds_what_tells_the_labels() -> None:
    drawing = np.random.default_rng(0)
    values = drawing.normal(size=(400, 2)) * [1.0, 50.0] + [3.0, 7.0]
    labels = (values[:, 0] + 0.3 * drawing.normal(size=400) > 3.0).astype(np.float64)
    fitted = fit(values, labels, np.ones(400), 1.0)
    assert abs(fitted.weights[1]) < 0.01 * fitted.weights[0]
    assert ((fitted.scores(values) > 0) == (labels > 0)).mean() > 0.85
    heavier = fit(values, labels, np.where(labels > 0, 5.0, 1.0), 1.0)
    assert heavier.bias / heavier.weights[0] > fitted.bias / fitted.weights[0]


@pytest.mark.parametrize("name", PINS)
def test_the_drawn_pairs_are_the_pinned_ones_and_none_is_in_the_gold(name: str) -> None:
    drawn = load_drawn(name)
    listed = {pair for name in gold_names() for one in load_gold(name) for pair in members(one)}
    assert len(drawn) == PINS[name].count == len({(one.left, one.right) for one in drawn})
    assert not listed & {(one.left, one.right) for one in drawn} and {one.same for one in drawn} == {True, False}
