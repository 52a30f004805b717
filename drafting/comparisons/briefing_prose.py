"""The model's sentences on the rows of a briefing that tell most, each verified as the sentences of answers are."""

from __future__ import annotations

from dataclasses import replace

from drafting.answer import Sentence
from drafting.answering import subject_of
from drafting.comparisons.briefing import Briefing, Written
from drafting.generator import Generator
from drafting.lexicon import Lexicon
from drafting.shelf import Shelf
from drafting.summary import Check, Summariser
from drafting.verifier import verify

MOST = 2
"""Rows that sentences are written for; more would not leave room on the page."""
DEADLINE_S = 8.0


def with_prose(
    made: Briefing,
    generator: Generator,
    shelf: Shelf,
    lexicon: Lexicon,
    check: Check = verify,
) -> Briefing:
    """A briefing with a verified sentence of the model for each side of its most telling rows.

    A sentence that fails the checks, and all of them where the model cannot write, are left out; the quotations of the
    rows say the same in any case.

    Args:
        made: The briefing.
        generator: The language model.
        shelf: The documents and their clauses.
        lexicon: The names that a sentence may get wrong.
        check: Decides what may be shown.
    """
    if not generator.ready():
        return made
    summariser = Summariser(generator, lexicon, check)
    written: list[Written] = []
    rejected = 0
    for one in made.telling[:MOST]:
        for side, name in enumerate(made.names):
            clause = shelf.by_id[one.citations[side]]
            summary = summariser.summarise(subject_of([clause]), (clause,), DEADLINE_S)
            rejected += summary.rejected
            if summary.sentence:
                written.append(Written(name, Sentence(summary.sentence, "generated", summary.cited, summary.parts)))
    return replace(made, written=tuple(written), rejected=rejected)
