"""Every label of the pages has its English; what has none would be met in Chinese by those who read none."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from app.labels import label
from app.web.language import english
from tests.house.source_tree import ROOT

WEB = ROOT / "app" / "web"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
FOLDERS = [*sorted(one.name for one in WEB.iterdir() if (one / "__init__.py").exists()), "."]


def modules(folder: str) -> list[Path]:
    return sorted((WEB / folder).glob("*.py"))


def docstrings(tree: ast.AST) -> set[int]:
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
    return {
        id(statement.value)
        for body in bodies
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }


def chinese(folder: str) -> dict[str, str]:
    """Each Chinese literal of a folder's modules, with where it stands; of a picture's own words there are none."""
    return {text: where for text, where in literals(folder).items() if CHINESE.search(text) and "<svg" not in text}


def literals(folder: str) -> dict[str, str]:
    """Each literal of a folder's modules, with where it stands."""
    found = {}
    for path in modules(folder):
        found.update({text: f"{path.relative_to(ROOT)}:{line}" for text, line in told(path).items()})
    return found


def told(path: Path) -> dict[str, int]:
    """Each literal of a module but its docstrings, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = docstrings(tree)
    return {
        node.value: node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_label_has_its_english(folder: str) -> None:
    catalogue = english()
    bare = {
        where: text for text, where in chinese(folder).items() if text not in catalogue and label(text, "en") == text
    }
    assert bare == {}


def test_the_english_fills_in_what_the_chinese_does() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {zh: en for zh, en in english().items() if names(zh) != names(en)} == {}


def test_no_english_is_left_over() -> None:
    used = {text for folder in FOLDERS for text in literals(folder)}
    shared = {text for path in sorted((ROOT / "app").glob("*.py")) for text in told(path)}
    assert sorted(set(english()) - used - shared) == []
