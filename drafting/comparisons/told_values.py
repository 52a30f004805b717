"""A row's difference as the values that a model tells it from: governing words, numbers, what one side alone names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.clause import Force
from drafting.wording import FORCE_WORDS
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference, NameChange

MOST_NAMED = 6
"""Things of one side that a sentence names; a longer list is for the table."""
_FORCES: Mapping[Force, str] = {**FORCE_WORDS, "none": "无"}
_UNSAID = "未写"


def told_values(row: ComparedRow, names: tuple[str, str]) -> Mapping[str, str] | None:
    """What a model may tell of a row; None where nothing can be told for sure.

    What the other side's text names elsewhere is left out: that one side does not name it would be false.

    Args:
        row: A row with clauses on both sides.
        names: What the left and the right go by.

    Returns:
        The values of the task ``difference``; see ``drafting.prompting.TASKS``.
    """
    difference = row.difference
    if difference is None:
        return None
    forces = {(one.left, one.right) for one in difference.forces}
    left, right = next(iter(forces)) if len(forces) == 1 else ("none", "none")
    values = {
        "forces": f"{_FORCES[left]}→{_FORCES[right]}" if left != right else "",
        "numbers": "；".join(_numbers(difference)),
        "only_left": "、".join(_named(difference.dropped)),
        "only_right": "、".join(_named(difference.added)),
    }
    if not any(values.values()):
        return None
    return {"topic": row.topic.name, "left": names[0].strip("《》"), "right": names[1].strip("《》"), **values}


def _numbers(difference: Difference) -> Iterator[str]:
    for one in difference.quantities:
        left, right = (quantity.text if quantity else _UNSAID for quantity in (one.left, one.right))
        yield f"{one.measured} {left}→{right}"


def _named(changes: tuple[NameChange, ...]) -> list[str]:
    surely = [one.words.text for one in changes if one.asked and one.elsewhere is None]
    return list(dict.fromkeys(surely))[:MOST_NAMED]
