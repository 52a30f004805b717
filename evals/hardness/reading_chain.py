"""One document through the whole chain, as ``gongbiao ingest`` would take it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Literal

from corpus.assessing import assess
from corpus.facts import read_facts
from corpus.readers.extracted import Extracted, UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.opening import read_file
from corpus.reading import read_clauses
from evals.hardness.hard_input import HardInput
from evals.hardness.lasting import faults

Outcome = Literal["read", "refused", "crashed", "hung", "died"]
LONGEST_REASON = 500
SECONDS = 10.0
SECONDS_PER_MEBIBYTE = 20.0
_TWICE_UP_TO = 100_000
_INNERMOST = 3


@dataclass(frozen=True, slots=True)
class Got:
    """What became of a document.

    Attributes:
        outcome: ``refused`` in a line of its own, or read; the rest is wrong.
        said: The reason or the error.
        seconds: Of the processor, for reading it once.
        size: Bytes of its text, or of the file where it was refused.
        wrong: What does not hold; empty where all is well.
    """

    outcome: Outcome
    said: str
    seconds: float
    size: int
    wrong: tuple[str, ...] = ()


def take(given: HardInput, folder: Path) -> Got:
    """Read a document and hold everything that comes of it against what must hold.

    Args:
        given: The document.
        folder: Where its file may be written.
    """
    began = process_time()
    try:
        read = _text_of(given, folder)
        clauses = read_clauses("hard", read.text, read.shape)
        facts = read_facts(read.text, read.shape, given.name)
        said = assess(read.text, read.shape, clauses)
    except UnreadableError as error:
        return _refused(str(error), process_time() - began, len(given.data))
    # A hostile file may break anything; here that is a finding to be shown, not an end.
    except (
        ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError,
        TypeError, ValueError,
    ) as error:  # fmt: skip
        return Got("crashed", _told(error), process_time() - began, len(given.data), (type(error).__name__,))
    seconds = process_time() - began
    size = len(read.text.encode("utf-8", "surrogatepass"))
    wrong = [*faults(read, clauses, facts, said)]
    if size <= _TWICE_UP_TO:
        again = _text_of(given, folder)
        if again != read or read_clauses("hard", again.text, again.shape) != clauses:
            wrong.append("read twice, got two")
    if seconds > SECONDS + SECONDS_PER_MEBIBYTE * max(size, len(given.data)) / 2**20:
        wrong.append("slow")
    return Got("read", f"{len(clauses)} rows", seconds, size, tuple(dict.fromkeys(wrong)))


def _text_of(given: HardInput, folder: Path) -> Extracted:
    if given.bare:
        return Extracted(given.data.decode("utf-8", "surrogatepass"), "txt")
    path = folder / Path(given.name).name
    path.write_bytes(given.data)
    return read_file(path, Limits())


def _refused(reason: str, seconds: float, size: int) -> Got:
    wrong = []
    if "\n" in reason or len(reason) > LONGEST_REASON:
        wrong.append("the reason is not one line")
    if not reason.endswith("."):
        wrong.append("the reason has no remedy")
    if not reason.isprintable():
        wrong.append("the reason has signs that nobody sees")
    if seconds > SECONDS + SECONDS_PER_MEBIBYTE * size / 2**20:
        wrong.append("slow")
    return Got("refused", reason, seconds, size, tuple(wrong))


def _told(error: Exception) -> str:
    frames = reversed(traceback.extract_tb(error.__traceback__)[-_INNERMOST:])
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__}: {str(error)[:200]} at {places}"
