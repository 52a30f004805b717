"""The messages that the layers raise, collected from their sources: templates with ``{}`` for what is filled in.

A message is what an error is made with. What is filled in may be English too: a constant, or what a local name stands
for, is put in its place; words given to a function that makes errors are collected as messages of their own.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.house.source_tree import LAYERS, ROOT, shown

TOLD = tuple(layer for layer in LAYERS if layer != "evals")
"""The layers whose errors people meet in the app; the evaluation is run by those who make it."""


@dataclass(slots=True)
class Module:
    """A module as far as messages go."""

    path: Path
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)


def raised_messages() -> dict[str, set[str]]:
    """The templates of all messages, each with the places where it is made."""
    modules = [_module(path) for layer in TOLD for path in sorted((ROOT / layer).rglob("*.py"))]
    errors = _error_classes(modules)
    makers = _makers(modules, errors)
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        for template, line in _of_module(module, errors, makers):
            if any(sign.isascii() and sign.isalpha() for sign in template.replace("{}", "")):
                found[template].add(f"{shown(module.path)}:{line}")
    return dict(found)


def _module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = Module(path, tree)
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            module.constants[node.targets[0].id] = node.value
    return module


def _error_classes(modules: list[Module]) -> set[str]:
    bases = {
        node.name: [base.id for base in node.bases if isinstance(base, ast.Name)]
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {"Exception", "ValueError", "RuntimeError"}
    while more := {name for name, above in bases.items() if name not in known and known & set(above)}:
        known |= more
    return known & set(bases)


def _makers(modules: list[Module], errors: set[str]) -> set[str]:
    """Functions that make an error of the words that they are given."""
    return {
        node.name
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name | ast.Constant)
        and str(getattr(node.returns, "id", None) or getattr(node.returns, "value", None)) in errors
    }


def _of_module(module: Module, errors: set[str], makers: set[str]) -> Iterator[tuple[str, int]]:
    for function in [module.tree, *(node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef))]:
        local = _assigned(function)
        for node in _own(function):
            if not isinstance(node, ast.Call):
                continue
            name = str(getattr(node.func, "id", None) or getattr(node.func, "attr", ""))
            if name in errors:
                yield from ((told, node.lineno) for told in _told(node, name, module, local))
            elif name in makers:
                yield from ((told, node.lineno) for one in node.args for told in _templates(one, module, local))


def _told(call: ast.Call, name: str, module: Module, local: dict[str, list[ast.expr]]) -> Iterator[str]:
    """What an error says: one text, or what, why and remedy."""
    parts = [list(_templates(one, module, local)) or ["{}"] for one in call.args]
    if name == "DraftingError" and len(parts) >= 3:
        for what in parts[0]:
            for why in parts[1]:
                yield from (f"{what}: {why}. {remedy}." for remedy in parts[2])
    elif parts:
        yield from parts[0]


def _templates(one: ast.expr, module: Module, local: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The texts that an expression can be, as templates; nothing where that cannot be told."""
    if isinstance(one, ast.Constant) and isinstance(one.value, str):
        yield one.value.replace("{", "{{").replace("}", "}}")
    elif isinstance(one, ast.JoinedStr):
        texts = [""]
        for piece in one.values:
            texts = [text + more for text in texts for more in _piece(piece, module, local)]
        yield from texts
    elif isinstance(one, ast.BinOp) and isinstance(one.op, ast.Add):
        lefts = list(_templates(one.left, module, local)) or ["{}"]
        rights = list(_templates(one.right, module, local)) or ["{}"]
        yield from (left + right for left in lefts for right in rights)
    elif isinstance(one, ast.IfExp):
        yield from _templates(one.body, module, local)
        yield from _templates(one.orelse, module, local)
    elif isinstance(one, ast.Name) and one.id in local:
        for value in local[one.id]:
            yield from _templates(value, module, {})
    elif isinstance(one, ast.Name) and one.id in module.constants:
        yield from _templates(module.constants[one.id], module, {})


def _piece(piece: ast.expr, module: Module, local: dict[str, list[ast.expr]]) -> list[str]:
    if isinstance(piece, ast.Constant):
        return [str(piece.value).replace("{", "{{").replace("}", "}}")]
    assert isinstance(piece, ast.FormattedValue)
    return [one or "{}" for one in _templates(piece.value, module, local)] or ["{}"]


def _assigned(function: ast.AST) -> dict[str, list[ast.expr]]:
    """What the local names of a function stand for."""
    found: dict[str, list[ast.expr]] = defaultdict(list)
    if isinstance(function, ast.Module):
        return found
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found[target.id].append(node.value)
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    for name, value in zip(target.elts, node.value.elts, strict=True):
                        if isinstance(name, ast.Name):
                            found[name.id].append(value)
    return found


def _own(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, those of functions within it left out."""
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef):
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))
