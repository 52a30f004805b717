"""The page 检索: facets count the hits, the address holds the view, a list is kept and taken along."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from app.assembly import Workspace
from app.web.parts.downloads import written
from app.web.searching.facet_list import facets_html
from app.web.searching.facets import Choice, counted, facets_of, passing, toggled
from app.web.searching.finding import search
from app.web.searching.hit_card import HOW, why_html
from drafting.comparisons.clause_list import write_clause_list
from tests.app.html_text import texts

WAIT_S = 60
QUERY = "设备故障预警"


def one_page() -> None:
    from app.web.opened import opened_now
    from app.web.searching.page import draw

    opened = opened_now()
    assert opened is not None
    draw(opened)


@pytest.fixture
def page(built_data: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("GONGBIAO_DATA", str(built_data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    return AppTest.from_function(one_page, default_timeout=WAIT_S)


def html(page: AppTest) -> str:
    assert not page.exception and not page.error
    return "\n".join(element.proto.body for element in page.get("html"))


def asked(page: AppTest, query: str = QUERY, **address: Any) -> str:
    page.query_params["q"] = query
    for name, value in address.items():
        page.query_params[name] = value
    return html(page.run())


def address(page: AppTest, name: str) -> list[str]:
    """The values of a parameter of the address, which the test's page tells one by one or in a list."""
    held = page.query_params.get(name, [])
    return [held] if isinstance(held, str) else list(held)


def test_an_empty_page_shows_examples_that_search(page: AppTest) -> None:
    assert "可以这样找" in html(page.run())
    shown = html(page.button(key="example-0").click().run())
    assert texts(shown, "gb-text")
    assert page.text_input(key="q").value == "设备联网 预测性维护"


def test_a_hit_is_marked_and_says_why(page: AppTest) -> None:
    shown = asked(page)
    assert len(texts(shown, "gb-text")) == 10
    assert "设备" in texts(shown, "gb-word")
    assert all("怎样找到的" in one for one in texts(shown, "gb-found-how"))


def test_a_facet_of_the_address_narrows(page: AppTest) -> None:
    shown = asked(page, document="zj-guideline")
    assert all("未来工厂建设导则" in place for place in texts(shown, "gb-place"))


def test_pages_of_results_go_on_where_the_last_ended(page: AppTest) -> None:
    first = texts(asked(page), "gb-text")
    second = texts(html(page.button(key="page:next").click().run()), "gb-text")
    assert address(page, "page") == ["2"]
    assert second and not set(first) & set(second)
    assert texts(html(page.button(key="page:previous").click().run()), "gb-text") == first


def test_nothing_left_says_what_was_looked_for(page: AppTest) -> None:
    shown = asked(page, document="guangxi-modes", tier="smart-factory")
    told = texts(shown, "gb-nothing")[0]
    assert "没有找到条款" in told and "设备" in told and "不加筛选有" in told
    assert texts(html(page.button(key="clear-choice").click().run()), "gb-text")
    assert address(page, "tier") == []


def test_what_the_texts_do_not_treat_is_said(page: AppTest) -> None:
    assert texts(asked(page, "红烧肉怎么做"), "gb-far")
    assert not texts(html(page.text_input(key="q").set_value("设备运维").run()), "gb-far")


def test_a_query_too_long_is_said_in_a_sentence(page: AppTest) -> None:
    assert "4001" in texts(asked(page, "长" * 4001), "gb-error")[0]


def test_saved_clauses_are_listed_from_the_address_and_can_be_taken_out(page: AppTest) -> None:
    one, other = "zj-graded/19/smart-factory/a", "zj-guideline/6.2.5/1.1"
    shown = asked(page, list="1", saved=[one, other, "gone/1"])
    assert "收藏的条款（2）" in shown and "另有 1 条" in shown
    assert [place.split()[-1] for place in texts(shown, "gb-place")] == [one, other]
    left = html(page.button(key=f"save:saved:{one}").click().run())
    assert [place.split()[-1] for place in texts(left, "gb-place")] == [other]
    assert address(page, "saved") == [other, "gone/1"]


def test_a_hit_is_saved(page: AppTest, workspace: Workspace) -> None:
    asked(page)
    first = search(workspace, QUERY).clauses[0].id
    page.button(key=f"save:search:{first}").click().run()
    assert address(page, "saved") == [first]
    assert page.button(key="list-open").label == "收藏夹 1"


def test_facets_count_what_each_value_would_leave(workspace: Workspace) -> None:
    clauses = search(workspace, QUERY).clauses
    facets = facets_of(workspace)
    choice: Choice = {"document": ("zj-graded",), "force": ("shall",)}
    for one in counted(clauses, facets, choice):
        for value, count in one.counts.items():
            alone = {**choice, one.facet.name: (value,)}
            assert len(passing(clauses, facets, alone)) == count
    assert toggled(choice, "force", "shall") == {"document": ("zj-graded",)}
    assert toggled(choice, "force", "may")["force"] == ("shall", "may")


def test_the_facets_are_buttons_that_say_what_is_chosen(workspace: Workspace) -> None:
    clauses = search(workspace, QUERY).clauses
    listed = facets_html(counted(clauses, facets_of(workspace), {"tier": ("smart-factory",)}), [("old", "旧<b>版")])
    assert 'data-pick="tier=smart-factory" aria-pressed="true"' in listed
    assert "旧&lt;b&gt;版" in listed and "<b>版" not in listed
    assert "筛选（已选 1）" in listed


def test_every_way_of_finding_is_explained(workspace: Workspace) -> None:
    hit = search(workspace, QUERY).answer.hits[0]
    told = why_html(hit.clause, tuple(HOW), ("设备", "<i>"))
    assert told.count("<li>") == len(HOW)
    assert "<q>设备</q>" in told and "<i>" not in told


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".md"])
def test_the_list_is_taken_along_with_its_places(workspace: Workspace, ending: str) -> None:
    clauses = [workspace.shelf.by_id["zj-graded/19/smart-factory/a"], workspace.shelf.by_id["zj-graded/11/name"]]
    content = written(lambda target: write_clause_list(clauses, workspace.shelf, target), ending)
    if ending == ".xlsx":
        rows = list(load_workbook(BytesIO(content))["条款清单"].values)
        assert [row[1] for row in rows[1:]] == [one.id for one in clauses]
        assert rows[1][3] == clauses[0].text and rows[1][7:9] == (8999, 9064)
    elif ending == ".md":
        told = content.decode()
        assert clauses[0].plain in told and "省级智能工厂" in told and "sha256" in told
    else:
        assert content.startswith(b"PK")
