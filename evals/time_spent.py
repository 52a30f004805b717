"""Where the time of a search and of an answer goes, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import TypeVar

from drafting.delegating import Delegating
from drafting.generator import Generator, Silent
from evals.clock import Clock
from evals.composition import Composition, composition_of
from evals.system import Workspace

T = TypeVar("T")

PARTS = ("understanding", "embedding", "retrieval", "finding", "model", "verifying", "rendering")
"""``finding`` looks things up in the graph and the clauses; ``rendering`` is all the rest: putting the answer together,
writing it out, and the model's prompts."""
_OF_SEARCHER = ("prepare", "ready", "search", "similarity", "subjects", "nearest_topics")


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """The parts of one activity.

    Attributes:
        activity: Its name.
        questions: How many questions the means are over.
        milliseconds: Mean time a question, by part.
    """

    activity: str
    questions: int
    milliseconds: dict[str, float]

    @property
    def total(self) -> float:
        """The mean time of a question."""
        return sum(self.milliseconds.values())


class TimedGenerator(Delegating):
    """A generator whose writing is timed; its text comes in one piece."""

    def __init__(self, generator: Generator, clock: Clock) -> None:
        super().__init__(generator)
        self._clock = clock

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Continue ``prompt``; see ``Generator.generate``."""
        with self._clock.part("model"):
            pieces = self._generator.generate(
                prompt, max_tokens=max_tokens, stop=stop, deadline_s=deadline_s, within=within
            )
            text = "".join(pieces)
        yield text


def time_spent(workspace: Workspace, questions: Sequence[str], written: Sequence[str]) -> tuple[TimeSpent, ...]:
    """Time the parts of searching, of answering without generation, and of answering.

    Args:
        workspace: A built data folder.
        questions: What is asked; the first one only loads what is loaded lazily.
        written: What is answered with generation, likewise.

    Raises:
        EvalError: The workspace's parts cannot be told apart.
    """
    clock = Clock()
    parts = _timed(composition_of(workspace), clock)
    searching = copy(workspace)
    for name in ("searcher", "understanding"):
        setattr(searching, name, getattr(parts, name))
    finder = _with(parts.product_finder(), clock, "finding", ("find",))
    answerer = replace(parts, finder=finder, check=clock.timed("verifying", parts.check)).answerer()
    writer = TimedGenerator(workspace.generator(), clock)
    quiet = Silent()
    return (
        _over(clock, "search", "retrieval", searching.search, questions),
        _over(clock, "ask without generation", "rendering", lambda text: answerer.ask(text, quiet), questions),
        _over(clock, "ask", "rendering", lambda text: answerer.ask(text, writer), written),
    )


def _timed(parts: Composition, clock: Clock) -> Composition:
    searcher = _with(parts.searcher, clock, "retrieval", _OF_SEARCHER)
    searcher.embedder = _with(searcher.embedder, clock, "embedding", ("embed_queries",))
    return replace(
        parts, searcher=searcher, understanding=_with(parts.understanding, clock, "understanding", ("read",))
    )


def _with(thing: T, clock: Clock, part: str, methods: Sequence[str]) -> T:
    """A copy of a thing that times some of its methods, also where it calls them itself."""
    other = copy(thing)
    for name in methods:
        setattr(other, name, clock.timed(part, getattr(other, name)))
    return other


def _over(clock: Clock, activity: str, rest: str, act: Callable[[str], object], questions: Sequence[str]) -> TimeSpent:
    """Mean times of all questions but the first; what no part claims counts as ``rest``."""
    for number, question in enumerate(questions):
        if number == 1:
            clock.seconds.clear()
        with clock.part(rest):
            act(question)
    count = max(1, len(questions) - 1)
    return TimeSpent(activity, count, {part: clock.seconds[part] * 1000 / count for part in PARTS})
