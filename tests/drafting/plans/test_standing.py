"""Whether rows hold by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.plans.standing import called, standing, support
from tests.drafting.plans.made_up import MES, ground


@pytest.mark.parametrize(
    ("section", "row", "status"),
    [
        ("systems", MES, "met"),
        ("equipment", {"name": "车床", "count": 1, "state": "在建"}, "gap"),
        ("projects", {"id": "P1", "name": "改造", "state": "在用", "end": "2024"}, "met"),
        ("projects", {"id": "P1", "name": "改造", "state": "在用", "end": "2028"}, "gap"),
        ("trainings", {"topic": "数据安全", "held": "2025-03"}, "met"),
        ("trainings", {"topic": "数据安全"}, "partial"),
        ("organisation", {"name": "信息中心", "since": "2027"}, "gap"),
        ("products", {"name": "球阀"}, "met"),
    ],
)
def test_a_row_holds_when_its_day_has_come(section: str, row: dict[str, Any], status: str) -> None:
    known = ground(**{section: [row]})
    assert standing(known.row(f"{section}[0]"), f"{section}[0]", known).status == status


def test_a_row_is_called_by_what_it_has() -> None:
    known = ground(trainings=[{"topic": "数据安全"}], compliance=[{"matter": "失信", "occurred": "否"}])
    assert called(known.row("trainings[0]"), "trainings[0]") == "数据安全"
    assert called(known.row("compliance[0]"), "compliance[0]") == "credit"


def test_what_lacks_only_its_own_day_still_holds_up_an_answer() -> None:
    assert support("S1", ground(systems=[MES | {"since": None}])).status == "met"
    assert support("S1", ground(systems=[MES | {"state": "停用"}])).status == "gap"
