"""A full made-up profile and its workbook, written once for the tests of a module."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from drafting.profiles.reading import read_profile
from drafting.profiles.sections import Profile
from drafting.profiles.workbook import write_workbook
from tests.drafting.profiles.made_up_profile import FULL, made_up_questions


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("books")


@pytest.fixture(scope="module")
def full(folder: Path) -> Profile:
    (folder / "a.yaml").write_text(FULL, encoding="utf-8")
    return read_profile(folder / "a.yaml")


@pytest.fixture(scope="module")
def written(full: Profile, folder: Path) -> Path:
    path = folder / "written.xlsx"
    write_workbook(full, made_up_questions(), path)
    return path


@pytest.fixture
def book(written: Path) -> openpyxl.Workbook:
    """A filled workbook that a test may change."""
    return openpyxl.load_workbook(written)
