"""Where the model writes for all sessions: beside the pages, so that a page can be used while it does."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib import invalidate_caches
from pathlib import Path

from app.assembly import Opener
from drafting.answer import Answer
from drafting.answering import Answerer
from drafting.bundled_model import Generators, open_generator
from drafting.delegating import Delegating
from drafting.generator import DraftingError, Generator, Missing
from drafting.model_process import ModelProcess
from drafting.served_model import ServedModel

DEADLINE_S = 15.0
"""Seconds for a sentence: nobody waits for it, since the quotations are there already."""


class Counted(Delegating):
    """A generator that counts what it writes; what it writes is a draft, shown to nobody before it is verified.

    Args:
        generator: Writes.
    """

    def __init__(self, generator: Generator) -> None:
        super().__init__(generator)
        self.characters = 0

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Continue ``prompt``; see ``Generator.generate``."""
        pieces = self._generator.generate(
            prompt, max_tokens=max_tokens, stop=stop, deadline_s=deadline_s, within=within
        )
        for piece in pieces:
            self.characters += len(piece)
            yield piece


@dataclass(frozen=True, slots=True)
class Writing:
    """A sentence on its way.

    Attributes:
        answer: The answer with the sentence, once it is written and verified.
        counted: Tells how much was drafted.
    """

    answer: Future[Answer]
    counted: Counted

    def done(self) -> bool:
        """Whether it has come, or will not."""
        return self.answer.done()

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self.answer.cancel()


class WritingDesk:
    """One model process and one sentence at a time.

    Args:
        name: The generator's name.
        models: Where weights are joined.
        opener: Opens a generator.
    """

    def __init__(self, name: str, models: Path, opener: Opener = open_generator) -> None:
        self._name = name
        self._models = models
        self._opener = opener
        self._held: Generators | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="writing")
        atexit.register(self.close)

    def generator(self) -> Generators:
        """The generator; one that was missing is looked for again, since it may be installed while the app runs.

        Raises:
            DraftingError: There is no generator of this name, or the desk is closed.
        """
        with self._lock:
            if self._closed:
                raise DraftingError("writing desk", "it was closed", "Reload the page")
            if self._held is None or isinstance(self._held, Missing):
                invalidate_caches()
                self._held = self._opener(self._name, self._models)
            return self._held

    def write(self, answerer: Answerer, found: Answer) -> Writing:
        """Start to write the sentence of an answer; cancel it where nobody waits for it any more.

        Raises:
            DraftingError: There is no generator of this name, or the desk is closed.
        """
        generator = self.generator()
        counted = Counted(generator)
        written = generator if isinstance(generator, Missing) else counted
        return Writing(self._pool.submit(answerer.write, found, written, DEADLINE_S), counted)

    def close(self) -> None:
        """End the model's process; what waits for it is given up."""
        atexit.unregister(self.close)
        self._pool.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            held, self._held = self._held, None
        if isinstance(held, ModelProcess | ServedModel):
            held.close()
