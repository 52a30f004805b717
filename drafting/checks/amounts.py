"""Numbers, their comparators and their units must be those of a cited clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clause import Comparator, Quantity
from corpus.quantity import quantities
from drafting.checks.view import View

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*")
_ASIDE = re.compile(r"\([^()]*\)")

Amount = tuple[Comparator, float, float | None, str]


def check(view: View) -> Iterator[str]:
    """Name each quantity, and each bare figure, that no cited clause states so."""
    stated = {_amount(quantity) for text in view.texts for quantity in quantities(text)}
    known = [False] * len(view.sentence)
    for quantity in quantities(view.sentence):
        known[quantity.start : quantity.end] = [True] * (quantity.end - quantity.start)
        if _amount(quantity) not in stated:
            yield f"数量“{quantity.text}”与引用条文不符"
        elif not _of_the_same(view, quantity):
            yield f"数量“{quantity.text}”说的不是条文所说的事"
    tokens = {token.lower() for text in (*view.texts, view.headings) for token in _TOKEN.findall(text)}
    for found in _TOKEN.finditer(view.sentence):
        token = found.group().strip(".-")
        if any(character.isdigit() for character in token) and not known[found.start()] and token.lower() not in tokens:
            yield f"数字“{token}”不在引用条文中"


def _of_the_same(view: View, quantity: Quantity) -> bool:
    """Whether the two characters before a quantity stand before it in a clause too, where both write it alike.

    The items of a list may be left out between them: 围绕8个能力域 for 围绕甲、乙、丙8个能力域.
    """
    before = view.sentence[max(0, quantity.start - 2) : quantity.start]
    texts = [*view.texts, *(_ASIDE.sub("", text) for text in view.texts)]
    if len(before) < 2 or not before.isalnum():
        return True
    if not any(quantity.text in text for text in texts):
        return any(before == text[max(0, found.start - 2) : found.start] for text in texts
                   for found in quantities(text) if _amount(found) == _amount(quantity))  # fmt: skip
    listed = re.compile(rf"{re.escape(before)}[^,;:。!?]+、[^,;:。!?]+{re.escape(quantity.text)}")
    return any(
        before + quantity.text in text or any(len(quantities(found)) == 1 for found in listed.findall(text))
        for text in texts
    )


def _amount(quantity: Quantity) -> Amount:
    return quantity.comparator, quantity.value, quantity.value_max, quantity.unit
