"""Spoilt sentences that pass the verifier: none but those that are pinned, and those still."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

import pytest

from drafting.generator import Silent
from evals.mutations.sources import Ground, composed_sentences, founding_ground, quotations, short_sentences
from evals.mutations.survivors import Survivor, known_survivors, still_alive, tally
from evals.question import load_questions
from evals.sentence_cases import load_cases
from evals.writing_run import cell_questions

if TYPE_CHECKING:
    from app.assembly import Workspace

ONE_IN = 10
"""The share of quotations and questions that a test run takes; the whole runs in ``gongbiao eval writing``."""


@cache
def ground() -> Ground:
    return founding_ground()


def drawn(text: str) -> bool:
    """Whether a text is in the sample: the same texts at each run."""
    return zlib.crc32(text.encode()) % ONE_IN == 0


def test_no_spoilt_quotation_or_short_sentence_passes_that_is_not_pinned() -> None:
    originals = [one for one in quotations(ground()) if drawn(one.text)] + short_sentences(ground(), load_cases("seen"))
    found = tally(ground(), originals)
    assert sum(found.applied.values()) > 1500
    assert [one for one in found.survivors if one not in known_survivors()] == []
    assert len(found.refused) <= 1, [one.text for one in found.refused]


def test_composed_sentences_pass_and_spoilt_ones_do_not(founding: Workspace) -> None:
    cells = [one for one in cell_questions(ground().clauses.values()) if drawn(one)]
    asked = [one.question for name in ("dev", "dev2") for one in load_questions(name).questions if drawn(one.question)]
    answers = [(question, founding.ask(question, Silent()).to_json()) for question in (*cells, *asked)]
    found = tally(ground(), composed_sentences(ground(), answers))
    assert [one.text for one in found.refused] == []
    assert sum(found.applied.values()) > 200
    assert [one for one in found.survivors if one not in known_survivors()] == []


@pytest.mark.parametrize("survivor", known_survivors(), ids=lambda one: f"{one.source}: {one.operator}")
def test_a_pinned_survivor_still_passes(survivor: Survivor) -> None:
    assert still_alive(ground(), survivor), "the verifier notices it now: take it off the list"
    assert len(known_survivors()[survivor].split()) >= 8
