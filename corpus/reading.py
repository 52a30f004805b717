"""A text cut into clauses: its blocks are taken in order, each by the layout that is surest of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from corpus.blocks import Block, split_blocks
from corpus.clause import Clause
from corpus.drafts import Draft, finish
from corpus.headings import Headings
from corpus.layouts.outline import Prose, cut_prose, find_tracks, heading_positions
from corpus.layouts.tables import (
    Table,
    alternatives_confidence,
    cut_alternatives,
    cut_form,
    cut_row_table,
    cut_tier_table,
    form_confidence,
    read_table,
    tier_table_confidence,
)
from corpus.lines import split_lines
from corpus.paragraphs import paragraphs

LAYOUT_VERSION = "1"
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


def read_clauses(document: str, source: str) -> tuple[Clause, ...]:
    """Every row of a document in reading order.

    Args:
        document: The document's id, the first part of each clause's id.
        source: The stored text.
    """
    blocks = split_blocks(split_lines(source))
    prose = _read_prose(source, blocks)
    drafts: list[Draft] = []
    headings = Headings()
    tables = 0
    for index, block in enumerate(blocks):
        if block.kind == "prose":
            cut, headings = cut_prose(prose[index], headings)
            drafts.extend(cut)
        elif block.kind == "rows":
            drafts.extend(cut_row_table(source, block, headings))
        else:
            tables += 1
            table = read_table(source, block, _table_number(source, block, tables))
            if table.rows:
                drafts.extend(table_layout(table).cut(source, table, headings))
    return finish(document, source, drafts)


def table_layout(table: Table) -> TableLayout:
    """The layout that is surest of a table."""
    return max(TABLE_LAYOUTS, key=lambda layout: layout.confidence(table))


def _read_prose(source: str, blocks: tuple[Block, ...]) -> dict[int, Prose]:
    """The prose blocks by index; what one block alone cannot know (tracks, tables) is found over all of them."""
    found: dict[int, Prose] = {}
    tables = [read_table(source, block, "") for block in blocks if block.kind == "cells"]
    tabled = any(tier_table_confidence(table) > 0 for table in tables if table.rows)
    tracks: set[str] = set()
    for index, block in enumerate(blocks):
        if block.kind != "prose":
            continue
        these = paragraphs(source, block.lines)
        table_follows = index + 1 < len(blocks)
        headings_at = heading_positions(these, table_follows)
        tracks |= find_tracks(these, headings_at)
        found[index] = Prose(these, table_follows, tabled, first=not found and index <= 1, headings_at=headings_at)
    return {index: replace(prose, tracks=frozenset(tracks)) for index, prose in found.items()}


def _table_number(source: str, block: Block, count: int) -> str:
    above = source[max(0, block.lines[0].start - 120) : block.lines[0].start].rstrip()
    caption = _CAPTION.search(above)
    return caption["number"] if caption else f"n{count}"
