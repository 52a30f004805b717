"""The matrix and the outline hold what the texts hold, counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.assembly import Workspace
from app.settings import Settings
from app.web.capabilities.matrix_table import CELL_KINDS, cell_words, matrix, matrix_html, outline, outline_html
from tests.app.html_text import texts


@pytest.fixture(scope="module")
def workspace(built_data: Path) -> Workspace:
    opened = Workspace.open(Settings(built_data, generator="none"))
    assert opened is not None
    return opened


def test_the_matrix_holds_every_cell_once(workspace: Workspace) -> None:
    clauses = [one for one in workspace.clauses if one.document == "zj-graded"]
    rows = matrix(clauses)
    assert [row.number for row in rows] == list(range(1, 45))
    assert all(len(row.cells) == 3 for row in rows)
    held = [one.id for row in rows for cell in row.cells.values() for one in cell]
    wanted = [one.id for one in clauses if one.kind in CELL_KINDS and one.tier and one.subdomain_no]
    assert sorted(held) == sorted(wanted)
    assert len(held) == len(set(held)) == 225 + 30


def test_the_matrix_as_html_has_a_button_for_each_cell(workspace: Workspace) -> None:
    rows = matrix(one for one in workspace.clauses if one.document == "zj-graded")
    tiers = {tier.code: tier.label for tier in workspace.shelf.tiers("zj-graded")}
    cells = texts(matrix_html(rows, tiers), "gb-cell")
    assert len(cells) == 132
    assert cells.count("／") == 30


def test_a_cell_counts_its_forces(workspace: Workspace) -> None:
    assert cell_words(workspace.shelf.cell("zj-graded", "19", "smart-factory")) == "应2"
    assert cell_words(workspace.shelf.cell("zj-graded", "11", "digital-workshop")) == "／"
    assert cell_words(()) == "—"


def test_a_document_without_tiers_has_no_matrix_but_an_outline(workspace: Workspace) -> None:
    clauses = [one for one in workspace.clauses if one.document == "guangxi-modes"]
    assert matrix(clauses) == ()
    parts = outline(clauses)
    assert [one.id for part in parts for one in part.clauses] == [one.id for one in clauses]
    assert len({part.key for part in parts}) == len(parts)
    assert len(texts(outline_html(parts), "gb-part")) == len(parts)
