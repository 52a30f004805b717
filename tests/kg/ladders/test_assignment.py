from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ladders.assignment import best_pairs


@st.composite
def matrices(draw: st.DrawFn) -> list[list[float]]:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    weight = st.integers(-20, 40).map(lambda number: number / 10)
    return draw(st.lists(st.lists(weight, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


def best_by_trying(weights: list[list[float]]) -> float:
    wide = weights if len(weights) <= len(weights[0]) else [list(row) for row in zip(*weights, strict=True)]
    columns = range(len(wide[0]))
    return max(
        sum(max(0.0, wide[row][column]) for row, column in enumerate(order))
        for order in permutations(columns, len(wide))
    )


@given(matrices())
def test_no_other_pairing_weighs_more(weights: list[list[float]]) -> None:
    pairs = best_pairs(np.array(weights, dtype=np.float32))
    assert sum(weights[row][column] for row, column in pairs) == pytest.approx(best_by_trying(weights))
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)


def test_nothing_is_paired_with_nothing() -> None:
    assert best_pairs(np.zeros((0, 3), dtype=np.float32)) == ()
    assert best_pairs(np.zeros((2, 2), dtype=np.float32)) == ()
