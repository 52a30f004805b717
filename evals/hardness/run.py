"""Runs hostile documents through the chain until the time is used up."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from evals.hardness.apart import Apart
from evals.hardness.changed_bytes import changed_file, random_bytes, renamed_file
from evals.hardness.changed_trees import changed_docx, changed_page, changed_xlsx
from evals.hardness.hard_input import HardInput, Maker
from evals.hardness.large_texts import large_texts
from evals.hardness.monsters import monsters
from evals.hardness.pdf_objects import changed_pdf
from evals.hardness.random_texts import random_table, random_text, repeated_piece
from evals.hardness.reading_chain import Got
from evals.report import Table

MAKERS: tuple[Maker, ...] = (
    random_bytes, changed_file, renamed_file, changed_docx, changed_xlsx, changed_page, changed_pdf, random_text,
    random_table, repeated_piece,
)  # fmt: skip
_SLOWEST = 8


@dataclass(frozen=True, slots=True)
class Tried:
    """A document and what became of it."""

    kind: str
    name: str
    got: Got


@dataclass(frozen=True, slots=True)
class HardnessResult:
    """What became of all of them."""

    tried: tuple[Tried, ...]
    name: str = "hardness"

    @property
    def failures(self) -> tuple[Tried, ...]:
        """The documents that broke something."""
        return tuple(one for one in self.tried if one.got.wrong)

    @property
    def complete(self) -> bool:
        """Whether nothing broke."""
        return not self.failures

    def tables(self) -> tuple[Table, ...]:
        """By kind, the slowest, and what failed."""
        kinds: defaultdict[str, list[Tried]] = defaultdict(list)
        for one in self.tried:
            kinds[one.kind].append(one)
        rows = [_row(kind, found) for kind, found in sorted(kinds.items())]
        slowest = sorted(self.tried, key=lambda one: -one.got.seconds)[:_SLOWEST]
        title = f"{len(self.tried):,} hostile documents, {len(self.failures):,} broke something"
        heads = ("kind", "tried", "read", "refused", "broken", "slowest s", "largest KiB")
        return (
            Table(title, heads, (*rows, _row("all", self.tried))),
            Table("The slowest", ("kind", "name", "s", "KiB"), tuple(map(_timed, slowest))),
            Table("What broke", ("kind", "name", "wrong", "said"), tuple(map(_failed, self.failures))),
        )

    def to_json(self) -> Mapping[str, Any]:
        """Counts by kind, and every failure."""
        counts = Counter((one.kind, one.got.outcome) for one in self.tried)
        return {
            "tried": len(self.tried),
            "kinds": {f"{kind}: {outcome}": number for (kind, outcome), number in sorted(counts.items())},
            "failures": [asdict(one) for one in self.failures],
        }


def run(seconds: float, seed: int = 1, only: str = "", keep: Path | None = None) -> HardnessResult:
    """Take the fixed documents, then random ones, as long as there is time.

    Args:
        seconds: On the clock; a document that was begun is finished.
        seed: Where chance begins; the same seed makes the same documents in the same order.
        only: What the kinds begin with that are tried; all where it is empty.
        keep: Where documents that broke something are written.
    """
    ends: float | None = None
    tried: list[Tried] = []
    with TemporaryDirectory() as folder, Apart(Path(folder)) as apart:
        for given in inputs(seed, only):
            if ends is None:  # what is made once for all documents does not count
                ends = monotonic() + seconds
            if monotonic() >= ends:
                break
            got = apart.take(given)
            tried.append(Tried(given.kind, given.name, got))
            if got.wrong and keep is not None:
                _write(given, keep)
    return HardnessResult(tuple(tried))


def inputs(seed: int, only: str = "") -> Iterator[HardInput]:
    """The fixed documents once, then random ones of each kind in turn, without end."""
    for given in (*monsters(), *large_texts()):
        if given.kind.startswith(only):
            yield given
    wanted = [maker for maker in MAKERS if maker(Random(seed)).kind.startswith(only)]
    for number in count() if wanted else ():
        for place, maker in enumerate(wanted):
            yield maker(Random(f"{seed}/{place}/{number}"))


def _write(given: HardInput, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(given.data).hexdigest()[:8]
    (folder / f"{digest}-{Path(given.name).name}").write_bytes(given.data)


def _row(kind: str, found: Sequence[Tried]) -> tuple[str, ...]:
    outcomes = Counter(one.got.outcome for one in found)
    numbers = (len(found), outcomes["read"], outcomes["refused"], sum(bool(one.got.wrong) for one in found))
    slowest = max((one.got.seconds for one in found), default=0.0)
    largest = max((one.got.size for one in found), default=0)
    return (kind, *(f"{number:,}" for number in numbers), f"{slowest:.2f}", f"{largest / 1024:,.0f}")


def _timed(one: Tried) -> tuple[str, ...]:
    return (one.kind, one.name, f"{one.got.seconds:.2f}", f"{one.got.size / 1024:,.0f}")


def _failed(one: Tried) -> tuple[str, ...]:
    return (one.kind, one.name, "; ".join(one.got.wrong)[:200], one.got.said[:300])
