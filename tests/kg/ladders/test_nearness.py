from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from corpus.clause import Clause
from corpus.quantity import quantities
from kg.ladders.nearness import nearness
from kg.variants.link import Vectors
from tests.kg.variants.rows_of import clause

LOW, HIGH = ("low", "一星"), ("high", "二星")


def asks(place: str, text: str, tier: tuple[str, str]) -> Clause:
    return replace(clause(place, text, tier=tier), quantities=quantities(text, 0))


class Alike:
    """Holds all clauses for nearly the same."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._place = {one.id: number for number, one in enumerate(clauses)}

    def vectors(self, ids: Sequence[str]) -> Vectors:
        turned = [0.02 * self._place[one] for one in ids]
        return np.array([[np.cos(angle), np.sin(angle)] for angle in turned], dtype=np.float32)

    def topics(self, ids: Sequence[str]) -> Vectors:
        raise AssertionError("no topics are asked for here")


def sure(*clauses: Clause) -> Vectors:
    lower = [one for one in clauses if one.tier == "low"]
    return nearness(clauses, Alike(clauses))(lower, [one for one in clauses if one.tier == "high"])


def test_figures_of_different_things_do_not_belong_together_however_alike_they_are_said() -> None:
    found = sure(
        asks("one/a", "主要织机联网率不低于40%；", LOW),
        asks("one/b", "主要织机数控化率不低于55%；", HIGH),
        asks("one/c", "主要织机联网率不低于60%；", HIGH),
    )
    assert found[0, 0] == 0 and found[0, 1] > 0.9


def test_a_clause_of_several_measures_belongs_to_each_that_has_one_of_them() -> None:
    found = sure(
        asks("one/a", "主要织机数控化率不低于40%，联网率不低于30%；", LOW),
        asks("one/b", "主要织机数控化率不低于55%；", HIGH),
        asks("one/c", "主要织机联网率不低于60%；", HIGH),
        asks("one/d", "坯布一等品率不低于95%；", HIGH),
    )
    assert (found[0] > 0.5).tolist() == [True, True, False]


def test_few_clauses_are_not_near_merely_because_their_others_are_farther() -> None:
    many = [asks(f"two/{number}", f"第{number}类要求。", LOW) for number in range(30)]
    few = [
        asks("one/a", "建档", LOW),
        asks("one/b", "巡检", HIGH),
        asks("one/c", "回访", LOW),
        asks("one/d", "培训", HIGH),
    ]
    turned = dict(zip([one.id for one in few], [0.0, 0.2, 0.9, 1.1], strict=True))
    turned |= {one.id: 0.4 * (number % 2) for number, one in enumerate(many)}

    class Turned(Alike):
        def vectors(self, ids: Sequence[str]) -> Vectors:
            return np.array([[np.cos(turned[one]), np.sin(turned[one])] for one in ids], dtype=np.float32)

    ends = ([few[0]], [few[1]])
    alone, among = (nearness(clauses, Turned(clauses))(*ends)[0, 0] for clauses in (few, [*few, *many]))
    assert alone > 0.6 > 0.5 > among
