from __future__ import annotations

import pytest

from drafting.plans.target import Target, base_of, requirements_of
from drafting.shelf import Shelf
from tests.drafting.made_up import BY_ID, CLAUSES, FACTORY, LABELS, PLAN, SCHEME, WORKSHOP, meta, row, shelf


def test_a_cell_holds_its_clauses_in_order() -> None:
    assert [clause.label for clause in shelf().cell(SCHEME, "19", FACTORY)] == ["a", "b", "c1", "c2"]
    assert shelf().cell(SCHEME, "19", "nosuch") == () and shelf().cell(PLAN, "19", FACTORY) == ()


def test_tiers_stand_in_the_order_of_the_text() -> None:
    tiers = shelf().tiers(SCHEME)
    assert [(tier.code, tier.label) for tier in tiers] == list(LABELS.items())
    assert [tier.said for tier in tiers] == [(BY_ID[f"scheme/3/{tier.code}"],) for tier in tiers]
    assert shelf().tiers(PLAN) == ()


@pytest.mark.parametrize(
    ("code", "below", "above"), [(WORKSHOP, None, FACTORY), (FACTORY, WORKSHOP, None), ("nosuch", None, None)]
)
def test_tiers_have_neighbours(code: str, below: str | None, above: str | None) -> None:
    one, other = shelf().below(SCHEME, code), shelf().above(SCHEME, code)
    assert (one.code if one else None, other.code if other else None) == (below, above)


def test_rows_of_a_document_and_of_kinds() -> None:
    assert shelf().of() == CLAUSES
    assert {clause.document for clause in shelf().of(PLAN)} == {PLAN}
    assert [clause.id for clause in shelf().of(PLAN, kinds=("step",))] == ["plan/step/1", "plan/step/2"]
    assert shelf().tier(SCHEME, "nosuch") is None


def test_a_subdomain_is_called_as_printed() -> None:
    assert shelf().subdomain_name(SCHEME, "19") == "设备运维" and shelf().subdomain_name(SCHEME, "99") == "99"


def test_documents_set_aside_are_seen_by_questions_that_name_them() -> None:
    held = Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], CLAUSES, {}, aside={PLAN})
    assert {clause.document for clause in held.showing(()).clauses} == {SCHEME}
    assert held.showing((PLAN,)) is held and held.showing((SCHEME,)).of(PLAN) == ()
    assert held.showing(()).by_id == held.by_id and shelf().showing(()).clauses == CLAUSES


def test_a_shelf_of_some_documents_has_their_rows_alone() -> None:
    assert {clause.document for clause in shelf().within((PLAN,)).of()} == {PLAN}
    assert shelf().within((PLAN,)).documents == shelf().documents


MERGED = row("7", "应部署MES。", tier=WORKSHOP, tier_label=LABELS[WORKSHOP], tiers=(WORKSHOP, FACTORY))
ONE_TIER = row("8", "应部署APS。", tier=FACTORY, tier_label=LABELS[FACTORY])
TWO_TIERS = Shelf(
    [meta(SCHEME, "某省方案")], (row("6", "应联网。", tier=WORKSHOP, tier_label=LABELS[WORKSHOP]), MERGED, ONE_TIER), {}
)


@pytest.mark.parametrize(
    ("asked", "tier", "label"),
    [
        ((FACTORY,), FACTORY, "省级智能工厂"),
        ((WORKSHOP,), WORKSHOP, "省级数字化车间"),
        ((WORKSHOP, FACTORY), WORKSHOP, "省级数字化车间、省级智能工厂"),
        ((), WORKSHOP, "省级数字化车间、省级智能工厂"),
    ],
)
def test_a_row_of_several_tiers_is_of_the_one_asked(asked: tuple[str, ...], tier: str, label: str) -> None:
    seen = TWO_TIERS.asking(asked)
    assert (seen.by_id[MERGED.id].tier, seen.by_id[MERGED.id].tier_label) == (tier, label)
    assert seen.by_id[MERGED.id] in seen.clauses and seen.by_id[ONE_TIER.id] == ONE_TIER
    assert shelf().asking(asked).clauses == shelf().clauses


def test_a_plan_has_a_row_of_several_tiers_once_as_of_its_target() -> None:
    target = Target(SCHEME, FACTORY)
    assert [(one.id, one.tier_label) for one in requirements_of(target, TWO_TIERS)] == [
        (MERGED.id, "省级智能工厂"), (ONE_TIER.id, "省级智能工厂")]  # fmt: skip
    assert [one.id for one in base_of(target, TWO_TIERS)] == ["scheme/6"]


def test_what_a_tier_is_built_on_is_said_by_the_clauses_that_the_graph_names() -> None:
    factory = shelf().tier(SCHEME, FACTORY)
    assert factory is not None and [one.id for one in shelf().base_said(factory)] == ["scheme/3/smart-factory"]
    workshop = shelf().tier(SCHEME, WORKSHOP)
    assert workshop is not None and shelf().base_said(workshop) == workshop.said


def test_what_is_asked_of_everybody_is_of_no_tier() -> None:
    rows = (row("1", "应注册满两年。"), row("2", "已注册。", kind="paragraph"), *TWO_TIERS.clauses)
    assert [one.id for one in Shelf([meta(SCHEME, "某省方案")], rows, {}).of_no_tier(SCHEME)] == ["scheme/1"]
