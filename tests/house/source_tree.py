"""The project's own files and what its modules import, for the tests of the house."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("corpus", "ontology", "kg", "retrieval", "drafting", "evals", "app")
WORKSHOP = "training"
"""The package that makes a part of the product and is not installed."""
SKIPPED_SUFFIXES = (".pyc", ".png", ".gif")


def project_settings() -> dict[str, Any]:
    """Returns ``pyproject.toml``, parsed."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def product_files() -> Iterator[Path]:
    """Yields every file of the installed packages, data files too."""
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in SKIPPED_SUFFIXES:
                yield path


def product_modules() -> list[Path]:
    """Returns the Python files of the installed packages."""
    return [path for path in product_files() if path.suffix == ".py"]


def workshop_modules() -> list[Path]:
    """Returns the Python files of the package that is not installed."""
    return sorted((ROOT / WORKSHOP).glob("*.py"))


def own_modules() -> list[Path]:
    """Returns the Python files of all packages."""
    return [*product_modules(), *workshop_modules()]


def all_modules() -> list[Path]:
    """Returns every Python file of the project, its tests and tasks too."""
    tests = [path for path in sorted((ROOT / "tests").rglob("*.py")) if "__pycache__" not in path.parts]
    return [*own_modules(), *tests, ROOT / "dev.py"]


def text_files() -> list[Path]:
    """Returns every text file that is published, from the packages to the papers beside them."""
    beside = [path for path in ROOT.iterdir() if path.is_file() and path.suffix not in SKIPPED_SUFFIXES]
    folders = [ROOT / name for name in ("tests", "docs", ".ci") if (ROOT / name).is_dir()]
    below = [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in SKIPPED_SUFFIXES
    ]
    examples = sorted((ROOT / WORKSHOP / "examples").iterdir())
    return [*product_files(), *workshop_modules(), *examples, *sorted(beside), *sorted(below)]


def shown(path: Path) -> str:
    """Returns a path as a person reads it in a message."""
    return path.relative_to(ROOT).as_posix()


def imported_packages(path: Path) -> set[str]:
    """Returns the top-level packages that a module imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
