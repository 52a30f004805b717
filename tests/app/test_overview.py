"""The command that lays all documents side by side."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from kg.views.making import VIEW_NAMES
from tests.app.command import Gongbiao


def test_each_view_prints_and_gives_its_object(gongbiao: Gongbiao) -> None:
    for name in VIEW_NAMES:
        printed = gongbiao("overview", name)
        assert printed.status == 0 and printed.out.count("\n") > 10
        assert max(cell_len(line) for line in printed.out.splitlines()) <= 120
        found = gongbiao("overview", name, "--json").object
        assert found["name"] == name and found["rows"]


def test_all_views_come_where_none_is_named(gongbiao: Gongbiao) -> None:
    found = gongbiao("overview", "--document", "zj-trial", "--document", "guangxi-modes", "--json").object
    assert [view["name"] for view in found["views"]] == list(VIEW_NAMES)
    assert found["views"][0]["columns"] == ["主题", "试行方案", "广西"]
    inferred = [cell for row in found["views"][0]["rows"] for cell in row if cell["inferred"]]
    assert inferred and all("按意思归入" in cell["text"] for cell in inferred)
    assert all(cell["inferred_clauses"] and set(cell["inferred_clauses"]) <= set(cell["clauses"]) for cell in inferred)


@pytest.mark.parametrize("name", ["topics", "thresholds"])
def test_labels_are_english_where_asked(gongbiao: Gongbiao, name: str) -> None:
    head = gongbiao("overview", name, "--lang", "en").out.splitlines()[0]
    assert head.strip() in {"Topics by documents", "Figures that the documents ask for"}


def test_a_document_that_is_not_there_is_an_error(gongbiao: Gongbiao) -> None:
    assert "nowhere" in gongbiao("overview", "topics", "--document", "nowhere").error
