"""Clauses as JSON rows and back, exactly as the command line writes them.

Source: the ``clauses`` row of the command line's contract; JSON Lines, https://jsonlines.org/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.clause import Clause, Comparator, Force, Kind, Provision, Quantity
from kg.errors import GraphError

Row = dict[str, Any]

ROW_KEYS = (
    "id",
    "iri",
    "document",
    "section",
    "path",
    "element",
    "domain",
    "subdomain",
    "subdomain_no",
    "tier",
    "tier_label",
    "track",
    "label",
    "kind",
    "text",
    "plain",
    "start",
    "end",
    "forces",
    "provisions",
    "industry",
    "systems",
    "technologies",
    "quantities",
    "national",
    "lineage",
    "rule",
    "tiers",
)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _ProvisionRow(_Strict):
    start: int
    end: int
    force: Force


class _QuantityRow(_Strict):
    text: str
    comparator: Comparator
    value: float
    value_max: float | None
    unit: str
    start: int
    end: int


class _ClauseRow(_Strict):
    id: str
    iri: str
    document: str
    section: str
    path: list[str]
    element: str | None
    domain: str | None
    subdomain: str | None
    subdomain_no: int | None
    tier: str | None
    tier_label: str | None
    track: str | None
    label: str | None
    kind: Kind
    text: str
    plain: str
    start: int
    end: int
    forces: list[Force]
    provisions: list[_ProvisionRow]
    industry: str | None
    systems: list[str]
    technologies: list[str]
    quantities: list[_QuantityRow]
    national: list[str]
    lineage: str | None
    rule: str
    tiers: list[str]


def clause_to_row(clause: Clause) -> Row:
    """The clause as one JSON object, every key of the contract present and in its order."""
    return {key: _plain(getattr(clause, key)) for key in ROW_KEYS}


def clause_from_row(row: Row) -> Clause:
    """The clause that a row describes.

    Args:
        row: An object as :func:`clause_to_row` writes it.

    Raises:
        GraphError: A key is missing, unknown or of the wrong kind, or the address belongs to another id.
    """
    try:
        read = _ClauseRow.model_validate(row)
    except ValidationError as error:
        raise GraphError(_complaint(row, error)) from error
    clause = Clause(
        **{field.name: _value(getattr(read, field.name)) for field in fields(Clause) if field.name not in _NESTED},
        provisions=tuple(Provision(item.start, item.end, item.force) for item in read.provisions),
        quantities=tuple(Quantity(**item.model_dump()) for item in read.quantities),
    )
    if clause.iri != read.iri:
        raise GraphError(f"clause {clause.id}: iri {read.iri!r} is not this clause's. Write {clause.iri!r}.")
    return clause


def write_clauses(clauses: Iterable[Clause], path: Path) -> int:
    """Write clauses as JSON Lines, one a line, in the order given.

    Args:
        clauses: The clauses.
        path: The file to write; what it held is lost.

    Returns:
        How many were written.
    """
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for clause in clauses:
            file.write(json.dumps(clause_to_row(clause), ensure_ascii=False) + "\n")
            written += 1
    return written


def read_clauses(path: Path) -> Iterator[Clause]:
    """Read clauses from JSON Lines, in the order of the file; blank lines are passed over.

    Raises:
        GraphError: The file is missing, a line is not JSON, or a row is wrong; the line is named.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _read_line(line, f"{path.name} line {number}")
    except FileNotFoundError as error:
        raise GraphError(f"{path}: there is no such file. Build again.") from error
    except UnicodeDecodeError as error:
        raise GraphError(f"{path}: not UTF-8. Build again.") from error


_NESTED = frozenset({"provisions", "quantities"})


def _read_line(line: str, place: str) -> Clause:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise GraphError(f"{place}: not JSON ({error.msg}). Build again.") from error
    if not isinstance(row, dict):
        raise GraphError(f"{place}: not a JSON object. Build again.")
    try:
        return clause_from_row(row)
    except GraphError as error:
        raise GraphError(f"{place}: {error}") from error


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Provision | Quantity):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def _value(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _complaint(row: Row, error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"clause {cast('object', row.get('id', '?'))}: {place}: {first['msg']}. Correct the row or build again."
