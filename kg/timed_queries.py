"""A query that may be anything, asked in a process of its own: it ends in time, and nobody waits for it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.query_guard import require_harmless
from kg.rows import Rows
from kg.terms import Term

SECONDS = 10.0
"""So long a query may take."""
MOST_ROWS = 1000
"""So many rows are given."""
_POLL_S = 0.05


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a query may take.

    Attributes:
        seconds: Wall time, the process's start included.
        rows: How many rows are given; more are told of in ``Rows.cut``.
    """

    seconds: float = SECONDS
    rows: int = MOST_ROWS


def ask_in_time(
    folder: Path, sparql: str, bounds: Bounds | None = None, tick: Callable[[], None] | None = None
) -> Rows:
    """Ask a graph on disk in a process that is ended when its time is up.

    Args:
        folder: The graph's folder, as a build wrote it.
        sparql: See :meth:`kg.graph.GraphStore.query`.
        bounds: What it may take.
        tick: Called again and again while the query runs; what it raises ends the query and goes on to the caller.

    Raises:
        GraphError: The query is no read-only SPARQL, takes too long, or cannot be answered.
    """
    require_harmless(sparql)
    allowed = bounds or Bounds()
    asked = json.dumps({"graph": str(folder), "query": sparql, "rows": allowed.rows}).encode("ascii")
    command = [sys.executable, "-P", "-c", _START, str(Path(str(files("kg"))).parent)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            written = _told(process, asked, time.monotonic() + allowed.seconds, tick or _nothing)
        finally:
            process.kill()
    if written is None:
        raise GraphError(
            f"query: it takes longer than {allowed.seconds:g} s. Ask for less: name what is looked for, or add LIMIT."
        )
    if process.returncode != 0 or not written:
        raise GraphError(
            "query: it needs more room than there is. Ask for less: name what is looked for, or add LIMIT."
        )
    return _rows(json.loads(written))


_START = "import sys; sys.path.insert(0, sys.argv[1]); from kg.query_worker import main; main()"


def _told(process: subprocess.Popen[bytes], asked: bytes, until: float, tick: Callable[[], None]) -> bytes | None:
    """What the process writes; None where its time is up."""
    given: bytes | None = asked
    while time.monotonic() < until:
        tick()
        try:
            return process.communicate(given, timeout=_POLL_S)[0]
        except subprocess.TimeoutExpired:
            given = None
    return None


def _rows(told: dict[str, Any]) -> Rows:
    if "error" in told:
        raise GraphError(told["error"])
    terms = tuple(tuple(None if one is None else Term(*one) for one in row) for row in told["terms"])
    return Rows(told["form"], tuple(told["variables"]), terms, told["truth"], told["cut"])


def _nothing() -> None:
    """Nobody wants to hear of the time."""
