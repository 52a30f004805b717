"""The page of evidence plans, run without a browser: projects, profile, target, plan, edits, files."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.projects import Project, Projects
from app.web.planning.actions_view import actions_html
from app.web.planning.item_view import contradicts
from drafting.exports.spots import spot_name, spot_shown
from drafting.plans.statuses import OPEN
from drafting.profiles.examples import example
from tests.app.html_text import texts

WAIT_S = 120
ITEM = "zj-graded/19/digital-workshop/a"


def plan_page() -> None:
    from app.web.opened import opened_now
    from app.web.planning.page import draw

    draw(opened_now())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def folder(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the founding build, opened once for all tests here."""
    made = tmp_path_factory.mktemp("planning")
    for one in built_data.iterdir():
        if one.name != "projects":
            (made / one.name).symlink_to(one)
    return made


@pytest.fixture
def data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder without any project."""
    shutil.rmtree(folder / "projects", ignore_errors=True)
    monkeypatch.setenv("GONGBIAO_DATA", str(folder))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    return folder


def opened(**address: str) -> AppTest:
    page = AppTest.from_function(plan_page, default_timeout=WAIT_S)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def html(page: AppTest) -> str:
    assert not page.exception and not page.error
    return "\n".join(element.proto.body for element in page.get("html"))


def button(page: AppTest, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def waited(page: AppTest) -> AppTest:
    """The page once the plan is made."""
    until = time.monotonic() + WAIT_S
    while any(one.label == "取消" for one in page.button):
        assert time.monotonic() < until
        time.sleep(0.2)
        page.run()
    return page


def planned(data: Path) -> Project:
    """A project with the plan of the example for the lowest tier, made on the page."""
    project = Projects(data / "projects").create("示例厂")
    project.keep_profile(example("discrete").encode(), ".yaml", 0)
    page = opened(project="示例厂", step="target")
    page.selectbox(key="aim-target").select("zj-graded:digital-workshop").run()
    waited(page.button(key="plan-make").click().run())
    assert project.planned
    return project


def test_a_person_begins_with_a_name_and_an_example(data: Path) -> None:
    page = opened()
    assert "新建项目" in html(page)
    page.text_input(key="plan-new").input("某某公司 2026")
    page = button(page, "新建").click().run()
    assert "某某公司 2026" in page.query_params["project"]
    assert "还没有档案" in html(page)
    shown = html(page.button(key="plan-load-discrete").click().run())
    assert "虚构示例" in shown and "浙江示例精密传动股份有限公司" in shown
    assert Projects(data / "projects").open("某某公司 2026").profile is not None


def test_a_name_that_leads_elsewhere_is_refused(data: Path) -> None:
    page = opened()
    page.text_input(key="plan-new").input("../elsewhere")
    page = button(page, "新建").click().run()
    assert "不能作项目名" in texts(html(page), "gb-error")[0]
    assert "没有这个项目" in texts(html(opened(project="../models")), "gb-error")[0]
    assert not (data / "elsewhere").exists()


def test_the_way_from_target_to_plan(data: Path) -> None:
    project = planned(data)
    assert project.state.target == "zj-graded:digital-workshop"
    page = opened(project="示例厂")
    shown = html(page)
    kept = project.plan
    assert kept is not None
    assert "准备度" in shown and str(len(kept.computed.items)) in shown
    listed = html(opened(project="示例厂", view="items", item=ITEM))
    assert ITEM in listed
    assert any("应" in one for one in texts(listed, "gb-badges"))
    item = next(one for one in kept.computed.items if one.requirement.id == ITEM)
    assert len(texts(listed, "gb-cited")) == len(item.sentences) > 0


def test_the_form_of_a_requirement_keeps_what_was_changed_and_nothing_else(data: Path) -> None:
    project = planned(data)
    page = opened(project="示例厂", view="items", item=ITEM)
    owner = next(one for one in page.text_input if one.label == "责任人")
    owner.input("张三")
    page = button(page, "保存").click().run()
    assert any("1 处" in one.value for one in page.info)
    kept = project.plan
    assert kept is not None
    assert [(edit.key, edit.field, edit.value) for edit in kept.edits] == [(ITEM, "owner", "张三")]
    again = opened(project="示例厂", view="items", item=ITEM)
    assert next(one for one in again.text_input if one.label == "责任人").value == "张三"


def test_the_later_of_two_is_told_and_may_still_keep_what_they_wrote(data: Path) -> None:
    project = planned(data)
    first = opened(project="示例厂", view="items", item=ITEM)
    second = opened(project="示例厂", view="items", item=ITEM)
    next(one for one in first.text_input if one.label == "责任人").input("张三")
    button(first, "保存").click().run()
    next(one for one in second.text_input if one.label == "责任人").input("李四")
    second = button(second, "保存").click().run()
    assert "在别的窗口改过了" in texts(html(second), "gb-error")[0]
    kept = project.plan
    assert kept is not None and [edit.value for edit in kept.edits] == ["张三"]
    assert next(one for one in second.text_input if one.label == "责任人").value == "张三"
    assert "· 责任人：张三（现在）→ 李四（您的）" in html(second)
    second.button(key="plan-force").click().run()
    kept = project.plan
    assert kept is not None and [edit.value for edit in kept.edits] == ["李四"]


def test_a_condition_is_judged_by_a_person(data: Path) -> None:
    project = planned(data)
    page = opened(project="示例厂", view="conditions")
    box = next(one for one in page.selectbox if one.label == "改判断" and one.value == "met")
    shown = html(box.select("gap").run())
    assert "原判断：满足" in shown
    kept = project.plan
    assert kept is not None and [(one.kind, one.value) for one in kept.edits] == [("condition", "gap")]


@pytest.mark.parametrize("view", ["summary", "items", "gaps", "conditions", "table"])
def test_every_view_is_restored_from_its_address(data: Path, view: str) -> None:
    planned(data)
    page = opened(project="示例厂", view=view)
    html(page)
    assert view in page.query_params.get("view", "summary")


@pytest.mark.parametrize("part", ["start", "systems", "equipment", "certificates", "ledger", "models"])
def test_every_part_of_a_profile_can_be_filled_on_the_page(data: Path, part: str) -> None:
    project = Projects(data / "projects").create("示例厂")
    project.keep_profile(example("discrete").encode(), ".yaml", 0)
    before = project.profile
    page = opened(project="示例厂", step="profile", part=part)
    html(page)
    page = button(page, "保存").click().run()
    assert any("已保存" in one.value for one in page.info)
    assert project.profile == before and project.state.revision == 2


def test_the_questionnaire_on_the_page_keeps_every_answer(data: Path) -> None:
    project = Projects(data / "projects").create("示例厂")
    project.keep_profile(example("discrete").encode(), ".yaml", 0)
    before = answers(project)
    page = button(opened(project="示例厂", step="profile", part="practices"), "保存").click().run()
    assert any("已保存" in one.value for one in page.info)
    assert answers(project) == before and project.state.revision == 2


def answers(project: Project) -> dict[str, dict[str, Any]]:
    """What is answered to each question."""
    profile = project.profile
    assert profile is not None
    return {point: one.model_dump(exclude={"points"}) for one in profile.practices for point in one.points}


def test_a_profile_begun_on_the_page_says_what_is_missing(data: Path) -> None:
    project = Projects(data / "projects").create("新厂")
    page = opened(project="新厂")
    next(one for one in page.text_input if one.label == "企业名称 *").input("新厂")
    page = button(page, "保存").click().run()
    assert "行业类型" in texts(html(page), "gb-error")[0]
    next(one for one in page.text_input if one.label == "档案编号 *").input("new")
    next(one for one in page.text_input if one.label == "基准日 *").input("2026-10")
    next(one for one in page.selectbox if one.label == "行业类型 *").select("离散")
    page = button(page, "保存").click().run()
    html(page)
    assert project.profile is not None and project.profile.company.name == "新厂"


def test_a_project_is_deleted_only_when_confirmed(data: Path) -> None:
    Projects(data / "projects").create("示例厂")
    page = opened()
    assert (data / "projects" / "示例厂").is_dir()
    page = page.button(key="plan-really-0").click().run()
    assert not (data / "projects" / "示例厂").exists()
    assert any("已删除" in one.value for one in page.info)


def test_the_overview_says_what_each_figure_counts_and_what_to_do_by_name(data: Path) -> None:
    project = planned(data)
    kept = project.plan
    assert kept is not None
    plan = kept.computed
    shown = html(opened(project="示例厂", view="summary"))
    waiting = sum(point.status == "unknown" for item in (*plan.items, *plan.base) for point in item.points)
    assert f"<dt>待确认</dt><dd><b>{waiting} 点</b>" in shown
    assert shown.index("准备度（自报）") < shown.index("其中有证据") < shown.index("本级要求")
    met = [point for item in plan.items if item.status == "met" for point in item.points]
    assert ("准备度按点算" in shown) == any(point.status in OPEN for point in met)


def test_an_action_names_its_requirements(data: Path) -> None:
    project = planned(data)
    kept = project.plan
    assert kept is not None
    drawn = actions_html(kept.computed)
    for action in kept.computed.actions[:8]:
        for point in action.closes:
            requirement = point.rpartition("#")[0]
            item = next(one for one in kept.computed.items if one.requirement.id == requirement)
            assert f'data-pick="{requirement}"' in drawn and str(item.requirement.subdomain) in drawn
    assert "#" not in drawn


def test_the_words_of_the_profile_are_marked_where_a_person_judged_otherwise(data: Path) -> None:
    project = planned(data)
    kept = project.plan
    assert kept is not None
    item = next(one for one in kept.computed.items if any(said.part == "做法" for said in one.sentences))
    done = next(one for one in item.sentences if one.part == "做法")
    assert not contradicts(done, item)
    assert contradicts(done, replace(item, status="gap", computed="met"))
    assert not contradicts(replace(done, origin="edited"), replace(item, status="gap", computed="met"))


def test_a_value_is_told_by_its_row_and_column(data: Path) -> None:
    kept = planned(data).plan
    assert kept is not None
    name = spot_name(("item", ITEM, "status"), kept.computed)
    assert name.row.startswith("19a ") and (name.head, name.requirement) == ("状态", ITEM)
    assert spot_shown(("item", ITEM, "status"), "gap", kept.computed) == "缺项"
    assert spot_name(("item", "gone", "status"), kept.computed).row == "gone"
