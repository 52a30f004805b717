"""The judgements by hand: complete, halved, and of points that there are; agreement counted as it should be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from drafting.plans.ground import Ground
from drafting.plans.target import Target
from evals.errors import EvalError
from evals.plans_gold import GOLD_STATUSES, GoldPoint, gold_profile, load_gold, parse_gold
from evals.plans_judged import PRODUCT, Agreement, judge_gold
from evals.plans_parts import planning_of
from tests.evals.fake_system import FakeWorkspace

if TYPE_CHECKING:
    from app.assembly import Workspace

LINE = '{"point": "a#1", "half": "dev", "status": "met", "why": "因为"}'


def test_the_judgements_spread_over_tiers_domains_and_verdicts() -> None:
    gold = load_gold()
    halves = Counter(one.half for one in gold)
    assert halves == {"dev": 79, "held-out": 79}
    for half in ("dev", "held-out"):
        counts = Counter(one.status for one in gold if one.half == half)
        assert all(counts[status] >= 6 for status in GOLD_STATUSES), counts
    assert len({one.point.split("/")[1] for one in gold}) >= 40
    assert len({one.point.split("/")[2].partition("#")[0] for one in gold}) == 3


def test_the_enterprise_states_facts_and_answers_nothing() -> None:
    profile = gold_profile()
    assert profile.profile.fictional and profile.practices == () and profile.evidence == ()
    assert {one.state for one in profile.systems} >= {"in_use", "trial", "building", "planned", "absent"}


@pytest.mark.parametrize("text", [f"{LINE}\n{LINE}", LINE.replace("met", "maybe"), LINE.replace("因为", ""), "{"])
def test_what_is_no_judgement_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(EvalError, match="plans gold, line"):
        parse_gold(text)


def test_agreement_counts_what_it_says() -> None:
    pairs = {
        ("met", "met"): 3,
        ("met", "unknown"): 1,
        ("partial", "met"): 1,
        ("gap", "gap"): 2,
        ("unknown", "unknown"): 3,
    }
    found = Agreement("dev", "any", pairs)
    assert (found.accuracy.value, found.accuracy.n) == (0.8, 10)
    assert (found.precision.value, found.precision.n) == (0.75, 4)
    assert (found.recall.value, found.recall.n) == (0.75, 4)
    assert (found.unknown.value, found.unknown.n) == (0.4, 10)
    assert found.decided.value == pytest.approx(5 / 6) and found.decided.n == 6


def test_the_product_is_measured_beside_simple_ways(founding: Workspace) -> None:
    found = judge_gold(planning_of(founding), gold_profile(), load_gold())
    ways = {(one.half, one.way): one for one in found.agreements}
    assert len(ways) == 6 and all(one.accuracy.n == 79 for one in ways.values())
    for half in ("dev", "held-out"):
        ours, names = ways[half, PRODUCT], ways[half, "names only"]
        assert ours.accuracy.value > names.accuracy.value
        assert ours.precision.value > names.precision.value
    told = found.to_json()
    held_out = {one.point for one in load_gold() if one.half == "held-out"}
    assert not held_out & {one["point"] for one in told["judged_otherwise"]}
    assert all(table.rows for table in found.tables())


def test_a_point_that_no_requirement_has_is_refused(founding: Workspace) -> None:
    stranger = GoldPoint("zj-graded/1/nowhere#1", "dev", "met", "因为")
    with pytest.raises(EvalError, match="no requirement has a point"):
        judge_gold(planning_of(founding), gold_profile(), [stranger])


def test_a_workspace_that_makes_no_plans_is_refused() -> None:
    with pytest.raises(EvalError, match="makes no plans"):
        planning_of(FakeWorkspace())


def test_every_fact_that_a_judgement_rests_on_can_be_told(founding: Workspace) -> None:
    ground = Ground(gold_profile(), founding.planner.codes_in)
    found = [
        path
        for tier in founding.shelf.tiers("zj-graded")
        for item in founding.planner.plan(gold_profile(), _target(tier.code)).items
        for point in item.points
        for path in (*point.basis, *point.lacking)
    ]
    assert len(found) > 100 and any(path.startswith("projects[") for path in found)
    assert all(ground.text(path) for path in found)


def _target(tier: str) -> Target:
    return Target("zj-graded", tier)
