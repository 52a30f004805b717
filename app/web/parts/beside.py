"""A clause in a table of two or more texts: its force, its words with what differs set off, the way to its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from app.web.language import say
from app.web.parts.marking import Mark, marked
from app.web.parts.words import badges
from corpus.clause import Clause
from corpus.lines import RESIDUE
from drafting.wording import printed_label
from kg.variants.difference import Difference, Side, Words

SOURCE = "source:"
"""Begins the value of a button that opens the source of the clause whose id follows."""


def difference_marks(clause: Clause, difference: Difference | None, side: Side) -> Iterator[tuple[Words, str]]:
    """The stretches of one side that differ, the weightiest last, each with a class of the style sheet.

    Args:
        clause: The clause that is shown.
        difference: What differs; nothing where the texts are the same.
        side: Which side the clause is on.
    """
    if difference is None or difference.relation == "equal":
        return
    left = side == "left"
    own = difference.left_only if left else difference.right_only
    names = difference.dropped if left else difference.added
    numbers = [one.left_words if left else one.right_words for one in difference.quantities]
    forces = [(one.left_words, one.left) if left else (one.right_words, one.right) for one in difference.forces]
    found: list[tuple[Words | None, str]] = [(words, f"gb-own gb-own-{side}") for words in own]
    found += [(one.words, f"gb-own gb-own-{side}") for one in names if one.elsewhere is None]
    found += [(words, f"gb-own gb-own-{side} gb-figure") for words in numbers]
    found += [(words, f"gb-modal gb-{force} gb-turned") for words, force in forces if force != "none"]
    yield from ((words, style) for words, style in found if words is not None and words.clause == clause.id)


def words_html(clause: Clause, stretches: Iterable[tuple[Words, str]]) -> str:
    """A clause's stored words in one paragraph with stretches marked; of those that overlap the last stands.

    Args:
        clause: The clause.
        stretches: Stretches of the document with their classes.
    """
    styles = [""] * len(clause.text)
    for words, style in stretches:
        for at in range(max(0, words.start - clause.start), min(words.end - clause.start, len(styles))):
            styles[at] = style
    for found in RESIDUE.finditer(clause.text):
        styles[found.start() : found.end()] = ["gb-residue"] * (found.end() - found.start())
    marks = []
    for style, places in groupby(range(len(styles)), key=styles.__getitem__):
        held = list(places)
        if style:
            marks.append(Mark(held[0], held[-1] + 1, style))
    return marked(clause.text, marks).replace("\n", "")


def clause_html(clause: Clause, name: str, stretches: Iterable[tuple[Words, str]] = (), more: str = "") -> str:
    """A clause with its force; its name is a button that opens its source.

    Args:
        clause: The clause.
        name: What it is called where it stands.
        stretches: What is set off in its words.
        more: Safe HTML that follows the words.
    """
    told = escape(say("{name}，看原文", name=name))
    return (
        f'<div class="gb-clause" data-clause="{escape(clause.id)}"><div class="gb-badges">{badges_html(clause)}</div>'
        f'<div class="gb-held"><p class="gb-text">{cite_html(clause.id, name, told)}'
        f"{words_html(clause, stretches)}</p>{more}</div></div>"
    )


def cite_html(identifier: str, name: str, told: str) -> str:
    """The button that opens the source of a clause.

    Args:
        identifier: The clause's id.
        name: What the button says.
        told: What it says to those who listen, safe.
    """
    return (
        f'<button type="button" class="gb-cite" data-pick="{SOURCE}{escape(identifier)}" '
        f'title="{told}" aria-label="{told}">{escape(name)}</button>'
    )


def badges_html(clause: Clause) -> str:
    """The badges of a clause's forces."""
    return "".join(
        f'<span class="gb-force gb-{style}" title="{escape(meaning)}">{name}</span>'
        for style, name, meaning in badges(clause)
    )


def names_within(clauses: Sequence[Clause]) -> dict[str, str]:
    """What each of some clauses is called beside the others: its printed label, or the number of its place."""
    return {clause.id: printed_label(clause) or f"〔{at}〕" for at, clause in enumerate(clauses, 1)}


def marks_html(parts: Iterable[tuple[str, str]]) -> str:
    """How the marks in the words are read.

    Args:
        parts: Classes of the style sheet with what each says of the words that it is under.
    """
    rows = "".join(f'<span><mark class="{style}">{escape(told)}</mark></span>' for style, told in parts)
    return f'<div class="gb-marks" role="note">{escape(say("字下的线："))}{rows}</div>'
