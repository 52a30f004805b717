"""Ladders as the JSON of the command line.

Source: the ``tiers`` object of the command line's contract.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from corpus.clause import Clause
from kg.ladders.ladder import Change, Ladder, LadderCell, Step, StepChange
from kg.ladders.oddities import oddities
from kg.ladders.reasons import reason_of
from kg.ladders.tiers import Tier
from kg.variants.comparison_json import force_change, quantity_change
from kg.variants.difference import Difference, NameChange, Words

CHANGES: tuple[Change, ...] = get_args(Change)


def ladders_to_json(
    document: str,
    tiers: Sequence[Tier],
    ladders: Sequence[Ladder],
    clauses: Mapping[str, Clause],
    limits: tuple[str | None, str | None] = (None, None),
) -> dict[str, Any]:
    """The object that ``gongbiao tiers --json`` prints.

    Args:
        document: The document's id.
        tiers: Its tiers, lowest first.
        ladders: The ladders to show.
        clauses: Clauses by id.
        limits: The tiers that the one step was asked to lead from and to; None where all steps are shown.
    """
    return {
        "document": document,
        "tiers": [{"code": tier.code, "label": tier.label} for tier in tiers],
        "from": limits[0],
        "to": limits[1],
        "between": [tier.code for tier in tiers_between(tiers, *limits)],
        "ladders": [_ladder(ladder, clauses) for ladder in ladders],
        "summary": {"subdomains": len(ladders), "steps": [*_summary(ladders)]},
    }


def tiers_between(tiers: Sequence[Tier], lower: str | None, upper: str | None) -> tuple[Tier, ...]:
    """The tiers that a step passes over: what they ask is part of the base of the upper one.

    Args:
        tiers: The document's tiers, lowest first.
        lower, upper: Codes of the tiers that the step leads from and to; None where all steps are shown.
    """
    codes = [tier.code for tier in tiers]
    if lower is None or upper is None:
        return ()
    return tuple(tiers[codes.index(lower) + 1 : codes.index(upper)])


def ids_by_change(step: Step) -> dict[Change, tuple[str, ...]]:
    """The clauses of each change: the upper tier's, of what is not restated the lower tier's; each once a change."""
    found: dict[Change, dict[str, None]] = {change: {} for change in CHANGES}
    for one in step.changes:
        found[one.change].update(dict.fromkeys(one.upper or one.lower))
    return {change: tuple(ids) for change, ids in found.items()}


def _ladder(ladder: Ladder, clauses: Mapping[str, Clause]) -> dict[str, Any]:
    labels = {cell.tier: cell.tier_label for cell in ladder.cells}
    return {
        "subdomain_no": int(ladder.number) if ladder.number else None,
        "subdomain": ladder.name or None,
        "domain": ladder.domain or None,
        "element": ladder.element or None,
        "cells": [_cell(cell, clauses) for cell in ladder.cells],
        "steps": [_step(step, labels) for step in ladder.steps],
        "oddities": [
            {"kind": one.kind, "tier": one.tier, "ids": list(one.clauses), "text": one.text}
            for one in oddities(ladder, clauses)
        ],
    }


def _cell(cell: LadderCell, clauses: Mapping[str, Clause]) -> dict[str, Any]:
    rows = [clauses[one] for one in cell.clauses]
    asked = [row for row in rows if row.kind == "requirement"]
    return {
        "tier": cell.tier,
        "tier_label": cell.tier_label,
        "required": cell.required,
        "ids": list(cell.clauses),
        "force_counts": dict(Counter(force for row in asked for force in row.forces)),
        "clauses": [{"id": row.id, "label": row.label, "text": row.text, "forces": list(row.forces)} for row in rows],
    }


def _step(step: Step, labels: Mapping[str, str]) -> dict[str, Any]:
    ids: dict[str, Any] = {change: list(found) for change, found in ids_by_change(step).items()}
    changes = [_change(one, step, labels) for one in step.changes]
    return {"from": step.lower, "to": step.upper, "compared_with": step.compared_with, **ids, "changes": changes}


def _change(one: StepChange, step: Step, labels: Mapping[str, str]) -> dict[str, Any]:
    difference = one.difference or Difference("overlaps")
    return {
        "change": one.change,
        "also": list(one.also),
        "lower": list(one.lower),
        "upper": list(one.upper),
        "force_change": force_change(difference.forces),
        "quantity_change": quantity_change(difference.quantities),
        "added": _names(difference.added),
        "not_repeated": _names(difference.dropped),
        "reason": reason_of(one, step, labels),
        "confidence": one.confidence,
        "words": [*_words(difference)],
    }


def _names(changes: Sequence[NameChange]) -> list[str]:
    return list(dict.fromkeys(one.name for one in changes))


def _words(difference: Difference) -> Iterator[dict[str, Any]]:
    """Where each difference stands, on both sides; ``only`` is what the other side has no counterpart of."""
    for force in difference.forces:
        yield _span("lower", "force", force.left_words, force.left)
        yield _span("upper", "force", force.right_words, force.right)
    for quantity in difference.quantities:
        if quantity.left_words:
            yield _span("lower", "quantity", quantity.left_words, quantity.measured)
        if quantity.right_words:
            yield _span("upper", "quantity", quantity.right_words, quantity.measured)
    for name in difference.dropped:
        yield _span("lower", name.kind, name.words, name.name)
    for name in difference.added:
        yield _span("upper", name.kind, name.words, name.name)
    for words in difference.left_only:
        yield _span("lower", "only", words)
    for words in difference.right_only:
        yield _span("upper", "only", words)


def _span(side: str, role: str, words: Words, name: str | None = None) -> dict[str, Any]:
    place = {"id": words.clause, "start": words.start, "end": words.end, "text": words.text}
    return {"side": side, "role": role, "name": name, **place}


def _summary(ladders: Sequence[Ladder]) -> Iterator[dict[str, Any]]:
    """For each step how many clauses of each change there are, and subdomains that are asked for the first time."""
    steps: dict[tuple[str, str], list[Step]] = {}
    for ladder in ladders:
        for step in ladder.steps:
            steps.setdefault((step.lower, step.upper), []).append(step)
    for (lower, upper), found in steps.items():
        counts: Counter[str] = Counter()
        for step in found:
            counts.update({change: len(ids) for change, ids in ids_by_change(step).items()})
        first = sum(step.compared_with is None and bool(step.changes) for step in found)
        yield {"from": lower, "to": upper, "counts": {one: counts[one] for one in CHANGES}, "first_required": first}
