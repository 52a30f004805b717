"""Why two clauses are aligned, in a few Chinese words, the weightiest reason first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from kg.variants.link import Reason
from kg.variants.pair_features import FEATURES, PairFeatures
from kg.variants.pair_weights import PairWeights
from kg.variants.side_features import SideFeatures

_MEANING = ("stands_out", "common_matter", "rank")
_WORDS = ("words_of_shorter", "sentence", "words_stand_out")
_TOPIC = ("topic", "same_topic")
_MOST = 4
_SHOWN_NAMES = 3
_LIKELY = 0.3
"""A subject is named where both clauses are of it at least so likely."""
_MUCH = 0.25
"""A share of the wording from which it is a reason."""


def reasons(
    features: PairFeatures, row: int, column: int, weights: PairWeights, subjects: Sequence[str]
) -> tuple[Reason, ...]:
    """The reasons of one pair.

    Args:
        features: The two documents.
        row: The clause of the left.
        column: The clause of the right.
        weights: How much each feature counts.
        subjects: Names of the subdomains; there may be none.
    """
    values = features.values[:, row, column]
    counted = dict(zip(FEATURES, np.array(weights.weights) * (values - features.means), strict=True))
    found = [(_weight(counted, names), reason) for names, reason in _said(features, row, column, subjects)]
    found.sort(key=lambda pair: -pair[0])
    return tuple(reason for _, reason in found[:_MOST])


def _weight(counted: dict[str, float], names: tuple[str, ...]) -> float:
    return float(sum(counted[name] for name in names))


def _said(
    features: PairFeatures, row: int, column: int, subjects: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], Reason]]:
    left, right = features.left, features.right
    yield _MEANING, Reason("meaning", f"语义相近 {features.cosines[row, column]:.2f}")
    best = float(features.feature("sentence")[row, column]) ** 2
    if best >= _MUCH:
        what = "用词相同" if _sentences(left, row) == _sentences(right, column) == 1 else "其中一句用词相同"
        yield _WORDS, Reason("words", f"{what} {best:.0%}")
    if names := _telling(left.names[row] & right.names[column]):
        more = "等" if len(names) > _SHOWN_NAMES else ""
        yield ("names",), Reason("names", f"共同提到 {'、'.join(names[:_SHOWN_NAMES])}{more}")
    if (subject := _subject(left, right, row, column, subjects)) is not None:
        yield _TOPIC, Reason("topic", f"同属“{subject}”")
    if numbers := sorted(one for one in left.quantities[row] & right.quantities[column]):
        yield ("quantities",), Reason("quantities", f"同有以“{max(numbers, key=len).lstrip('<>=~range')}”计的数量")


def _telling(names: frozenset[str]) -> list[str]:
    """Names without those that a longer one holds: 工业机器人 says 机器人 too."""
    return sorted(one for one in names if not any(one in other and one != other for other in names))


def _sentences(side: SideFeatures, row: int) -> int:
    ends = (*side.starts, len(side.pieces))
    return ends[row + 1] - ends[row]


def _subject(left: SideFeatures, right: SideFeatures, row: int, column: int, subjects: Sequence[str]) -> str | None:
    if not subjects or left.topics.shape[1] != len(subjects):
        return None
    both = np.minimum(left.topics[row], right.topics[column])
    return subjects[int(both.argmax())] if float(both.max()) >= _LIKELY else None
