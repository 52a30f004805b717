"""Targets as people write them, and the requirements that come with them."""

from __future__ import annotations

import pytest

from drafting.generator import DraftingError
from drafting.plans.target import Target, base_of, read_target, requirements_of
from drafting.shelf import Shelf
from tests.drafting.made_up import CLAUSES, FACTORY, PLAN, SCHEME, WORKSHOP, meta, row, shelf


def mixed_shelf() -> Shelf:
    """A document whose requirements belong to two tracks, or to none."""
    rows = (
        row("1", "应建立台账。", document="mixed"),
        row("2", "应建立平台。", document="mixed", track="甲类"),
        row("3", "应开展诊断。", document="mixed", track="乙类"),
        row("4", "甲类", document="mixed", track="甲类", kind="table_cell"),
    )
    return Shelf([meta("mixed", "混合方案")], rows, {})


@pytest.mark.parametrize("written", [f"{SCHEME}:{FACTORY}", f"{SCHEME}:省级智能工厂"])
def test_a_tier_is_named_by_code_or_by_name(written: str) -> None:
    target = read_target(written, shelf())
    assert target == Target(SCHEME, FACTORY)
    assert target.name == f"{SCHEME}:{FACTORY}"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("nowhere", "no document nowhere"),
        (SCHEME, "it names no tier"),
        (f"{SCHEME}:top", "has no tier top"),
        (f"{PLAN}:top/数字工厂", "has no tiers"),
        (PLAN, "it names no track"),
        (f"{PLAN}/没有的", "has no track 没有的"),
        (f"{SCHEME}:{FACTORY}/没有的", "has no tracks"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(written: str, problem: str) -> None:
    with pytest.raises(DraftingError, match=problem):
        read_target(written, shelf())


def test_a_tier_has_its_requirements_in_order() -> None:
    ids = [one.id for one in requirements_of(Target(SCHEME, FACTORY), shelf())]
    assert ids == [one.id for one in CLAUSES if one.tier == FACTORY and one.kind == "requirement"]
    assert len(ids) == len(set(ids)) == 5


def test_a_track_has_its_requirements_and_thresholds() -> None:
    assert [one.id for one in requirements_of(Target(PLAN, track="数字工厂"), shelf())] == [
        f"{PLAN}/threshold/数字工厂"
    ]


def test_without_a_track_stand_the_requirements_of_none() -> None:
    known = mixed_shelf()
    assert [one.id for one in requirements_of(read_target("mixed", known), known)] == ["mixed/1"]
    assert [one.id for one in requirements_of(read_target("mixed/甲类", known), known)] == ["mixed/2"]


def test_the_base_is_what_the_lower_tiers_ask() -> None:
    assert [one.tier for one in base_of(Target(SCHEME, FACTORY), shelf())] == [WORKSHOP]
    assert base_of(Target(SCHEME, WORKSHOP), shelf()) == ()
    assert base_of(Target(PLAN, track="数字工厂"), shelf()) == ()
