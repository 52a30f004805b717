"""The one-to-one pairing whose weights sum to the most.

Source: Kuhn 1955, The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, in the form
with potentials (Jonker and Volgenant 1987, Computing 38).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def best_pairs(weights: npt.NDArray[np.float32]) -> tuple[tuple[int, int], ...]:
    """Row and column of each pair, by rows; a pair that weighs nothing or less is never made.

    Args:
        weights: Shape (n, m).

    Example:
        >>> best_pairs(np.array([[0.9, 0.8], [0.7, -1.0]], dtype=np.float32))
        ((0, 1), (1, 0))
    """
    rows, columns = weights.shape
    if not rows or not columns:
        return ()
    gains = np.maximum(weights.astype(np.float64), 0.0)
    if rows > columns:
        pairs = [(row, column) for column, row in enumerate(_columns_of(-gains.T))]
    else:
        pairs = list(enumerate(_columns_of(-gains)))
    return tuple(sorted((row, column) for row, column in pairs if gains[row, column] > 0))


def _columns_of(costs: npt.NDArray[np.float64]) -> list[int]:
    """The column of each row in the cheapest pairing; there are at least as many columns as rows."""
    rows, columns = costs.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken_by = np.zeros(columns + 1, dtype=int)  # row 0 and column 0 stand for none
    for row in range(1, rows + 1):
        came_from = _augmenting_path(costs, row, of_row, of_column, taken_by)
        column = came_from[0]
        while column:
            before = came_from[1][column]
            taken_by[column] = taken_by[before]
            column = before
    found = [0] * rows
    for column in range(1, columns + 1):
        if taken_by[column]:
            found[taken_by[column] - 1] = column - 1
    return found


def _augmenting_path(
    costs: npt.NDArray[np.float64],
    row: int,
    of_row: npt.NDArray[np.float64],
    of_column: npt.NDArray[np.float64],
    taken_by: npt.NDArray[np.int_],
) -> tuple[int, list[int]]:
    """The free column that a row's cheapest path ends in, and which column each column was reached from."""
    count = len(taken_by)
    taken_by[0] = row
    least, reached, before = np.full(count, np.inf), np.zeros(count, dtype=bool), [0] * count
    column = 0
    while taken_by[column]:
        reached[column] = True
        here = taken_by[column]
        slack = costs[here - 1] - of_row[here] - of_column[1:]
        for other in range(1, count):
            if not reached[other] and slack[other - 1] < least[other]:
                least[other], before[other] = slack[other - 1], column
        nearest = int(np.argmin(np.where(reached, np.inf, least)))
        step = least[nearest]
        of_row[taken_by[reached]] += step
        of_column[reached] -= step
        least[~reached] -= step
        column = nearest
    return column, before
