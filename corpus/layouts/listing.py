"""Lists and other tables of data: each cell with its column's head, under the name that its line begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.drafts import Draft
from corpus.folding import folded
from corpus.headings import Headings
from corpus.layouts.columns import asks, is_band
from corpus.layouts.frame import Frame
from corpus.layouts.tables import Table, clean, cut_aside, cut_heads

_ENTRY = re.compile(
    r"(?:企业|单位|公司|申报(?:单位|企业|主体)|法人|姓\s*名|联系人|负责人|专家)(?:名称|全称)?"
    r"|(?:项目|车间|工厂|平台|产品|机构|方案|场景)(?:名称|全称)|名\s*称|(?:联系)?电话|手机号?|邮箱|地\s*[址市区]"
    r"|所[在属](?:地|地区|行业|市|区)|行业|统一社会信用代码|推荐单位"
)
_LEAST_WIDTH = 2
_SAYS = 12
_FILLED_SHARE = 0.5


def listing_confidence(table: Table) -> float:
    """How sure it is that a table lists firms, projects or people: its heads say so and its lines are filled in."""
    heads = [head for head in table.columns.heads if head]
    named = sum(_ENTRY.fullmatch(re.sub(r"[（(].*?[）)]", "", folded(head))) is not None for head in heads)
    asking = any(
        asks(table.columns.heads[one]) and table.columns.means[one] > _SAYS for one in table.columns.of("text")
    )
    if asking or len(heads) < max(_LEAST_WIDTH, table.grid.width - 1) or not named or table.kind == "cells":
        return 0.0
    places = len(table.body) * len(heads)
    filled = sum(len(table.grid.filled(row)) for row in table.body)
    counted = bool(table.columns.of("ordinal"))
    return 0.97 if filled > _FILLED_SHARE * places and named + counted > 1 else 0.0


def data_confidence(table: Table) -> float:
    """A table that has a head and asks nothing holds data."""
    return 0.3 if table.columns.headed and table.body and table.kind != "cells" else 0.0


def cut_data(source: str, table: Table, headings: Headings) -> Iterator[Draft]:
    """A row for each cell, labelled by its column's head, under the name that its line begins with."""
    frame = Frame(headings, f"table-{table.number}")
    names = table.columns.of("name", "text", "note")
    yield from cut_heads(table, headings)
    for row in table.body:
        aside = cut_aside(table, row, headings)
        yield from aside
        if aside:
            continue
        place = f"{frame.place}/{row - table.columns.depth + 1}"
        if is_band(table.grid, row):
            cell = table.grid.filled(row)[0]
            frame = replace(frame, element=cell.words)
            yield frame.cell(place, cell, "heading", "table.band")
            continue
        first = table.grid.at(row, names[0]) if names else None
        words = clean(first.words) if first is not None else None
        here = replace(frame, names=tuple(one for one in (frame.element, words) if one))
        for cell in table.grid.filled(row):
            if table.columns.roles[cell.column] == "ordinal" and not table.needs_row(cell):
                continue
            label = clean(table.columns.heads[cell.column])
            yield here.cell(f"{place}/{cell.column}", cell, "table_cell", "data.cell", label=label)
