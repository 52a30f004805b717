"""A fixed part of a question set, for systems that take seconds a question."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from evals.question import Question

EVERY = 3


def every_third(questions: Sequence[Question], seed: int = 0) -> tuple[Question, ...]:
    """One question in three, spread evenly over the kinds, the same ones each time.

    Args:
        questions: A set's questions.
        seed: Of the order within a kind, and of the question that is taken first.

    Returns:
        The chosen questions in the set's order.
    """
    draw = Random(seed)
    shuffled = draw.sample(questions, len(questions))
    taken = sorted(shuffled, key=lambda one: one.kind)[draw.randrange(EVERY) :: EVERY]
    ids = {one.id for one in taken}
    return tuple(one for one in questions if one.id in ids)
