"""A text cut into clauses: its blocks are taken in order, each by the layout that is surest of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.blocks import Block, split_blocks
from corpus.clause import Clause
from corpus.drafts import Draft, finish
from corpus.headings import Headings
from corpus.layouts.alternatives import alternatives_confidence, cut_alternatives
from corpus.layouts.conditions import conditions_confidence, cut_conditions
from corpus.layouts.document_tables import read_tables, shaped_tables
from corpus.layouts.figures import with_units
from corpus.layouts.form import cut_form, form_confidence
from corpus.layouts.grades import code_for
from corpus.layouts.listing import cut_data, data_confidence, listing_confidence
from corpus.layouts.marked import body_headings, levels_of, ranks_of
from corpus.layouts.outline import cut_prose
from corpus.layouts.prose import Prose
from corpus.layouts.row_table import cut_row_table, row_table_confidence
from corpus.layouts.schemes import declared, reading
from corpus.layouts.sections import find_tiers, find_tracks, heading_positions
from corpus.layouts.tables import Table, cut_borders
from corpus.layouts.tier_table import cut_tier_table, tier_table_confidence
from corpus.layouts.tiers import tiered
from corpus.lines import split_lines
from corpus.paragraph import Paragraph
from corpus.paragraphs import paragraphs
from corpus.shape import HeadingPlace, Shape
from corpus.topic import is_of_the_field


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A way to cut a table, which says how sure it is of one."""

    name: str
    confidence: Callable[[Table], float]
    cut: Callable[[str, Table, Headings], Iterator[Draft]]


TABLE_LAYOUTS = (
    TableLayout("tier-table", tier_table_confidence, cut_tier_table),
    TableLayout("list", listing_confidence, cut_data),
    TableLayout("conditions", conditions_confidence, cut_conditions),
    TableLayout("row-table", row_table_confidence, cut_row_table),
    TableLayout("alternatives", alternatives_confidence, cut_alternatives),
    TableLayout("form", form_confidence, cut_form),
    TableLayout("data", data_confidence, cut_data),
)


def read_clauses(document: str, source: str, shape: Shape | None = None) -> tuple[Clause, ...]:
    """Every row of a document in reading order.

    Args:
        document: The document's id, the first part of each clause's id.
        source: The stored text.
        shape: Where the file shows tables and headings; None where only the text is known.
    """
    lines = split_lines(source)
    blocks = split_blocks(source, lines, shaped_tables(source, lines, shape))
    prose, headed = _read_prose(source, blocks, body_headings(shape or Shape()))
    tables, codes = read_tables(source, blocks, (*declared(reading(source)), *headed))
    tabled = any(map(tier_table_confidence, tables.values()))
    tiers = {name: code for name in headed if (code := code_for(codes, name))}
    drafts: list[Draft] = []
    headings = Headings()
    counters: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if block.kind == "prose":
            cut, headings = cut_prose(replace(prose[index], tabled=tabled, tiers=tiers), headings, counters)
            drafts.extend(cut)
        elif index in tables:
            cut_rows = table_layout(tables[index]).cut(source, tables[index], headings)
            drafts.extend(with_units(source, tables[index], cut_rows))
            drafts.extend(cut_borders(tables[index]))
    drafts = list(tiered(source, drafts))
    if not is_of_the_field(source):
        drafts = [_without_demands(draft) for draft in drafts]
    return finish(document, source, drafts)


def table_layout(table: Table) -> TableLayout:
    """The layout that is surest of a table."""
    return max(TABLE_LAYOUTS, key=lambda layout: layout.confidence(table))


def _without_demands(draft: Draft) -> Draft:
    """A text of another field asks nothing of a factory: it has neither requirements nor tiers."""
    kind = "paragraph" if draft.kind in ("requirement", "threshold", "not_required") else draft.kind
    return replace(draft, kind=kind, tier=None, tier_label=None, track=None, tiers=())


def _read_prose(
    source: str, blocks: Sequence[Block], marked: Sequence[HeadingPlace]
) -> tuple[Mapping[int, Prose], tuple[str, ...]]:
    """The prose blocks by index, and the grades that headings are about.

    What one block alone cannot know (tracks, grades) is found over all of them.
    """
    found: dict[int, Prose] = {}
    tracks: set[str] = set()
    every: list[Paragraph] = []
    headed: set[int] = set()
    for index, block in enumerate(blocks):
        if block.kind != "prose":
            continue
        these = paragraphs(source, block.lines)
        table_follows = any(one.kind != "prose" or one.grid is not None for one in blocks[index + 1 : index + 2])
        levels = levels_of(these, marked)
        numbered = {position for position in levels if these[position].label is not None}
        headings_at = heading_positions(these, table_follows) | numbered
        tracks |= find_tracks(these, headings_at)
        headed |= {len(every) + position for position in headings_at}
        every.extend(these)
        first = not found and index <= 1
        found[index] = Prose(
            source,
            these,
            table_follows,
            tabled=False,
            first=first,
            headings_at=headings_at,
            marked=ranks_of(these, levels),
        )
    known = {index: replace(prose, tracks=frozenset(tracks)) for index, prose in found.items()}
    return known, find_tiers(every, frozenset(headed))
