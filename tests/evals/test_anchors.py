"""From words to places."""

from __future__ import annotations

import pytest

from evals.anchors import Place, matched_share, matches, resolve
from evals.errors import EvalError
from evals.question import Anchor

SOURCES = {"d": "应联网；应联网。"}


def test_an_anchor_without_occurrence_means_any_of_its_places() -> None:
    assert resolve(Anchor(document="d", text="应联网"), SOURCES) == (Place("d", 0, 3), Place("d", 4, 7))
    assert resolve(Anchor(document="d", text="应联网", occurrence=2), SOURCES) == (Place("d", 4, 7),)


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(document="d", text="不在"),
        Anchor(document="d", text="应联网", occurrence=3),
        Anchor(document="e", text="应联网"),
    ],
)
def test_a_place_that_is_not_there_is_an_error(anchor: Anchor) -> None:
    with pytest.raises(EvalError):
        resolve(anchor, SOURCES)


def test_a_match_covers_the_whole_anchor_in_the_same_document() -> None:
    anchors = [(Place("d", 4, 7),)]
    assert matches(Place("d", 4, 8), anchors)
    assert not matches(Place("d", 5, 8), anchors)
    assert not matches(Place("e", 0, 9), anchors)


def test_the_share_counts_anchors_and_not_citations() -> None:
    anchors = [(Place("d", 0, 3),), (Place("d", 4, 7),)]
    assert matched_share([Place("d", 0, 3), Place("d", 0, 4)], anchors) == 0.5
    assert matched_share([], []) == 1.0
