"""``python -m evals.ingestion.bad [--json]``: what each bad file got, beside what it had to get."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from corpus.assessing import assess
from corpus.errors import CorpusError
from corpus.facts import read_facts
from corpus.readers.extracted import UnreadableError
from corpus.readers.limits import Limits
from corpus.readers.opening import read_file
from corpus.reading import read_clauses
from evals.ingestion.bad_files import SECRET, BadFile, bad_files
from evals.ingestion.invariants import broken
from evals.report import Table, show

SECONDS = 30.0
LONGEST_REASON = 400


@dataclass(frozen=True, slots=True)
class Got:
    """What became of a bad file: what was said, how long it took, and what is wrong with that (nothing when right)."""

    name: str
    why: str
    expected: str
    got: str
    said: str
    seconds: float
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadResult:
    """What became of all of them."""

    rows: tuple[Got, ...]
    name: str = "bad files"

    @property
    def complete(self) -> bool:
        """Whether each got what it had to get."""
        return not any(row.wrong for row in self.rows)

    def tables(self) -> tuple[Table, ...]:
        """A row a file."""
        right = sum(not row.wrong for row in self.rows)
        rows = tuple(
            (r.name, r.why, r.expected, r.got, f"{r.seconds:.2f}", "; ".join(r.wrong) or "✓", r.said[:90])
            for r in self.rows
        )
        title = f"Bad files: {right} of {len(self.rows)} got what they had to get"
        return (Table(title, ("file", "what is bad", "expected", "got", "s", "wrong", "said"), rows),)

    def to_json(self) -> Mapping[str, Any]:
        """Every file."""
        return {"files": [asdict(row) for row in self.rows], "right": sum(not row.wrong for row in self.rows)}


def run() -> BadResult:
    """Make the bad files and read each; nobody may be called, nothing written beside them."""
    with TemporaryDirectory() as folder, closing(socket.create_server(("127.0.0.1", 0))) as door:
        door.setblocking(False)
        place = Path(folder) / "inside" / "files"
        place.mkdir(parents=True)
        secret = Path(folder) / "secret.txt"
        secret.write_text(SECRET, encoding="utf-8")
        files = bad_files(secret, f"http://127.0.0.1:{door.getsockname()[1]}")
        return BadResult(tuple(_read(file, place, Path(folder), door) for file in files))


def _read(file: BadFile, place: Path, around: Path, door: socket.socket) -> Got:
    path = place / file.name
    path.write_bytes(file.data)
    before = set(around.rglob("*"))
    began = perf_counter()
    wrong: list[str] = []
    try:
        said = _through(path, file, wrong)
        got = "read"
    except UnreadableError as error:
        got, said = "refused", str(error)
        if "\n" in said or len(said) > LONGEST_REASON:
            wrong.append("not one line")
    except CorpusError as error:
        got, said = "failed", str(error)
    # A bad file may break anything; here that is a finding to be shown, not an end.
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        MemoryError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        got, said = "crashed", f"{type(error).__name__}: {error}"
    seconds = perf_counter() - began
    if got != file.expected and not (file.expected == "either" and got in ("read", "refused")):
        wrong.append(got)
    if seconds > SECONDS:
        wrong.append("slow")
    if set(around.rglob("*")) != before:
        wrong.append("wrote beside")
    wrong.extend(_called(door))
    return Got(file.name, file.why, file.expected, got, said, seconds, tuple(wrong))


def _through(path: Path, file: BadFile, wrong: list[str]) -> str:
    read = read_file(path, Limits())
    clauses = read_clauses("bad", read.text, read.shape)
    read_facts(read.text, read.shape, file.name)
    wrong.extend(f"lost {words[:10]}" for words in file.holds if words not in read.text)
    wrong.extend(f"let in {words[:10]!r}" for words in file.lacks if words in read.text)
    wrong.extend(broken(read.text, clauses))
    assess(read.text, read.shape, clauses)
    return "; ".join(read.notes) or f"{len(clauses)} rows"


def _called(door: socket.socket) -> list[str]:
    try:
        door.accept()[0].close()
    except BlockingIOError:
        return []
    return ["called elsewhere"]


def main(arguments: list[str]) -> int:
    """Print the table; 3 where a file did not get what it had to get."""
    parser = argparse.ArgumentParser(prog="python -m evals.ingestion.bad", description=__doc__)
    parser.add_argument("--json", action="store_true")
    result = run()
    show([result], sys.stdout, parser.parse_args(arguments).json)
    return 0 if result.complete else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
