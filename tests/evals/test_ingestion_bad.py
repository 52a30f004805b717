"""The bad files: what they are made of, and what is told of them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.clause import Clause
from evals.ingestion import bad_bytes
from evals.ingestion.bad import BadResult, Got
from evals.ingestion.bad_files import ORDER, BadFile, bad_files
from evals.ingestion.invariants import broken


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[BadFile, ...]:
    return bad_files(Path("secret.txt"), "http://127.0.0.1:9")


def test_there_are_many_and_each_says_what_is_bad(files: tuple[BadFile, ...]) -> None:
    assert len(files) >= 24
    assert len({file.name for file in files}) == len(files)
    assert all(file.why for file in files)
    assert {file.expected for file in files} == {"refused", "read", "either"}


def test_a_small_file_unpacks_to_a_large_one(files: tuple[BadFile, ...]) -> None:
    data = next(file.data for file in files if file.name == "炸弹.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.getinfo("word/document.xml").file_size == 400_000_000
    assert len(data) < 1_000_000


def test_parts_climb_out_and_entities_point_out() -> None:
    with zipfile.ZipFile(io.BytesIO(bad_bytes.climbing())) as packed:
        assert "../../climbed.txt" in packed.namelist()
    with zipfile.ZipFile(io.BytesIO(bad_bytes.entities("place"))) as packed:
        assert 'SYSTEM "file://place"' in packed.read("word/document.xml").decode()


def test_the_order_to_a_model_stands_in_its_file(files: tuple[BadFile, ...]) -> None:
    assert any(ORDER in file.data.decode() for file in files if file.name == "注入.txt")


def row(source: str, start: int, end: int, name: str) -> Clause:
    text = source[start:end]
    return Clause(name, "x", "", (), "paragraph", text, text, start, end, "r")


def test_what_does_not_hold_is_named() -> None:
    source = "甲。\n\n乙。\n"
    whole = (row(source, 0, 2, "x/1"), row(source, 4, 6, "x/2"))
    assert list(broken(source, whole)) == []
    assert list(broken(source, whole[:1])) == ["a line without a row"]
    assert list(broken(source, whole[1:])) == ["a line without a row"]
    assert list(broken(source, (whole[0], replace(whole[1], id="x/1")))) == ["ids not unique"]
    assert list(broken(source, (whole[0], replace(whole[1], text="丙。")))) == ["words out of place"]
    assert list(broken(source, (row(source, 0, 5, "x/1"), whole[1]))) == ["rows overlap"]


def test_what_went_wrong_is_shown() -> None:
    right = Got("a.txt", "empty", "refused", "refused", "a.txt: it is empty.", 0.1, ())
    wrong = Got("b.txt", "fine", "read", "crashed", "KeyError: 1", 0.1, ("crashed",))
    result = BadResult((right, wrong))
    assert not result.complete
    assert BadResult((right,)).complete
    (table,) = result.tables()
    assert table.title.endswith("1 of 2 got what they had to get")
    assert [row[5] for row in table.rows] == ["✓", "crashed"]
    assert result.to_json()["right"] == 1
