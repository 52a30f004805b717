from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.app.command import Gongbiao


@pytest.fixture
def gongbiao(built_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Gongbiao:
    """The command over the founding corpus, writing no sentences of its own."""
    monkeypatch.setenv("GONGBIAO_GENERATOR", "none")
    return Gongbiao(built_data, capsys)


@pytest.fixture
def own_data(built_data: Path, tmp_path: Path) -> Path:
    """A copy of the built data folder that a test may write to."""
    return shutil.copytree(built_data, tmp_path / "data")


@pytest.fixture
def unbuilt_data(built_data: Path, tmp_path: Path) -> Path:
    """A data folder in which nothing is built, but every vector is kept: building it is quick."""
    (tmp_path / "data").mkdir()
    shutil.copytree(built_data / "vectors", tmp_path / "data" / "vectors")
    return tmp_path / "data"
