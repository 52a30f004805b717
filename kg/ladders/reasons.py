"""Why a change is this one, in one Chinese line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.clause import Force
from kg.ladders.ladder import Change, Step, StepChange
from kg.variants.difference import Difference, NameChange, Words

WORDS: Mapping[Force, str] = {"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励"}
_UNNAMED: Mapping[Change, str] = {"same": "所要求的相同", "widened": "适用的范围更大", "changed": "要求的说法不同"}
"""What is said where no force, number or name tells how two clauses differ."""
_SHOWN = 5
_MARKS = "，。；、：,;:.（）() "


def reason_of(one: StepChange, step: Step, labels: Mapping[str, str]) -> str:
    """The reason of a change.

    Args:
        one: The change.
        step: The step that it belongs to.
        labels: The text's names of the tiers by code.
    """
    if one.difference is not None:
        return "；".join(_parts(one.difference)) or _said_otherwise(one.difference) or _UNNAMED[one.change]
    if one.change == "not_restated":
        return f"{labels[step.upper]}没有重复，仍然适用"
    if step.compared_with is None:
        return f"{labels[step.upper]}以下不作要求"
    return f"{labels[step.compared_with]}没有与它相应的条文"


def _parts(difference: Difference) -> Iterator[str]:
    if difference.relation == "equal":
        yield "逐字相同"
    for force in difference.forces:
        yield f"{_said(force.left, force.left_words)}改为{_said(force.right, force.right_words)}"
    for quantity in difference.quantities:
        low, high = (_number(words) for words in (quantity.left_words, quantity.right_words))
        yield f"{quantity.measured}由{low}改为{high}"
    if difference.added:
        yield f"增加{_listed(difference.added)}"
    if difference.dropped:
        yield f"未重复{_listed(difference.dropped)}"


def _said_otherwise(difference: Difference) -> str:
    """The longest words of each side that the other does not say; empty where a relation or one side tells more."""
    if difference.relation != "similar" or not (difference.left_only and difference.right_only):
        return ""
    longest = [
        max(("".join(words.text.split()).strip(_MARKS) for words in side), key=len, default="")
        for side in (difference.left_only, difference.right_only)
    ]
    return f"“{longest[0]}”改为“{longest[1]}”" if all(longest) else ""


def _said(force: Force, words: Words) -> str:
    return f"“{words.text}”" if force in WORDS else "无用词"


def _number(words: Words | None) -> str:
    return "未写" if words is None else "".join(words.text.split())


def _listed(changes: Sequence[NameChange]) -> str:
    """The names in the text's words; what a demand only rests on comes last."""
    ordered = sorted(changes, key=lambda one: not one.asked)
    shown = list(dict.fromkeys("".join(one.words.text.split()) for one in ordered))
    return "、".join(shown[:_SHOWN]) + ("等" if len(shown) > _SHOWN else "")
