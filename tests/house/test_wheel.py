"""The wheel holds every product file and nothing else, and works from any directory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.source_tree import LAYERS, ROOT, product_files, project_settings, shown

BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
READ_CORPUS = """
import corpus.library
found = corpus.library.load_corpus()
assert all(document.clauses for document in found.documents)
print(corpus.library.__file__, len(found.documents))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the project's files, so that nothing is left in the checkout."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for path in product_files():
        (source / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, source / path.relative_to(ROOT))
    project = project_settings()["project"]
    for name in ("pyproject.toml", *project["license-files"], *([project["readme"]] if "readme" in project else [])):
        shutil.copyfile(ROOT / name, source / name)
    subprocess.run([sys.executable, "-c", BUILD, str(out)], cwd=source, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_it_holds_every_product_file_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == {shown(path) for path in product_files()}
    assert {name.partition("/")[0] for name in held} == set(LAYERS)


def test_its_data_files_are_found_from_any_directory(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    zipfile.ZipFile(wheel).extractall(site)
    elsewhere.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(site)}
    found = subprocess.run(
        [sys.executable, "-c", READ_CORPUS], cwd=elsewhere, env=environment, check=True, capture_output=True, text=True
    ).stdout.split()
    assert found == [str(site / "corpus" / "library.py"), "5"]
