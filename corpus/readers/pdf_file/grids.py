"""Grids of ruled tables: which cells the lines of a page enclose, merged ones among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.pdf_file.marks import Rule

_NEAR = 3.0
_SHARE = 0.6
_OPEN = 8.0
_MANY = 20_000
"""More fields than that on a page are a drawing, no table."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid, in points from the page's top left.

    Attributes:
        row: Counted from 0.
        column: Counted from 0.
        rows: How many it covers.
        columns: How many it covers.
        x0: Left edge.
        top: Upper edge.
        x1: Right edge.
        bottom: Lower edge.
    """

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its columns' edges and of its rows', and its cells by row and column."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    def fields(self) -> dict[tuple[int, int], Box]:
        """Each field of the grid, by row and column, with the cell that covers it."""
        return {
            (row, column): box
            for box in self.boxes
            for row in range(box.row, box.row + box.rows)
            for column in range(box.column, box.column + box.columns)
        }

    def field_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the field that a point lies in, or None where it lies beyond the grid."""
        if not (self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[0] - _NEAR <= y <= self.ys[-1] + _NEAR):
            return None
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return min(max(row, 0), len(self.ys) - 2), min(max(column, 0), len(self.xs) - 2)


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The grids of at least two columns that rules enclose, from top to bottom.

    A side that is not drawn is taken where the lines end: tables open at the left and right are common.
    """
    lying = [rule for rule in rules if rule.lies and rule.x1 - rule.x0 > _NEAR]
    standing = [rule for rule in rules if not rule.lies and rule.bottom - rule.top > _NEAR]
    grids = [_grid(*group) for group in _touching(lying, standing)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: (grid.ys[0], grid.xs[0]))


def _touching(lying: Sequence[Rule], standing: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules by the figure that they draw together."""
    rules = [*lying, *standing]
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(range(len(rules)), key=lambda index: rules[index].top)
    open_: list[int] = []
    for index in order:
        rule = rules[index]
        open_ = [other for other in open_ if rules[other].bottom >= rule.top - _NEAR]
        for other in open_:
            if rules[other].x0 - _NEAR <= rule.x1 and rule.x0 <= rules[other].x1 + _NEAR:
                parent[root(other)] = root(index)
        open_.append(index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), ([], []))[0 if rule.lies else 1].append(rule)
    return list(groups.values())


def _grid(lying: list[Rule], standing: list[Rule]) -> Grid | None:
    if len(lying) < 2 or not standing:
        return None
    xs, ys = _clusters([rule.x0 for rule in standing]), _clusters([rule.top for rule in lying])
    left, right = min(rule.x0 for rule in lying), max(rule.x1 for rule in lying)
    top, bottom = min(rule.top for rule in standing), max(rule.bottom for rule in standing)
    standing = list(standing)
    lying = list(lying)
    for x in (left, right):
        if sum(min(abs(rule.x0 - x), abs(rule.x1 - x)) <= _NEAR for rule in lying) >= 2 and _far(x, xs):
            standing.append(Rule(x, ys[0], x, ys[-1]))
    for y in (top, bottom):
        if sum(min(abs(rule.top - y), abs(rule.bottom - y)) <= _NEAR for rule in standing) >= 2 and _far(y, ys):
            lying.append(Rule(left, y, right, y))
    xs, ys = _clusters([rule.x0 for rule in standing]), _clusters([rule.top for rule in lying])
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MANY:
        return None
    boxes = _boxes(xs, ys, _walls(standing, xs, ys), _walls([_flip(rule) for rule in lying], ys, xs))
    return Grid(tuple(xs), tuple(ys), tuple(boxes)) if len(boxes) > 1 else None


def _far(place: float, places: Sequence[float]) -> bool:
    return all(abs(place - other) > _OPEN for other in places)


def _flip(rule: Rule) -> Rule:
    return Rule(rule.top, rule.x0, rule.bottom, rule.x1)


def _clusters(values: Sequence[float]) -> list[float]:
    """Places that differ by no more than a pen's width, each as one."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][0] <= _NEAR:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(place) / len(place) for place in places]


def _walls(rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> set[tuple[int, int]]:
    """Which standing edges are drawn: the number of the edge's place in ``xs`` and of the band in ``ys``."""
    drawn: dict[tuple[int, int], float] = {}
    for rule in rules:
        column = min(range(len(xs)), key=lambda index: abs(xs[index] - rule.x0))
        first = max(0, bisect_left(ys, rule.top - _NEAR) - 1)
        for band in range(first, min(len(ys) - 1, bisect_right(ys, rule.bottom + _NEAR))):
            top, bottom = ys[band], ys[band + 1]
            drawn[column, band] = drawn.get((column, band), 0.0) + max(
                0.0, min(bottom, rule.bottom + 1) - max(top, rule.top - 1)
            )
    return {(column, band) for (column, band), long in drawn.items() if long >= _SHARE * (ys[band + 1] - ys[band])}


def _boxes(
    xs: Sequence[float], ys: Sequence[float], standing: set[tuple[int, int]], lying: set[tuple[int, int]]
) -> list[Box]:
    """Cells from the top left: each grows to the right, then down, as far as no line is in the way."""
    boxes: list[Box] = []
    taken: set[tuple[int, int]] = set()
    last_column, last_row = len(xs) - 1, len(ys) - 1
    for row in range(last_row):
        for column in range(last_column):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < last_column and (right, row) not in standing and (row, right) not in taken:
                right += 1
            below = row + 1
            while below < last_row and not any((below, each) in lying for each in range(column, right)):
                if any((each, below) in standing for each in range(column + 1, right)):
                    break
                below += 1
            taken |= {(y, x) for y in range(row, below) for x in range(column, right)}
            boxes.append(Box(row, column, below - row, right - column, xs[column], ys[row], xs[right], ys[below]))
    return boxes
