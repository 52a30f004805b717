"""A profile as it was written, before anything is checked: values with the places where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

LARGEST_FILE = 5 * 1024 * 1024
DEEPEST = 12
"""Levels of nesting; a profile has four."""

Scalar = str | int | float | bool | datetime | None


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place.

    Attributes:
        value: What was written.
        place: ``第 12 行`` or ``系统!D7``.
    """

    value: Mapping[str, Node] | Sequence[Node] | Scalar
    place: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a file.

    Attributes:
        place: ``第 12 行`` or ``系统!D7``; an empty string where the file as a whole is meant.
        what: The value meant, such as ``systems[2].stat``, or an empty string.
        text: What is wrong, and what to write instead.
    """

    place: str
    what: str
    text: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.place, self.what) if part)
        return f"{place}：{self.text}" if place else self.text


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it was read.

    Attributes:
        root: All of it.
        problems: What was wrong with its form already.
        by_cell: Whether places are cells, which need no path beside them.
    """

    root: Node
    problems: tuple[Problem, ...] = ()
    by_cell: bool = False


def plain(node: Node) -> Any:
    """The value without its places."""
    if isinstance(node.value, Mapping):
        return {key: plain(one) for key, one in node.value.items()}
    if isinstance(node.value, Sequence) and not isinstance(node.value, str):
        return [plain(one) for one in node.value]
    return node.value


def nearest(root: Node, path: Sequence[str | int]) -> Node:
    """What stands at a path, or the last thing on the way to it that was written."""
    node = root
    for step in path:
        if isinstance(step, str) and isinstance(node.value, Mapping) and step in node.value:
            node = node.value[step]
        elif isinstance(step, int) and _holds(node, step):
            node = node.value[step]  # type: ignore[index,call-overload]
        else:
            break
    return node


def answered(root: Node) -> Node:
    """The profile without questions that nobody has answered: those where only the question's id stands."""
    practices = root.value.get("practices") if isinstance(root.value, Mapping) else None
    if practices is None or isinstance(practices.value, str) or not isinstance(practices.value, Sequence):
        return root
    kept = [one for one in practices.value if not isinstance(one.value, Mapping) or _says(one.value)]
    return Node({**root.value, "practices": Node(kept, practices.place)}, root.place)  # type: ignore[dict-item]


def _says(row: Mapping[str, Node]) -> bool:
    return "points" not in row or any(_filled(node) for key, node in row.items() if key != "points")


def _filled(node: Node) -> bool:
    return node.value is not None and node.value != [] and not (isinstance(node.value, str) and not node.value.strip())


def _holds(node: Node, step: int) -> bool:
    listed = isinstance(node.value, Sequence) and not isinstance(node.value, str)
    return listed and step < len(node.value)  # type: ignore[arg-type]
