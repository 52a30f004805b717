"""An invented document as data: its lines and tables, each with what a faithful reader would say of it.

Source: the notation is described in this folder's README.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import Any, Literal

import yaml

from evals.errors import EvalError

Split = Literal["dev", "test"]
Topic = Literal["yes", "no", "any"]
Facts = Mapping[str, str | int | None]

UNJUDGED = "?"
SIGN = "◇"
_PART = "¶"
_LISTED = re.compile(r"(?P<label>\d+[.．、])(?P<text>.+)")
_LINE = re.compile(r"(?P<role>[a-z0-9]+)(?: (?P<label>[^|]*))?\| ?(?P<text>.*)")
_TOPICS: Mapping[object, Topic] = {True: "yes", False: "no", "any": "any"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is true of a line or cell.

    Attributes:
        tier: The tier it belongs to, ``?`` where two careful readers might differ, None for none.
        forces: ``shall`` … in order; ``("?",)`` where not judged, ``("none",)`` for none.
        quantities: As written, such as ``>=55%``; ``("?",)`` where not judged.
    """

    tier: str | None = None
    forces: tuple[str, ...] = ("none",)
    quantities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its printed label, its words, and what it is (``art``, ``lead``, ``req`` …)."""

    role: str
    label: str
    text: str
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with the rows and columns that it covers; its items where it holds a list."""

    role: str
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    marks: Marks = Marks()
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: how many rows and columns, and its cells in reading order."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Content:
    """An invented document.

    Attributes:
        id: Its name in the suite.
        split: ``dev`` may be looked at while the reader is made, ``test`` may not.
        of_the_field: Whether it speaks of smart factories; ``any`` where both can be said.
        facts: What it says of itself; None means that it does not say; a key left out is not judged.
        tiers: Its tiers in the order in which it names them, each with all its names.
        traditional: Whether it is written in traditional characters.
        blocks: Lines and tables in order.
    """

    id: str
    split: Split
    of_the_field: Topic
    facts: Facts
    tiers: tuple[tuple[str, ...], ...]
    traditional: bool
    blocks: tuple[Block, ...] = field(default=())

    def lines(self) -> Iterator[Line]:
        """The lines outside tables."""
        return (block for block in self.blocks if isinstance(block, Line))


def documents() -> tuple[Content, ...]:
    """All invented documents, by id.

    Raises:
        EvalError: One is not written in the notation.
    """
    folder = files("evals.ingestion") / "documents"
    found = [read_content(entry.read_text(encoding="utf-8")) for entry in folder.iterdir()]
    return tuple(sorted(found, key=lambda content: content.id))


def read_content(text: str) -> Content:
    """Read one document.

    Raises:
        EvalError: The notation is broken, with the line.
    """
    data: dict[str, Any] = yaml.safe_load(text)
    plain = Marks(forces=(UNJUDGED,), quantities=(UNJUDGED,)) if data.get("forces") == "unjudged" else Marks()
    return Content(
        data["id"],
        data["split"],
        _TOPICS[data["field"]],
        data["facts"],
        tuple(tuple(names) for names in data["tiers"]),
        bool(data.get("traditional", False)),
        tuple(_blocks(data["body"].splitlines(), plain)),
    )


def _blocks(lines: list[str], marks: Marks) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("tier "):
            tier = line.removeprefix("tier ")
            marks = replace(marks, tier=None if tier == "-" else tier)
        elif line.startswith("table "):
            first = at
            while at < len(lines) and lines[at].startswith("+"):
                at += 1
            yield _grid(line, lines[first:at], marks)
        else:
            yield _line(line, marks)


def _line(line: str, marks: Marks) -> Line:
    words, _, notes = line.partition(SIGN)
    match = _LINE.fullmatch(words.strip())
    if match is None:
        raise EvalError(f"{line}: not a line of an invented document. Write ROLE LABEL| TEXT.")
    return Line(match["role"], (match["label"] or "").strip(), match["text"], _marked(marks, notes))


def _marked(marks: Marks, notes: str) -> Marks:
    for note in notes.split():
        name, _, value = note.partition("=")
        if name == "T":
            marks = replace(marks, tier=value)
        elif name == "F":
            marks = replace(marks, forces=tuple(value.split(",")))
        elif name == "Q":
            marks = replace(marks, quantities=tuple(value.split(";")))
        else:
            raise EvalError(f"{note}: not a mark. Write T=, F= or Q=.")
    return marks


def _grid(head: str, lines: list[str], marks: Marks) -> Grid:
    options = dict(option.split("=") for option in head.split()[1:])
    rows = [[cell.strip() for cell in f"{line} ".removeprefix("+").split("||")] for line in lines]
    columns = options["cols"].split(",")
    if any(len(row) != len(columns) for row in rows):
        raise EvalError(f"{head}: a row has not {len(columns)} cells. Correct the row.")
    cells = [
        _cell(rows, at, column, columns, int(options["head"]), marks)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text not in ("^", "<")
    ]
    return Grid(len(rows), len(columns), tuple(cells))


def _cell(rows: list[list[str]], at: int, column: int, columns: list[str], head: int, marks: Marks) -> Cell:
    role, _, tier = columns[column].partition("@")
    if tier.startswith("@"):
        tier = rows[at][int(tier[1:])]
    words, _, notes = rows[at][column].partition(SIGN)
    down = next((n for n in range(at + 1, len(rows)) if rows[n][column] != "^"), len(rows)) - at
    right = next((n for n in range(column + 1, len(columns)) if rows[at][n] != "<"), len(columns)) - column
    if at < head:
        return Cell(
            "head" if role != "opt" else "opt", words.strip(), at, column, down, right, replace(marks, tier="?")
        )
    marks = replace(marks, tier=tier or marks.tier)
    if _PART in rows[at][column]:
        items = tuple(_item(role, part, marks) for part in rows[at][column].split(_PART))
        text = "\n".join(item.label + item.text for item in items)
        return Cell(role, text, at, column, down, right, marks, items)
    return Cell(role, words.strip(), at, column, down, right, _marked(marks, notes))


def _item(role: str, part: str, marks: Marks) -> Line:
    words, _, notes = part.partition(SIGN)
    match = _LISTED.fullmatch(words.strip())
    if match is None:
        raise EvalError(f"{part}: no number before an item of a cell. Write 1. and its words.")
    return Line(role, match["label"], match["text"], _marked(marks, notes))
