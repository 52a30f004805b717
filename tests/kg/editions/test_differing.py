"""What changed from one edition to a later one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.editions.differing import count_rows, edition_rows, lineage_between, word_pieces
from kg.editions.lineage import ancestors, with_lineage
from tests.kg.editions.test_lineage import FORMER, LATER
from tests.kg.variants.rows_of import clause

ROWS = edition_rows(FORMER, LATER, ancestors(FORMER, LATER))


def test_every_row_of_both_stands_once() -> None:
    assert sorted(row.former.id for row in ROWS if row.former) == [row.id for row in FORMER]
    assert [row.later.id for row in ROWS if row.later] == [row.id for row in LATER]
    assert count_rows(ROWS) == {"same": 3, "punctuation": 0, "changed": 2, "new": 1, "gone": 0}


def test_a_row_that_is_gone_stands_where_it_stood() -> None:
    former = tuple(clause(f"a/{number}", text) for number, text in enumerate(("甲乙。", "丙丁。", "戊己。", "庚辛。")))
    later = tuple(replace(row, id=row.id.replace("a/", "a@2/")) for row in (former[1], former[3]))
    rows = edition_rows(former, later, ancestors(former, later))
    assert [(row.status, (row.former or row.later or former[0]).text) for row in rows] == [
        ("gone", "甲乙。"),
        ("same", "丙丁。"),
        ("gone", "戊己。"),
        ("same", "庚辛。"),
    ]


def test_changed_words_are_told() -> None:
    changed = next(row for row in ROWS if row.status == "changed")
    assert [(piece.status, piece.text) for piece in changed.words if piece.status != "same"] == [
        ("gone", "60"),
        ("new", "75"),
    ]


@pytest.mark.parametrize(
    ("former", "later", "status"),
    [
        ("应联网,并备案;", "应联网，并备案。", "punctuation"),
        ("应用“ＭＥＳ”系统（必选）。", '应用"MES"系统(必选)。', "punctuation"),
        ("应联网.并备案。", "应联网。并备案。", "punctuation"),
        ("应 联网。", "应联网；", "same"),
        ("不低于1.5倍。", "不低于15倍。", "changed"),
        ("每3—5年复核。", "每35年复核。", "changed"),
        ("应联网，备案。", "应联网备案。", "changed"),
    ],
)
def test_other_signs_are_no_other_words(former: str, later: str, status: str) -> None:
    (row,) = edition_rows((clause("a/1", former),), (clause("a@2/1", later),), {"a@2/1": "a/1"})
    assert row.status == status and bool(row.words) == (status != "same")


def test_lineage_runs_through_the_editions_between() -> None:
    second = with_lineage(LATER, ancestors(FORMER, LATER))
    third = (replace(clause("a@3/9", LATER[4].text), lineage="a@2/5"), replace(clause("a@3/8", "新。"), lineage=None))
    assert lineage_between((FORMER, second, third)) == {"a@3/9": "a/5"}
    assert lineage_between((FORMER,)) == {row.id: row.id for row in FORMER}


@given(st.text(alphabet="应宜设备12%.a b", max_size=30), st.text(alphabet="应宜设备12%.a b", max_size=30))
def test_the_pieces_are_both_readings(former: str, later: str) -> None:
    pieces = word_pieces(former, later)
    assert "".join(one.text for one in pieces if one.status != "new") == former
    assert "".join(one.text for one in pieces if one.status != "gone") == later
