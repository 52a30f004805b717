"""How near a question lies to the texts: the mean of the nearest clauses, each by its nearest wording."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.nearness import nearness
from retrieval.wording_index import NO_WORDING

COSINES = st.floats(-0.5, 1.0, width=32)


@given(st.lists(st.tuples(COSINES, COSINES | st.just(NO_WORDING)), min_size=1, max_size=25))
def test_nearness_lies_between_the_least_and_the_greatest_cosine(rows: list[tuple[float, float]]) -> None:
    texts, worded = (np.array([column], dtype=np.float32) for column in zip(*rows, strict=True))
    counted = [worded if worded > NO_WORDING else text for text, worded in rows]
    near = nearness(texts, worded)
    assert near.shape == (1,) and near.dtype == np.float32
    assert min(counted) - 1e-6 <= near[0] <= max(counted) + 1e-6
    assert near[0] >= np.mean(counted) - 1e-6  # the nearest, not just any


@given(st.lists(COSINES, min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_nearness_does_not_depend_on_the_order_of_clauses(cosines: list[float], chance: Random) -> None:
    shuffled = chance.sample(cosines, len(cosines))
    none = np.full((2, len(cosines)), NO_WORDING, dtype=np.float32)
    one, other = nearness(np.array([cosines, shuffled], dtype=np.float32), none)
    assert one == pytest.approx(other, abs=1e-6)


def test_one_wording_that_comes_near_by_chance_counts_a_tenth() -> None:
    texts = np.full((1, 40), 0.5, dtype=np.float32)
    wordings = np.full((1, 40), NO_WORDING, dtype=np.float32)
    wordings[0, 7] = 1.0
    assert nearness(texts, wordings)[0] == pytest.approx(0.55)
    assert nearness(texts[:, :0], wordings[:, :0]).tolist() == [0.0]


def test_a_clause_counts_by_its_wording_though_its_text_lies_nearer() -> None:
    assert nearness(np.array([[0.9]], np.float32), np.array([[0.4]], np.float32))[0] == pytest.approx(0.4)
