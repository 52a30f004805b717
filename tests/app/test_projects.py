"""The projects of a data folder: named safely, changed by one at a time, never half written."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import AppError
from app.messages import in_chinese
from app.projects import Project, ProjectChangedError, Projects, State, is_name
from drafting.generator import DraftingError
from drafting.profiles.examples import example
from drafting.projects.kept_plan import KeptPlan
from tests.drafting.exports.workbook_cases import plan, profile

BAD_NAMES = (
    "", " ", ".", "..", "../x", "a/b", "a\\b", "/etc", ".hidden", "a.yaml", "x\x00y", "x\ny", "CON", "lpt1",
    "长" * 61, "\u202eabc", "a:b", "<b>", "~", "$HOME",
)  # fmt: skip


@pytest.fixture
def projects(tmp_path: Path) -> Projects:
    return Projects(tmp_path / "projects")


@pytest.fixture
def project(projects: Projects) -> Project:
    return projects.create("示例厂 2026")


def change(project: Project, revision: int, name: str = "discrete") -> int:
    """Somebody puts a profile into it."""
    return project.keep_profile(example(name).encode(), ".yaml", revision)


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_could_lead_elsewhere_is_none(projects: Projects, tmp_path: Path, name: str) -> None:
    (tmp_path / "x").mkdir()
    assert not is_name(name)
    for attempt in (projects.create, projects.open, projects.delete):
        with pytest.raises(AppError):
            attempt(name)
    assert sorted(one.name for one in tmp_path.iterdir()) in (["x"], ["projects", "x"])


def test_projects_are_listed_opened_and_deleted(projects: Projects, project: Project) -> None:
    assert [(one.name, one.planned) for one in projects.listed()] == [("示例厂 2026", False)]
    assert projects.open("示例厂 2026").state == State()
    with pytest.raises(AppError, match="there is one of this name"):
        projects.create("示例厂 2026")
    projects.delete("示例厂 2026")
    assert projects.listed() == ()


def test_a_link_is_no_project(projects: Projects, project: Project, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project.path.parent / "link").symlink_to(tmp_path / "elsewhere")
    assert [one.name for one in projects.listed()] == ["示例厂 2026"]
    with pytest.raises(AppError):
        projects.delete("link")
    assert (tmp_path / "elsewhere").is_dir()


def test_a_profile_replaces_another_which_stays_beside_it(project: Project) -> None:
    first, second = example("discrete").encode(), example("process").encode()
    assert project.keep_profile(first, ".yaml", 0) == 1
    assert project.keep_profile(second, ".yml", 1) == 2
    assert project.folder.profile.read_bytes() == second
    assert (project.path / "former-profile.yaml").read_bytes() == first


def test_a_file_that_is_no_profile_leaves_the_former_one(project: Project) -> None:
    project.keep_profile(example("discrete").encode(), ".yaml", 0)
    before = {one.name for one in project.path.iterdir()}
    with pytest.raises(DraftingError):
        project.keep_profile(b"company: {nam: x}", ".yaml", 1)
    with pytest.raises(AppError, match="ends in none of"):
        project.keep_profile(b"%PDF", ".pdf", 1)
    assert {one.name for one in project.path.iterdir()} == before
    assert project.state.revision == 1 and project.profile is not None


def test_the_later_of_two_changes_is_told(project: Project) -> None:
    change(project, 0)
    with pytest.raises(ProjectChangedError) as told:
        change(project, 0, "process")
    assert project.folder.profile.read_bytes() == example("discrete").encode()
    assert in_chinese(str(told.value)) == (
        "项目「示例厂 2026」：在别的窗口改过了（第 1 版，不是第 0 版），这次没有写入。请先看现在的样子，再改。"
    )


def test_of_many_at_once_one_is_kept_and_the_others_are_told(project: Project) -> None:
    told: list[str] = []

    def try_change() -> None:
        try:
            change(project, 0)
        except ProjectChangedError as error:
            told.append(str(error))

    threads = [threading.Thread(target=try_change) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(told) == 7 and project.state.revision == 1


def test_a_plan_for_another_target_does_not_cost_the_former_one(project: Project) -> None:
    first = KeptPlan.of("build", profile(), plan())
    project.keep_plan(first, 0)
    other = KeptPlan.of("build", profile(), replace(first.computed, target="scheme:other"))
    project.keep_plan(other, 1)
    assert project.plan == other
    assert project.plan_for(first.computed.target) == first
    assert project.plan_for("scheme:never") is None


def test_a_damaged_state_is_told_and_kept(project: Project) -> None:
    change(project, 0)
    kept = project.path / "project.json"
    assert json.loads(kept.read_text(encoding="utf-8"))["revision"] == 1
    kept.write_text("{", encoding="utf-8")
    with pytest.raises(AppError, match="damaged"):
        _ = project.state
    assert kept.read_text(encoding="utf-8") == "{"
