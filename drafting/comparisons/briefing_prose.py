"""The model's sentences on the rows of a briefing that tell most, each verified as the sentences of answers are."""

from __future__ import annotations

from dataclasses import replace

from drafting.answer import Sentence
from drafting.answering import subject_of
from drafting.comparisons.briefing import Briefing, Written
from drafting.drafts import difference
from drafting.generator import DraftingError, Generator, continued
from drafting.lexicon import Lexicon
from drafting.prompting import ParseFailure, parse, render
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
    """A briefing with verified sentences of the model on its most telling rows.

    A model that has learned to tell differences tells each row in two sentences; another one writes a sentence on each
    side.

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
    if generator.learned:
        return _told(made, generator)
    summariser = Summariser(generator, lexicon, check)
    written: list[Written] = []
    rejected = 0
    for one in made.telling[:MOST]:
        for side, name in enumerate(made.names):
            clause = shelf.by_id[one.citations[side]]
            summary = summariser.summarise(subject_of([clause]), (clause,), DEADLINE_S)
            rejected += summary.rejected
            if summary.sentence:
                sentence = Sentence(summary.sentence, "generated", summary.cited, summary.parts)
                written.append(Written(name, sentence))
    return replace(made, written=tuple(written), rejected=rejected)


def _told(made: Briefing, generator: Generator) -> Briefing:
    """A briefing whose most telling rows are told in two sentences, each judged by what the row is made of."""
    written: list[Written] = []
    rejected = 0
    for one in made.telling[:MOST]:
        if one.told is None:
            continue
        prompt = render("difference", one.told, generator.learned)
        try:
            raw = continued(generator, prompt, DEADLINE_S)
        except DraftingError:
            break  # the rows themselves say the same
        draft = parse("difference", raw)
        if isinstance(draft, ParseFailure) or difference.problems(draft.text, one.told):
            rejected += 1
        else:
            written.append(Written("", Sentence(f"{draft.text}。", "generated", one.rests)))
    return replace(made, written=tuple(written), rejected=rejected)
