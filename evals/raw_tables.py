"""A second reading of the tier tables of ``zj-graded``, by plain expressions over the raw characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evals.raw_reading import Items, Span

TIERS = ("digital-workshop", "smart-factory", "future-factory")
NAME = "zj-graded"

_CELL = r"\t((?:[^\n\t][^\n]*\n?)+)"
_ROW = re.compile(r"^\t(\d+)\.([^\n]+)\n" + _CELL * 3, re.M)
_LABELLED = re.compile(r"^([a-z]\d?)[)）]([^\n]+)", re.M)
# Words in which the governing characters govern nothing. Written apart from the parser's own list.
_COMPOUND = re.compile(
    "应用|响应|供应|适应|相应|应急|对应|反应|效应|可视|可靠|可控|可追|可识|可持续|可维护|可重用|可互换|可替代"
)
_GOVERNING = re.compile("应|宜|(?:^|(?<=[，；。]))可")
FORCE = {"应": "shall", "宜": "should", "可": "may"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One clause of a tier table, or a cell that asks nothing.

    Attributes:
        subdomain_no: The printed number.
        subdomain: The printed name.
        tier: The tier's code.
        label: The printed label, None where there is none.
        span: Where the words stand, without the label.
        forces: What governs it, in order of first appearance; empty where nothing does.
        required: False for a cell that holds a slash.
    """

    subdomain_no: int
    subdomain: str
    tier: str
    label: str | None
    span: Span
    forces: tuple[str, ...]
    required: bool

    @property
    def key(self) -> tuple[int, str, str | None]:
        """What names the clause in the printed table."""
        return self.subdomain_no, self.tier, self.label


def cells(source: str) -> Iterator[Cell]:
    """Every clause of the tier tables, in reading order."""
    for row in _ROW.finditer(source):
        number, name = int(row.group(1)), row.group(2).strip()
        for column, tier in enumerate(TIERS, 3):
            for label, start, end in _clauses(row.group(column), row.start(column)):
                text = source[start:end].strip()
                yield Cell(number, name, tier, label, Span(start, end), governing(text), text not in "/／")


def _clauses(cell: str, offset: int) -> Iterator[tuple[str | None, int, int]]:
    labelled = list(_LABELLED.finditer(cell))
    for found in labelled:
        yield found.group(1), offset + found.start(2), offset + found.end(2)
    if not labelled:
        yield None, offset, offset + len(cell.rstrip())


def governing(text: str) -> tuple[str, ...]:
    """The characters that govern a clause, each once."""
    plain = _COMPOUND.sub(lambda found: "＿" * len(found.group()), text)
    return tuple(dict.fromkeys(_GOVERNING.findall(plain)))


def elements(source: str) -> tuple[str, ...]:
    """Names of the capability elements: headings of the shape ``4.2 基础支撑``."""
    return tuple(re.findall(r"^\s*4\.\d\s+(\S+)\s*$", source, re.M))


def domains(source: str) -> tuple[str, ...]:
    """Names of the capability domains: headings of the shape ``4.1.1技术支撑``."""
    return tuple(re.findall(r"^\s*4\.\d\.\d+\s*(\S+)\s*$", source, re.M))


def stated(source: str) -> tuple[tuple[int, int], ...]:
    """How many domains and subdomains the document says that each tier has, lowest first."""
    found = re.findall(r"(\d+)[个项]能力域(\d+)[个项]能力子域开展", source)
    return tuple((int(a), int(b)) for a, b in found)


def types_table(source: str) -> Items:
    """The table of construction types, without its head row and its first column."""
    offset = source.index("评价维度")
    spans = [
        Span(offset + found.start(1), offset + found.end(1))
        for found in re.finditer(r"\t((?:[^\n\t][^\n]*\n?)+)", source[offset:])
    ]
    # The head row's first cell ends where the offset begins: four names are left of it.
    columns = 4
    body = spans[columns:]
    kept = [span for place, span in enumerate(body) if place % (columns + 1) and source[span.start : span.end].strip()]
    return Items(NAME, "cells of the table of construction types", tuple(kept))
