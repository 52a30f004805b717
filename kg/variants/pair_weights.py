"""How much each feature of a pair counts: a logistic regression, learned once and kept as a small file.

Source: the file names the command that made it, what it learned from and when it was measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import GraphError
from kg.variants.grams import Matrix
from kg.variants.pair_features import FEATURES

FILE = "pair_weights.json"
_STEEPEST = 30.0


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    note: str = Field(min_length=1)
    bias: float
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class PairWeights:
    """A logistic regression over the features of pairs.

    Attributes:
        bias: What a pair starts with.
        weights: How much each feature counts, in the order of ``FEATURES``.
        note: How they were made.
    """

    bias: float
    weights: tuple[float, ...]
    note: str

    def probabilities(self, values: Matrix) -> Matrix:
        """How likely pairs are aligned.

        Args:
            values: The features, the first axis in the order of ``FEATURES``.

        Returns:
            The shape of the other axes; from 0 to 1.
        """
        score = np.tensordot(np.array(self.weights, dtype=np.float32), values, axes=1) + np.float32(self.bias)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -_STEEPEST, _STEEPEST))), dtype=np.float32)

    def dump(self) -> str:
        """The file's text."""
        weights = {name: round(weight, 4) for name, weight in zip(FEATURES, self.weights, strict=True)}
        return _Kept(note=self.note, bias=round(self.bias, 4), weights=weights).model_dump_json(indent=2) + "\n"


def parse_weights(text: str) -> PairWeights:
    """Read what :meth:`PairWeights.dump` wrote.

    Raises:
        GraphError: It is not that, or weighs other features than this program's.
    """
    try:
        kept = _Kept.model_validate_json(text)
    except ValidationError as problem:
        reason = problem.errors()[0]["msg"]
        raise GraphError(f"{FILE}: cannot be read ({reason}). Restore the file, or learn it again.") from None
    if set(kept.weights) != set(FEATURES):
        other = ", ".join(sorted(set(kept.weights) ^ set(FEATURES)))
        raise GraphError(f"{FILE}: other features than this program's ({other}). Learn the weights again.")
    return PairWeights(kept.bias, tuple(kept.weights[name] for name in FEATURES), kept.note)


def load_weights() -> PairWeights:
    """The weights that come with the product.

    Raises:
        GraphError: The file is damaged.
    """
    return parse_weights(files("kg.variants").joinpath(FILE).read_text(encoding="utf-8"))
