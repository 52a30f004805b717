from __future__ import annotations

import numpy as np

from kg.ladders.pairing import pair_up


def places(*rows: list[float]) -> list[tuple[int, int]]:
    return [(pair.lower, pair.upper) for pair in pair_up(np.array(rows, dtype=np.float32))]


def test_the_pairing_that_is_likeliest_as_a_whole_comes_first() -> None:
    assert places([0.9, 0.96], [0.2, 0.95]) == [(0, 0), (1, 1)]


def test_a_demand_that_is_split_in_two_keeps_both() -> None:
    assert places([0.95, 0.9]) == [(0, 0), (0, 1)]


def test_two_demands_that_become_one_keep_both() -> None:
    assert places([0.95], [0.9]) == [(0, 0), (1, 0)]


def test_what_hardly_stands_out_beside_a_sure_pair_is_left() -> None:
    assert places([0.99, 0.6]) == [(0, 0)]


def test_what_is_not_likely_stays_alone() -> None:
    assert places([0.4, 0.3], [0.2, 0.1]) == []
    assert pair_up(np.zeros((0, 2), dtype=np.float32)) == () == pair_up(np.zeros((2, 0), dtype=np.float32))


def test_pairs_carry_how_sure_they_are_in_the_uppers_order() -> None:
    found = pair_up(np.array([[0.1, 0.8], [0.9, 0.1]], dtype=np.float32))
    assert [(pair.upper, round(pair.confidence, 2)) for pair in found] == [(0, 0.9), (1, 0.8)]
