"""What differs between two sides in words: forces, numbers, and names that only one side has."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.comparisons.tones import COUNTERPART_LABELS, KIND_LABELS, force_word
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference, NameChange, QuantityChange

NOT_WRITTEN = "未写"
_COUNTED = ("system", "technology")
_NUMBERS_IN_REASON = 3
_SIDES = {"left": "左边", "right": "右边"}


def force_told(difference: Difference | None) -> str:
    """``左“应”，右“宜”``, each pair once; an empty string where no force differs."""
    if difference is None:
        return ""
    pairs = dict.fromkeys((one.left, one.right) for one in difference.forces)
    return "；".join(f"左{force_word(left)}，右{force_word(right)}" for left, right in pairs)


def quantities_told(difference: Difference | None) -> str:
    """Each number that differs, with who asks more where that can be said; a line each."""
    return "" if difference is None else "\n".join(map(quantity_told, difference.quantities))


def quantity_told(change: QuantityChange) -> str:
    """``项目总投资：左 800万元以上，右未写（左边要求更高）``."""
    left, right = (f" {one.text}" if one else NOT_WRITTEN for one in (change.left_words, change.right_words))
    more = f"（{_SIDES[change.asks_more]}要求更高）" if change.asks_more else ""
    measured = f"{change.measured}：" if change.measured else ""
    return f"{measured}左{left}，右{right}{more}"


def names_told(changes: Sequence[NameChange]) -> str:
    """``系统：MES、APS；技术：5G`` in the text's words, each once; last what the other side names in another row."""
    here, elsewhere = ([one for one in changes if bool(one.elsewhere) is said] for said in (False, True))
    told = _by_kind(here)
    if elsewhere:
        named = "、".join(dict.fromkeys(one.words.text for one in elsewhere))
        told = f"{told}；" * bool(told) + f"对方别处写到：{named}"
    return told


def _by_kind(changes: Sequence[NameChange]) -> str:
    kinds: dict[str, dict[str, None]] = {}
    for change in changes:
        kinds.setdefault(KIND_LABELS[change.kind], {})[change.words.text] = None
    return "；".join(f"{kind}：{'、'.join(said)}" for kind, said in kinds.items())


def shortly(row: ComparedRow) -> str:
    """What differs as far as a narrow column has room for it: the reason, then numbers, systems and technologies."""
    difference = row.difference
    if difference is None:
        return why_aligned(row)
    named = [
        _by_kind([one for one in side if one.kind in _COUNTED and one.elsewhere is None])
        for side in (difference.dropped, difference.added)
    ]
    many = len(difference.quantities) > _NUMBERS_IN_REASON
    told = (
        difference.reason,
        quantities_told(difference) if many else "",
        f"只有左边写到 {named[0]}" if named[0] else "",
        f"只有右边写到 {named[1]}" if named[1] else "",
    )
    return "\n".join(one for one in told if one)


def why_aligned(row: ComparedRow) -> str:
    """Why the two sides are put together."""
    return "；".join(reason.detail for reason in row.reasons)


def counterpart_told(row: ComparedRow) -> str:
    """How the national scenario lies to the matter of the row, as it is proposed; an empty string where none does."""
    return "" if row.counterpart is None else COUNTERPART_LABELS.get(row.counterpart, row.counterpart)
