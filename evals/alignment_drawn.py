"""Pairs of clauses that nobody had listed, drawn by how likely the product held them and then read.

They tell what the gold cannot: how often a link is right that is not in it, and whether a confidence is a probability.
Drawn evenly from bands of confidence of an early aligner, so each stands for so many pairs of its band. One reader, who
saw no confidences: same means that a person who compares the two texts would lay the two clauses side by side. The
confidences are set by them, so they are no test of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from evals.errors import EvalError
from evals.json_lines import digest_of, read_line
from evals.question import Pin

PIN = Pin(166, "2189e47f59a05d2e288d808ec6bf015904a38a617c4f3211b06065193662b873")
_FILE = "drawn.jsonl"


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


def load_drawn() -> tuple[DrawnPair, ...]:
    """The pairs that come with the product, checked against their pin.

    Raises:
        EvalError: They are not the ones that were pinned, or a line is no pair.
    """
    text = files("evals").joinpath("alignment", _FILE).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    pairs = tuple(
        DrawnPair(**read_line(f"alignment drawn, line {number}", line, _Line).model_dump())
        for number, line in enumerate(lines, 1)
    )
    if Pin(len(pairs), digest_of(lines)) != PIN:
        raise EvalError("alignment drawn: not the pinned pairs. Restore the file, or pin the new ones and learn again.")
    return pairs
