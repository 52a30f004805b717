"""Short quotations: the phrases of a clause around the words that matter, character for character."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from kg.variants.difference import Words

LONGEST = 42
"""Characters of a quotation, as far as a single phrase is not longer."""
TOO_LONG = 72
"""Characters above which a phrase is cut between the names that it lists."""
_PHRASE = re.compile(r"[^，,。；;：:！？!?\n]*[，,。；;：:！？!?\n]*")
_NAME = re.compile(r"[^，,。；;：:、！？!?\n]*[，,。；;：:、！？!?\n]*")
_EDGE = "，,；;：:、（( \n　"


def excerpt(clause: Clause, focus: Sequence[Words], longest: int = LONGEST) -> str:
    """The phrases around the first of the words, and as many more after and before as there is room for.

    Args:
        clause: The clause.
        focus: Words of it that the quotation is to show; without any it begins where the clause does.
        longest: About how many characters.

    Returns:
        A stretch of the clause's stored text.
    """
    own = [(one.start - clause.start, one.end - clause.start) for one in focus if one.clause == clause.id]
    place = own[0] if own else (0, 1)
    said = _around(clause.text, place, _PHRASE, longest)
    return said if len(said) <= TOO_LONG else _around(clause.text, place, _NAME, longest)


def _around(text: str, place: tuple[int, int], phrase: re.Pattern[str], longest: int) -> str:
    phrases = [found.span() for found in phrase.finditer(text) if found.group()]
    if not phrases:
        return text
    first, last = place
    start = max((at for at, span in enumerate(phrases) if span[0] <= first), default=0)
    end = max((at for at, span in enumerate(phrases) if span[0] < max(last, first + 1)), default=start)
    while (length := phrases[end][1] - phrases[start][0]) < longest:
        most = TOO_LONG if length < longest // 2 else longest
        if end + 1 < len(phrases) and phrases[end + 1][1] - phrases[start][0] <= most:
            end += 1
        elif start and phrases[end][1] - phrases[start - 1][0] <= most:
            start -= 1
        else:
            break
    return text[phrases[start][0] : phrases[end][1]].strip(_EDGE)
