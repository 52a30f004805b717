"""Which lessons are learned together, and in what order: a function of the seed alone."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

UNEVENNESS = 0.15
"""Lengths are varied by this part before they are sorted, so that a batch's members change from pass to pass."""


def passes(lengths: Sequence[int], epochs: int, limit: int, seed: int) -> list[tuple[int, ...]]:
    """All batches of all passes, by the lessons' places.

    Args:
        lengths: The lessons' lengths in tokens.
        epochs: How often each lesson is learned.
        limit: The most tokens of a batch, filling included; a longer lesson is a batch by itself.
        seed: What decides the order.
    """
    made: list[tuple[int, ...]] = []
    for epoch in range(epochs):
        chance = random.Random(f"{seed} {epoch}")
        order = sorted(range(len(lengths)), key=lambda at: lengths[at] * chance.uniform(1, 1 + UNEVENNESS))
        batches = list(cut(order, lengths, limit))
        chance.shuffle(batches)
        made += batches
    return made


def cut(order: Sequence[int], lengths: Sequence[int], limit: int) -> Iterator[tuple[int, ...]]:
    """Runs of ``order`` that hold at most ``limit`` tokens when filled up to their longest."""
    batch: list[int] = []
    longest = 0
    for at in order:
        longest = max(longest, lengths[at])
        if batch and longest * (len(batch) + 1) > limit:
            yield tuple(batch)
            batch, longest = [], lengths[at]
        batch.append(at)
    if batch:
        yield tuple(batch)
