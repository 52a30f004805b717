"""The data folder: a reader always sees one whole build, whatever happens to the writer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.snapshot import KEPT_BUILDS, DataFolder

PROJECT = Path(__file__).resolve().parents[2]
DIES_BEFORE_PUBLISHING = """
import os, sys
from pathlib import Path
from kg.snapshot import DataFolder
folder = DataFolder(Path(sys.argv[1]))
with folder.lock():
    staged = folder.stage()
    (staged / "content").write_text("half", encoding="utf-8")
    os._exit(9)
"""


def publish(folder: DataFolder, name: str, content: str, *, replace: bool = False) -> Path:
    with folder.lock():
        staged = folder.stage()
        (staged / "deep").mkdir()
        (staged / "deep" / "content").write_text(content, encoding="utf-8")
        return folder.publish(staged, name, replace=replace)


def content(folder: DataFolder) -> str | None:
    build = folder.current()
    return None if build is None else (build / "deep" / "content").read_text(encoding="utf-8")


def test_nothing_built_is_none(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "not" / "yet")
    assert folder.current() is None
    assert not folder.path.exists()


def test_a_published_build_is_current_for_everyone(tmp_path: Path) -> None:
    publish(DataFolder(tmp_path), "aaaa", "first")
    assert content(DataFolder(tmp_path)) == "first"
    publish(DataFolder(tmp_path), "bbbb", "second")
    assert content(DataFolder(tmp_path)) == "second"


def test_a_reader_keeps_its_build_while_a_newer_one_comes(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    publish(folder, "aaaa", "first")
    opened = folder.current()
    publish(folder, "bbbb", "second")
    assert opened is not None
    assert (opened / "deep" / "content").read_text(encoding="utf-8") == "first"
    assert folder.current() != opened


def test_a_writer_that_dies_leaves_the_former_build_and_no_lock(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    publish(folder, "aaaa", "first")
    died = subprocess.run(
        [sys.executable, "-c", DIES_BEFORE_PUBLISHING, str(tmp_path)], cwd=PROJECT, check=False, timeout=60
    )
    assert died.returncode == 9
    assert content(folder) == "first"
    publish(folder, "bbbb", "second")
    assert content(folder) == "second"
    assert not any((tmp_path / "staging").iterdir())


def test_dying_between_the_move_and_the_pointer_leaves_the_former_build(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    publish(folder, "aaaa", "first")
    (tmp_path / "builds" / "bbbb" / "deep").mkdir(parents=True)
    (tmp_path / "builds" / "bbbb" / "deep" / "content").write_text("moved", encoding="utf-8")
    (tmp_path / "staging" / "current-x").write_text("bbbb", encoding="utf-8")
    assert content(folder) == "first"
    publish(folder, "bbbb", "moved")
    assert content(folder) == "moved"


def test_the_same_hash_again_keeps_what_is_there_unless_told_otherwise(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    kept = publish(folder, "aaaa", "first")
    assert publish(folder, "aaaa", "unused") == kept
    assert content(folder) == "first"
    assert publish(folder, "aaaa", "repaired", replace=True) != kept
    assert content(folder) == "repaired"


@pytest.mark.parametrize("pointer", ["", "../../etc", "gone", "a b", "\x00"])
def test_a_spoilt_pointer_means_nothing_is_built(tmp_path: Path, pointer: str) -> None:
    publish(DataFolder(tmp_path), "aaaa", "first")
    (tmp_path / "current").write_text(pointer, encoding="utf-8")
    assert DataFolder(tmp_path).current() is None


def test_only_the_writer_writes(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with pytest.raises(GraphError, match="stage without being the writer"):
        folder.stage()
    with folder.lock():
        staged = folder.stage()
    with pytest.raises(GraphError, match="publish without being the writer"):
        folder.publish(staged, "aaaa")


@pytest.mark.parametrize("name", ["", "..", "a/b", "a.1", "x" * 200])
def test_a_hash_must_name_a_folder(tmp_path: Path, name: str) -> None:
    folder = DataFolder(tmp_path)
    with folder.lock(), pytest.raises(GraphError, match="cannot name a build"):
        folder.publish(folder.stage(), name)


def test_only_what_was_staged_here_is_published(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    with folder.lock(), pytest.raises(GraphError, match="not staged"):
        folder.publish(tmp_path, "aaaa")


def test_a_second_writer_waits_and_may_give_up(tmp_path: Path) -> None:
    with DataFolder(tmp_path).lock():
        with pytest.raises(GraphError, match="another build is running"), DataFolder(tmp_path).lock(timeout_s=0):
            pytest.fail("two writers at once")
        waiting = threading.Thread(target=publish, args=(DataFolder(tmp_path), "aaaa", "after"))
        waiting.start()
        assert DataFolder(tmp_path).current() is None
    waiting.join(timeout=30)
    assert content(DataFolder(tmp_path)) == "after"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot be written"), DataFolder(tmp_path / "file" / "data").lock():
        pytest.fail("no folder can be there")


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(["a1", "b2", "c3", "d4", "e5"]), min_size=1, max_size=8))
def test_the_last_published_is_current_and_few_are_kept(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as path:
        folder = DataFolder(Path(path))
        for name in names:
            publish(folder, name, name)
            assert content(folder) == name
        kept = {build.name for build in (Path(path) / "builds").iterdir()}
        assert len(kept) <= KEPT_BUILDS
        previous = next((name for name in reversed(names) if name != names[-1]), None)
        if previous is not None and len(names) > 1 and names[-2] != names[-1]:
            assert previous in kept


def test_a_finished_build_is_not_current_until_it_is_pointed_at(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    publish(folder, "aaaa", "first")
    with folder.lock():
        staged = folder.stage()
        (staged / "deep").mkdir()
        (staged / "deep" / "content").write_text("second", encoding="utf-8")
        build = folder.keep(staged, "bbbb")
        assert content(folder) == "first" and folder.finished("bbbb") == (build,)
        folder.point_at(build)
    assert content(folder) == "second" and folder.finished("cccc") == ()


def test_the_latest_of_two_builds_of_one_hash_comes_first(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    first = publish(folder, "aaaa", "first")
    second = publish(folder, "aaaa", "second", replace=True)
    assert folder.finished("aaaa") == (second, first) and DataFolder(tmp_path / "none").finished("aaaa") == ()


def test_only_the_writer_points_and_only_at_a_build_of_its_own(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    build = publish(folder, "aaaa", "first")
    with pytest.raises(GraphError, match="without being the writer"):
        folder.point_at(build)
    with folder.lock(), pytest.raises(GraphError, match="no build of this data folder"):
        folder.point_at(tmp_path / "builds" / "bbbb")
