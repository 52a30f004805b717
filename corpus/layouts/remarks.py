"""What is said of all of a table: its caption, its titles, the remarks in it, right above it and right below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.folding import folded
from corpus.layouts.tables import Table

_REMARK = re.compile(r"\s*[（(]?(?:(?:备\s*)?注\s*\d*|说明)\s*[：:][^\n]*")
_LONGEST = 300
_QUOTE, _UNQUOTE = "“\"'‘「『", "”\"'’」』"
_WAIVED = re.compile(
    rf"[{_QUOTE}]?(?P<mark>[^\w\s，,。；;：:（）(){_QUOTE}{_UNQUOTE}])[{_UNQUOTE}]?"
    r"\s*(?:的|号|者|项|处|栏|[表指]示?|为|是|代表|[:：—-]{1,2})[^，,。；;]{0,6}"
    r"(?:不[作做]|无|没有|不|暂不)(?:硬性|强制性?|统一)?要求"
)
"""A remark that says by which mark nothing is asked: 打“△”表示不作要求."""


def remarks(source: str, table: Table) -> Iterator[str]:
    """The caption of a table, its titles, and the remarks on it, those in it before those around it.

    Args:
        source: The stored text.
        table: The table.
    """
    yield table.caption
    for row in (*table.columns.titles, *(row for row in table.body if table.is_remark(row))):
        yield table.grid.filled(row)[0].words
    cells = [cell for row in table.grid.rows for cell in row if not cell.empty]
    if not cells:
        return
    above = source[max(0, cells[0].start - _LONGEST) : cells[0].start].rstrip().rpartition("\n")[2]
    behind = source.find("\n", max(cell.end for cell in cells)) + 1 or len(source)
    for line in (_REMARK.fullmatch(above), _REMARK.match(source, behind, behind + _LONGEST)):
        if line is not None:
            yield line.group()


def waived_marks(source: str, table: Table) -> frozenset[str]:
    """The marks that a remark on a table gives to cells in which nothing is asked.

    Args:
        source: The stored text.
        table: The table.
    """
    return frozenset(found["mark"] for remark in remarks(source, table) for found in _WAIVED.finditer(folded(remark)))
