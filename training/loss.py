"""How far the model is from the targets: cross entropy, told at the targets' tokens alone.

The vocabulary has 262,144 tokens, and to weigh all of them takes as long as the model itself. While learning, a
target's token is weighed against all tokens that occur in any lesson and against others drawn anew each time; the drawn
ones count for all that were not drawn, so that the loss estimates the whole vocabulary's. Validation weighs all.

Source: Bengio and Senécal, Adaptive importance sampling to accelerate training of a neural probabilistic language model
(2008), with a uniform proposal.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from training.lessons import Lesson
from training.model import hidden_states, token_vectors

ROWS_AT_ONCE = 256
"""Positions whose tokens are weighed at once over the whole vocabulary: a quarter of a gigabyte."""

ROWS_TOGETHER = 64
"""Positions are filled up to a multiple of this."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons as tensors.

    Attributes:
        tokens: Shape (rows, length), filled up with 0 at the ends.
        rows: Of each position before a target's token, its row; shape (positions,).
        columns: The same position's column.
        targets: The token that follows.
        tasks: The tasks of the rows.
    """

    tokens: Any
    rows: Any
    columns: Any
    targets: Any
    tasks: tuple[str, ...]


def batch(lessons: Sequence[Lesson], device: str) -> Batch:
    """Make a batch of lessons."""
    length = max(len(one.tokens) for one in lessons)
    tokens = torch.tensor([[*one.tokens, *[0] * (length - len(one.tokens))] for one in lessons])
    places = [(row, at) for row, one in enumerate(lessons) for at in range(one.start, len(one.tokens))]
    rows, columns = (torch.tensor(one) for one in zip(*places, strict=True))
    targets = tokens[rows, columns]
    tasks = tuple(one.task for one in lessons)
    return Batch(tokens.to(device), rows.to(device), columns.to(device) - 1, targets.to(device), tasks)


@dataclass(frozen=True, slots=True)
class Rivals:
    """The tokens that a target's token is weighed against.

    Attributes:
        known: The tokens that occur in lessons, sorted.
        size: How many tokens there are.
        drawn: How many of the others are drawn each time.
        seed: What they are drawn with.
    """

    known: Any
    size: int
    drawn: int
    seed: int

    @classmethod
    def of(cls, lessons: Sequence[Lesson], size: int, drawn: int, seed: int, device: str) -> Rivals:
        """The rivals of these lessons' tokens, in a vocabulary of ``size``."""
        known = sorted({token for one in lessons for token in one.tokens})
        return cls(torch.tensor(known, device=device), size, min(drawn, size - len(known)), seed)

    def draw(self, step: int) -> tuple[Any, Any]:
        """The known tokens with those drawn for this step, and what each token's logit is raised by."""
        chance = torch.Generator().manual_seed(self.seed * 1_000_003 + step)
        others = torch.ones(self.size, dtype=torch.bool)
        others[self.known.cpu()] = False
        outside = others.nonzero()[:, 0]
        drawn = outside[torch.randperm(len(outside), generator=chance)[: self.drawn]].to(self.known.device)
        raised = torch.zeros(len(self.known) + len(drawn), device=self.known.device)
        if len(drawn):
            raised[len(self.known) :] = math.log(len(outside) / len(drawn))
        return torch.cat([self.known, drawn]), raised


def target_states(model: Any, given: Batch) -> Any:
    """The states before the targets' tokens, filled up with zeros: shape (positions or a few more, width).

    For each shape of a product in half precision, torch keeps a copy of the vectors: steps have to share shapes.
    """
    states = hidden_states(model, given.tokens)[given.rows, given.columns]
    return torch.nn.functional.pad(states, (0, 0, 0, -len(states) % ROWS_TOGETHER))


def sampled_losses(model: Any, given: Batch, rivals: Rivals, step: int) -> Any:
    """The loss at each target's token, estimated with rivals; shape (positions,)."""
    states = target_states(model, given)
    tokens, raised = rivals.draw(step)
    logits = (states @ token_vectors(model)[tokens].to(states.dtype).T)[: len(given.targets)].float() + raised
    return torch.nn.functional.cross_entropy(logits, torch.searchsorted(rivals.known, given.targets), reduction="none")


def whole_losses(model: Any, given: Batch) -> Any:
    """The loss at each target's token over the whole vocabulary, without learning; shape (positions,)."""
    with torch.no_grad():
        states = target_states(model, given)
        vectors = token_vectors(model).to(states.dtype)
        pieces = [
            torch.nn.functional.cross_entropy((some @ vectors.T)[: len(targets)].float(), targets, reduction="none")
            for some, targets in zip(states.split(ROWS_AT_ONCE), given.targets.split(ROWS_AT_ONCE), strict=True)
        ]
    return torch.cat(pieces)


def token_count(model: Any) -> int:
    """How many tokens the model's vocabulary has."""
    return int(token_vectors(model).shape[0])
