"""Lessons: examples as tokens, parted into those that are learned and those that show how well."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from drafting.prompting import Task, render
from training.check_examples import alike
from training.example import Example

VALIDATION_SHARE = 0.08
"""The part of all sources whose examples are not learned."""


class Tokens(Protocol):
    """What cuts texts into tokens."""

    def prompt(self, text: str) -> list[int]:
        """The tokens of a prompt."""
        ...

    def target(self, text: str) -> list[int]:
        """The tokens of what follows a prompt."""
        ...


@dataclass(frozen=True, slots=True)
class Lesson:
    """One example as tokens.

    Attributes:
        task: The task.
        tokens: The prompt's tokens and the target's.
        start: How many of them are the prompt's; at least one.
    """

    task: Task
    tokens: tuple[int, ...]
    start: int


def lesson(example: Example, vocabulary: Tokens) -> Lesson:
    """The prompt as the product renders it, then the target and the line's end, which ends a draft."""
    values = {"opening": "", **example.values}
    prompt = vocabulary.prompt(render(example.task, values, learned=True).text)
    return Lesson(example.task, (*prompt, *vocabulary.target(example.target + "\n")), len(prompt))


def part(examples: Sequence[Example], share: float = VALIDATION_SHARE) -> tuple[list[Example], list[Example]]:
    """The examples to learn and those to validate with.

    A source goes to one side as a whole, by its hash: where examples are added, the others stay where they were. One
    that is nearly the same as an example of the other side is learned.
    """
    held = [_held(example.source, share) for example in examples]
    for earlier, later in alike(examples):
        if held[earlier] != held[later]:
            held[earlier] = held[later] = False
    learned = [example for example, kept in zip(examples, held, strict=True) if not kept]
    return learned, [example for example, kept in zip(examples, held, strict=True) if kept]


def _held(source: str, share: float) -> bool:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") < share * 2**64
