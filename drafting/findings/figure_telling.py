"""A figure as answers tell it: the words that it belongs to, its phrase as printed, and its structured value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause, Quantity
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import measured, place


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a clause, with how well it fits a question."""

    clause: Clause
    quantity: Quantity
    score: float


def around(clause: Clause, quantity: Quantity) -> str:
    """The words that a quantity belongs to: its phrase up to it, back over phrases that hold no number of their own."""
    text = clause.text
    at, end = quantity.start - clause.start, quantity.end - clause.start
    start = max((one.end - clause.start for one in clause.quantities if one.end <= quantity.start), default=0)
    sentence = max(text.rfind(mark, 0, at) for mark in "。；;") + 1
    before = text[max(start, sentence) : at]
    if before.strip("且和、，,并 ") == "" and sentence < start:
        phrase = max(text.rfind(mark, sentence, start) for mark in "，,") + 1
        before = text[max(phrase, sentence) : at]
    after = re.match(r"[^。；;，,、]{0,16}", text[end:])
    return before + (after.group() if after else "")


def finding_of(figures: Sequence[Figure], shelf: Shelf) -> Finding:
    """The answer that tells figures; its value is the first one's."""
    said = tuple(Sentence(told(one, shelf), "composed", (one.clause.id,)) for one in figures)
    first = figures[0].quantity
    result = {
        "kind": "quantity",
        "value": _plain(first.value),
        "unit": first.unit,
        "comparator": first.comparator,
        "all": [
            {
                "id": one.clause.id,
                "of": one.clause.track or one.clause.tier_label,
                "text": one.quantity.text,
                "value": _plain(one.quantity.value),
                "unit": one.quantity.unit,
                "comparator": one.quantity.comparator,
            }
            for one in figures
        ],
    }
    if first.value_max is not None:
        result["value_max"] = _plain(first.value_max)
    clauses = tuple({one.clause.id: one.clause for one in figures}.values())
    return Finding("answered", (Section(said=said, quoted=clauses),), result=result, query="figure")


def told(figure: Figure, shelf: Shelf) -> str:
    """Of what, the words with the figure as printed, and where they stand."""
    return f"{led_in(figure.clause)}“{_phrase(figure)}”（{place(figure.clause, shelf.titles)}）。"


def led_in(clause: Clause) -> str:
    """Whose figure it is, and of what where the clause does not say it: ``先进级：``, ``先进级：设备联网率``."""
    name = measured(clause)
    of = clause.track or clause.tier_label or ("" if name else clause.subdomain)
    return f"{of}：{name}" if of else name


def _phrase(figure: Figure) -> str:
    """The figure with the words before it, as printed."""
    return phrase_of(figure.clause, figure.quantity)


def phrase_of(clause: Clause, quantity: Quantity) -> str:
    """A quantity with the words before it in its phrase, as printed."""
    text, at = clause.text, quantity.start - clause.start
    start = max(text.rfind(mark, 0, at) for mark in "。；;，,\n") + 1
    return text[start : quantity.end - clause.start].strip()


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
