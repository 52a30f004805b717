"""Plans of projects over the founding texts: made, given up, changed on the page and in a workbook, written out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.assembly import Workspace
from app.planning import read_aim
from app.project_plans import (
    PLAN_ENDINGS,
    asked,
    decide,
    export_plan,
    filled_form,
    make_kept,
    merged_of,
    take_workbook,
    targets,
)
from app.projects import Project, Projects
from app.web.jobs import GivenUp
from drafting.generator import DraftingError
from drafting.profiles.examples import example

TARGET = "zj-graded:digital-workshop"
ITEM = "zj-graded/19/digital-workshop/a"
OTHER = "zj-graded/19/digital-workshop/b"


def unheard(stage: str, done: int, total: int) -> None:
    assert stage == "assess" and 0 < done <= total


def made(founding: Workspace, project: Project) -> None:
    make_kept(founding, project, read_aim(founding, TARGET, ()), None, unheard)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    found = Projects(tmp_path / "projects").create("示例厂")
    found.keep_profile(example("discrete").encode(), ".yaml", 0)
    return found


def edits(project: Project) -> dict[tuple[str, str], object]:
    kept = project.plan
    assert kept is not None
    return {(one.key, one.field): one.value for one in kept.edits}


def test_what_each_target_asks_is_counted(founding: Workspace) -> None:
    counted = {one.name: asked(founding, one) for name in founding.titles for one in targets(founding, name)}
    plan = counted[TARGET]
    assert (plan.requirements, plan.base) == (47, 0) and sum(plan.domains.values()) == 47
    assert plan.forces == {"shall": 38, "should": 8, "none": 1}
    assert all(sum(one.forces.values()) == one.requirements for one in counted.values())
    assert counted["zj-graded:smart-factory"].base == 47
    assert "pujiang-plan/智能工厂" in counted and all(one.requirements for one in counted.values())


def test_one_that_is_given_up_leaves_the_project_as_it_was(founding: Workspace, project: Project) -> None:
    before = project.state

    def give_up(stage: str, done: int, total: int) -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        make_kept(founding, project, read_aim(founding, TARGET, ()), None, give_up)
    assert not project.planned and project.state == before


def test_what_is_decided_while_a_plan_is_made_stands_in_it(founding: Workspace, project: Project) -> None:
    made(founding, project)
    decide(founding, project, {("item", ITEM, "owner"): "张三"}, project.state.revision)

    def meanwhile(stage: str, done: int, total: int) -> None:
        if done == total:
            decide(founding, project, {("item", OTHER, "owner"): "李四"}, project.state.revision)

    make_kept(founding, project, read_aim(founding, TARGET, ()), None, meanwhile)
    assert edits(project) == {(ITEM, "owner"): "张三", (OTHER, "owner"): "李四"}


def test_a_workbook_and_the_page_are_changed_at_once_and_neither_is_lost(founding: Workspace, project: Project) -> None:
    made(founding, project)
    book = load_workbook(BytesIO(export_plan(founding, project, ".xlsx")))
    sheet = book["要求矩阵"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == ITEM)
    row[heads.index("责任人")].value = "王五"
    row[heads.index("备注")].value = "现场看过"
    held = BytesIO()
    book.save(held)
    decide(founding, project, {("item", OTHER, "owner"): "李四"}, project.state.revision)
    taken = take_workbook(project, held.getvalue(), "../计划 改.xlsx", project.state.revision)
    assert edits(project)[ITEM, "owner"] == "王五" and edits(project)[OTHER, "owner"] == "李四"
    assert all(one.what for one in taken.conflicts)
    changed = {(one.key, one.field): one.value for one in taken.changed}
    assert changed == {(ITEM, "owner"): "王五", (ITEM, "remark"): "现场看过"}
    with pytest.raises(DraftingError):
        take_workbook(project, b"PK\x03\x04 no workbook", "x.xlsx", project.state.revision)
    assert edits(project)[ITEM, "owner"] == "王五"


def test_a_plan_is_written_in_every_form_and_stays_in_the_project(founding: Workspace, project: Project) -> None:
    made(founding, project)
    kept = project.plan
    assert kept is not None and merged_of(founding, kept).plan == kept.computed
    for ending in PLAN_ENDINGS:
        content = export_plan(founding, project, ending)
        assert [one.read_bytes() for one in (project.path / "exports").glob(f"*{ending}")] == [content]
    assert project.folder.edits.is_file()
    assert filled_form(founding, project, "pujiang-plan", "1", None).startswith(b"PK")


def test_nothing_is_made_without_a_profile(founding: Workspace, tmp_path: Path) -> None:
    empty = Projects(tmp_path / "projects").create("空")
    with pytest.raises(DraftingError, match="先上传或填写档案"):
        made(founding, empty)
    with pytest.raises(DraftingError, match="先选目标"):
        export_plan(founding, empty, ".xlsx")
