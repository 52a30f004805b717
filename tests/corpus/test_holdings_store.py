"""The library's folder: whole or not at all, and damage is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.holdings.record import Held, Records
from corpus.holdings.store import MANIFEST, Holdings, content_files, original_file, parse_records, state_of, text_file
from corpus.shape import PagePlace, Shape
from tests.corpus.holding import LATER, OTHER, RULES, Shelf, arrival

SHAPE = Shape(pages=(PagePlace(0, 10, 1),))


def kept(holdings: Holdings, held: Held, data: bytes) -> Held:
    holdings.keep_text(held.text)
    holdings.keep_shape(held.shape)
    assert holdings.keep_original(data, held.record.format) == held.record.original
    return held


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    return Holdings(tmp_path / "library")


def filled(holdings: Holdings, folder: Path) -> Records:
    shelf = Shelf()
    for name, text in (("a.txt", RULES), ("b.txt", OTHER), ("c.txt", LATER)):
        one = arrival(folder, name, text)
        held = shelf.admit(one).held
        assert held is not None
        kept(holdings, held, one.data)
    records = Records(documents=tuple(held.record for held in shelf.held.values()))
    holdings.replace(records)
    return records


def test_an_empty_library_is_no_folder(holdings: Holdings) -> None:
    assert holdings.records() == Records() and holdings.state() == "" and not holdings.path.exists()


def test_what_is_kept_is_loaded(holdings: Holdings, tmp_path: Path) -> None:
    records = filled(holdings, tmp_path)
    assert holdings.records() == records and holdings.state() == state_of(records)
    assert [holdings.load(record).text for record in records.documents] == [RULES, OTHER, LATER]


def test_a_shape_is_kept_where_there_is_one(holdings: Holdings) -> None:
    assert holdings.keep_shape(Shape()) is None
    name = holdings.keep_shape(SHAPE)
    assert name is not None and (holdings.path / "shapes" / f"{name}.json").is_file()


def test_nothing_holds_until_the_manifest_says_so(holdings: Holdings, tmp_path: Path) -> None:
    records = filled(holdings, tmp_path)
    before = holdings.state()
    holdings.keep_text("另一份文本")
    assert holdings.state() == before
    holdings.sweep(records)
    names = {f"{path.parent.name}/{path.name}" for path in holdings.path.rglob("*.txt")}
    assert names == {name for record in records.documents for name in content_files(record)}


def test_a_manifest_that_names_what_is_not_there_is_not_written(holdings: Holdings, tmp_path: Path) -> None:
    records = filled(holdings, tmp_path)
    before = holdings.state()
    (holdings.path / text_file(records.documents[0])).unlink()
    with pytest.raises(CorpusError, match="was not kept"):
        holdings.replace(records)
    assert holdings.state() == before


@pytest.mark.parametrize("deed", ["changed", "missing"])
def test_a_damaged_text_is_told(holdings: Holdings, tmp_path: Path, deed: str) -> None:
    record = filled(holdings, tmp_path).documents[0]
    path = holdings.path / text_file(record)
    if deed == "missing":
        path.unlink()
    else:
        path.write_text(RULES.replace("60%", "90%"), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"document a: texts/.*(changed or damaged|cannot be read)"):
        holdings.load(record)
    holdings.keep_text(RULES)  # ingesting the file again heals it
    assert holdings.load(record).text == RULES


def test_what_a_crash_left_half_written_is_swept(holdings: Holdings, tmp_path: Path) -> None:
    records = filled(holdings, tmp_path)
    for path in (holdings.path / "x.part", holdings.path / "texts" / "y.part", holdings.path / "originals" / "z.part"):
        path.write_bytes(b"half")
    holdings.sweep(records)
    assert list(holdings.path.rglob("*.part")) == [] and holdings.records() == records
    assert (holdings.path / original_file(records.documents[0])).read_bytes() == RULES.encode()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("documents: 3", "documents"),
        ("version: 9", "version"),
        ("colour: red", "colour"),
        ("documents:\n- id: ../x", "documents.0"),
        ("documents: [", "not valid"),
        ("", "the file"),
    ],
)
def test_a_manifest_that_is_none_is_refused(holdings: Holdings, written: str, said: str) -> None:
    holdings.path.mkdir(parents=True)
    (holdings.path / MANIFEST).write_text(written, encoding="utf-8")
    with pytest.raises(CorpusError, match="Restore a backup") as refused:
        holdings.records()
    assert said in str(refused.value)


def test_a_record_that_stands_twice_is_refused(holdings: Holdings, tmp_path: Path) -> None:
    records = filled(holdings, tmp_path)
    data = (holdings.path / MANIFEST).read_text(encoding="utf-8")
    twice = data.replace("- id: b\n", "- id: a\n")
    assert twice != data and records.documents[1].id == "b"
    with pytest.raises(CorpusError, match="the id a stands twice"):
        parse_records(twice.encode(), "x")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be written"):
        Holdings(tmp_path / "file").keep_text("x")
