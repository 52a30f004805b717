"""What changes from tier to tier of the graded scheme, judged by hand: row by row, each cell against the one below it.

Read from the rows alone, before there was a program that builds such ladders. A higher tier builds on the lower: what
it does not repeat is not restated, never dropped. Force is judged as printed, sentence by sentence. Every row of both
cells occurs, and a row that holds two matters may occur twice. Where the cell below asks nothing all is new. The
``dev`` half may be looked at; the ``held-out`` half is only counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.alignment_gold import Half
from evals.errors import EvalError
from evals.json_lines import digest_of, read_line
from evals.question import Pin

Change = Literal["new", "same", "raised", "relaxed", "widened", "changed", "not_restated"]
LowerTier = Literal["digital-workshop", "smart-factory"]
UpperTier = Literal["smart-factory", "future-factory"]
GOLD_DOCUMENT = "zj-graded"
TIER_PIN = Pin(199, "9e9476e9d78c428cd133e0a694d5f390252eed0249e8aba633078872cb69e692")
_FILE = "alignment/tiers.jsonl"


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    subdomain_no: int = Field(ge=1)
    lower_tier: LowerTier = Field(alias="from")
    upper_tier: UpperTier = Field(alias="to")
    lower: tuple[str, ...]
    upper: tuple[str, ...]
    change: Change
    also: tuple[Change, ...]
    why: str = Field(min_length=1)
    half: Half


@dataclass(frozen=True, slots=True)
class GoldChange:
    """One matter of a subdomain as it goes from a tier to the next that asks something.

    Attributes:
        id: A name within the set.
        subdomain_no: The printed number of the subdomain.
        lower_tier: The tier below, ``from`` in the file.
        upper_tier: The tier above, ``to`` in the file.
        lower: Clause ids of the tier below; empty where the matter is ``new``.
        upper: Clause ids of the tier above; empty where the matter is ``not_restated``.
        change: ``raised`` is 宜 or 可 that became 应, and goes before ``widened``; ``relaxed`` is 应 that became weaker
            or lost the word; ``widened`` has a larger scope or more objects; ``changed`` is asked in another way.
        also: Other judgements that are fair too, ``new`` and ``not_restated`` where the pairing itself is.
        why: The reason, in one line.
        half: Which half it belongs to: subdomains with odd numbers are ``dev``.
    """

    id: str
    subdomain_no: int
    lower_tier: LowerTier
    upper_tier: UpperTier
    lower: tuple[str, ...]
    upper: tuple[str, ...]
    change: Change
    also: tuple[Change, ...]
    why: str
    half: Half


def parse_tier_gold(text: str) -> tuple[GoldChange, ...]:
    """Read JSON Lines into changes.

    Raises:
        EvalError: A line is no change, has an unknown key, repeats an id or its change, or fills a side wrongly.
    """
    found: dict[str, GoldChange] = {}
    for number, line in enumerate(_lines(text), 1):
        where = f"tiers, line {number}"
        read = read_line(where, line, _Line)
        if read.id in found:
            raise EvalError(f"{where}: id {read.id} stands twice. Give it another id.")
        if (read.change == "new", read.change == "not_restated") != (not read.lower, not read.upper):
            raise EvalError(f"{where}: {read.change} does not fit its sides. Empty only what the change leaves empty.")
        if read.change in read.also:
            raise EvalError(f"{where}: {read.change} stands in also. Leave it out there.")
        found[read.id] = GoldChange(**read.model_dump())
    return tuple(found.values())


def load_tier_gold() -> tuple[GoldChange, ...]:
    """The judgements that come with the product, checked against their pin.

    Raises:
        EvalError: The file is not the one that was pinned.
    """
    text = files("evals").joinpath(_FILE).read_text(encoding="utf-8")
    changes, digest = parse_tier_gold(text), digest_of(_lines(text))
    if Pin(len(changes), digest) != TIER_PIN:
        raise EvalError(
            f"tiers: {len(changes)} changes with hash {digest[:16]} are not the pinned set. "
            "Restore the file, or pin the new set in evals/tier_gold.py and measure everything again."
        )
    return changes


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
