"""The commands of the library as a person types them, over the founding corpus and the real embedder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.command import Gongbiao, kept
from tests.corpus.holding import LATER, OTHER, RULES

INGESTED = {"id", "file", "status", "layout", "clauses", "tiers", "coverage", "structured", "notes", "reason"}


@pytest.fixture
def own(own_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Gongbiao:
    """The command over a data folder that may be changed."""
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    return Gongbiao(own_data, capsys)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_document_comes_in_changes_is_compared_and_goes(own: Gongbiao, tmp_path: Path) -> None:
    rules = written(tmp_path, "yunling.txt", RULES)
    done = own("ingest", rules, "--json")
    (found,) = done.object["documents"]
    assert done.status == 0 and set(found) >= INGESTED
    assert (found["id"], found["status"], found["reason"]) == ("yunling", "added", None)
    again = own("ingest", rules, "--json")
    assert again.status == 0 and again.object["documents"][0]["status"] == "unchanged"

    listed = {one["id"]: one for one in own("documents", "--json").object["documents"]}
    assert len(listed) == 6 and listed["yunling"]["title"] == "云岭省数字工厂评定办法"
    rows = own("clauses", "--document", "yunling").lines
    assert len(rows) == found["clauses"] and all(RULES[one["start"] : one["end"]] == one["text"] for one in rows)
    hits = own("search", "设备联网率", "--document", "yunling", "--json").object["hits"]
    assert any("60%" in hit["text"] for hit in hits)
    (link,) = own("trace", rows[-1]["id"], "--json").object["clauses"]
    assert link["holds"] and link["original_sha256"] and link["file"] == "yunling.txt"
    assert own("compare", "yunling", "zj-graded", "--json").status == 0

    later = own("ingest", written(tmp_path, "later.txt", LATER), "--id", "yunling", "--year", "2026")
    assert later.status == 0 and "yunling@2" in later.out
    changes = own("diff", "yunling", "--json").object
    assert (changes["left"]["id"], changes["right"]["id"]) == ("yunling", "yunling@2")
    assert changes["counts"]["changed"] >= 2 and {one["status"] for one in changes["rows"]} >= {"same", "changed"}
    lines = own("clauses", "--document", "yunling@2").lines
    assert {one["lineage"] for one in lines} & {one["id"] for one in rows}
    assert own("diff", "yunling@1", "yunling@2").status == 0
    assert own("remove", "yunling").status == 0
    assert len(own("documents", "--json").object["documents"]) == 5


def test_some_rejected_is_done_in_part_and_all_rejected_failed(own: Gongbiao, tmp_path: Path) -> None:
    bad = written(tmp_path, "bad.docx", "no Word document")
    before = kept(own.data)
    alone = own("ingest", bad, "--json")
    assert alone.status == 1 and alone.object["documents"][0]["status"] == "rejected"
    assert alone.err.strip().startswith("error: bad.docx")
    assert {name: data for name, data in kept(own.data).items() if name in before} == before
    folder = tmp_path / "folder"
    folder.mkdir()
    written(folder, "1.txt", OTHER)
    bad.rename(folder / "2.docx")
    part = own("ingest", folder, "--json")
    assert part.status == 3
    assert [one["status"] for one in part.object["documents"]] == ["added", "rejected"]
    assert part.object["documents"][1]["reason"] and part.object["documents"][1]["id"] is None


def test_a_backup_brings_the_library_back(own: Gongbiao, tmp_path: Path) -> None:
    backup = tmp_path / "backup.zip"
    assert own("ingest", written(tmp_path, "yunling.txt", RULES)).status == 0
    assert own("backup", backup, "--json").object["documents"] == ["yunling"]
    listed = own("documents", "--json").object
    assert own("remove", "yunling").status == 0
    spoilt = written(tmp_path, "spoilt.zip", "no backup")
    assert own("restore", spoilt).error.startswith(f"backup {spoilt}")
    assert own("backup", written(tmp_path, "letter.txt", "a letter")).status == 1
    assert own("restore", backup).status == 0
    assert own("documents", "--json").object == listed


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("remove", "zj-graded"), 1, "comes with the product"),
        (("remove", "nosuch"), 1, "not in the library"),
        (("diff", "zj-graded"), 1, "no other edition"),
        (("diff", "nosuch"), 1, "none of this id"),
        (("diff", "zj-graded@x"), 1, "named so"),
        (("ingest", "a.txt", "b.txt", "--id", "x"), 2, "--id is of one file"),
        (("ingest", "a.txt", "--title", " "), 2, "--title is blank"),
        (("ingest", "a.txt", "--edition"), 2, "--edition is of a known document"),
        (("ingest", "a.txt", "--seconds", "0"), 2, "--seconds"),
        (("ingest", "a.txt", "--corrections", "none.yaml"), 1, "none.yaml"),
        (("ingest", "a.txt", "--id", "A b"), 1, "a.txt"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    gongbiao: Gongbiao, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = gongbiao(*arguments)
    assert done.status == status and said in done.err
