"""Whether what is said of a rightly cut row is right: kind, label, tier, forces, quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause, Quantity
from evals.errors import EvalError
from evals.ingestion.alignment import normal
from evals.ingestion.content import UNJUDGED
from evals.ingestion.truth import TrueRow

_WRITTEN = re.compile(r"(?P<sign>>=|<=|>|<|=|~|)(?P<low>[\d.]+?)(\.\.(?P<high>[\d.]+))?(?P<unit>[^\d.]*)")
_COMPARED = (">=", "<=", ">", "<", "range")
_PUNCTUATION = re.compile(r"[（）().、：:\s]|^第|[章条條]$")

Said = tuple[str, float, float | None, str]


def marks(true: TrueRow, clause: Clause, tiers: Sequence[Sequence[str]]) -> Iterator[tuple[str, bool]]:
    """The marks that can be judged, each with whether it is right.

    Args:
        true: What a faithful reader says.
        clause: The row with the same words.
        tiers: The document's tiers, each with all its names.
    """
    if true.kinds is not None:
        yield "kind", clause.kind in true.kinds
    if true.label:
        yield "label", bare(clause.label or "") == bare(true.label)
    if true.tier is None:
        yield "no tier", clause.tier_label is None and clause.tier is None
    elif true.tier != UNJUDGED:
        names = next((names for names in tiers if true.tier in names), (true.tier,))
        yield "tier", normal(clause.tier_label or "") in names
    if true.forces is not None:
        yield "force", clause.forces == true.forces
    if true.quantities is not None:
        said = [(q.comparator, q.value, q.value_max, q.unit) for q in clause.quantities]
        wanted = [read_quantity(one) for one in true.quantities]
        extra = [one for one in said if one not in wanted and one[0] in _COMPARED]
        if wanted or extra:
            yield "quantity", all(one in said for one in wanted) and not extra


def bare(label: str) -> str:
    """A label without brackets, points and the words for article and chapter."""
    return _PUNCTUATION.sub("", label)


def read_quantity(written: str) -> Said:
    """Read a quantity of the truth, such as ``>=55%`` or ``95..100%``.

    Raises:
        EvalError: It is not written so.
    """
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise EvalError(f"{written}: not a quantity. Write a comparator, a number and a unit.")
    high = float(match["high"]) if match["high"] else None
    return match["sign"] or "range", float(match["low"]), high, match["unit"]


def said_of(quantity: Quantity) -> str:
    """A quantity in the notation of the truth."""
    sign = "" if quantity.comparator == "range" else quantity.comparator
    high = "" if quantity.value_max is None else f"..{quantity.value_max:g}"
    return f"{sign}{quantity.value:g}{high}{quantity.unit}"
