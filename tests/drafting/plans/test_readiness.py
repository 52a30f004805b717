"""Readiness: weighed by force, shared by points, honest about what is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.clause import Clause
from drafting.plans.assessing import status_of
from drafting.plans.plan import EvidenceRow, Item
from drafting.plans.readiness import by_domain, proved, readiness, weight
from tests.drafting.made_up import FACTORY, UPKEEP, cell, row
from tests.drafting.plans.made_up import result

CLAUSE = cell("a", FACTORY, UPKEEP, "应实现设备联网；")


def item(*points: tuple[Any, Any], clause: Clause = CLAUSE) -> Item:
    results = tuple(result(status=status, force=force) for force, status in points)
    return Item(clause, status_of(results), results, (), (), "", "", "none", None, "无", (), ())


def test_of_nothing_it_is_nothing() -> None:
    assert readiness([]) == 0.0


@pytest.mark.parametrize(
    ("points", "share"),
    [
        ([("shall", "met")], 1.0),
        ([("shall", "partial")], 0.0),
        ([("shall", "met"), ("shall", "gap")], 0.5),
        ([("shall", "met"), ("should", "gap")], 1 / 1.5),
        ([("shall", "met"), ("may", "unknown")], 0.8),
        ([("shall", "met"), ("shall", "not_applicable")], 1.0),
    ],
)
def test_a_requirement_counts_by_the_share_of_its_points(points: list[tuple[str, str]], share: float) -> None:
    assert readiness([item(*points)]) == pytest.approx(share)


def test_a_recommendation_weighs_half_of_an_obligation() -> None:
    must, should = item(("shall", "met")), item(("should", "gap"))
    assert (weight(must), weight(should)) == (1.0, 0.5)
    assert readiness([must, should]) == pytest.approx(1 / 1.5)


def test_what_does_not_apply_counts_on_neither_side() -> None:
    assert readiness([item(("shall", "met")), item(("shall", "not_applicable"))]) == 1.0
    assert weight(item(("shall", "not_applicable"))) == 0.0


def test_the_ceiling_takes_the_unknown_as_met_and_nothing_else() -> None:
    items = [item(("shall", "unknown")), item(("shall", "partial")), item(("shall", "gap")), item(("shall", "met"))]
    assert readiness(items) == 0.25
    assert readiness(items, hopeful=True) == 0.5


def test_domains_come_in_order_with_their_counts() -> None:
    other = row("t", "应诊断。", track="甲类")
    upkeep, track = by_domain([item(("shall", "met"), ("should", "gap")), item(("none", "unknown"), clause=other)])
    assert (upkeep.domain, track.domain) == ("智能化生产", "甲类")
    assert (upkeep.counts, upkeep.shall, upkeep.should) == ({"partial": 1}, (1, 1), (0, 1))
    assert (track.readiness, track.ceiling) == (0.0, 1.0)


def test_what_is_met_is_proved_only_by_a_piece_that_is_held_for_that_point() -> None:
    met = item(("shall", "met"), ("shall", "met"))
    pair = tuple(replace(point, id=f"scheme/1#{number}") for number, point in enumerate(met.points, 1))
    said = EvidenceRow("1-1", "running-record", "记录", "scheme/1#1", "日期", None, None, held=False)
    assert proved([replace(met, points=pair, evidence=(said,))]) == 0.0
    held = replace(met, points=pair, evidence=(replace(said, held=True),))
    assert proved([held]) == 0.5
    assert proved([replace(held, points=tuple(replace(one, status="partial") for one in pair))]) == 0.0
    assert by_domain([held])[0].proved == 0.5
