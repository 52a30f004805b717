"""Pairs of clauses that nobody had listed, drawn by how likely the product held them and then read.

They tell what the gold cannot: how often a link is right that is not in it, and whether a confidence is a probability.
One reader, who saw no confidences: same means that a person who compares the two texts would lay the two clauses side
by side.

``drawn``: evenly from bands of confidence of an early aligner, so each stands for so many pairs of its band. The
confidences are set by them, so they are no test of these. ``linked``: afterwards, from all links that were neither in
the gold nor in ``drawn``, each as likely as the next; nothing was set or changed by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field

from evals.errors import EvalError
from evals.json_lines import digest_of, read_line
from evals.question import Pin

DRAWN, LINKED = "drawn", "linked"
PINS: Mapping[str, Pin] = MappingProxyType(
    {
        DRAWN: Pin(166, "2189e47f59a05d2e288d808ec6bf015904a38a617c4f3211b06065193662b873"),
        LINKED: Pin(60, "289395cdcc6eb3f0cd5943dbd394d3b7667909467a1d7c76d34b92f4330704a2"),
    }
)


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    left: str = Field(min_length=1)
    right: str = Field(min_length=1)
    same: bool
    stands_for: float = Field(gt=0)


@dataclass(frozen=True, slots=True)
class DrawnPair:
    """Two clauses that were read.

    Attributes:
        left, right: Their ids.
        same: Whether they speak of one matter.
        stands_for: How many pairs of two of the founding documents it stands for.
    """

    left: str
    right: str
    same: bool
    stands_for: float


def load_drawn(name: str = DRAWN) -> tuple[DrawnPair, ...]:
    """One of the two sets that come with the product, checked against its pin.

    Raises:
        EvalError: They are not the ones that were pinned, or a line is no pair.
    """
    text = files("evals").joinpath("alignment", f"{name}.jsonl").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    pairs = tuple(
        DrawnPair(**read_line(f"alignment {name}, line {number}", line, _Line).model_dump())
        for number, line in enumerate(lines, 1)
    )
    if Pin(len(pairs), digest_of(lines)) != PINS[name]:
        raise EvalError(
            f"alignment {name}: not the pinned pairs. Restore the file, or pin the new ones and learn again."
        )
    return pairs
