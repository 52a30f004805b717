"""The page of tiers, run without a browser."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.assembly import Workspace
from app.tier_steps import asked_tiers, within
from drafting.comparisons.ladder_changes import changes_of
from drafting.comparisons.step_counts import step_counts
from tests.app.html_text import texts
from tests.app.web.drawn import html

WAIT_S = 60
LOWER, UPPER = "digital-workshop", "smart-factory"


def tiers_page() -> None:
    from app.web.ladder.page import draw
    from app.web.opened import opened_now

    opened = opened_now()
    assert opened is not None
    draw(opened)


@pytest.fixture
def page(built_data: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("GONGBIAO_DATA", str(built_data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    return AppTest.from_function(tiers_page, default_timeout=WAIT_S)


def drawn(page: AppTest, **address: str) -> str:
    """The page's HTML, that of its own tables too."""
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return html(page)


def test_a_step_lists_what_is_to_be_done_with_the_words_of_both_tiers(page: AppTest, workspace: Workspace) -> None:
    shown = drawn(page, subdomain="19")
    (ladder,) = within(workspace, asked_tiers(workspace, None, LOWER, UPPER).ladders, subdomain="19")
    clauses = workspace.shelf.by_id
    for one in changes_of((ladder,)):
        for each in (*one.change.lower, *one.change.upper):
            assert f'data-clause="{each}"' in shown
            assert clauses[each].text.replace("\n", "") in "".join(texts(shown, "gb-text"))
    assert "省级智能工厂" in texts(shown, "gb-conclusion")[0]
    assert texts(shown, "gb-own-right") and texts(shown, "gb-own-left")


def test_words_that_are_marked_are_the_differences_own(page: AppTest, workspace: Workspace) -> None:
    shown = drawn(page, subdomain="1")
    (ladder,) = within(workspace, asked_tiers(workspace, None, LOWER, UPPER).ladders, subdomain="1")
    raised = [one for one in changes_of((ladder,)) if one.change.change == "raised"]
    assert raised and raised[0].change.difference is not None
    turned = {one.right_words.text for one in raised[0].change.difference.forces}
    assert turned <= set(texts(shown, "gb-turned"))


def test_the_counts_are_those_of_the_clauses_of_the_higher_tier(page: AppTest, workspace: Workspace) -> None:
    shown = drawn(page)
    asked = asked_tiers(workspace, None, LOWER, UPPER)
    counts = step_counts(asked.ladders, workspace.shelf.by_id)
    told = texts(shown, "gb-conclusion")[0]
    assert f"列出的 {counts.asked} 条要求里，{counts.to_do} 条要新做或加做" in told
    cells = (cell for one in asked.ladders for cell in one.cells if cell.tier == UPPER and cell.required)
    assert counts.asked == len({one for cell in cells for one in cell.clauses})
    assert counts.asked == counts.to_do + counts.marks["same"]
    assert sum(counts.new.values()) == counts.marks["new"]
    assert f"新增 {counts.marks['new']}" in re.sub(r"\s+", " ", texts(shown, "gb-tallies")[0])
    assert f"计在要做的 {counts.to_do} 条里" in texts(shown, "gb-foot")[0]


def test_the_changes_chosen_sift_the_list(page: AppTest, workspace: Workspace) -> None:
    shown = drawn(page, change="raised")
    ladders = asked_tiers(workspace, None, LOWER, UPPER).ladders
    assert set(re.findall(r'data-change="(\w+)"', shown)) == {"raised"}
    assert page.query_params["change"] == "raised"
    assert shown.count('data-change="raised"') == step_counts(ladders, workspace.shelf.by_id).marks["raised"]


def test_the_address_restores_the_step_and_a_step_over_a_tier_names_it(page: AppTest) -> None:
    shown = drawn(page, **{"from": LOWER, "to": "future-factory"})
    assert "中间等级（省级智能工厂）的要求也是基础" in "".join(texts(shown, "gb-foot"))
    assert page.query_params["to"] == "future-factory"


def test_the_rungs_stand_side_by_side_with_every_clause_once(page: AppTest, workspace: Workspace) -> None:
    shown = drawn(page, view="rungs", subdomain="19")
    assert texts(shown, "gb-tier") == ["省级数字化车间", "省级智能工厂", "未来工厂"]
    (ladder,) = within(workspace, asked_tiers(workspace).ladders, subdomain="19")
    ids = [one for cell in ladder.cells for one in cell.clauses]
    assert re.findall(r'data-clause="([^"]+)"', shown) == ids


def test_what_is_not_required_is_shown_so(page: AppTest) -> None:
    shown = drawn(page, view="rungs", subdomain="32")
    assert "不做要求" in texts(shown, "gb-badges")


def test_all_subdomains_at_a_glance_lead_to_their_ladders(page: AppTest) -> None:
    shown = drawn(page, view="all")
    assert len(re.findall(r'data-pick="subdomain:\d+"', shown)) == 44


def test_the_source_opens_from_the_address_at_the_very_characters(page: AppTest, workspace: Workspace) -> None:
    identifier = "zj-graded/19/smart-factory/a"
    shown = drawn(page, subdomain="19", clause=identifier)
    assert texts(shown, "gb-span") == [workspace.shelf.by_id[identifier].text]
    assert page.query_params["clause"] == identifier
    page.button(key="close-source").click().run()
    assert texts(html(page), "gb-span") == []
    assert "clause" not in page.query_params


def test_a_document_without_tiers_says_so_and_names_one_that_has(page: AppTest, workspace: Workspace) -> None:
    drawn(page, document="guangxi-modes")
    assert page.info[0].value.startswith("《广西智能制造新模式关键要素》没有分等级提要求。")
    assert workspace.titles["zj-graded"] in page.info[0].value


def test_an_address_that_names_nothing_shows_the_default(page: AppTest) -> None:
    shown = drawn(page, document="nowhere", subdomain="999", view="x", change="nonsense")
    assert "从“省级数字化车间”到“省级智能工厂”" in texts(shown, "gb-conclusion")[0]
