"""What differs between two sides in words: forces, numbers, and names that only one side has."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.clause import Force
from drafting.comparisons.speech import CHINESE, Speech
from drafting.comparisons.tones import COUNTERPART_LABELS, KIND_LABELS, force_word
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference, NameChange, NameKind, QuantityChange

NOT_WRITTEN = "未写"
_COUNTED = ("system", "technology")
_NUMBERS_IN_REASON = 3
_MORE = {"left": "（左边要求更高）", "right": "（右边要求更高）"}
MOST_NAMES = 8
"""Names of one side that a cell lists; of more it says how many there are."""


def force_told(difference: Difference | None, speech: Speech = CHINESE) -> str:
    """``左“应”，右“宜”``, each pair once; an empty string where no force differs."""
    if difference is None:
        return ""
    pairs = dict.fromkeys((one.left, one.right) for one in difference.forces)
    return speech.parts(
        [
            speech.say("左{left}，右{right}", left=force_said(left, speech), right=force_said(right, speech))
            for left, right in pairs
        ]
    )


def force_said(force: Force, speech: Speech = CHINESE) -> str:
    """A force by its word, or that there is none."""
    return speech.say(force_word(force)) if force == "none" else force_word(force)


def quantities_told(difference: Difference | None, speech: Speech = CHINESE) -> str:
    """Each number that differs, with who asks more where that can be said; a line each."""
    return "" if difference is None else "\n".join(quantity_told(one, speech) for one in difference.quantities)


def quantity_told(change: QuantityChange, speech: Speech = CHINESE) -> str:
    """``项目总投资：左 800万元以上，右未写（左边要求更高）``."""
    unwritten = speech.say(NOT_WRITTEN)
    space = " " if speech.language == "zh" else ""
    left, right = (f"{space}{one.text}" if one else unwritten for one in (change.left_words, change.right_words))
    more = speech.say(_MORE[change.asks_more]) if change.asks_more else ""
    measured = speech.say("{measured}：", measured=change.measured) if change.measured else ""
    return f"{measured}{speech.say('左{left}，右{right}', left=left, right=right)}{more}"


def names_told(changes: Sequence[NameChange], speech: Speech = CHINESE) -> str:
    """``系统：MES、APS；技术：5G`` in the text's words, each once, what is asked for first; at most eight of them.

    What the other side names in another row is not among them; see ``elsewhere_told``.
    """
    return _by_kind([one for one in changes if one.elsewhere is None], speech)


def elsewhere_told(changes: Sequence[NameChange], speech: Speech = CHINESE) -> str:
    """What the other side names too, in another row; an empty string for nothing."""
    named = list(dict.fromkeys(one.words.text for one in changes if one.elsewhere is not None))
    return _at_most(named, MOST_NAMES, len(named), speech) if named else ""


def _by_kind(changes: Sequence[NameChange], speech: Speech = CHINESE) -> str:
    """Names by kind, the weightiest first: what is asked for, and of it systems and technologies."""
    order = list(KIND_LABELS)
    weighed = sorted(changes, key=lambda one: (not one.asked, order.index(one.kind)))
    named = list(dict.fromkeys((one.kind, one.words.text) for one in weighed))
    kinds: dict[NameKind, list[str]] = {kind: [] for kind in order}
    for kind, words in named[:MOST_NAMES]:
        kinds[kind].append(words)
    told = [
        speech.say("{kind}：{names}", kind=speech.say(KIND_LABELS[kind]), names=speech.all(held))
        for kind, held in kinds.items()
        if held
    ]
    more = speech.say("等 {count} 项", count=len(named)) if len(named) > MOST_NAMES else ""
    return f"{speech.parts(told)}{' ' * bool(more)}{more}"


def _at_most(names: Sequence[str], most: int, count: int, speech: Speech) -> str:
    more = f" {speech.say('等 {count} 项', count=count)}" if count > most else ""
    return f"{speech.all(names[:most])}{more}"


def why_told(difference: Difference, speech: Speech = CHINESE) -> str:
    """Why the relation is what it is, in one line; in English put together from what differs."""
    if speech.language == "zh":
        return difference.reason
    told = [force_told(difference, speech), *(quantity_told(one, speech) for one in difference.quantities)]
    for frame, changes in (("只有左边写到 {names}", difference.dropped), ("只有右边写到 {names}", difference.added)):
        if named := names_told(changes, speech):
            told.append(speech.say(frame, names=named))
    if not any(told) and (named := elsewhere_told((*difference.dropped, *difference.added), speech)):
        told.append(speech.say("对方别处写到：{names}", names=named))
    return speech.parts([one for one in told if one])


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
