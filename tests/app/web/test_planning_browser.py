"""The page of evidence plans as a person meets it: from a name to a plan, changed in the page and in its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.assembly import Workspace
from app.planning import read_aim
from app.project_plans import make_kept
from app.projects import Projects
from app.settings import Settings
from drafting.profiles.examples import example
from tests.app.web.conftest import serving
from tests.app.web.looking import barriers, settled, spills

NAME = "示例·离散型企业"
MADE = "示例厂"
WAIT_MS = 60_000
TARGET = "zj-graded:digital-workshop"


@pytest.fixture(scope="module")
def data(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the founding build and projects of its own."""
    made = tmp_path_factory.mktemp("planning")
    for one in built_data.iterdir():
        if one.name != "projects":
            (made / one.name).symlink_to(one)
    workspace = Workspace.open(Settings(made, generator="none"))
    assert workspace is not None
    project = Projects(made / "projects").create(MADE)
    project.keep_profile(example("discrete").encode(), ".yaml", 0)
    make_kept(workspace, project, read_aim(workspace, TARGET, ()), None, lambda *told: None)
    return made


@pytest.fixture(scope="module")
def own_address(data: Path) -> Iterator[str]:
    with serving(data) as found:
        yield found


@pytest.fixture
def patient(page: Page) -> Page:
    """A page that waits for a machine that is busy."""
    page.set_default_timeout(WAIT_MS)
    return page


def kept(data: Path, name: str) -> list[tuple[str, str, object]]:
    """What people decided in a project."""
    plan = Projects(data / "projects").open(name).plan
    assert plan is not None
    return [(edit.key, edit.field, edit.value) for edit in plan.edits]


@pytest.mark.browser
def test_from_an_example_to_a_plan_that_is_changed_twice(
    own_address: str, data: Path, patient: Page, tmp_path: Path
) -> None:
    page = patient
    page.goto(f"{own_address}/plan")
    page.get_by_role("button", name=NAME).click()
    page.get_by_role("button", name="生成计划").click()
    page.get_by_role("radio", name="概览").wait_for(timeout=180_000)
    settled(page)
    assert barriers(page) == {} and spills(page) == 0
    page.get_by_role("radio", name="逐条").click()
    page.locator("[data-pick]").first.wait_for()
    settled(page)
    page.locator("[data-pick]").first.click()
    identifier = str(page.locator('[data-pick][aria-pressed="true"]').get_attribute("data-pick"))
    page.get_by_label("责任人", exact=True).fill("张三")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已保存 1 处改动").wait_for()
    assert kept(data, NAME) == [(identifier, "owner", "张三")]
    page.reload()
    settled(page)
    assert page.get_by_label("责任人", exact=True).input_value() == "张三"
    assert barriers(page) == {} and spills(page) == 0
    page.get_by_role("radio", name="4 文件").click()
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Excel").click()
    workbook = tmp_path / "计划.xlsx"
    arriving.value.save_as(workbook)
    page.locator('input[type="file"]').set_input_files(workbook)
    page.get_by_role("button", name="读回").click()
    page.get_by_text("读回 0 行的 0 处改动").wait_for()
    assert kept(data, NAME) == [(identifier, "owner", "张三")]


@pytest.mark.browser
@pytest.mark.parametrize("view", ["summary", "items", "gaps", "conditions", "table"])
def test_every_view_fits_a_phone_and_can_be_used_by_everybody(own_address: str, patient: Page, view: str) -> None:
    page = patient
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{own_address}/plan?project={MADE}&view={view}")
    page.get_by_role("radio", name="申报门槛").wait_for()
    settled(page)
    assert barriers(page) == {} and spills(page) == 0


@pytest.mark.browser
@pytest.mark.parametrize("step", ["profile&part=practices", "profile&part=start", "target", "files"])
def test_every_step_can_be_used_by_everybody(own_address: str, patient: Page, step: str) -> None:
    page = patient
    page.goto(f"{own_address}/plan?project={MADE}&step={step}")
    page.get_by_role("radio", name="2 目标").wait_for()
    settled(page)
    assert barriers(page) == {} and spills(page) == 0
