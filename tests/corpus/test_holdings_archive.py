"""Backups: the same library again, and anything else refused before it is used."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.holdings.archive import ABOUT, check_backup, is_backup, write_backup
from corpus.holdings.record import Records
from corpus.holdings.store import MANIFEST, Holdings
from tests.corpus.holding import OTHER, RULES
from tests.corpus.test_holdings_store import filled

Entries = dict[str, bytes]


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    found = Holdings(tmp_path / "library")
    filled(found, tmp_path)
    return found


@pytest.fixture
def backup(holdings: Holdings, tmp_path: Path) -> Path:
    path = tmp_path / "backup.zip"
    with path.open("wb") as file:
        write_backup(holdings, file, {"embedder": "bundled"})
    return path


def test_a_backup_holds_all_and_is_the_same_each_time(holdings: Holdings, backup: Path) -> None:
    found = check_backup(backup)
    assert found.records == holdings.records() and is_backup(backup)
    contents = dict(found.contents())
    assert {RULES.encode(), OTHER.encode()} <= set(contents.values())
    again = io.BytesIO()
    write_backup(holdings, again, {"embedder": "bundled"})
    assert again.getvalue() == backup.read_bytes()


def test_a_backup_of_nothing_can_be_made(tmp_path: Path) -> None:
    path = tmp_path / "empty.zip"
    with path.open("wb") as file:
        write_backup(Holdings(tmp_path / "none"), file, {})
    assert check_backup(path).records == Records()


def test_a_library_is_the_same_from_its_backup(backup: Path, tmp_path: Path) -> None:
    found, other = check_backup(backup), Holdings(tmp_path / "other")
    for name, data in found.contents():
        other.keep_file(name, data)
    other.replace(found.records)
    assert [other.load(record).text for record in other.records().documents][:2] == [RULES, OTHER]


def changed(backup: Path, change: Callable[[Entries], None], **packing: int) -> Path:
    with zipfile.ZipFile(backup) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    path = backup.with_name("changed.zip")
    with zipfile.ZipFile(path, "w", packing.get("how", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def text_of(entries: Entries) -> str:
    return next(name for name in entries if name.startswith("texts/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda entries: entries.update({text_of(entries): b"x"}), "changed or damaged"),
        (lambda entries: entries.pop(text_of(entries)), "it lacks texts/"),
        (lambda entries: entries.update({"../evil.txt": b"x"}), "no file of a library"),
        (lambda entries: entries.update({"/etc/evil": b"x"}), "no file of a library"),
        (lambda entries: entries.update({f"texts/{'0' * 64}.txt": b"x"}), "no record names"),
        (lambda entries: entries.update({f"texts/../{'0' * 64}.txt": b"x"}), "no file of a library"),
        (lambda entries: entries.pop(MANIFEST), "lacks manifest"),
        (lambda entries: entries.update({MANIFEST: b"version: 1\n"}), "manifest was changed"),
        (lambda entries: entries.pop(ABOUT), f"lacks {ABOUT}"),
        (lambda entries: entries.update({ABOUT: b"[]"}), "does not say what it is"),
        (lambda entries: entries.update({ABOUT: b"{"}), "does not say what it is"),
        (
            lambda entries: entries.update({ABOUT: json.dumps(json.loads(entries[ABOUT]) | {"version": 2}).encode()}),
            "version 2",
        ),
        (lambda entries: entries.update({f"originals/{'0' * 64}.txt": b"\0" * (65 << 20)}), "too large"),
    ],
)
def test_a_backup_that_was_changed_is_refused(backup: Path, change: Callable[[Entries], None], said: str) -> None:
    with pytest.raises(CorpusError) as refused:
        check_backup(changed(backup, change))
    assert said in str(refused.value)


def test_another_way_of_packing_is_refused(backup: Path) -> None:
    with pytest.raises(CorpusError, match="packed in another way"):
        check_backup(changed(backup, lambda entries: None, how=zipfile.ZIP_BZIP2))


@pytest.mark.parametrize("spoilt", ["cut", "bytes", "text", "missing", "folder"])
def test_a_file_that_is_no_backup_is_refused(backup: Path, spoilt: str) -> None:
    data = backup.read_bytes()
    if spoilt == "missing":
        backup.unlink()
    elif spoilt == "folder":
        backup.unlink()
        backup.mkdir()
    elif spoilt == "text":
        backup.write_text("not an archive", encoding="utf-8")
    elif spoilt == "cut":
        backup.write_bytes(data[: len(data) // 2])
    else:
        middle = len(data) // 3
        backup.write_bytes(
            data[:middle] + bytes(255 - byte for byte in data[middle : middle + 200]) + data[middle + 200 :]
        )
    with pytest.raises(CorpusError, match="backup"):
        check_backup(backup)
