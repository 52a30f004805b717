"""Points of the tiers judged by hand against a fictional enterprise that answers no questionnaire, only states facts.

Drawn at random over all tiers and domains, and judged from the facts, the questions and what passes alone, before the
words by which the product looks for facts were read. The ``dev`` half may be looked at; the ``held-out`` half is only
counted. After the draw the facts were enlarged, so that each judgement occurs; the draw and the halves stayed. Points
that were dropped since are left out, those whose question was reworded since were judged anew, from the facts alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from drafting.profiles.checking import checked
from drafting.profiles.sections import Profile
from drafting.profiles.yaml_tree import read_yaml
from evals.errors import EvalError
from evals.json_lines import read_line

Half = Literal["dev", "held-out"]
HALVES: tuple[Half, ...] = ("dev", "held-out")
GoldStatus = Literal["met", "partial", "gap", "unknown"]
GOLD_STATUSES: tuple[GoldStatus, ...] = ("met", "partial", "gap", "unknown")
GOLD_DOCUMENT = "zj-graded"


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    point: str
    half: Half
    status: GoldStatus
    why: str = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class GoldPoint:
    """A point with its judgement by hand.

    Attributes:
        point: Its id.
        half: Which half it belongs to.
        status: The judgement.
        why: The reason, in one line.
    """

    point: str
    half: Half
    status: GoldStatus
    why: str


def load_gold() -> tuple[GoldPoint, ...]:
    """The judgements by hand.

    Raises:
        EvalError: A line is no judgement.
    """
    return parse_gold(files("evals").joinpath("plans", "gold.jsonl").read_text(encoding="utf-8"))


def parse_gold(text: str) -> tuple[GoldPoint, ...]:
    """Read JSON Lines into judgements.

    Raises:
        EvalError: A line is no judgement, has an unknown key, or its point stands twice.
    """
    found: dict[str, GoldPoint] = {}
    for number, line in enumerate(text.splitlines(), 1):
        where = f"plans gold, line {number}"
        read = read_line(where, line, _Line)
        if read.point in found:
            raise EvalError(f"{where}: point {read.point} stands twice. Leave one out.")
        found[read.point] = GoldPoint(read.point, read.half, read.status, read.why)
    return tuple(found.values())


def gold_profile() -> Profile:
    """The fictional enterprise that the points were judged against.

    Raises:
        DraftingError: It does not fit the schema of profiles.
    """
    text = files("evals").joinpath("plans", "gold-profile.yaml").read_text(encoding="utf-8")
    return checked(read_yaml(text), "gold-profile.yaml")
