"""Batches hold every lesson once a pass, and no more tokens than they may."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.batches import cut, passes

LENGTHS = st.lists(st.integers(1, 60), min_size=1, max_size=40)


@given(LENGTHS, st.integers(1, 3), st.integers(1, 100), st.integers(0, 5))
def test_each_pass_holds_every_lesson_once(lengths: list[int], epochs: int, limit: int, seed: int) -> None:
    batches = passes(lengths, epochs, limit, seed)
    assert sorted(at for batch in batches for at in batch) == sorted(list(range(len(lengths))) * epochs)
    assert all(len(batch) == 1 or max(lengths[at] for at in batch) * len(batch) <= limit for batch in batches)


def test_the_seed_decides_the_order() -> None:
    lengths = list(range(1, 40))
    assert passes(lengths, 2, 60, seed=1) == passes(lengths, 2, 60, seed=1)
    assert passes(lengths, 2, 60, seed=1) != passes(lengths, 2, 60, seed=2)
    once = passes(lengths, 1, 60, seed=1)
    assert passes(lengths, 2, 60, seed=1)[: len(once)] == once


def test_lessons_of_a_batch_are_of_similar_length() -> None:
    lengths = [10] * 20 + [50] * 20
    assert all(len({lengths[at] for at in batch}) == 1 for batch in passes(lengths, 1, 100, seed=1))


def test_a_lesson_that_is_too_long_is_a_batch_by_itself() -> None:
    assert list(cut([0, 1, 2], [5, 500, 5], 100)) == [(0,), (1,), (2,)]
