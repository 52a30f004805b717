"""One child process that is spoken to in JSON lines: start it, hand it requests, wait for its events, stop it."""

from __future__ import annotations

import json
import queue
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from typing import IO, Any

OBEY_S = 1.5
"""Seconds that a child may take to obey a cancellation, or to end by itself, before it is killed."""

Event = dict[str, Any]


class ChildGone(Exception):
    """The child process ended, or wrote what is not an event. Never leaves this layer."""


class Child:
    """One running child process and the events that it wrote.

    Args:
        command: The program and its arguments.

    Raises:
        OSError: The program cannot be started.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._open = ExitStack()
        self._errors: IO[bytes] = self._open.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 (the stack closes it)
        try:
            self._process = subprocess.Popen(
                list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors
            )
        except OSError:
            self._open.close()
            raise
        self._events: queue.Queue[Event | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Turn the child's lines into events; None says that no more will come."""
        assert self._process.stdout is not None
        with suppress(ValueError, OSError):  # a line that is no JSON, or the pipe closed by stop()
            for line in self._process.stdout:
                event = json.loads(line)
                if not isinstance(event, dict) or "event" not in event:
                    break
                self._events.put(event)
        self._events.put(None)

    def send(self, request: Event) -> None:
        """Hand a request to the child.

        Raises:
            ChildGone: The child no longer listens.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise ChildGone(f"its pipe is closed{self._last_words()}") from error

    def event(self, until: float) -> Event | None:
        """Wait for the next event; None where none came until that time of the monotonic clock.

        Raises:
            ChildGone: No event will come any more.
        """
        try:
            event = self._events.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            return None
        if event is None:
            self._events.put(None)
            raise ChildGone(f"it ended or wrote nonsense{self._last_words()}")
        if event["event"] == "failed":
            raise ChildGone(str(event.get("message", "it failed")))
        return event

    def _last_words(self) -> str:
        """The last line that the child wrote to its standard error, for the message."""
        if self._errors.closed:
            return ""
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f", saying: {lines[-1][:200]}" if lines else ""

    def kill(self) -> None:
        """End the child at once, from any thread; whoever waits for an event hears that it is gone."""
        self._process.kill()

    def stop(self) -> None:
        """Close the pipes, which ends a child that is well, and kill one that stays."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(OBEY_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        self._errors.close()
