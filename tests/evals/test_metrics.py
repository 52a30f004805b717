"""The formulas against values worked out by hand or printed in their sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics import (
    bootstrap_mean,
    hit_at,
    median,
    paired_difference,
    reciprocal_rank,
    share,
    wilson,
)


def test_hit_and_reciprocal_rank_look_at_the_first_right_one() -> None:
    relevant = [False, False, True, True]
    assert not hit_at(relevant, 2)
    assert hit_at(relevant, 3)
    assert reciprocal_rank(relevant) == pytest.approx(1 / 3)
    assert reciprocal_rank([]) == 0.0


def test_wilson_gives_the_known_interval() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263.
    found = wilson(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


def test_nothing_measured_is_nothing_known() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)
    assert bootstrap_mean([]).n == 0
    assert median([]) == 0.0


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_a_share_lies_in_its_interval_and_the_interval_between_0_and_1(right: list[bool]) -> None:
    found = share(right)
    assert 0.0 <= found.low <= found.value + 1e-12 and found.value - 1e-12 <= found.high <= 1.0


def test_the_bootstrap_repeats_itself_and_holds_the_mean() -> None:
    values = [0.0, 0.5, 1.0, 1.0, 0.25]
    assert bootstrap_mean(values) == bootstrap_mean(values)
    assert bootstrap_mean(values).low <= 0.55 <= bootstrap_mean(values).high


def test_a_paired_difference_of_equals_is_nought_and_unequal_lengths_are_refused() -> None:
    assert paired_difference([1.0, 0.5], [1.0, 0.5]).high == 0.0
    assert paired_difference([1.0, 1.0], [0.0, 0.0]).low == 1.0
    with pytest.raises(ValueError):
        paired_difference([1.0], [])
