"""Questions that compare: documents, tiers or alternatives side by side, with what differs said and cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafting.answer import Finding
from drafting.findings.compared_rows import Compares, Search
from drafting.findings.quoted_sides import find_quoted_sides
from drafting.findings.refusals import not_in_sources
from drafting.findings.same_name import asks_for_role, find_same_name
from drafting.findings.side_by_side import find_side_by_side, sides_beside
from drafting.findings.steps import Climbs, find_raised, find_steps
from drafting.shelf import Shelf
from kg.variants.difference import Tells
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.sides import target_parts


@dataclass(frozen=True, slots=True)
class Variants:
    """What comparisons are made with.

    Attributes:
        comparing: Sets two targets side by side.
        ladders: Gives what each tier asks beyond the tier below.
        differ: Tells how clauses that speak of one matter differ.
    """

    comparing: Compares
    ladders: Climbs
    differ: Tells | None = None


_WHETHER = frozenset({"lookup", "yes_no", "list", "where"})
"""Intents of questions that ask which of two documents speaks of something."""
Opens = Callable[[], Variants]


def find_missing_side(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Refuse a comparison with a region or an edition that is not at hand, and say what is."""
    if not frame.missing_sides or frame.intent != "comparison":
        return None
    named = "、".join(frame.missing_sides)
    at_hand = "".join(f"《{title}》" for title in shelf.titles.values())
    return not_in_sources(f"所收文件里没有“{named}”，无从比较。", (f"现有文件：{at_hand}。",))


def across_documents(frame: QueryFrame) -> bool:
    """Whether the sides of a comparison are of different documents."""
    return len({target_parts(target)[0] for target in frame.sides}) > 1


def compared_early(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, variants: Opens | None, default: str | None
) -> Finding | None:
    """Answer a question that compares in so many words; None for others."""
    if variants is None or not frame.compares or (frame.premise and not across_documents(frame)):
        return None
    if not frame.sides and frame.compares in ("raised", "relaxed"):
        return find_raised(frame, shelf, variants().ladders, default)
    present = frame.compares == "present" and across_documents(frame) and frame.intent in _WHETHER
    figures = (
        frame.compares in ("stricter", "differ", "alike") and across_documents(frame) and frame.intent == "threshold"
    )
    named = across_documents(frame) and frame.intent == "definition" and bool(frame.side_name)
    if len(frame.sides) < 2 or not (frame.intent == "comparison" or present or figures or named):
        return None
    return _compared(frame, shelf, capabilities, search, variants)


def compared_late(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, variants: Opens | None
) -> Finding | None:
    """Answer a question that names two sides and was not answered otherwise."""
    asked = across_documents(frame) or (frame.compares and not frame.premise)
    if variants is not None and len(frame.sides) > 1 and asked:
        found = _compared(frame, shelf, capabilities, search, variants, late=True)
        if found is not None:
            return found
    return find_quoted_sides(frame, shelf, capabilities, search)


def _compared(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, variants: Opens, *, late: bool = False
) -> Finding | None:
    if (stepped := find_steps(frame, shelf, capabilities, variants().ladders)) is not None:
        return stepped
    besides = sides_beside(frame, shelf, capabilities, search, variants().comparing)
    if (
        asks_for_role(frame, late=late)
        and (named := find_same_name(frame, shelf, besides, variants().differ)) is not None
    ):
        return named
    return find_side_by_side(frame, shelf, besides)
