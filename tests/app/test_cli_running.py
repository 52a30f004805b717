"""The commands that build and tell of the models, and many processes over one data folder."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from app.cli import app, run
from app.models import GEMMA_TERMS
from app.running_commands import streamlit_command
from drafting.bundled_model import WEIGHTS_FILE
from kg.snapshot import DataFolder
from tests.app.command import Gongbiao, kept

REPORT = {"status", "hash", "path", "documents", "clauses", "embedded"}


def test_a_build_with_nothing_new_changes_nothing(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = kept(own_data)
    done = Gongbiao(own_data, capsys)("build", "--json")
    report = done.object
    assert done.status == 0 and set(report) >= REPORT
    assert (report["status"], report["documents"], report["embedded"]) == ("unchanged", 5, 0)
    assert kept(own_data) == before


def test_the_first_command_builds_and_says_so(unbuilt_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gongbiao = Gongbiao(unbuilt_data, capsys)
    first = gongbiao("documents", "--json")
    assert first.status == 0 and "尚未构建" in first.err and len(first.object["documents"]) == 5
    second = gongbiao("documents", "--json")
    assert second.err == "" and second.out == first.out
    assert "没有变化" in gongbiao("build").out


def test_readers_go_on_while_a_build_runs(own_data: Path) -> None:
    command = [sys.executable, "-m", "app.cli", "sparql", "cells-not-required", "--json", "--data", str(own_data)]
    folder = DataFolder(own_data)
    with folder.lock():
        (folder.stage() / "half").write_text("written", encoding="utf-8")
        readers = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        written = [reader.communicate(timeout=60) for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0]
    assert written[0] == written[1] and b'"bindings"' in written[0][0] and written[0][1] == b""


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_data_folder_that_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    done = Gongbiao(tmp_path / place, capsys)("documents", "--json")
    assert done.status == 1 and done.out == "" and "error: " in done.err
    assert "Traceback" not in done.err


def test_models_are_told_with_their_licences(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGBIAO_GENERATOR")
    done = gongbiao("models", "--json")
    embedder, generator, adapter = done.object["models"]
    assert done.status == 0
    assert [one["role"] for one in done.object["models"]] == ["embedder", "generator", "adapter"]
    assert adapter["licence"] == GEMMA_TERMS and adapter["size"] <= 16_000_000 and "examples" in adapter["detail"]
    assert embedder["licence"] == "MIT" and len(embedder["sha256"]) == 64 and Path(embedder["path"]).is_file()
    assert generator["licence"] == GEMMA_TERMS and len(generator["sha256"]) == 64
    assert generator["installed"] or generator["detail"]
    assert "MIT" in gongbiao("models").out


def test_the_weights_have_no_place_before_they_are_joined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GONGBIAO_GENERATOR", raising=False)
    gongbiao = Gongbiao(tmp_path, capsys)
    assert gongbiao("models", "--json").object["models"][1]["path"] is None
    assert gongbiao("models").status == 0
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / WEIGHTS_FILE).write_bytes(b"joined")
    assert gongbiao("models", "--json").object["models"][1]["path"] == str(tmp_path / "models" / WEIGHTS_FILE)


@pytest.mark.parametrize("arguments", [("nosuch",), ("parsing", "--set", "nosuch")])
def test_an_evaluation_that_there_is_not_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    done = Gongbiao(tmp_path, capsys)("eval", *arguments)
    assert done.status == 2 and "nosuch: choose one of" in done.error


def test_a_lost_index_is_built_again(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gongbiao = Gongbiao(own_data, capsys)
    (lost,) = own_data.glob("builds/*/indexes/words.txt")
    lost.unlink()
    said = gongbiao("search", "设备运维").error
    assert "Run `gongbiao build" in said
    assert "已构建" in gongbiao("build").out
    assert gongbiao("search", "设备运维", "--json").object["hits"]
    assert "没有变化" in gongbiao("build").out


def test_the_page_is_served_to_this_machine_alone(tmp_path: Path) -> None:
    command = streamlit_command(tmp_path / "page.py", 8601, tmp_path)
    options = dict(pairwise(command))
    assert command[:6] == [sys.executable, "-P", "-m", "streamlit", "run", str(tmp_path / "page.py")]
    assert options["--server.address"] == "127.0.0.1" and options["--server.port"] == "8601"
    assert options["--server.headless"] == "true" and options["--browser.gatherUsageStats"] == "false"
    assert command[-3:] == ["--", "--data", str(tmp_path)]


@pytest.mark.parametrize("command", sorted(command.name or "" for command in app.registered_commands))
def test_every_command_has_a_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"gongbiao {command}" in capsys.readouterr().out
