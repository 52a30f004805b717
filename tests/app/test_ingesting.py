"""Files taken into a library: one build for all, nothing half, editions with their lineage."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.arriving_files import UploadedFile, files_in
from app.editions import find_editions
from app.ingesting import Ingesting
from app.library_changes import LibraryChanges
from app.library_keeping import back_up, remove_documents, restore_library
from app.stopping import StoppedError, stoppable
from corpus.errors import CorpusError
from corpus.holdings.corrections import dump_corrections, parse_corrections
from corpus.holdings.given import Given
from kg.checks.alignments import check_alignments
from kg.checks.completeness import check_completeness
from kg.checks.provenance import check_provenance
from kg.errors import GraphError
from retrieval.index_check import check_indexes
from tests.app.ingesting_parts import Desk
from tests.corpus.holding import LATER, OTHER, RULES
from tests.retrieval.fake_parts import BagEmbedder

EMPTY = UploadedFile("空.txt", b" \n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_files_become_documents_of_the_build(desk: Desk) -> None:
    found = desk.ingest(desk.file("yunling.txt", RULES), desk.file("haiyang.txt", OTHER))
    assert [(one.status, one.id) for one in found] == [("added", "yunling"), ("added", "haiyang")]
    assert desk.ids == ["always", "yunling", "haiyang"]
    document = desk.snapshot.documents[1]
    assert document.text == RULES and document.meta.original is not None
    assert found[0].clauses == len(document.clauses) > 5 and found[0].assessment is not None
    checks = (
        check_provenance(desk.snapshot.documents, desk.snapshot.graph),
        check_indexes(desk.snapshot),
        check_alignments(desk.snapshot.alignments, desk.snapshot.graph),
    )
    assert [check.findings for check in checks] == [(), (), ()]


def test_a_second_run_changes_nothing_and_builds_nothing(desk: Desk) -> None:
    path = desk.file("yunling.txt", RULES)
    desk.ingest(path)
    opened, before = desk.opened, desk.snapshot.path
    assert [one.status for one in desk.ingest(path)] == ["unchanged"]
    assert desk.snapshot.path == before and desk.opened == opened


def test_a_bad_file_does_not_stop_the_others(desk: Desk) -> None:
    bad = desk.file("bad.docx", "no Word document")
    found = desk.ingest(bad, desk.file("yunling.txt", RULES), desk.root / "missing.txt")
    assert [one.status for one in found] == ["rejected", "added", "rejected"]
    assert found[0].reason and "bad.docx" in found[0].reason and found[2].reason and "missing.txt" in found[2].reason
    assert desk.ids == ["always", "yunling"]


def test_where_all_are_rejected_nothing_is_built(desk: Desk) -> None:
    desk.ingest(desk.root / "missing.txt")
    assert desk.opened == 0 and not (desk.data / "builds").exists()


def test_a_new_edition_has_ids_of_its_own_and_leads_back(desk: Desk) -> None:
    desk.ingest(desk.file("old.txt", RULES), id="yunling")
    (found,) = desk.ingest(desk.file("new.txt", LATER), id="yunling")
    assert (found.status, found.id) == ("updated", "yunling@2")
    former, later = desk.snapshot.documents[1:]
    assert (former.meta.later, later.meta.former, later.meta.edition) == ("yunling@2", "yunling", 2)
    known = {clause.id for clause in former.clauses}
    led = {clause.id: clause.lineage for clause in later.clauses}
    assert all(one.startswith("yunling@2/") for one in led) and set(led.values()) <= known | {None}
    pair = find_editions(desk.snapshot.documents, "yunling")
    changed = [row for row in pair.rows if row.status == "changed"]
    assert any("75" in piece.text for row in changed for piece in row.words) and len(changed) >= 2
    revised = desk.snapshot.graph.query(
        "SELECT ?a WHERE { GRAPH graph:aligned { ?one prov:wasRevisionOf ?two } ?one dcterms:identifier ?a }"
    )
    assert {row[0] for row in revised.values} == {one for one, before in led.items() if before}
    assert desk.snapshot.is_aligned("yunling", "yunling@2") and desk.snapshot.is_aligned("always", "yunling")


def test_two_documents_of_the_library_are_aligned_when_somebody_asks(desk: Desk) -> None:
    desk.ingest(desk.file("a.txt", RULES), desk.file("b.txt", OTHER))
    assert not desk.snapshot.is_aligned("a", "b")
    assert not any(
        {"a", "b"} == {link.left.split("/")[0], link.right.split("/")[0]} for link in desk.snapshot.alignments
    )


def test_the_state_does_not_depend_on_the_way_to_it(desk: Desk, tmp_path: Path) -> None:
    one, two = desk.file("a.txt", RULES), desk.file("b.txt", OTHER)
    desk.ingest(one, two)
    other = Desk(tmp_path / "other")
    other.ingest(one)
    other.ingest(desk.file("c.txt", LATER))
    other.ingest(two)
    remove_documents(other.changes, ["c"])
    assert other.changes.holdings.state() == desk.changes.holdings.state()
    assert other.snapshot.manifest.hash == desk.snapshot.manifest.hash
    assert other.snapshot.clauses == desk.snapshot.clauses and other.snapshot.alignments == desk.snapshot.alignments


def test_what_is_removed_is_gone_with_its_contents(desk: Desk) -> None:
    desk.ingest(desk.file("a.txt", RULES), desk.file("b.txt", OTHER))
    desk.ingest(desk.file("new.txt", LATER), id="a")
    assert remove_documents(desk.changes, ["a@1"]) == ("a",)
    assert desk.ids == ["always", "b", "a@2"] and desk.snapshot.documents[2].meta.former is None
    assert remove_documents(desk.changes, ["a", "b"]) == ("b", "a@2")
    assert desk.ids == ["always"]
    assert [path.name for path in desk.changes.holdings.path.rglob("*") if path.is_file()] == ["manifest.yaml"]


@pytest.mark.parametrize(
    ("name", "said"), [("always", "comes with the product"), ("nosuch", "not in the library"), ("a@7", "not in the")]
)
def test_what_cannot_be_removed_is_told_and_nothing_is(desk: Desk, name: str, said: str) -> None:
    desk.ingest(desk.file("a.txt", RULES))
    with pytest.raises(CorpusError, match=said):
        remove_documents(desk.changes, ["a", name])
    assert desk.ids == ["always", "a"]


def test_corrections_survive_reading_again(desk: Desk) -> None:
    path = desk.file("a.txt", RULES)
    fix = "rows:\n- text: 申报工厂宜建立能源管理系统。\n  kind: threshold\n- text: 没有这一句\n  kind: step\n".encode()
    (found,) = desk.ingest(path, corrections=fix)
    assert any("没有这一句" in note for note in found.notes)
    kinds = {clause.text: clause.kind for clause in desk.snapshot.clauses}
    assert kinds["申报工厂宜建立能源管理系统。"] == "threshold"
    assert desk.ingest(path)[0].status == "unchanged"
    desk.ingest(desk.file("b.txt", OTHER))
    kinds = {clause.text: clause.kind for clause in desk.snapshot.clauses}
    assert kinds["申报工厂宜建立能源管理系统。"] == "threshold"
    assert any("没有这一句" in note for note in desk.snapshot.documents[1].notes)


def test_one_text_under_two_names_is_told(desk: Desk) -> None:
    found = desk.ingest(desk.file("a.txt", RULES), desk.file("b.txt", RULES))
    assert [one.status for one in found] == ["added", "added"] and any("与 a 相同" in note for note in found[1].notes)
    assert any("与 b 相同" in note for note in desk.snapshot.documents[1].notes)
    assert check_completeness(desk.snapshot.graph).findings == ()


def test_a_title_that_is_there_and_another_field_are_told(desk: Desk) -> None:
    law = "北原省档案条例\n第一条 为加强档案管理，制定本条例。\n第二条 档案馆应当妥善保管档案。\n"
    files = (desk.file("yunling.txt", RULES), desk.file("again.txt", f"{RULES}附记。\n"), desk.file("law.txt", law))
    first, again, other = desk.ingest(*files)
    assert any(note.startswith("库里已有同名文件 yunling") for note in again.notes)
    assert any("别的领域" in note for note in other.notes) and not any("别的领域" in note for note in first.notes)


def test_a_build_that_dies_leaves_the_former_state(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.file("a.txt", RULES))
    before, path = desk.changes.holdings.state(), desk.snapshot.path
    dying = Desk(tmp_path, BagEmbedder(dies_after=0))
    with pytest.raises(KeyboardInterrupt):
        dying.ingest(desk.file("b.txt", OTHER))
    assert desk.changes.holdings.state() == before and desk.snapshot.path == path and desk.changes.is_current()
    assert desk.ingest(desk.file("b.txt", OTHER))[0].status == "added" and desk.ids == ["always", "a", "b"]


def test_a_crash_before_the_pointer_moves_is_finished_by_the_next_build(desk: Desk) -> None:
    desk.ingest(desk.file("a.txt", RULES))
    pointer = (desk.data / "current").read_bytes()
    desk.ingest(desk.file("b.txt", OTHER))
    finished = desk.snapshot.path
    (desk.data / "current").write_bytes(pointer)
    assert desk.ids == ["always", "a"] and not desk.changes.is_current()
    report = desk.changes.build()
    assert (report.status, report.embedded, report.path) == ("built", 0, finished)
    assert desk.ids == ["always", "a", "b"] and desk.changes.is_current()


def test_a_folder_is_walked_in_order_and_what_is_no_document_passed_over(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", "b/~$1.docx", "b/.git/x.txt", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    told: list[str] = []
    found = files_in([tmp_path, tmp_path / "a.txt"], told.append)
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.txt", "b/1.txt", "b/2.txt"]
    assert len(told) == 4


def test_two_at_once_wait_for_each_other_and_a_reader_for_neither(desk: Desk) -> None:
    desk.ingest(desk.file("a.txt", RULES))
    files = [desk.file("b.txt", OTHER), desk.file("c.txt", LATER)]
    command = (sys.executable, "-m", "tests.app.small_command")
    running = [subprocess.Popen([*command, "ingest", str(file), "--data", str(desk.data)]) for file in files]
    while any(one.poll() is None for one in running):
        assert desk.ids[:2] == ["always", "a"] and desk.snapshot.documents[1].text == RULES
        time.sleep(0.1)
    assert [one.returncode for one in running] == [0, 0]
    assert sorted(desk.ids) == ["a", "always", "b", "c"] and desk.changes.is_current()


def test_files_are_assessed_before_anything_is_kept(desk: Desk) -> None:
    ingesting = Ingesting(desk.changes)
    read, known, bad = ingesting.assess(
        [UploadedFile("C:\\公文\\yunling.txt", RULES.encode()), UploadedFile("b.txt", RULES.encode()), EMPTY]
    )
    assert not (desk.data / "library").exists()
    assert (read.file, read.status, read.id) == ("yunling.txt", "added", "yunling")
    assert read.assessment is not None and read.assessment.layout == "articles" and read.assessment.coverage == 1
    assert [row.id for row in read.clauses][:2] == ["yunling/front/title", "yunling/1"]
    assert read.facts is not None and (place := read.facts.place_of("title")) is not None
    assert read.text[place.start : place.end] == read.facts.title == "云岭省数字工厂评定办法"
    assert any("全文与 yunling 相同" in note for note in known.notes)
    assert bad.status == "rejected" and bad.arrival is None and bad.reason and "empty" in bad.reason


def test_what_a_person_corrects_before_admitting_goes_with_the_file(desk: Desk) -> None:
    ingesting = Ingesting(desk.changes)
    assessed = ingesting.assess([UploadedFile("yunling.txt", RULES.encode())])
    told = dump_corrections(parse_corrections("rows: [{text: 申报工厂宜建立能源管理系统。, tier: 星级}]".encode(), "x"))
    (revised,) = ingesting.revise(assessed, [Given("stars", {"year": 2024}, told)])
    assert revised.corrections == told
    assert revised.id == "stars" and revised.record is not None and revised.record.year == 2024
    assert revised.assessment is not None and [tier.name for tier in revised.assessment.tiers] == ["星级"]
    assert not (desk.data / "library").exists()
    (ingested,) = ingesting.admit([revised])
    assert (ingested.status, ingested.id, desk.ids) == ("added", "stars", ["always", "stars"])
    tiers = {row.tier_label for row in desk.snapshot.clauses if row.document == "stars" and row.tier}
    assert tiers == {"星级"}


def test_admitting_finds_out_anew_what_a_file_is(desk: Desk) -> None:
    ingesting = Ingesting(desk.changes)
    assessed = ingesting.assess([UploadedFile("yunling.txt", RULES.encode()), EMPTY])
    desk.ingest(desk.file("yunling.txt", RULES))
    assert [one.status for one in ingesting.admit(assessed)] == ["unchanged", "rejected"]


@pytest.mark.parametrize("stage", ["read", "cut", "graph", "embed", "publish"])
def test_what_is_stopped_leaves_the_former_state(desk: Desk, stage: str) -> None:
    desk.ingest(desk.file("haiyang.txt", OTHER))
    before, state = desk.snapshot.path, desk.changes.holdings.state()
    reached: list[str] = []
    told = stoppable(lambda: stage in reached, lambda at, done, total: reached.append(at))
    changes = LibraryChanges(desk.data, lambda: desk.embedder, told, founding=desk.root / "founding")
    with pytest.raises(StoppedError):
        Ingesting(changes, told).ingest(
            [desk.file("yunling.txt", RULES), desk.file("c.txt", RULES.replace("云岭", "云川"))], Given()
        )
    assert (desk.snapshot.path, desk.changes.holdings.state()) == (before, state)
    assert desk.changes.is_current()


def test_a_file_that_is_unlike_the_known_one_is_rejected_until_somebody_insists(desk: Desk) -> None:
    desk.ingest(desk.file("yunling.txt", RULES))
    (refused,) = desk.ingest(desk.file("haiyang.txt", OTHER), id="yunling")
    assert refused.status == "rejected" and refused.reason and "no edition of yunling" in refused.reason
    assert desk.ids == ["always", "yunling"]
    (taken,) = desk.ingest(desk.file("haiyang.txt", OTHER), id="yunling", edition=True)
    assert (taken.status, taken.id) == ("updated", "yunling@2")


def test_a_backup_needs_no_data_folder_that_can_be_written(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.file("yunling.txt", RULES))
    lock = desk.data / "writer.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()  # nobody can be the writer here
    records = back_up(desk.changes, tmp_path / "backup.zip", {})
    assert [record.id for record in records.documents] == ["yunling"]
    with pytest.raises(GraphError):
        remove_documents(desk.changes, ["yunling"])


@pytest.mark.parametrize("damaged", ["library/manifest.yaml", "current", "build"])
def test_a_backup_is_restored_whatever_a_crash_left(desk: Desk, tmp_path: Path, damaged: str) -> None:
    desk.ingest(desk.file("yunling.txt", RULES))
    back_up(desk.changes, tmp_path / "backup.zip", {})
    path = desk.snapshot.path / "manifest.json" if damaged == "build" else desk.data / damaged
    path.write_bytes(b"documents: [{")
    restore_library(desk.changes, tmp_path / "backup.zip")
    assert desk.ids == ["always", "yunling"] and desk.changes.is_current()


def test_a_change_that_was_cut_off_is_finished_by_whoever_looks(desk: Desk) -> None:
    desk.ingest(desk.file("yunling.txt", RULES))
    former = (desk.data / "current").read_bytes()
    desk.ingest(desk.file("haiyang.txt", OTHER))
    (desk.data / "current").write_bytes(former)  # as after a crash between the library and the pointer
    assert desk.ids == ["always", "yunling"]
    report = desk.changes.finish()
    assert report is not None and desk.ids == ["always", "yunling", "haiyang"]
    assert desk.changes.finish() is None
