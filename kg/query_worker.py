"""The process that answers one query and ends: what takes too long or too much room is ended with it.

It reads ``{"graph": FOLDER, "query": SPARQL, "rows": MOST}`` and writes the rows, or the error that it met.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.graph import GraphStore


def main() -> None:
    """Answer the query on standard input."""
    asked = json.loads(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(_answer(asked)))


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        rows = GraphStore.open_read_only(Path(asked["graph"])).query(asked["query"], max_rows=asked["rows"])
    except GraphError as error:
        return {"error": str(error)}
    terms = [
        [None if one is None else [one.kind, one.value, one.language, one.datatype] for one in row]
        for row in rows.terms
    ]
    return {
        "form": rows.form,
        "variables": rows.variables,
        "terms": terms,
        "truth": rows.truth,
        "cut": rows.cut,
    }


if __name__ == "__main__":
    main()
