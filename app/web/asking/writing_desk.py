"""Where the model writes for all sessions: beside the pages, so that a page can be used while it does."""

from __future__ import annotations

import atexit
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import invalidate_caches
from pathlib import Path

from app.assembly import Opener
from drafting.answer import Answer
from drafting.answering import Answerer
from drafting.bundled_model import Generators, open_generator
from drafting.generator import DraftingError, Missing
from drafting.model_process import ModelProcess
from drafting.served_model import ServedModel

DEADLINE_S = 15.0
"""Seconds for a sentence: nobody waits for it, since the quotations are there already."""


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

    def write(self, answerer: Answerer, found: Answer) -> Future[Answer]:
        """Start to write the sentence of an answer; cancel the future where nobody waits for it any more.

        Raises:
            DraftingError: There is no generator of this name, or the desk is closed.
        """
        generator = self.generator()
        return self._pool.submit(answerer.write, found, generator, DEADLINE_S)

    def close(self) -> None:
        """End the model's process; what waits for it is given up."""
        atexit.unregister(self.close)
        self._pool.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            held, self._held = self._held, None
        if isinstance(held, ModelProcess | ServedModel):
            held.close()
