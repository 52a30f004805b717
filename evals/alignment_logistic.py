"""Logistic regression with a penalty on large weights, by Newton's method.

Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed. 2009, 4.4.1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_STEPS = 100
_SMALL = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Weights on the features as they are.

    Attributes:
        weights: Shape (features,).
        bias: What every sample starts with.
    """

    weights: Numbers
    bias: float

    def scores(self, values: Numbers) -> Numbers:
        """The logarithm of the odds of each sample, shape (n,).

        Args:
            values: Shape (n, features).
        """
        return np.asarray(values @ self.weights + self.bias)


def fit(values: Numbers, labels: Numbers, counts: Numbers, penalty: float) -> Fitted:
    """Learn to tell the labels.

    Args:
        values: Shape (n, features).
        labels: 0 or 1, shape (n,).
        counts: How much each sample counts, shape (n,).
        penalty: On the squares of the weights of standardised features.
    """
    share = counts / counts.sum()
    mean = share @ values
    spread = np.sqrt(share @ (values - mean) ** 2)
    spread = np.where(spread > _SMALL, spread, 1.0)
    design = np.column_stack([(values - mean) / spread, np.ones(len(values))])
    solved = np.zeros(design.shape[1])
    ridge = np.diag([penalty] * values.shape[1] + [_SMALL])
    for _ in range(_STEPS):
        likely = 1.0 / (1.0 + np.exp(-np.clip(design @ solved, -30, 30)))
        slope = design.T @ (counts * (labels - likely)) - ridge @ solved
        curvature = (design * (counts * likely * (1.0 - likely))[:, None]).T @ design + ridge
        step = np.linalg.solve(curvature, slope)
        solved = solved + step
        if np.abs(step).max() < _SMALL:
            break
    weights = solved[:-1] / spread
    return Fitted(weights, float(solved[-1] - weights @ mean))
