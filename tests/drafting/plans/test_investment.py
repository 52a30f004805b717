"""A project's sums."""

from __future__ import annotations

from drafting.plans.investment import applied_project, invested
from tests.drafting.plans.made_up import profile
from tests.drafting.plans.test_conditions import LEDGER, PROJECT


def test_sums_are_exact_and_leave_out_civil_works() -> None:
    ledger = [*LEDGER, *({"project": "P1", "item": "传感器", "kind": "数字化硬件", "amount": 0.1} for _ in range(3))]
    found = invested(profile(projects=[PROJECT], ledger=ledger))
    assert found is not None
    assert (found.total, found.digital) == (500.3, 150.3)
    assert found.basis == tuple(f"ledger[{index}].amount" for index in range(6))


def test_lines_of_another_project_do_not_count() -> None:
    other = {"project": "P2", "item": "软件", "kind": "数字化软件", "amount": 99}
    found = invested(profile(projects=[PROJECT, PROJECT | {"id": "P2", "applied": "否"}], ledger=[*LEDGER, other]))
    assert found is not None and found.digital == 150


def test_of_two_projects_applied_for_none_is_taken() -> None:
    both = profile(projects=[PROJECT, PROJECT | {"id": "P2"}], ledger=LEDGER)
    assert applied_project(both) is None and invested(both) is None


def test_civil_works_alone_have_no_share() -> None:
    found = invested(profile(projects=[PROJECT], ledger=[LEDGER[2]]))
    assert found is not None and found.share is None
