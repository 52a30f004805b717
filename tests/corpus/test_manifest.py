"""A corpus folder that cannot be used is refused with its object, its problem and a remedy."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.library import load_corpus

TEXT = "一、要求\n\n企业应建设智能工厂。\n".encode()


def folder_with(root: Path, *, text: bytes = TEXT, more: str = "", entries: int = 1, digest: str | None = None) -> Path:
    (root / "texts").mkdir()
    (root / "texts" / "one.txt").write_bytes(text)
    entry = (
        "  - id: one\n    file: one.txt\n    title: 一\n    issuer: null\n    region: null\n    level: null\n"
        "    year: null\n    year_basis: 文中未写年份\n    status: null\n"
        f"    sha256: {digest or hashlib.sha256(text).hexdigest()}\n{more}"
    )
    (root / "manifest.yaml").write_text("documents:\n" + entry * entries, encoding="utf-8")
    return root


def test_a_folder_is_read(tmp_path: Path) -> None:
    (document,) = load_corpus(folder_with(tmp_path)).documents
    assert document.text == TEXT.decode()
    assert [clause.id for clause in document.clauses] == ["one/1", "one/1/p1"]


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"document one: its text has sha256 .* Restore"):
        load_corpus(folder_with(tmp_path, digest="a" * 64))


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="colour"):
        load_corpus(folder_with(tmp_path, more="    colour: red\n"))


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="the id one stands twice"):
        load_corpus(folder_with(tmp_path, entries=2))


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "texts" / "one.txt").unlink()
    with pytest.raises(CorpusError, match=r"one\.txt is missing"):
        load_corpus(folder)


def test_a_text_of_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="not UTF-8"):
        load_corpus(folder_with(tmp_path, text="智能工厂".encode("gb18030")))


@pytest.mark.parametrize("written", ["documents: [", "documents: 3", "- one", ""])
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "manifest.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(CorpusError, match="it is not valid"):
        load_corpus(tmp_path)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        load_corpus(tmp_path)
