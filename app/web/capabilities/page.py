"""The page 能力图谱: what each tier asks of each subdomain, the graph around a thing, and questions in SPARQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.web.capabilities.matrix_view import draw_matrix
from app.web.capabilities.neighbours_view import draw_neighbours
from app.web.capabilities.places import GRAPH, MATRIX, QUERIES, VIEW, WHERE
from app.web.capabilities.queries_view import draw_queries
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import draw_choice
from app.web.parts.source_address import keep_source

_NAMES: Mapping[str, str] = {MATRIX: "矩阵", GRAPH: "图谱", QUERIES: "查询"}
_VIEWS: Mapping[str, Callable[[Opened], None]] = {
    MATRIX: draw_matrix,
    GRAPH: draw_neighbours,
    QUERIES: draw_queries,
}


def draw(opened: Opened) -> None:
    """Draw the page."""
    keep_source(WHERE)
    view = draw_choice("看什么", VIEW, list(_VIEWS), lambda code: say(_NAMES[code]), where=WHERE)
    _VIEWS[view](opened)
