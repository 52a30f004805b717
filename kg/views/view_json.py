"""A view as the JSON of the command line."""

from __future__ import annotations

from typing import Any

from kg.views.table import View, ViewCell


def view_to_json(view: View) -> dict[str, Any]:
    """The object that ``gongbiao overview NAME --json`` prints."""
    return {
        "name": view.name,
        "title": view.title,
        "columns": list(view.columns),
        "rows": [[_cell(cell) for cell in row] for row in view.rows],
        "notes": list(view.notes),
    }


def _cell(cell: ViewCell) -> dict[str, Any]:
    return {
        "text": cell.text,
        "value": cell.value,
        "clauses": list(cell.clauses),
        "start": cell.words.start if cell.words else None,
        "end": cell.words.end if cell.words else None,
        "inferred": cell.inferred,
        "inferred_clauses": list(cell.likely),
    }
