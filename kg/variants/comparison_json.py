"""A comparison as the JSON of the command line.

Source: the ``compare`` object of the command line's contract.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from kg.variants.comparison import ComparedRow, ComparedSide, Comparison
from kg.variants.difference import Difference, ForceChange, NameChange, QuantityChange, Relation, Words

RELATIONS: tuple[str, ...] = (*get_args(Relation), "only_left", "only_right")


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """The object that ``gongbiao compare --json`` prints."""
    counts: Counter[str] = Counter(row.relation for row in comparison.rows)
    return {
        "left": comparison.left.name,
        "right": comparison.right.name,
        "left_title": comparison.left.title,
        "right_title": comparison.right.title,
        "topic": comparison.asked,
        "not_compared": {side: dict(found.passed) for side, found in _sides(comparison)},
        "summary": {relation: counts[relation] for relation in RELATIONS},
        "rows": [_row(row) for row in comparison.rows],
    }


def _sides(comparison: Comparison) -> tuple[tuple[str, ComparedSide], ...]:
    return ("left", comparison.left), ("right", comparison.right)


def force_change(changes: Sequence[ForceChange]) -> str | None:
    """Changes of force in one line, ``should→shall``; None where there is none."""
    return "；".join(dict.fromkeys(f"{one.left}→{one.right}" for one in changes)) or None


def quantity_change(changes: Sequence[QuantityChange]) -> str | None:
    """Changes of numbers in one line, in the words of both texts; None where there is none."""
    return "；".join(dict.fromkeys(map(_numbers, changes))) or None


def _numbers(change: QuantityChange) -> str:
    left, right = (one.text if one else "未写" for one in (change.left, change.right))
    return f"{change.measured}：{left}→{right}" if change.measured else f"{left}→{right}"


def _row(row: ComparedRow) -> dict[str, Any]:
    difference = row.difference or Difference("overlaps")
    return {
        "topic": row.topic.name,
        "subdomain_no": int(row.topic.number) if row.topic.number and row.topic.number.isdecimal() else None,
        "topic_inferred": row.topic.inferred,
        "left": list(row.left),
        "right": list(row.right),
        "relation": row.relation,
        "force_change": force_change(difference.forces),
        "quantity_change": quantity_change(difference.quantities),
        "added": _names(difference.added),
        "dropped": _names(difference.dropped),
        "score": None if row.confidence is None else round(row.confidence, 4),
        "basis": "；".join(reason.detail for reason in row.reasons) or None,
        "reason": difference.reason or None,
        "predicate": row.counterpart,
        "nearest": _nearest(row),
        "differences": _differences(difference),
    }


def _nearest(row: ComparedRow) -> dict[str, Any] | None:
    """What comes nearest to a clause that nothing corresponds to; not accepted as a counterpart."""
    if row.nearest is None:
        return None
    other = row.nearest.right if row.left else row.nearest.left
    return {"id": other, "score": row.nearest.confidence}


def _names(changes: Sequence[NameChange]) -> list[str]:
    return list(dict.fromkeys(one.name for one in changes))


def _differences(difference: Difference) -> dict[str, Any]:
    return {
        "forces": [
            {
                "left": one.left,
                "right": one.right,
                "left_words": _words(one.left_words),
                "right_words": _words(one.right_words),
            }
            for one in difference.forces
        ],
        "quantities": [
            {
                "measured": one.measured,
                "asks_more": one.asks_more,
                "left": one.left and one.left.text,
                "right": one.right and one.right.text,
                "left_words": _words(one.left_words),
                "right_words": _words(one.right_words),
            }
            for one in difference.quantities
        ],
        "added": [_name(one) for one in difference.added],
        "dropped": [_name(one) for one in difference.dropped],
        "left_only": [_words(one) for one in difference.left_only],
        "right_only": [_words(one) for one in difference.right_only],
    }


def _name(change: NameChange) -> dict[str, Any]:
    told = {"kind": change.kind, "name": change.name, "words": _words(change.words)}
    return told | {"asked": change.asked, "elsewhere": change.elsewhere}


def _words(words: Words | None) -> dict[str, Any] | None:
    if words is None:
        return None
    return {"id": words.clause, "start": words.start, "end": words.end, "text": words.text}
