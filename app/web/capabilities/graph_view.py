"""The picture of a thing with its neighbours, the one door to the graph component: kinds told by shape and colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

import streamlit as st
from st_link_analysis import Event, st_link_analysis

from app.web.theme import DARK, FONTS, LIGHT

HEIGHT = 520
FEW = 24
"""So many points stand on one ring."""
WORDS, CROWDED_WORDS = 11, 14
"""Size of the names; where there are many points the picture is shown smaller."""
_WIDE, _HIGH = 290, 215
_PICKED = "picked"
_LINES = {"light": "#7c8792", "dark": "#7b8793"}
SHAPES: Mapping[str, tuple[str, str, str]] = {
    "tier": ("round-hexagon", "#0b4a80", "#5fa3dc"),
    "capability": ("round-rectangle", "#00796a", "#4cc0ae"),
    "document": ("rectangle", "#4d5863", "#b7c1cb"),
    "track": ("round-tag", "#6b4a00", "#e2b36b"),
    "system": ("ellipse", "#9a4a00", "#f0a860"),
    "technology": ("diamond", "#6b2a63", "#d99ad0"),
    "clause": ("round-octagon", "#55606c", "#a9b4bf"),
    "national": ("vee", "#8a2030", "#e58a91"),
    "evidence": ("pentagon", "#5a6b00", "#b8cc50"),
    "term": ("triangle", "#2c3e90", "#94a4f0"),
    "industry": ("barrel", "#4d5863", "#b7c1cb"),
    "region": ("barrel", "#4d5863", "#b7c1cb"),
}
"""The shape of each kind of thing, and its colour in the light and the dark theme."""


@dataclass(frozen=True, slots=True)
class Point:
    """A thing in the picture.

    Attributes:
        code: Names it.
        kind: A key of ``SHAPES``.
        name: What stands beside it.
    """

    code: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """What leads from a thing to another.

    Attributes:
        start, end: Codes of points.
        name: What it is called.
        proposed: Whether no text states it; such a line is dashed.
    """

    start: str
    end: str
    name: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """What the component asks of a style."""

    selector: str
    style: Mapping[str, Any]

    def dump(self) -> dict[str, Any]:
        return {"selector": self.selector, "style": dict(self.style)}


def draw_graph(
    centre: Point, points: Sequence[Point], lines: Sequence[Line], key: str, on_pick: Callable[[str], None]
) -> None:
    """Draw the picture.

    Args:
        centre: The thing in the middle.
        points: Its neighbours.
        lines: What leads to them.
        key: Names it among the page's elements.
        on_pick: Called with the code of a point that was clicked.
    """

    def picked() -> None:
        if code := _picked(st.session_state.get(key)):
            on_pick(code)

    theme = "dark" if st.context.theme.type == "dark" else "light"
    nodes = [{"data": {"id": one.code, "label": one.kind, "name": one.name}} for one in (centre, *points)]
    edges = [
        {
            "data": {
                "id": f"line-{number}",
                "label": "proposed" if one.proposed else "stated",
                "source": one.start,
                "target": one.end,
                "name": one.name,
            }
        }
        for number, one in enumerate(lines)
    ]
    st_link_analysis(
        {"nodes": nodes, "edges": edges},
        layout={"name": "preset", "positions": positions(centre, points), "animate": False, "fit": True, "padding": 44},
        node_styles=_node_looks(centre, theme, WORDS if len(points) <= FEW else CROWDED_WORDS),
        edge_styles=_edge_looks(theme),
        height=HEIGHT,
        key=key,
        on_change=picked,
        events=[Event(_PICKED, "click tap", "node")],
    )


def positions(centre: Point, points: Sequence[Point]) -> dict[str, dict[str, float]]:
    """Where each point stands: around the one in the middle, on as many rings as leave room for the names.

    Args:
        centre: The point in the middle.
        points: The points around it; neighbours in the list are neighbours in the picture.

    Returns:
        By code the place, in units of which a name takes about a hundred across.
    """
    rings = 1 if len(points) <= FEW else 3
    found = {centre.code: {"x": 0.0, "y": 0.0}}
    for number, one in enumerate(points):
        angle = 2 * pi * number / len(points) - pi / 2
        reach = 1 - 0.26 * (number % rings)
        wide, high = (_WIDE * rings**0.5, _HIGH * rings**0.5)
        found[one.code] = {"x": round(wide * reach * cos(angle), 1), "y": round(high * reach * sin(angle), 1)}
    return found


def _picked(clicked: object) -> str | None:
    if not isinstance(clicked, dict) or clicked.get("action") != _PICKED:
        return None
    data = clicked.get("data")
    return str(data["target_id"]) if isinstance(data, dict) and data.get("target_id") else None


def _node_looks(centre: Point, theme: str, size: int) -> list[_Look]:
    ink, page = (DARK, LIGHT)[theme == "light"]["textColor"], (DARK, LIGHT)[theme == "light"]["backgroundColor"]
    words = {
        "label": "data(name)",
        "color": ink,
        "font-family": FONTS,
        "font-size": size,
        "min-zoomed-font-size": 6,
        "text-wrap": "wrap",
        "text-max-width": 9 * size,
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-outline-color": page,
        "text-outline-width": 2,
        "width": 22,
        "height": 22,
    }
    looks = [_Look("node", words)]
    for kind, (shape, light, dark) in SHAPES.items():
        colour = dark if theme == "dark" else light
        looks.append(_Look(f"node[label='{kind}']", {"shape": shape, "background-color": colour}))
    middle = {
        "width": 38,
        "height": 38,
        "font-size": size + 3,
        "font-weight": "bold",
        "border-width": 3,
        "border-color": ink,
    }
    return [*looks, _Look(f'node[id="{centre.code}"]', middle)]


def _edge_looks(theme: str) -> list[_Look]:
    line = {
        "line-color": _LINES[theme],
        "target-arrow-color": _LINES[theme],
        "target-arrow-shape": "triangle",
        "curve-style": "bezier",
        "width": 1.2,
    }
    dashed = {**line, "line-style": "dashed"}
    return [_Look("edge[label='stated']", line), _Look("edge[label='proposed']", dashed)]
