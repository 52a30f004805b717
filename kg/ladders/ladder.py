"""A subdomain's ladder as plain values: its cells by tier, and what each step up changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.variants.difference import Difference

Change = Literal["new", "same", "raised", "relaxed", "widened", "changed", "not_restated"]
"""``raised`` 宜→应; ``relaxed`` is printed with a weaker word than below, an oddity shown as it stands;
``not_restated`` still stands, since a higher tier builds on the lower."""


@dataclass(frozen=True, slots=True)
class LadderCell:
    """What a tier asks of a subdomain.

    Attributes:
        tier: The tier's code.
        tier_label: The text's name of it.
        clauses: Its requirements in reading order; the row that holds ``/`` where none is required.
        required: Whether it asks anything.
    """

    tier: str
    tier_label: str
    clauses: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class StepChange:
    """One change of a step.

    Attributes:
        change: What it is.
        lower: Clause ids of the lower tier; empty for what is new.
        upper: Clause ids of the higher tier; empty for what is not restated.
        also: Further changes that hold of the same clauses.
        difference: What differs, the lower tier being the left; None where one side is empty.
        confidence: How surely they speak of one matter, from 0 to 1; None where one side is empty.
    """

    change: Change
    lower: tuple[str, ...]
    upper: tuple[str, ...]
    also: tuple[Change, ...] = ()
    difference: Difference | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """From one tier to the next that is compared with it.

    Attributes:
        lower, upper: The tiers' codes.
        compared_with: The tier whose cell the upper one is compared with: the lower, or one below it where the lower
            asks nothing; None where no lower tier asks anything.
        changes: In the upper cell's reading order, then what is not restated.
    """

    lower: str
    upper: str
    compared_with: str | None
    changes: tuple[StepChange, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """A subdomain's ladder.

    Attributes:
        document: The document's id.
        number: The printed number of the subdomain; empty where there is none.
        name: Its name; the heading, where tiers are chapters; empty for what is asked of the tiers as a whole.
        element, domain: What it belongs to; empty where there is none.
        cells: By tier, lowest first.
        steps: Between neighbouring tiers, lowest first.
    """

    document: str
    number: str
    name: str
    element: str
    domain: str
    cells: tuple[LadderCell, ...]
    steps: tuple[Step, ...]
