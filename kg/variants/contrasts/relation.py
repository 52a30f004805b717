"""What the differences of two sides come to, and why, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.variants.contrasts.forces import STRENGTH, Bindings
from kg.variants.contrasts.hearing import Hearing
from kg.variants.contrasts.objects import LEAST
from kg.variants.contrasts.scope import ScopeChange
from kg.variants.difference import ForceChange, NameChange, QuantityChange, Relation, Side, Words

FORCE_WORDS = {"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励", "none": "无"}
SLIGHT = 3.0
"""Fewer characters than this that only one side says are no demand of their own."""
HEARD = 0.6
"""The share of a side's words that the other must have for the side to ask nothing more."""
SIDES: tuple[Side, Side] = ("left", "right")
_SHOWN = 3
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found of two sides.

    Attributes:
        bindings: How corresponding sentences bind.
        quantities: Numbers that differ.
        added: What only the right names.
        dropped: What only the left names.
        more: How many characters of what the left and the right ask the other has nothing of.
        heard: What the other has of the left and of the right, word for word.
        scopes: Dimensions in which one side reaches farther.
    """

    bindings: Bindings
    quantities: tuple[QuantityChange, ...]
    added: tuple[NameChange, ...]
    dropped: tuple[NameChange, ...]
    more: tuple[float, float]
    heard: tuple[Hearing, Hearing]
    scopes: tuple[ScopeChange, ...]


def relate(found: Findings) -> tuple[Relation, str]:
    """The relation of two sides that are not verbatim equal, with the reason."""
    if found.bindings.opposed:
        one, two = found.bindings.opposed[0]
        return "overlaps", f"一方要求、一方禁止：左“{_squeezed(one.text)}”，右“{_squeezed(two.text)}”"
    left, right = (_asks_more(found, side, SLIGHT) for side in SIDES)
    if left != right:  # a little more counts where the other side asks more anyway
        left, right = (_asks_more(found, side, LEAST) for side in SIDES)
    bound = {side for change in found.bindings.changes if (side := _only_bound(change)) is not None}
    if (left or "left" in bound) and (right or "right" in bound) and (left or right):
        return "overlaps", _reason(found, left=True, right=True) or "部分相同，各有侧重"
    if left:
        return "stronger", _reason(found, left=True) or "左所要求的更多"
    if right:
        return "weaker", _reason(found, right=True) or "右所要求的更多"
    reason = _reason(found, left=True, right=True)
    return "similar", f"大体相同；{reason}" if reason else "所要求的相同，措辞略异"


def _asks_more(found: Findings, side: Side, least: float) -> bool:
    """Whether a side asks anything that the other does not, or asks it more strongly."""
    at, names = (0, found.dropped) if side == "left" else (1, found.added)
    return (
        found.more[at] >= least
        or found.heard[at].share < HEARD
        or bool(found.heard[at].own)
        or any(one.asked and one.kind in ("system", "technology") for one in names)
        or any(change.asks_more == side or _unsettled(change) for change in found.quantities)
        or any(change.wider in (side, None) for change in found.scopes)
        or side in _forced(found.bindings.changes)
    )


def _unsettled(change: QuantityChange) -> bool:
    """Whether both state a number, another one, and it cannot be said which is harder: neither asks only less."""
    one, two = change.left, change.right
    return one is not None and two is not None and change.asks_more is None and one.value != two.value


def _only_bound(change: ForceChange) -> Side | None:
    """The side that binds where the other has no governing word: not stronger by that, but not weaker either."""
    if "none" not in (change.left, change.right):
        return None
    return "right" if change.left == "none" else "left"


def _forced(changes: Sequence[ForceChange]) -> frozenset[str]:
    """The sides that bind more strongly in some sentence; a sentence without a word decides nothing."""
    sides = set()
    for change in changes:
        if "none" in (change.left, change.right) or STRENGTH[change.left] == STRENGTH[change.right]:
            continue
        sides.add("left" if STRENGTH[change.left] > STRENGTH[change.right] else "right")
    return frozenset(sides)


def _reason(found: Findings, *, left: bool = False, right: bool = False) -> str:
    """The differences that say the most, with what the sides asked for have of their own."""
    both_bind = [one for one in found.bindings.changes if "none" not in (one.left, one.right)]
    parts = list(dict.fromkeys(f"左{_says(one.left)}，右{_says(one.right)}" for one in both_bind))
    numbers = sorted(found.quantities, key=lambda one: one.asks_more is None)
    for one in numbers:
        both = f"左{_number(one.left_words)}，右{_number(one.right_words)}"
        parts.append(f"{one.measured}：{both}" if one.measured else both)
    parts.extend(change.reason for change in found.scopes)
    mine = _more(found.dropped, found.heard[0]) if left else ""
    theirs = _more(found.added, found.heard[1]) if right else ""
    if mine and theirs:
        parts.append(f"左另有{mine}，右另有{theirs}")
    elif mine:
        parts.append(f"左列{mine}，右无")
    elif theirs:
        parts.append(f"右列{theirs}，左无")
    shown = parts if len(parts) <= _PARTS else [*parts[: _PARTS - 1], parts[-1]]
    idle = (one for one in found.bindings.changes if one not in both_bind)
    return "；".join([*shown, *dict.fromkeys(f"左{_says(one.left)}，右{_says(one.right)}" for one in idle)])


def _says(force: str) -> str:
    return "无用词" if force == "none" else f"用“{FORCE_WORDS[force]}”"


def _number(words: Words | None) -> str:
    return "未写" if words is None else _squeezed(words.text)


def _more(changes: Sequence[NameChange], heard: Hearing) -> str:
    """What a side has of its own: the names asked for, else a phrase; what is only shown is no reason."""
    asked = [one for one in changes if one.kind != "scope" and one.asked]
    if not asked and heard.own:
        return f"“{_squeezed(heard.own[0].text)}”"
    shown = list(dict.fromkeys(_squeezed(one.words.text) for one in asked))
    return "、".join(shown[:_SHOWN]) + ("等" if len(shown) > _SHOWN else "")


def _squeezed(text: str) -> str:
    return "".join(text.split())
