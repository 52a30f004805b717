"""Who names which system, and how strongly."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.views.making import VIEW_NAMES, make_view
from kg.views.systems import systems_view
from kg.views.table import View, ViewCell
from kg.views.view_json import view_to_json
from tests.kg.founding import founding_documents
from tests.kg.views.shelves import document, library


def cells(view: View, name: str) -> tuple[ViewCell, ...]:
    return next(row[2:] for row in view.rows if row[1].text.split()[0] == name)


def test_each_tier_and_track_is_told_with_the_force_of_the_naming_sentence() -> None:
    documents = founding_documents()
    view = systems_view(library(*documents), documents)
    mes, aps, cam = cells(view, "MES"), cells(view, "APS"), cells(view, "CAM")
    assert mes[0].text == "省级数字化车间：应3"
    assert mes[0].clauses == tuple(
        f"zj-graded/{one}/digital-workshop/{'b' if one > 15 else 'a'}" for one in (15, 16, 18)
    )
    assert "数字工厂：1条" in mes[3].text and "离散型智能制造模式：2条" in mes[4].text
    assert (aps[0].text, aps[0].value) == ("省级智能工厂：应1", 1.0)
    assert (cam[1].text, cam[1].value) == ("只列于缩略语表", None)
    pdm = cells(view, "PDM")[0].text
    assert pdm == "省级数字化车间：1条\n未来工厂：应1"
    kinds = [row[0].text for row in view.rows]
    assert kinds == sorted(kinds, key=("系统", "技术").index)
    texts = {one.meta.id: one.text for one in documents}
    words = [cell.words for row in view.rows for cell in row if cell.words]
    assert words and all(texts[one.clause.partition("/")[0]][one.start : one.end] == one.text for one in words)


def test_items_that_a_sentence_leads_in_are_counted_under_its_subject() -> None:
    text = (
        "某省智能工厂管理办法\n第一章 建设要求\n第一条 基础级智能工厂应满足：\n（一）计划。应使用ERP。\n"
        "第二条 先进级智能工厂应满足：\n（一）计划。应使用APS，宜使用MES。\n"
    )
    shelf = library(document("hx", text))
    view = systems_view(shelf, shelf.documents)
    assert cells(view, "APS")[0].text == "先进级：应1"
    assert cells(view, "MES")[0].text == "先进级：宜1"
    assert cells(view, "ERP")[0].text == "基础级：应1"


def test_views_are_made_by_name_over_the_documents_asked_for() -> None:
    shelf = library(*founding_documents())
    for name in VIEW_NAMES:
        view = make_view(name, shelf, ["pujiang-plan"])
        found = view_to_json(view)
        assert (found["name"], len(found["columns"])) == (name, len(view.columns))
        assert all(len(row) == len(view.columns) for row in view.rows)
        keys = {"text", "value", "clauses", "start", "end", "inferred", "inferred_clauses"}
        assert all(set(cell) == keys for row in found["rows"] for cell in row)
        cited = {one for row in view.rows for cell in row for one in cell.clauses}
        assert all(one.startswith("pujiang-plan/") for one in cited)
    with pytest.raises(GraphError, match="none of this name"):
        make_view("dreams", shelf)
    with pytest.raises(GraphError, match="none of this id"):
        make_view("topics", shelf, ["nowhere"])
