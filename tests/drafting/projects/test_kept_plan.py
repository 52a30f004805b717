"""A plan that is kept is read back the same, whole numbers and sheets of their own included."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafting.exports.deciding import decided
from drafting.exports.update_edits import Added, Merged
from drafting.generator import DraftingError
from drafting.projects.kept_plan import KeptPlan, read_kept, write_kept
from drafting.sheet import Carried
from tests.drafting.exports.workbook_cases import NETWORKED, ground, plan, profile


def kept() -> KeptPlan:
    return KeptPlan.of("build", profile(), plan())


def test_it_is_read_back_the_same(tmp_path: Path) -> None:
    made = kept()
    item = made.computed.items[0]
    row = replace(item.evidence[0], pages=12)
    first = replace(item, evidence=(row, *item.evidence[1:]))
    made = replace(made, computed=replace(made.computed, items=(first, *made.computed.items[1:])))
    write_kept(made, tmp_path / "plan.json")
    back = read_kept(tmp_path / "plan.json")
    assert back == made
    assert repr(back.computed.items[0].evidence[0].pages) == "12"


def test_edits_and_sheets_of_their_own_are_kept_with_it(tmp_path: Path) -> None:
    edits = decided({("item", NETWORKED, "owner"): "张三"}, Merged.untouched(plan()), profile())
    edits = replace(edits, added=(Added("要求矩阵 第 9 行", (("备注", "记"),)),), own=Carried(b"\x00\xff", ("我的表",)))
    write_kept(kept().with_edits(edits), tmp_path / "plan.json")
    back = read_kept(tmp_path / "plan.json")
    assert back.as_edits() == edits
    assert next(one.owner for one in back.merged(ground(profile())).plan.items) == "张三"


@pytest.mark.parametrize("content", ["", "{", "{}", '{"format": 1, "build": 3}', "[1]"])
def test_a_damaged_one_is_refused_and_stays(tmp_path: Path, content: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DraftingError, match="重新生成计划"):
        read_kept(path)
    assert path.read_text(encoding="utf-8") == content
