"""A profile as it was written, before anything is checked: values with the places where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

LARGEST_FILE = 5 * 1024 * 1024
MOST_VALUES = 100_000
"""Values of one file; a profile that answers everything has some ten thousand."""
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

    value: dict[str, Node] | list[Node] | Scalar
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
        without: Fields that no row of their section can hold, because the column is missing; a problem says so already.
    """

    root: Node
    problems: tuple[Problem, ...] = ()
    by_cell: bool = False
    without: frozenset[tuple[str, str]] = frozenset()


def shortened(given: object) -> str:
    """What was written, on one line and short enough for a message."""
    written = " ".join(str(given).split())
    return written if len(written) <= 40 else f"{written[:39]}…"


def plain(node: Node) -> Any:
    """The value without its places."""
    if isinstance(node.value, dict):
        return {key: plain(one) for key, one in node.value.items()}
    if isinstance(node.value, list):
        return [plain(one) for one in node.value]
    return node.value


def nearest(root: Node, path: Sequence[str | int]) -> Node:
    """What stands at a path, or the last thing on the way to it that was written."""
    node = root
    for step in path:
        held = node.value
        if isinstance(held, dict) and isinstance(step, str) and step in held:
            node = held[step]
            continue
        if not isinstance(held, list) or not isinstance(step, int) or step >= len(held):
            break
        node = held[step]
    return node


def answered(root: Node) -> Node:
    """The profile without questions that nobody has answered: those where only the question's id stands."""
    practices = root.value.get("practices") if isinstance(root.value, dict) else None
    if not isinstance(root.value, dict) or practices is None or not isinstance(practices.value, list):
        return root
    kept = [one for one in practices.value if not isinstance(one.value, dict) or _says(one.value)]
    return Node({**root.value, "practices": Node(kept, practices.place)}, root.place)


def _says(row: Mapping[str, Node]) -> bool:
    return "points" not in row or any(_filled(node) for key, node in row.items() if key != "points")


def _filled(node: Node) -> bool:
    return node.value is not None and node.value != [] and not (isinstance(node.value, str) and not node.value.strip())
