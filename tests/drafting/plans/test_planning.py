"""A plan over the made-up shelf: items, base, others, progress, and profiles that answer what nobody asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.generator import DraftingError
from drafting.plans.ground import Ground
from drafting.plans.plan import Claim, Item
from drafting.plans.planning import Planner
from drafting.plans.target import Target
from tests.drafting.made_up import FACTORY, PLAN, SCHEME, WORKSHOP, shelf
from tests.drafting.plans.made_up import LEXICON, MES, codes_in, ground, practice, profile

PLANNER = Planner(shelf(), LEXICON, codes_in)
TARGET = Target(SCHEME, FACTORY)
FIRST = f"{SCHEME}/19/{FACTORY}/a#1"


def test_a_plan_holds_every_requirement_once_with_its_base() -> None:
    plan = PLANNER.plan(profile(practices=[practice(FIRST)]), TARGET)
    assert [one.requirement.label for one in plan.items] == ["a", "b", "c1", "c2", "a"]
    assert [one.requirement.tier for one in plan.base] == [WORKSHOP]
    assert (plan.target, plan.tier_label, plan.track) == (f"{SCHEME}:{FACTORY}", "省级智能工厂", None)
    assert plan.items[0].points[0].derived and plan.items[0].status == "met"
    assert plan.items[2].status == "not_applicable"
    assert plan.verified and plan.next is None and [one.id for one in plan.documents] == [SCHEME]
    assert 0 < plan.readiness <= plan.ceiling <= 1 and plan.base_readiness == 0


def test_the_next_tier_is_told_of_the_lower_one() -> None:
    plan = PLANNER.plan(profile(), Target(SCHEME, WORKSHOP))
    assert plan.next is not None
    assert (plan.next.tier, plan.next.requirements, plan.next.met, plan.base_readiness) == (FACTORY, 5, 0, None)


def test_other_targets_are_judged_from_the_same_answers() -> None:
    track = f"{PLAN}/threshold/数字工厂#1"
    plan = PLANNER.plan(profile(practices=[practice(FIRST, track)]), TARGET, [Target(PLAN, track="数字工厂")])
    (other,) = plan.others
    assert (other.target, len(other.items), other.items[0].points[0].status) == (f"{PLAN}/数字工厂", 1, "met")
    assert plan.items[0].also == (f"{PLAN}/threshold/数字工厂",)
    assert [one.id for one in plan.documents] == [SCHEME, PLAN]


def test_a_plan_tells_how_far_it_is_and_takes_what_the_writer_gives() -> None:
    told: list[tuple[int, int]] = []

    def write(item: Item, ground: Ground) -> Item:
        return replace(item, narrative=f"写过：{item.narrative}")

    plan = PLANNER.plan(profile(), TARGET, writer=write, progress=lambda done, all_: told.append((done, all_)))
    assert told == [(number, 5) for number in range(1, 6)]
    assert all(one.narrative.startswith("写过：") for one in plan.items)


@pytest.mark.parametrize("strange", [f"{SCHEME}/19/{FACTORY}/a#9", "nowhere/1#1", f"{SCHEME}/19/{FACTORY}/a"])
def test_an_answer_to_what_nobody_asks_is_refused(strange: str) -> None:
    with pytest.raises(DraftingError, match=r"practices\[0\]"):
        PLANNER.plan(profile(practices=[practice(strange)]), TARGET)


def test_a_sentence_that_says_more_is_not_verified() -> None:
    def boast(item: Item, ground: Ground) -> Item:
        return replace(item, sentences=(Claim("联网99台。", "generated", (item.requirement.id,), (), "做法"),))

    assert not PLANNER.plan(profile(), TARGET, writer=boast).verified


def test_what_a_person_wrote_may_rest_on_what_the_requirement_was_judged_by() -> None:
    known = {"systems": [MES], "practices": [practice(FIRST, by=["MES"])]}
    first, second, *_ = PLANNER.plan(profile(**known), TARGET).items
    wrote = (Claim("2022-05起用MES点检。", "edited", (), (), "做法"),)
    assert PLANNER.unbacked(replace(first, sentences=wrote), ground(**known)) == ()
    assert PLANNER.unbacked(replace(second, sentences=wrote), ground(**known)) != ()


def test_what_a_person_wrote_may_tell_an_indicator() -> None:
    measure = {"name": "点检及时率", "value": 98.5, "unit": "%", "period": "2026-01至2026-09"}
    item = PLANNER.plan(profile(), TARGET).items[0]
    wrote = replace(item, sentences=(Claim("点检及时率98.5%。", "edited", (), (), "成效"),))
    assert PLANNER.unbacked(wrote, ground(measures=[measure])) == ()
    assert PLANNER.unbacked(wrote, ground()) == ("数字「98.5」不在档案和条文里",)


def test_national_tiers_need_what_is_known_of_them() -> None:
    with pytest.raises(DraftingError, match="national"):
        PLANNER.plan(profile(), TARGET, national=["tier:national-advanced"])
