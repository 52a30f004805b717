"""What a clause says of itself: its words and figures up to the first words that tell a program what to do."""

from __future__ import annotations

from dataclasses import replace

from corpus.clause import Clause, Quantity
from corpus.commands import without_commands
from drafting.answer import Finding, Sentence
from drafting.shelf import Shelf
from drafting.wording import joined, place


def spoken_words(clause: Clause) -> str:
    """The reading of a clause without words to a program and what follows them."""
    return without_commands(clause.plain)


def spoken_quantities(clause: Clause) -> tuple[Quantity, ...]:
    """The figures of a clause that stand before any words to a program."""
    end = clause.start + len(without_commands(clause.text))
    return tuple(one for one in clause.quantities if one.start < end)


def without_told_commands(finding: Finding, shelf: Shelf) -> Finding:
    """The finding with the place told in the stead of each composed sentence that repeats words to a program.

    The clause is still quoted word for word below, as a quotation.
    """
    sections = tuple(replace(one, said=tuple(_plain(said, shelf) for said in one.said)) for one in finding.sections)
    return replace(finding, sections=sections) if sections != finding.sections else finding


def _plain(said: Sentence, shelf: Shelf) -> Sentence:
    if without_commands(said.text) == said.text:
        return said
    rows = [shelf.by_id[one] for one in said.citations]
    places = joined([place(row, shelf.titles) for row in rows])
    return Sentence(f"所问的条款有 {len(rows)} 条：{places}。", "composed", said.citations)
