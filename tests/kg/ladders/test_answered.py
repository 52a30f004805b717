from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from corpus.clause import Clause
from corpus.quantity import quantities
from kg.ladders.answered import without_answered
from kg.ladders.climbing import Ladders
from kg.variants.differing import Differ
from kg.variants.link import Vectors
from tests.kg.variants.rows_of import LINKER, clause

LOW, HIGH, LOOMS = ("low", "一星"), ("high", "二星"), (3, "织造")


def asks(place: str, text: str, tier: tuple[str, str]) -> Clause:
    return replace(clause(place, text, subdomain=LOOMS, tier=tier), quantities=quantities(text, 0))


BOTH = asks("one/low/a", "织机数控化率不低于40%，织机联网率不低于30%；", LOW)
CONTROLLED = asks("one/high/a", "织机数控化率不低于70%；", HIGH)
JOINED = asks("one/high/b", "织机联网率不低于30%；", HIGH)


def all_belong_together(left: Sequence[Clause], right: Sequence[Clause]) -> Vectors:
    return np.full((len(left), len(right)), 0.9, dtype=np.float32)


def test_a_figure_that_another_clause_above_answers_is_not_missing() -> None:
    difference = Differ(LINKER).difference((BOTH,), (CONTROLLED,))
    assert [one.right is None for one in difference.quantities] == [False, True]
    assert [one.right is None for one in without_answered(difference, (), (JOINED,)).quantities] == [False]
    assert without_answered(difference, (), (asks("one/high/c", "一等品率不低于90%；", HIGH),)) == difference


def test_several_measures_in_one_clause_go_up_each_to_its_own() -> None:
    ladder = Ladders((BOTH, CONTROLLED, JOINED), all_belong_together, Differ(LINKER)).ladders("one")[0]
    told = {
        one.upper: [(change.left is None, change.right is None) for change in one.difference.quantities]
        for one in ladder.steps[0].changes
        if one.difference is not None
    }
    assert told == {(CONTROLLED.id,): [(False, False)], (JOINED.id,): []}
