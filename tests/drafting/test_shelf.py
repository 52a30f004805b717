from __future__ import annotations

import pytest

from drafting.shelf import Shelf
from tests.drafting.made_up import BY_ID, CLAUSES, FACTORY, LABELS, PLAN, SCHEME, WORKSHOP, meta, shelf


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
