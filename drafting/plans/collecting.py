"""Which pieces of evidence are one and the same, so that each is collected once and cited wherever it serves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafting.plans.plan import EvidenceRow, Item

_ONE_A_SYSTEM = frozenset({"contract-and-invoice", "acceptance-report"})
"""Kinds of which a system has one, whatever it is to prove."""


def collected_once(groups: Sequence[tuple[Item, ...]]) -> tuple[tuple[Item, ...], ...]:
    """The items with every repeated piece of evidence pointing to the number under which it first stands.

    Args:
        groups: Items in the order in which their evidence is collected: those of the target first.
    """
    first: dict[tuple[str, str], str] = {}
    return tuple(tuple(replace(item, evidence=tuple(_pointing(item, first))) for item in items) for items in groups)


def distinct(items: Iterable[Item]) -> tuple[int, int]:
    """How many different pieces of evidence items need, and how many of them are held."""
    rows = [row for item in items for row in item.evidence if row.same_as is None]
    return len(rows), sum(row.held for row in rows)


def _pointing(item: Item, first: dict[tuple[str, str], str]) -> Iterable[EvidenceRow]:
    for row in item.evidence:
        key = _identity(row)
        stands = first.setdefault(key, row.no) if key else row.no
        yield replace(row, same_as=None if stands == row.no else stands)


def _identity(row: EvidenceRow) -> tuple[str, str] | None:
    if row.held and row.title:
        return row.type, f"held {row.file or row.title}"
    if row.type in _ONE_A_SYSTEM and row.about:
        return row.type, f"of {row.about}"
    return None
