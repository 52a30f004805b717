"""The page 能力图谱: a cell leads to its clauses, a thing to its neighbours, a query to its rows."""

from __future__ import annotations

import time
from importlib.resources import files
from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.assembly import Workspace
from app.web.capabilities.asked_query import EXAMPLE
from app.web.capabilities.graph_view import Point, positions
from app.web.capabilities.rows_table import rows_html, short
from kg.rows import Rows
from kg.terms import Term
from tests.app.html_text import texts

WAIT_S = 60


def one_page() -> None:
    from app.console import LAYER_ERRORS
    from app.web.capabilities.page import draw
    from app.web.opened import opened_now
    from app.web.parts.errors import draw_error

    opened = opened_now()
    assert opened is not None
    try:
        draw(opened)
    except LAYER_ERRORS as error:
        draw_error(error)


@pytest.fixture
def page(built_data: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("GONGBIAO_DATA", str(built_data))
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    monkeypatch.setattr("sys.argv", [str(files("app") / "streamlit_main.py")])
    return AppTest.from_function(one_page, default_timeout=WAIT_S)


def html(page: AppTest) -> str:
    assert not page.exception and not page.error
    return "\n".join(element.proto.body for element in page.get("html"))


def shown(page: AppTest, **address: Any) -> str:
    for name, value in address.items():
        page.query_params[name] = value
    return html(page.run())


def answered(page: AppTest) -> str:
    """The page once its query has been answered."""
    job = page.session_state["sparql-job"]
    until = time.monotonic() + WAIT_S
    while not job.done() and time.monotonic() < until:
        time.sleep(0.05)
    return html(page.run())


def test_a_cell_of_the_matrix_shows_its_clauses(page: AppTest, workspace: Workspace) -> None:
    told = shown(page, cell="19.smart-factory")
    cell = workspace.shelf.cell("zj-graded", "19", "smart-factory")
    assert texts(told, "gb-text") == [f"{one.label}）{one.plain}" for one in cell]
    assert "44 个能力子域" in told
    page.button(key="close-chosen").click().run()
    assert "cell" not in page.query_params


def test_a_cell_that_is_not_there_is_not_shown(page: AppTest) -> None:
    assert texts(shown(page, cell="99.smart-factory", document="none"), "gb-text") == []
    assert "cell" not in page.query_params and page.query_params["document"] == "zj-graded"


def test_from_a_cell_to_the_graph_around_its_subdomain(page: AppTest) -> None:
    shown(page, cell="19.smart-factory")
    told = html(page.button(key="to-graph").click().run())
    assert texts(told, "gb-title") == ["能力 设备运维"]
    assert page.query_params["node"] == "capability/19" and page.query_params["view"] == "graph"


def test_the_graph_says_how_many_neighbours_there_are_and_what_is_left_out(page: AppTest) -> None:
    told = shown(page, view="graph", node="tier/smart-factory")
    assert "60 个邻居；还有" in told
    told = html(page.selectbox(key="graph-jump").select("system/MES").run())
    assert texts(told, "gb-title") == ["系统 制造执行系统"]
    assert page.button(key="trail-0").label == "省级智能工厂"


def test_a_clause_in_the_middle_shows_its_words(page: AppTest, workspace: Workspace) -> None:
    clause = workspace.shelf.by_id["zj-graded/19/smart-factory/a"]
    told = shown(page, view="graph", node=f"clause/{clause.id}")
    assert texts(told, "gb-text") == [f"{clause.label}）{clause.plain}"]


def test_the_points_of_the_picture_stand_apart() -> None:
    points = [Point(f"clause/{number}", "clause", "名") for number in range(60)]
    found = positions(Point("tier/a", "tier", "级"), points)
    assert len(found) == 61 and found["tier/a"] == {"x": 0.0, "y": 0.0}
    places = [(one["x"], one["y"]) for one in found.values()]
    assert min(hypot(a - c, b - d) for (a, b), (c, d) in combinations(places, 2)) > 40


def test_a_thing_that_is_not_there_is_said_in_a_sentence(page: AppTest) -> None:
    assert "图谱里没有这个名称" in texts(shown(page, view="graph", node="tier/none"), "gb-error")[0]


def test_a_named_query_of_the_address_is_answered_with_its_values(page: AppTest) -> None:
    shown(page, view="sparql", query="requirements-of-cell", set=["tier=future-factory"])
    assert '"future-factory"' in str(page.text_area(key="sparql-text").value)
    assert "3 行" in answered(page)
    assert page.query_params["query"] == "requirements-of-cell"
    assert "text" not in page.query_params


def test_an_update_is_refused_in_a_sentence(page: AppTest) -> None:
    shown(page, view="sparql")
    assert page.text_area(key="sparql-text").value == EXAMPLE
    page.text_area(key="sparql-text").set_value("DELETE WHERE { ?a ?b ?c }").run()
    page.button(key="run-query").click().run()
    assert "图谱只读" in texts(answered(page), "gb-error")[0]
    assert page.query_params["text"] == "DELETE WHERE { ?a ?b ?c }"


def test_rows_are_words_and_ids_lead_to_their_sources() -> None:
    terms = ((Term("literal", "x/1"), Term("literal", "<b>", "zh"), Term("iri", "https://w3id.org/gongbiao/tier/a")),)
    told = rows_html(Rows("select", ("clause", "text", "tier"), terms), {"x/1"})
    assert 'data-pick="x/1"' in told and "&lt;b&gt;" in told and "<b>" not in told and "<td>tier:a</td>" in told
    assert short("no address") == "no address"
