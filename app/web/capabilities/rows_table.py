"""What a query answers, as a table: ids of clauses lead to their sources, numbers stand in line."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from kg.rows import Plain, Rows
from kg.terms import PREFIXES

SHOWN = 200
"""So many rows are shown."""


def rows_html(rows: Rows, clauses: Collection[str]) -> str:
    """An answer as a table.

    Args:
        rows: The answer, of SELECT, CONSTRUCT or DESCRIBE.
        clauses: The ids that are clauses; they become buttons with the id as value.
    """
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows.variables)
    body = "".join(f"<tr>{''.join(_cell(value, clauses) for value in row)}</tr>" for row in rows.values[:SHOWN])
    return (
        f'<div class="gb-rows" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(value: Plain, clauses: Collection[str]) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (
            f'<td class="gb-right">{value:g}</td>' if isinstance(value, float) else f'<td class="gb-right">{value}</td>'
        )
    if value in clauses:
        shown = escape(str(value))
        return f'<td><button type="button" class="gb-to-source" data-pick="{shown}">{shown}</button></td>'
    return f"<td>{escape(short(str(value)))}</td>"


def short(text: str) -> str:
    """An address with its prefix in place of its beginning; other words as they are.

    >>> short("https://w3id.org/gongbiao/ontology#Tier")
    'gb:Tier'
    """
    found = [(start, prefix) for prefix, start in PREFIXES.items() if text.startswith(start)]
    if not found:
        return text
    start, prefix = max(found, key=lambda one: len(one[0]))
    return f"{prefix}:{text.removeprefix(start)}"
