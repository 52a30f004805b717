"""Plans over the founding corpus: every requirement once, nothing met that is not shown, nothing said unknown."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from drafting.plans.ground import Ground
from drafting.plans.plan import EvidencePlan, Item
from drafting.plans.target import read_target, requirements_of
from drafting.profiles.references import describe, rows
from ontology.checkpoint import Point
from tests.drafting.plans.grown import all_points, grown
from tests.drafting.plans.made_up import profile

if TYPE_CHECKING:
    from app.assembly import Workspace

TIERS = {"digital-workshop": (47, 0), "smart-factory": (67, 47), "future-factory": (111, 114)}
TRACKS = {
    "guangxi-modes": 7,  # its first part, which belongs to no mode
    "guangxi-modes/离散型智能制造模式": 7,
    "guangxi-modes/流程型智能制造模式": 7,
    "guangxi-modes/网络协同制造模式": 6,
    "guangxi-modes/大规模个性化定制模式": 4,
    "guangxi-modes/远程运维服务模式": 5,
    "pujiang-plan/数字工厂": 4,
    "pujiang-plan/智能工厂": 7,
    "pujiang-plan/未来工厂": 11,
    "pujiang-plan/中小企业数字化制造及行业平台化服务": 5,
    "pujiang-plan/智能化改造诊断服务": 2,
    "zj-graded:future-factory/创新突破领航型": 114,
    "zj-graded:future-factory/集群示范头雁型": 114,
    "zj-graded:future-factory/协同共生链主型": 114,
    "zj-graded:future-factory/业态变革平台型": 114,
}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#/.\-]*")


@pytest.fixture(scope="module")
def points(founding: Workspace) -> dict[str, Point]:
    return all_points(founding.shelf)


@pytest.fixture(scope="module")
def mixed(founding: Workspace, points: dict[str, Point]) -> tuple[Ground, tuple[EvidencePlan, ...]]:
    """Plans of a rich profile for the highest tier and for every track."""
    rich = grown(points, good=False)
    aims = ["zj-graded:future-factory", *(name for name in TRACKS if not name.startswith("zj-graded"))]
    plans = tuple(founding.planner.plan(rich, read_target(one, founding.shelf)) for one in aims)
    return Ground(rich, founding.planner.codes_in), plans


def items_of(plans: tuple[EvidencePlan, ...]) -> list[Item]:
    return [item for plan in plans for item in (*plan.base, *plan.items)]


@pytest.mark.parametrize("tier", TIERS)
def test_a_tier_has_every_requirement_once_in_order_on_its_base(founding: Workspace, tier: str) -> None:
    plan = founding.planner.plan(profile(), read_target(f"zj-graded:{tier}", founding.shelf))
    own = [clause.id for clause in founding.shelf.of("zj-graded", kinds=("requirement",)) if clause.tier == tier]
    assert [item.requirement.id for item in plan.items] == own
    assert (len(plan.items), len(plan.base)) == TIERS[tier]
    ids = [item.requirement.id for item in (*plan.base, *plan.items)]
    assert len(ids) == len(set(ids))
    assert all(item.narrative for item in (*plan.base, *plan.items))


@pytest.mark.parametrize("name", TRACKS)
def test_a_track_has_its_rows_once_in_order(founding: Workspace, name: str) -> None:
    own = requirements_of(read_target(name, founding.shelf), founding.shelf)
    assert len(own) == len({row.id for row in own}) == TRACKS[name]
    assert [row.start for row in own] == sorted(row.start for row in own)


def test_words_of_every_point_stand_where_it_says(founding: Workspace, mixed: tuple[Ground, Any]) -> None:
    checked = 0
    for item in items_of(mixed[1]):
        clause = item.requirement
        for point in item.points:
            assert point.says in clause.plain, point.id
            assert point.span is not None, point.id
            start, end = point.span
            assert clause.text[start - clause.start : end - clause.start] == point.says, point.id
            checked += 1
    assert checked > 600


def test_nothing_known_meets_nothing(founding: Workspace) -> None:
    plan = founding.planner.plan(profile(), read_target("zj-graded:future-factory", founding.shelf))
    statuses = Counter(point.status for item in (*plan.base, *plan.items) for point in item.points)
    assert set(statuses) <= {"unknown", "not_applicable"}
    assert plan.readiness == 0.0 and plan.base_readiness == 0.0
    assert all(one.status == "unknown" for one in plan.conditions)


def test_systems_that_are_planned_meet_nothing(founding: Workspace, points: dict[str, Point]) -> None:
    rich = grown(points, good=True)
    systems = [one.model_dump() | {"state": "planned"} for one in rich.systems]
    planned = profile(systems=systems)
    plan = founding.planner.plan(planned, read_target("zj-graded:future-factory", founding.shelf))
    statuses = Counter(point.status for item in (*plan.base, *plan.items) for point in item.points)
    assert statuses["met"] == statuses["partial"] == 0
    assert statuses["gap"] > 100


def test_a_good_profile_is_met_where_it_answers(founding: Workspace, points: dict[str, Point]) -> None:
    plan = founding.planner.plan(grown(points, good=True), read_target("zj-graded:smart-factory", founding.shelf))
    statuses = Counter(point.status for item in plan.items for point in item.points)
    assert statuses["met"] > 130 and statuses["gap"] == 0
    assert 0.6 < plan.readiness <= plan.ceiling


def test_every_sentence_says_only_what_its_facts_and_its_clause_say(
    founding: Workspace, mixed: tuple[Ground, tuple[EvidencePlan, ...]]
) -> None:
    ground, plans = mixed
    sentences = 0
    for item in items_of(plans):
        assert founding.planner.unbacked(item, ground) == (), item.requirement.id
        assert all(claim.facts and claim.citations == (item.requirement.id,) for claim in item.sentences)
        sentences += len(item.sentences)
    assert sentences > 600
    assert all(plan.verified for plan in plans)


def test_every_number_name_and_system_of_a_narrative_stands_in_profile_or_clause(
    founding: Workspace, mixed: tuple[Ground, tuple[EvidencePlan, ...]]
) -> None:
    ground, plans = mixed
    told = "\n".join(describe(ground.profile, path) for path, _ in rows(ground.profile))
    known = f"{told}\n{json.dumps(ground.profile.model_dump(), ensure_ascii=False)}"
    numbers, names = set(NUMBER.findall(known)), {one.casefold() for one in LATIN.findall(known)}
    systems = {one.code for one in founding.lexicon.mentions(known)}
    checked: Counter[str] = Counter()
    for item in items_of(plans):
        clause = f"{item.requirement.plain}\n{item.requirement.text}"
        for number in NUMBER.findall(item.narrative):
            assert number in numbers or number in NUMBER.findall(clause), (item.requirement.id, number)
            checked["number"] += 1
        for name in LATIN.findall(item.narrative):
            assert name.casefold() in names or name in LATIN.findall(clause), (item.requirement.id, name)
            checked["name"] += 1
        for mention in founding.lexicon.mentions(item.narrative):
            own = {one.code for one in founding.lexicon.mentions(clause)}
            assert mention.code in systems | own, (item.requirement.id, mention.surface)
            checked["system"] += 1
    assert min(checked[kind] for kind in ("number", "name", "system")) > 300, checked


def test_evidence_is_numbered_once_and_belongs_to_a_point(mixed: tuple[Ground, tuple[EvidencePlan, ...]]) -> None:
    for plan in mixed[1]:
        items = (*plan.base, *plan.items)
        pieces = [row for item in items for row in item.evidence]
        assert pieces and len({row.no for row in pieces}) == len(pieces), plan.target
        known = {point.id for item in items for point in item.points}
        assert all(row.point in known and row.must_show and row.owner for row in pieces)


def test_every_open_point_has_an_action(mixed: tuple[Ground, tuple[EvidencePlan, ...]]) -> None:
    for plan in mixed[1]:
        items = (*plan.base, *plan.items)
        open_ = {p.id for item in items for p in item.points if p.status in ("gap", "partial", "unknown")}
        assert {one for action in plan.actions for one in action.closes} == open_, plan.target
        assert all(action.what and action.closes for action in plan.actions)
        assert len(plan.actions) <= len(open_)
