from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fusion import PAPER_K, fuse

RANKED = st.lists(st.tuples(st.floats(0.1, 4), st.lists(st.integers(0, 30), unique=True)))


def test_the_formula() -> None:
    scores = fuse([(1.0, [7, 8]), (0.5, [8])])
    assert scores == {7: pytest.approx(1 / 61), 8: pytest.approx(1 / 62 + 0.5 / 61)}
    assert PAPER_K == 60


@given(RANKED)
def test_every_listed_row_and_no_other_is_scored(lists: list[tuple[float, list[int]]]) -> None:
    assert set(fuse(lists)) == {row for _, rows in lists for row in rows}


@given(st.lists(st.integers(0, 30), unique=True), st.floats(1, 100))
def test_one_list_keeps_its_order(rows: list[int], k: float) -> None:
    scores = fuse([(1.0, rows)], k)
    assert sorted(scores, key=lambda row: -scores[row]) == rows
