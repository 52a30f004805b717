"""Links as JSON Lines and back: one line a pair, as a build keeps them.

Source: JSON Lines, https://jsonlines.org/.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import GraphError
from kg.variants.link import Link, Reason, ReasonKind


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Reason(_Strict):
    kind: ReasonKind
    detail: str = Field(min_length=1)


class _Line(_Strict):
    left: str = Field(min_length=1)
    right: str = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)
    reasons: tuple[_Reason, ...]


def write_links(links: Iterable[Link], path: Path) -> None:
    """Write links into a file.

    Raises:
        GraphError: The file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for link in links:
                told = tuple(_Reason(kind=reason.kind, detail=reason.detail) for reason in link.reasons)
                line = _Line(left=link.left, right=link.right, confidence=link.confidence, reasons=told)
                file.write(f"{line.model_dump_json()}\n")
    except OSError as problem:
        raise GraphError(f"{path}: cannot be written ({problem}). Check the disk.") from problem


def read_links(path: Path) -> tuple[Link, ...]:
    """Read what :func:`write_links` wrote.

    Raises:
        GraphError: The file is missing, or a line is no link.
    """
    try:
        # Only a line feed ends a line: other signs that end lines elsewhere may stand in a reason.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise GraphError(f"{path}: cannot be read ({problem}). Run `gongbiao build --force`.") from problem
    return tuple(_link(path, number, line) for number, line in enumerate(lines, 1) if line)


def _link(path: Path, number: int, line: str) -> Link:
    try:
        read = _Line.model_validate_json(line)
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise GraphError(
            f"{path}, line {number}: no link ({where} {first['msg']}). Run `gongbiao build --force`."
        ) from None
    return Link(read.left, read.right, read.confidence, tuple(Reason(one.kind, one.detail) for one in read.reasons))
