"""The ways to write a draft that are set against each other: the same cases, one try each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from drafting.drafts.allowed import allowed
from drafting.generator import DraftingError, Generator, continued
from drafting.prompting import Draft, Task, parse, render

DEADLINE_S = 60.0
"""Long enough for every draft, so that what is measured is the writing and not the limit."""


@dataclass(frozen=True, slots=True)
class FirstTry:
    """What one way made of one case.

    Attributes:
        text: The draft, without its closing mark; empty where there is none.
        reason: Why there is none; empty where there is one.
        seconds: How long it took.
        characters: How many characters were written.
    """

    text: str
    reason: str
    seconds: float
    characters: int


class Way(Protocol):
    """A way to write drafts."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""
        ...

    def write(self, task: Task, values: Mapping[str, str]) -> FirstTry:
        """One try at a case."""
        ...


@dataclass(frozen=True, slots=True)
class Quoting:
    """No model: what is given, as it stands."""

    name: str = "quotation"

    def write(self, task: Task, values: Mapping[str, str]) -> FirstTry:
        """The words that the task is to put into others."""
        names = {
            "gist": ("predicate",),
            "narrative": ("how", "effect"),
            "title": ("clauses",),
            "rewrite": ("question",),
        }
        given = [values[name] for name in names.get(task, tuple(values)) if values[name]]
        text = "。".join(one.rstrip("。") for one in given)
        return FirstTry(text, "", 0.0, len(text))


@dataclass(frozen=True, slots=True)
class Writing:
    """A language model, led by worked examples or by what it has learned.

    Attributes:
        name: What it is called in the tables.
        generator: The model.
        held: Whether it is held to the words that were given and those that join them.
    """

    name: str
    generator: Generator
    held: bool = False

    def write(self, task: Task, values: Mapping[str, str]) -> FirstTry:
        """One draft of the model, as the product reads it."""
        slots = {"opening": "", **values} if task == "gist" else dict(values)
        prompt = render(task, slots, self.generator.learned)
        begun = perf_counter()
        try:
            raw = continued(self.generator, prompt, DEADLINE_S, allowed(task, values) if self.held else None)
        except DraftingError as error:
            return FirstTry("", str(error), perf_counter() - begun, 0)
        seconds, read = perf_counter() - begun, parse(task, raw, given=values.get("predicate", ""))
        if isinstance(read, Draft):
            return FirstTry(read.text, "", seconds, len(raw))
        return FirstTry("", read.reason, seconds, len(raw))
