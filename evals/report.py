"""How figures are shown: tables for people, one JSON object for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol, TextIO

from rich.console import Console
from rich.table import Table as RichTable

from evals.metrics import Estimate


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text: the first column names the row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Result(Protocol):
    """What one evaluation found."""

    @property
    def name(self) -> str: ...

    @property
    def complete(self) -> bool:
        """Whether every sample could be scored."""
        ...

    def tables(self) -> tuple[Table, ...]: ...

    def to_json(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Joined:
    """Several results under one name.

    Attributes:
        name: What they are called together.
        parts: The results, each of another name.
    """

    name: str
    parts: tuple[Result, ...]

    @property
    def complete(self) -> bool:
        """Whether every sample of each could be scored."""
        return all(part.complete for part in self.parts)

    def tables(self) -> tuple[Table, ...]:
        """The tables of one after the other."""
        return tuple(table for part in self.parts for table in part.tables())

    def to_json(self) -> Mapping[str, Any]:
        """Each under its name."""
        return {part.name: part.to_json() for part in self.parts}


def percent(estimate: Estimate) -> str:
    """A share with its interval: ``83 [71–91]``."""
    return f"{estimate.value * 100:.0f} [{estimate.low * 100:.0f}–{estimate.high * 100:.0f}]"


def fraction(estimate: Estimate) -> str:
    """A mean with its interval: ``0.71 [0.64–0.78]``."""
    return f"{estimate.value:.2f} [{estimate.low:.2f}–{estimate.high:.2f}]"


def estimate_json(estimate: Estimate) -> dict[str, float | int]:
    """An estimate under its names, rounded to what the sample can bear."""
    return {key: round(value, 4) for key, value in asdict(estimate).items()}


def show(results: Iterable[Result], out: TextIO, as_json: bool) -> None:
    """Write results to ``out``: one JSON object, or tables."""
    if as_json:
        json.dump({result.name: result.to_json() for result in results}, out, ensure_ascii=False, indent=2)
        out.write("\n")
        return
    # A terminal sets the width; a file has none, and cutting a figure short would falsify it.
    console = Console(file=out, width=None if out.isatty() else 160)
    for result in results:
        for table in result.tables():
            console.print(_rich(table))


def _rich(table: Table) -> RichTable:
    shown = RichTable(title=table.title, title_justify="left")
    for place, column in enumerate(table.columns):
        shown.add_column(column, justify="right" if place else "left")
    for row in table.rows:
        shown.add_row(*row)
    return shown
