"""National tiers beside a plan: named, each fact with its trust, a maturity level only from an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from drafting.generator import DraftingError
from drafting.plans.national_conditions import national_tier, read_national
from drafting.plans.national_tier import NationalCondition
from drafting.plans.target import read_target
from tests.drafting.plans.made_up import ground, profile

if TYPE_CHECKING:
    from app.assembly import Workspace

MATURITY = "智能制造能力成熟度"
THIRD = {"standard": "GB/T 39116-2020", "level": "三级", "assessed": "2025-03", "by": "第三方"}


def maturity(founding: Workspace, tier: str, *held: dict[str, Any]) -> NationalCondition:
    address = read_national(f"national:{tier}", founding.national)
    assert address is not None
    found = national_tier(address, founding.national, ground(assessments=list(held)))
    return next(one for one in found.conditions if one.about == MATURITY)


@pytest.mark.parametrize("name", ["advanced", "national-advanced", "先进级", "先进级智能工厂"])
def test_a_national_tier_is_named_by_code_or_by_name(founding: Workspace, name: str) -> None:
    assert read_national(f"national:{name}", founding.national) == "tier:national-advanced"


def test_other_targets_are_no_national_tier_and_unknown_ones_are_refused(founding: Workspace) -> None:
    assert read_national("zj-graded:smart-factory", founding.national) is None
    with pytest.raises(DraftingError, match="no tier 顶级"):
        read_national("national:顶级", founding.national)


@pytest.mark.parametrize(
    ("tier", "held", "status"),
    [
        ("advanced", [], "unknown"),
        ("advanced", [THIRD], "met"),
        ("advanced", [THIRD | {"level": "一级"}], "gap"),
        ("advanced", [THIRD | {"level": "一级"}, THIRD], "met"),
        ("advanced", [THIRD | {"by": "自评"}], "partial"),
        ("basic", [THIRD | {"by": "自评"}], "met"),
        ("advanced", [THIRD | {"standard": "GB/T 39116"}], "partial"),
        ("advanced", [THIRD | {"standard": "GB/T 23020-2013"}], "unknown"),
        ("advanced", [THIRD | {"level": "良好"}], "unknown"),
        ("advanced", [THIRD | {"assessed": "2027-01"}], "unknown"),
        ("excellent", [THIRD], "met"),
        ("leading", [THIRD], "gap"),
    ],
)
def test_a_maturity_level_comes_from_an_assessment_alone(
    founding: Workspace, tier: str, held: list[dict[str, str]], status: str
) -> None:
    assert maturity(founding, tier, *held).status == status


def test_everything_else_stays_open_however_ready_an_enterprise_is(founding: Workspace) -> None:
    for tier in founding.national.tiers:
        found = national_tier(tier, founding.national, ground(assessments=[THIRD]))
        others = [one for one in found.conditions if one.about != MATURITY]
        assert others and {one.status for one in others} == {"unknown"}
        assert all(one.trust in ("A", "B") and one.asks for one in found.conditions)
        assert not any("认定" in one.asks or "自评。" in one.asks for one in others)


def test_a_plan_holds_them_apart_from_its_items_and_its_readiness(founding: Workspace) -> None:
    target = read_target("zj-graded:digital-workshop", founding.shelf)
    bare = founding.planner.plan(profile(), target)
    beside = founding.planner.plan(profile(), target, national=founding.national.tiers)
    assert [one.label for one in beside.national] == ["基础级", "先进级", "卓越级", "领航级"]
    assert bare.national == () and (beside.items, beside.readiness) == (bare.items, bare.readiness)
