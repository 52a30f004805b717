"""The rows that a faithful reader finds in a document, made of the same data as the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from evals.ingestion.content import UNJUDGED, Cell, Content, Grid, Line

_HEADING = frozenset({"heading"})
_PARAGRAPH = frozenset({"paragraph"})
KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("title", "title2", "chapter", "h1", "h2", "attach", "caption"), _HEADING),
        **dict.fromkeys(("number", "para", "sign", "attachlist", "note", "art"), _PARAGRAPH),
        "lead": frozenset({"lead"}),
        "intro": frozenset({"lead", "paragraph"}),
        "req": frozenset({"requirement", "threshold"}),
        "thr": frozenset({"threshold"}),
        "proc": frozenset({"step", "paragraph"}),
        "sub": frozenset({"lead", "heading"}),
        "step": frozenset({"step"}),
        "term": frozenset({"term"}),
        "abbr": frozenset({"abbreviation"}),
        "field": frozenset({"form_field"}),
        "cell": frozenset({"table_cell"}),
        "head": frozenset({"table_cell", "form_field", "heading"}),
        "not_required": frozenset({"not_required"}),
    }
)
_BINDING = frozenset({"requirement", "threshold"})
_LOOSE = {"may", "encouraged"}
_OWN_LABEL = ("caption", "field")
_UNTIERED = ("title", "title2", "chapter", "h1", "h2", "attach", "caption", "head", "elem")
_LISTED = re.compile(r"(附件：)?(\d+\.)?(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class TrueRow:
    """A row as it should be found.

    Attributes:
        text: Its words, without the printed label.
        also: Other ways to cut it that are as right.
        label: The printed label, or an empty string.
        kinds: The kinds that are right; None where careful readers differ.
        tier: The tier's name, None for none, ``?`` where not judged.
        forces: In order, or None where not judged.
        quantities: As written, or None where not judged.
        optional: Neither missed when absent nor invented when there.
    """

    text: str
    also: tuple[str, ...] = ()
    label: str = ""
    kinds: frozenset[str] | None = None
    tier: str | None = UNJUDGED
    forces: tuple[str, ...] | None = None
    quantities: tuple[str, ...] | None = None
    optional: bool = False


def true_rows(content: Content) -> tuple[TrueRow, ...]:
    """The rows of a document in reading order; empty cells are no rows."""
    found: list[TrueRow] = []
    for block in content.blocks:
        if isinstance(block, Grid):
            found.extend(_of_cells(block))
        else:
            found.append(_of_line(block))
    return tuple(found)


def optional_row(text: str) -> TrueRow:
    """A line around the document, such as a link of the page it stood on."""
    return TrueRow(text, optional=True)


def printed(line: Line) -> str:
    """A line as it is printed: its label before its words."""
    if line.role == "term":
        return line.text
    if line.role == "attach":
        return line.label + line.text
    if line.role == "toc":
        return f"{line.label} {line.text}".strip()
    wide = line.label.startswith("第") or bool(re.fullmatch(r"[\d.]*\d|表\d+", line.label))
    return f"{line.label}{' ' if wide else ''}{line.text}" if line.label else line.text


def _of_line(line: Line) -> TrueRow:
    if line.role == "toc":
        return replace(optional_row(printed(line)), also=(line.text, line.text.partition("…")[0]))
    text = printed(line) if line.role in _OWN_LABEL else line.text
    return TrueRow(
        text,
        tuple(one for one in _variants(line) if one != text),
        "" if line.role in (*_OWN_LABEL, "term", "attach") else line.label,
        _kinds(line),
        UNJUDGED if line.role in _UNTIERED else line.marks.tier,
        _judged(line.marks.forces),
        _judged(line.marks.quantities),
    )


def _variants(line: Line) -> Iterator[str]:
    if line.role == "field":
        yield line.text
        yield line.label.rstrip("：")
        yield line.label
    if line.role == "caption":
        yield line.text
    if line.role == "note":
        yield line.text.removeprefix("注：")
    if line.role == "attachlist" and (match := _LISTED.fullmatch(line.text)):
        yield match["name"]
        yield line.text.removeprefix("附件：")


def _kinds(line: Line) -> frozenset[str] | None:
    kinds = KINDS.get(line.role)
    if line.role == "lead" and line.marks.quantities:
        return frozenset({"lead"}) | _BINDING
    if line.role == "para" and line.text.endswith("："):
        return KINDS["intro"]
    if line.role == "req" and set(line.marks.forces) <= _LOOSE:
        return None
    if kinds == _PARAGRAPH and line.marks.forces != ("none",):
        return None
    return kinds


def _judged(values: tuple[str, ...]) -> tuple[str, ...] | None:
    return None if values == (UNJUDGED,) else values


def _of_cells(grid: Grid) -> Iterator[TrueRow]:
    for cell in grid.cells:
        if cell.items:
            yield from map(_of_line, cell.items)
        elif cell.text:
            yield _of_cell(cell)


def _of_cell(cell: Cell) -> TrueRow:
    if cell.role in ("opt", "blank"):
        return optional_row(cell.text)
    role = "not_required" if cell.text == "/" else cell.role
    plain = role in ("req", "not_required")
    return TrueRow(
        cell.text,
        kinds=KINDS.get(role),
        tier=cell.marks.tier if plain else UNJUDGED,
        forces=_judged(cell.marks.forces) if plain else None,
        quantities=_judged(cell.marks.quantities) if plain else None,
    )
