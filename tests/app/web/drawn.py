"""What a page drew, run without a browser: its HTML, that of its tables of cells to pick among it, and its buttons."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def html(page: AppTest) -> str:
    """All HTML of a page that met no error, in the order in which it is drawn."""
    assert not page.exception and not page.error
    drawn = []
    for block in (page.main, page.sidebar):
        for element in walk(block):
            if element.type == "html":
                drawn.append(element.proto.body)
            elif element.type == "bidi_component":
                drawn.append(str(json.loads(element.proto.json or "{}").get("html", "")))
    return "\n".join(drawn)


def walk(block: Any) -> list[Any]:
    """The elements of a block, those of the blocks in it in their places."""
    found = []
    for child in block.children.values():
        found.extend(walk(child) if hasattr(child, "children") else [child])
    return found


def button(page: AppTest, label: str) -> Any:
    """The first button of a label."""
    return next(one for one in page.button if one.label == label)
