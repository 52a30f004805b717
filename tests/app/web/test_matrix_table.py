"""The matrix and the outline hold what the texts hold, counted once."""

from __future__ import annotations

from app.assembly import Workspace
from app.web.capabilities.matrix_table import CELL_KINDS, Row, cell_words, matrix, matrix_html, outline, outline_html
from corpus.clause import Clause
from kg.ladders.tiers import tiers_of
from tests.app.html_text import texts


def laid_out(workspace: Workspace, document: str) -> tuple[list[Clause], tuple[Row, ...]]:
    clauses = [one for one in workspace.clauses if one.document == document]
    return clauses, matrix(document, clauses, workspace.ladders.tiers(document))


def test_the_matrix_holds_every_cell_once(workspace: Workspace) -> None:
    clauses, rows = laid_out(workspace, "zj-graded")
    assert [row.number for row in rows] == [str(number) for number in range(1, 45)]
    assert all(len(row.cells) == 3 for row in rows)
    held = [one.id for row in rows for cell in row.cells.values() for one in cell]
    wanted = [one.id for one in clauses if one.kind in CELL_KINDS and one.tier and one.subdomain_no]
    assert sorted(held) == sorted(wanted)
    assert len(held) == len(set(held)) == 225 + 30


def test_the_matrix_as_html_has_a_button_for_each_cell(workspace: Workspace) -> None:
    _, rows = laid_out(workspace, "zj-graded")
    tiers = {tier.code: tier.label for tier in workspace.ladders.tiers("zj-graded")}
    cells = texts(matrix_html(rows, tiers, "矩阵"), "gb-cell")
    assert len(cells) == 132
    assert cells.count("／ 不做要求") == 30


def test_a_document_with_tiers_of_its_own_has_a_matrix(workspace: Workspace) -> None:
    clauses = [
        Clause(
            f"x/{tier}/{at}",
            "x",
            "",
            ("联网",),
            "requirement",
            "应联网",
            "应联网",
            0,
            3,
            "test",
            tier=tier,
            tier_label=tier,
        )
        for tier in ("星级", "星级以上")
        for at in range(2)
    ]
    rows = matrix("x", clauses, tiers_of(clauses))
    assert [(one.key, one.number, one.name) for one in rows] == [("~0", "", "联网")]
    assert [len(cell) for cell in rows[0].cells.values()] == [2, 2]
    assert 'data-pick="~0.星级"' in matrix_html(rows, {"星级": "一<星>"}, "矩阵")
    assert "一&lt;星&gt;" in matrix_html(rows, {"星级": "一<星>"}, "矩阵")


def test_a_cell_counts_its_forces(workspace: Workspace) -> None:
    assert cell_words(workspace.shelf.cell("zj-graded", "19", "smart-factory")) == "应2"
    assert cell_words(workspace.shelf.cell("zj-graded", "11", "digital-workshop")) == "／"
    assert cell_words(()) == "—"


def test_a_document_without_tiers_has_no_matrix_but_an_outline(workspace: Workspace) -> None:
    clauses, rows = laid_out(workspace, "guangxi-modes")
    assert rows == ()
    parts = outline(clauses)
    assert [one.id for part in parts for one in part.clauses] == [one.id for one in clauses]
    assert len({part.key for part in parts}) == len(parts)
    assert len(texts(outline_html(parts), "gb-part")) == len(parts)
