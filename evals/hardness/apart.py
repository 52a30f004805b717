"""Reads documents in a process of its own, so that what kills or hangs it ends only that process."""

from __future__ import annotations

import faulthandler
import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Self

from evals.hardness.hard_input import HardInput
from evals.hardness.reading_chain import Got, take

if sys.platform != "win32":
    import resource

MEMORY = 4 * 2**30
PATIENCE_S = 60.0
_WHERE = "where.txt"


class Apart:
    """A process that reads documents one by one; another takes its place where it ends.

    Args:
        folder: Where files may be written.
        patience: Seconds on the clock that one document may take before it counts as hung.
    """

    def __init__(self, folder: Path, patience: float = PATIENCE_S) -> None:
        self._folder = folder
        self._patience = patience
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.join()

    def take(self, given: HardInput) -> Got:
        """What became of a document."""
        try:
            self._line.send(given)
            got: Got = self._line.recv()
        except (EOFError, BrokenPipeError):
            self._process.join()
            where = (self._folder / _WHERE).read_text(encoding="utf-8", errors="replace")
            outcome, said = ("hung", _innermost(where)) if where else ("died", f"exit {self._process.exitcode}")
            self._start()
            return Got("hung" if outcome == "hung" else "died", said, self._patience, len(given.data), (outcome,))
        return got

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._folder, self._patience), daemon=True)
        with _nobodys_script():
            self._process.start()
        theirs.close()


@contextmanager
def _nobodys_script() -> Iterator[None]:
    """Keeps a new process from running again the script that this one was started with; it needs nothing of that."""
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _serve(line: Connection, folder: Path, patience: float) -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with (folder / _WHERE).open("w", encoding="utf-8") as where:
        while True:
            given: HardInput = line.recv()
            faulthandler.dump_traceback_later(patience, exit=True, file=where)
            got = take(given, folder)
            faulthandler.cancel_dump_traceback_later()
            line.send(got)


def _innermost(where: str) -> str:
    lines = [line.strip() for line in where.splitlines() if line.strip().startswith("File")]
    return " < ".join(lines[:4])
