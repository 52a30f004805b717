"""Spoilt in one fact, the strong example leaves nothing met that rested on the fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.plans_mutants import Mutant, mutants, spoil, try_mutants
from evals.plans_parts import example_profiles, planning_of
from tests.drafting.plans.made_up import profile

if TYPE_CHECKING:
    from app.assembly import Workspace

KINDS = {"on trial", "planned", "no date", "date to come", "no coverage", "nothing covered", "run out"}


def test_no_point_stays_met_by_a_fact_that_was_taken_away(founding: Workspace) -> None:
    found = try_mutants(planning_of(founding), example_profiles()["discrete"])
    assert [(one.mutant.path, one.mutant.kind, one.point) for one in found.survived] == []
    assert set(found.made) == KINDS
    assert sum(found.made.values()) > 3000
    assert all(found.rested[kind] >= 40 for kind in KINDS), dict(found.rested)
    assert sum(found.rested.values()) > 5000
    systems = len([one for one in example_profiles()["discrete"].systems if one.state == "in_use"])
    assert found.made["on trial"] >= systems > 20


def test_a_mutant_changes_one_row_and_is_still_a_profile() -> None:
    system = {"code": "MES", "name": "生产执行系统", "state": "在用", "since": "2022-05", "covered": 3, "total": 4}
    held = {"name": "体系认证", "issued": "2024-01", "valid_until": "2027-01"}
    given = profile(systems=[system, system | {"name": "另一个", "code": "APS"}], certificates=[held])
    made = list(mutants(given))
    assert {one.kind for one in made} == KINDS
    for one in made:
        spoilt = spoil(given, one)
        changed = [key for key in type(given).model_fields if getattr(spoilt, key) != getattr(given, key)]
        assert changed == [one.section], one
        rows = zip(getattr(spoilt, one.section), getattr(given, one.section), strict=True)
        assert [place for place, (new, old) in enumerate(rows) if new != old] == [one.row]


def test_what_did_not_rest_on_a_fact_is_not_counted(founding: Workspace) -> None:
    nothing = profile(certificates=[{"name": "与任何一问都无关的纪念牌", "issued": "2024-01"}])
    found = try_mutants(planning_of(founding), nothing)
    assert found.survived == ()
    assert sum(found.rested.values()) == 0
    assert found.made == found.idle == {"no date": 1, "date to come": 1, "run out": 1}
    assert found.table().rows and found.to_json()["survived"] == []


def test_a_mutant_says_where_it_is() -> None:
    assert Mutant("planned", "systems", 2, {"state": "planned"}, "state").path == "systems[2]"
