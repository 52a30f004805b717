"""The page 国家映射: both ways, always as proposals, with their reasons and their clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from app.assembly import Workspace
from tests.app.html_text import texts
from tests.app.web.looking import barriers, settled, spills

WAIT_S = 60
View = Callable[..., AppTest]


def national() -> None:
    from app.web.national.page import draw
    from app.web.opened import opened_now

    opened = opened_now()
    assert opened is not None
    draw(opened)


@pytest.fixture
def view(built_data: object, monkeypatch: pytest.MonkeyPatch) -> View:
    monkeypatch.setenv("GONGBIAO_DATA", str(built_data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", ["streamlit_main.py"])

    def opened(**address: str) -> AppTest:
        page = AppTest.from_function(national, default_timeout=WAIT_S)
        for name, value in address.items():
            page.query_params[name] = value
        return page.run()

    return opened


def html(page: AppTest) -> str:
    assert not page.exception and not page.error
    return "\n".join(element.proto.body for element in page.get("html"))


def test_a_subject_shows_what_is_proposed_of_it_and_its_clauses(view: View, workspace: Workspace) -> None:
    shown = html(view(pick="capability:19"))
    rows = [
        row for row in workspace.mappings if row.claim.subject == "capability:19" and row.claim.target == "scenarios"
    ]
    assert len(texts(shown, "gb-claim")) == len(rows) > 0
    assert {row.claim.rationale for row in rows} == {
        text.removeprefix("理由") for text in texts(shown, "gb-claim-reason")
    }
    assert all("推定" in text for text in texts(shown, "gb-claim"))
    assert "不是官方对应" in texts(shown, "gb-map-notice")[0]
    of_it = workspace.national.clauses_of("capability:19")
    held = [one for one in workspace.clauses if one.id in of_it and one.kind == "requirement"]
    assert len(texts(shown, "gb-clause")) == len(held)


def test_a_scenario_shows_the_requirements_that_are_candidates_for_it(view: View, workspace: Workspace) -> None:
    scenario = next(one for one in workspace.national.scenarios("zj-graded") if one.requirements)
    shown = html(view(way="national", pick=scenario.id, document="zj-graded"))
    assert f"候选要求 {len(scenario.requirements)} 条" in shown
    rows = [row for row in scenario.rows if row.subject.document == "zj-graded"]
    heads = texts(shown, "gb-claim-head")
    assert len(heads) == len(rows)
    assert all(any(row.subject.zh in head for head in heads) for row in rows)


def test_a_scenario_without_candidates_says_so(view: View, workspace: Workspace) -> None:
    scenario = next(one for one in workspace.national.scenarios("zj-graded") if one.rows and not one.requirements)
    assert "没有候选要求" in html(view(way="national", pick=scenario.id, document="zj-graded"))


def test_a_national_tier_says_what_is_known_of_it_and_how_surely(view: View, workspace: Workspace) -> None:
    shown = html(view(way="national", to="tiers", pick="tier:national-excellent"))
    facts = workspace.national.facts_of("tier:national-excellent")
    assert all(one.zh in texts(shown, "gb-facts")[0] for one in facts)
    assert texts(shown, "gb-facts")[0].count("可信度") == len(facts)


def test_only_what_is_unmatched_is_listed_when_asked(view: View, workspace: Workspace) -> None:
    page = view(document="zj-graded", only="unmet")
    best: dict[str, set[str]] = {}
    for row in workspace.mappings:
        if row.subject.document == "zj-graded" and row.claim.target == "scenarios":
            best.setdefault(row.claim.subject, set()).add(row.predicate)
    unmet = [one for one, found in best.items() if found <= {"skos:relatedMatch", "no match"}]
    assert f"共 {len(unmet)} 项" in html(page)


def test_an_unknown_choice_in_the_address_is_the_first(view: View) -> None:
    page = view(way="sideways", to="planets", pick="capability:999")
    assert "共" in html(page)
    assert "way" not in page.query_params and "pick" not in page.query_params


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_from_a_subject_to_the_place_in_the_document(address: str, page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/map")
    page.locator('[data-pick="capability:19"]').click()
    page.wait_for_selector(".gb-claim")
    assert "pick=capability%3A19" in page.url or "pick=capability:19" in page.url
    page.get_by_role("button", name="看原文").first.click()
    page.wait_for_selector("mark.gb-span")
    settled(page)
    assert spills(page) == 0
    assert barriers(page) == {}
    page.reload()
    page.wait_for_selector(".gb-claim")


@pytest.mark.browser
def test_coverage_is_drawn_and_told(address: str, page: Page) -> None:
    page.goto(f"{address}/map?way=reach&lang=EN")
    page.wait_for_selector(".gb-table")
    page.wait_for_selector(".js-plotly-plot .bars")
    settled(page)
    assert "How far the forty national scenarios are reached" in page.inner_text(".stMain")
    assert barriers(page) == {}
