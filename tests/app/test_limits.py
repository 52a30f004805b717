"""Tiers by the names that texts print and people say."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from app.limits import coded_target, tier_code
from app.settings import Settings
from retrieval.errors import RetrievalError
from tests.app.ingesting_parts import Desk

NORTH = """北岭省智能工厂培育办法

第一条 基础级智能工厂应建设制造执行系统。

第二条 先进级智能工厂应建设能源管理系统，设备联网率不低于60%。
"""
SOUTH = """南岭省数字工厂管理办法

第一条 成长级数字工厂应建设仓储管理系统。

第二条 引领级数字工厂应建设高级计划排程系统。
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    desk = Desk(tmp_path_factory.mktemp("tiers"))
    desk.ingest(desk.file("north.txt", NORTH), desk.file("south.txt", SOUTH))
    return Workspace(Settings(desk.data), desk.snapshot)


def known(workspace: Workspace, document: str) -> dict[str, str]:
    rows = (row for row in workspace.clauses if row.document == document and row.tier and row.tier_label)
    return {str(row.tier_label): str(row.tier) for row in rows}


def test_a_tier_is_known_by_its_code_its_name_and_a_part_of_it(workspace: Workspace) -> None:
    codes = known(workspace, "north")
    assert len(codes) == 2
    for label, code in codes.items():
        assert tier_code(workspace, label) == tier_code(workspace, code) == code
        assert tier_code(workspace, f" {label} ", "north") == code
    assert tier_code(workspace, "先进") == codes["先进级"]
    assert tier_code(workspace, None) is None


def test_a_name_that_is_none_s_or_several_s_is_refused_with_what_there_is(workspace: Workspace) -> None:
    with pytest.raises(RetrievalError, match=r"none of this name here\. Choose one of .*基础级.*引领级"):
        tier_code(workspace, "卓越级")
    with pytest.raises(RetrievalError) as refused:
        tier_code(workspace, "引领级", "north")
    assert "先进级" in str(refused.value) and "成长级" not in str(refused.value)
    with pytest.raises(RetrievalError, match=r"several are called so\..*--document"):
        tier_code(workspace, "级")
    with pytest.raises(RetrievalError, match="Leave out --tier"):
        tier_code(workspace, "基础级", "always")


def test_a_target_may_name_its_tier(workspace: Workspace) -> None:
    code = known(workspace, "north")["先进级"]
    assert coded_target(workspace, "north:先进级") == f"north:{code}"
    assert coded_target(workspace, "north:先进/轨道") == f"north:{code}/轨道"
    for other in ("north", "north/轨道", "north:卓越级", "nosuch:先进级", "national"):
        assert coded_target(workspace, other) == other
