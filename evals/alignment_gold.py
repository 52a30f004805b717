"""Pairs of clauses aligned by hand across documents: what corresponds and how, and what only looks as if it did.

Read from the clauses alone, before there was a program that compares. A pair is judged by what is asked; what a demand
is merely based on does not count. Not every pair that corresponds is listed, so precision is to be told from the listed
pairs and the true non-pairs, not from what a program finds besides. The ``dev`` half may be looked at; the ``held-out``
half is only counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from corpus.clause import Force
from evals.errors import EvalError
from evals.json_lines import digest_of, read_line
from evals.question import Pin

Relation = Literal["equal", "similar", "stronger", "weaker", "overlaps", "none"]
Half = Literal["dev", "held-out"]
HALVES: tuple[Half, ...] = ("dev", "held-out")
_FOLDER = "alignment"
_FORCES = f"({'|'.join(get_args(Force))})"

PINS: Mapping[str, Pin] = MappingProxyType(
    {
        "neighbours": Pin(259, "6574bc89b60896d8e606a22312a41f8bb60db6fc506e81d77570fef713767408"),
        "zhejiang": Pin(283, "27937aa10aadf336ccb1390777f8995dec8a18cd46466b6e2d02be9e4aed3e62"),
    }
)


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    left: tuple[str, ...] = Field(min_length=1)
    right: tuple[str, ...] = Field(min_length=1)
    relation: Relation
    force_change: str | None = Field(pattern=f"^{_FORCES}→{_FORCES}$")
    quantity_change: str | None = Field(min_length=1)
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    why: str = Field(min_length=1)
    half: Half


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Clauses of one side with the clauses of another that correspond to them, or that only seem to.

    Attributes:
        id: A name within the set.
        left: Clause ids, all of one document.
        right: Clause ids, all of one document.
        relation: ``stronger`` and ``weaker`` are said of the left; ``equal`` is the same characters but for label,
            whitespace and closing punctuation; ``none`` is a true non-pair.
        force_change: Left force and right force where the aligned words differ in it (``should→shall``).
        quantity_change: How the numbers differ.
        added: Systems, technologies and objects that only the right names.
        dropped: Those that only the left names.
        why: The reason, in one line.
        half: Which half it belongs to.
    """

    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation
    force_change: str | None
    quantity_change: str | None
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    why: str
    half: Half


def gold_names() -> tuple[str, ...]:
    """The pinned sets whose files are there."""
    return tuple(name for name in PINS if files("evals").joinpath(_FOLDER, f"{name}.jsonl").is_file())


def parse_gold(name: str, text: str) -> tuple[GoldPair, ...]:
    """Read JSON Lines into pairs.

    Raises:
        EvalError: A line is no pair, has an unknown key, or repeats an id or the clauses of another pair.
    """
    found: dict[str, GoldPair] = {}
    sides: set[frozenset[frozenset[str]]] = set()
    for number, line in enumerate(_lines(text), 1):
        where = f"alignment {name}, line {number}"
        read = read_line(where, line, _Line)
        if read.id in found:
            raise EvalError(f"{where}: id {read.id} stands twice. Give it another id.")
        both = frozenset((frozenset(read.left), frozenset(read.right)))
        if both in sides:
            raise EvalError(f"{where}: the pair of {read.id} stands twice. Leave one out.")
        sides.add(both)
        found[read.id] = GoldPair(**read.model_dump())
    return tuple(found.values())


def load_gold(name: str) -> tuple[GoldPair, ...]:
    """One of the sets that come with the product, checked against its pin.

    Raises:
        EvalError: There is no such set, or it is not the one that was pinned.
    """
    if name not in gold_names():
        raise EvalError(f"alignment {name}: there is no such set. Choose one of {', '.join(gold_names())}.")
    text = files("evals").joinpath(_FOLDER, f"{name}.jsonl").read_text(encoding="utf-8")
    pairs, digest = parse_gold(name, text), digest_of(_lines(text))
    if Pin(len(pairs), digest) != PINS[name]:
        raise EvalError(
            f"alignment {name}: {len(pairs)} pairs with hash {digest[:16]} are not the pinned set. "
            "Restore the file, or pin the new set in evals/alignment_gold.py and measure everything again."
        )
    return pairs


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
