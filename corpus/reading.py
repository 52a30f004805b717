"""A text cut into clauses: its blocks are taken in order, each by the layout that is surest of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.blocks import Block, split_blocks
from corpus.clause import Clause
from corpus.drafts import Draft, finish
from corpus.headings import Headings
from corpus.layouts.form import cut_form
from corpus.layouts.outline import cut_prose
from corpus.layouts.prose import Prose
from corpus.layouts.row_table import cut_row_table
from corpus.layouts.sections import find_tiers, find_tracks, heading_positions
from corpus.layouts.tables import (
    Table,
    alternatives_confidence,
    cut_alternatives,
    form_confidence,
    read_table,
    tier_table_confidence,
)
from corpus.layouts.tier_table import cut_tier_table
from corpus.lines import split_lines
from corpus.paragraphs import paragraphs
from corpus.shape import Shape
from corpus.tier_names import tier_codes
from corpus.topic import is_of_the_field

LAYOUT_VERSION = "2"
"""Raised whenever a change to the layouts may cut a text otherwise, so that what was built is built again."""

_CAPTION = re.compile(r"表\s*(?P<number>[A-Z]?\.?\d+)\s*[^\n]*$")


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A way to cut a table with a cell a line, which says how sure it is of one."""

    name: str
    confidence: Callable[[Table], float]
    cut: Callable[[str, Table, Headings], Iterator[Draft]]


TABLE_LAYOUTS = (
    TableLayout("tier-table", tier_table_confidence, cut_tier_table),
    TableLayout("alternatives", alternatives_confidence, cut_alternatives),
    TableLayout("form", form_confidence, cut_form),
)


def read_clauses(document: str, source: str, shape: Shape | None = None) -> tuple[Clause, ...]:
    """Every row of a document in reading order.

    Args:
        document: The document's id, the first part of each clause's id.
        source: The stored text.
        shape: Where the file shows tables and headings; None where only the text is known.
    """
    blocks = split_blocks(source, split_lines(source))
    tables = _read_tables(source, blocks)
    prose = _read_prose(source, blocks, tabled=any(map(tier_table_confidence, tables.values())))
    drafts: list[Draft] = []
    headings = Headings()
    counters: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if block.kind == "prose":
            cut, headings = cut_prose(prose[index], headings, counters)
            drafts.extend(cut)
        elif index in tables and (block.kind == "cells" or tier_table_confidence(tables[index])):
            drafts.extend(table_layout(tables[index]).cut(source, tables[index], headings))
        elif block.kind == "rows":
            drafts.extend(cut_row_table(source, block, headings))
    if not is_of_the_field(source):
        drafts = [_without_demands(draft) for draft in drafts]
    return finish(document, source, drafts)


def table_layout(table: Table) -> TableLayout:
    """The layout that is surest of a table."""
    return max(TABLE_LAYOUTS, key=lambda layout: layout.confidence(table))


def _without_demands(draft: Draft) -> Draft:
    """A text of another field asks nothing of a factory: it has neither requirements nor tiers."""
    kind = "paragraph" if draft.kind in ("requirement", "threshold", "not_required") else draft.kind
    return replace(draft, kind=kind, tier=None, tier_label=None, track=None)


def _read_tables(source: str, blocks: Sequence[Block]) -> Mapping[int, Table]:
    """The tables by the index of their block; row numbers that several tier tables print are marked."""
    found: dict[int, Table] = {}
    for index, block in enumerate(blocks):
        if block.kind != "prose":
            table = read_table(source, block, _table_number(source, block, len(found) + 1))
            if table.rows:
                found[index] = table
    printed = Counter(number for table in found.values() for number in table.row_numbers)
    return {
        index: replace(table, renumbers=any(printed[number] > 1 for number in table.row_numbers))
        for index, table in found.items()
    }


def _read_prose(source: str, blocks: Sequence[Block], *, tabled: bool) -> dict[int, Prose]:
    """The prose blocks by index; what one block alone cannot know (tracks, grades) is found over all of them."""
    found: dict[int, Prose] = {}
    tracks: set[str] = set()
    grades: list[str] = []
    for index, block in enumerate(blocks):
        if block.kind != "prose":
            continue
        these = paragraphs(source, block.lines)
        table_follows = index + 1 < len(blocks)
        headings_at = heading_positions(these, table_follows)
        tracks |= find_tracks(these, headings_at)
        grades.extend(find_tiers(these, headings_at))
        first = not found and index <= 1
        found[index] = Prose(source, these, table_follows, tabled, first=first, headings_at=headings_at)
    names = tuple(dict.fromkeys(grades))
    tiers = {name: code for name, code in zip(names, tier_codes(names), strict=True) if code}
    return {index: replace(prose, tracks=frozenset(tracks), tiers=tiers) for index, prose in found.items()}


def _table_number(source: str, block: Block, count: int) -> str:
    above = source[max(0, block.lines[0].start - 120) : block.lines[0].start].rstrip()
    caption = _CAPTION.search(above)
    return caption["number"] if caption else f"n{count}"
