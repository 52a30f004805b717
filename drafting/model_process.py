"""The parent's side of the language model: one child process, one request at a time, and no way to hang.

A llama.cpp context is not thread-safe and may abort the process that holds it. So it lives in a child process:
requests wait their turn in a bounded queue, pieces stream back, a late or abandoned request is cancelled, a child
that does not obey is killed, and a child that died is started again.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing

from drafting.child_process import OBEY_S, Child, ChildGone, Event
from drafting.generator import DraftingError


class ModelProcess:
    """A generator whose model lives in a child process, started at the first use.

    Args:
        name: The generator's name for people.
        command: Gives the child's program and arguments; called at the first use, so it may fetch the weights.
        learned: Whether the child's model has learned the product's tasks.
        places: How many requests may be running or waiting at once.
        start_s: Seconds that a child may take to load its model. They do not count against a request's deadline.
    """

    def __init__(
        self,
        name: str,
        command: Callable[[], Sequence[str]],
        *,
        learned: bool = False,
        places: int = 8,
        start_s: float = 60.0,
    ) -> None:
        self._name = name
        self._learned = learned
        self._command = command
        self._start_s = start_s
        self._places = threading.BoundedSemaphore(places)
        self._turn = threading.Lock()
        self._numbers = itertools.count(1)
        self._child: Child | None = None
        self._closed = False

    @property
    def name(self) -> str:
        """The generator's name for people."""
        return self._name

    @property
    def learned(self) -> bool:
        """Whether the model has learned the product's tasks."""
        return self._learned

    def ready(self) -> bool:
        """Whether it can be asked; the model may still have to be loaded."""
        return not self._closed

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Continue ``prompt``; see ``Generator.generate``. Leaving the iterator early cancels the rest."""
        if not self._places.acquire(blocking=False):
            raise self._error("too many requests are waiting", "Ask again in a moment")
        try:
            if not self._turn.acquire(timeout=deadline_s):
                raise self._error(f"no turn came within {deadline_s:g} s", "Ask again in a moment")
            try:
                request = {"op": "generate", "prompt": prompt, "max_tokens": max_tokens, "stop": list(stop)}
                yield from self._with_one_retry(request | {"within": within}, deadline_s)
            finally:
                self._turn.release()
        finally:
            self._places.release()

    def warm_up(self, prefix: str, deadline_s: float = 60.0) -> None:
        """Load the model and evaluate ``prefix``, so that the next prompt beginning with it costs only its own end.

        Raises:
            DraftingError: As ``generate``.
        """
        for _ in self.generate(prefix, max_tokens=1, stop=(), deadline_s=deadline_s):
            pass

    def close(self) -> None:
        """End the child process and whatever runs in it, from any thread. Later requests are refused."""
        self._closed = True
        if (child := self._child) is not None:
            child.kill()
        with self._turn:
            self._drop()

    def _with_one_retry(self, request: Event, deadline_s: float) -> Iterator[str]:
        for attempt in (1, 2):
            shown = False
            try:
                child = self._started()
                # Closing the inner iterator at once, not when it is collected, cancels before the turn is given on.
                whole = request | {"id": next(self._numbers), "deadline_s": deadline_s}
                with closing(self._stream(child, whole)) as texts:
                    for text in texts:
                        shown = True
                        yield text
                return
            except ChildGone as gone:
                self._drop()
                if self._closed:
                    raise self._error("it was closed", "Open it again") from gone
                if attempt == 2 or shown:
                    raise self._error(f"its process stopped: {gone}", "Ask again, or use --generator none") from gone

    def _stream(self, child: Child, request: Event) -> Generator[str, None, None]:
        """Send one request and yield its text; whatever ends this early leaves the child idle or gone."""
        number, until = request["id"], time.monotonic() + request["deadline_s"]
        child.send(request)
        finished = False
        try:
            while not finished:
                event = child.event(until)
                if event is None:
                    raise self._error(f"no text within {request['deadline_s']:g} s", "Ask again, or allow more time")
                if event.get("id") != number:
                    continue
                if event["event"] == "token":
                    yield str(event["text"])
                    continue
                finished = True
                if event["event"] == "refused":
                    raise self._error(str(event.get("message")), "Use a shorter question or fewer clauses")
                if event.get("reason") == "deadline":
                    raise self._error(f"no text within {request['deadline_s']:g} s", "Ask again, or allow more time")
        except ChildGone:
            finished = True
            raise
        finally:
            if not finished:
                self._cancel(child, number)

    def _cancel(self, child: Child, number: int) -> None:
        """Stop a request; kill the child where it does not obey in time."""
        until = time.monotonic() + OBEY_S
        try:
            child.send({"op": "cancel", "id": number})
            while (event := child.event(until)) is not None:
                if event.get("id") == number and event["event"] == "done":
                    return
        except ChildGone:
            pass
        self._drop()

    def _started(self) -> Child:
        """The running child; a new one, its model loaded, where there is none.

        Raises:
            ChildGone: The new child ended before it was ready.
            DraftingError: It was not ready in time, or the generator is closed.
        """
        if self._closed:
            raise self._error("it was closed", "Open it again")
        if self._child is None:
            try:
                self._child = Child(self._command())
            except OSError as error:
                raise self._error(f"its process did not start: {error}", "Run `python dev.py install`") from error
            event = self._child.event(time.monotonic() + self._start_s)
            if event is None:
                self._drop()
                raise self._error(f"the model was not loaded within {self._start_s:g} s", "Close other programs")
            if event["event"] != "ready":
                raise ChildGone(f"it began with {event['event']}")
        return self._child

    def _drop(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None

    def _error(self, why: str, remedy: str) -> DraftingError:
        return DraftingError(f"generator {self._name}", why, remedy)
