"""From words to places: whether a hit or a citation is one that a question's author meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.errors import EvalError
from evals.question import Anchor


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document, in code points of its stored text."""

    document: str
    start: int
    end: int

    def covers(self, other: Place) -> bool:
        """Whether ``other`` lies within this place."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end


def occurrences(source: str, text: str) -> Iterator[int]:
    """Where ``text`` begins in ``source``, one place after another without overlap."""
    start = source.find(text)
    while start >= 0:
        yield start
        start = source.find(text, start + len(text))


def resolve(anchor: Anchor, sources: Mapping[str, str]) -> tuple[Place, ...]:
    """The places that an anchor names.

    Args:
        anchor: The words and the document.
        sources: Stored texts by document id.

    Raises:
        EvalError: The document is not there, or the words do not stand in it (that often).
    """
    if anchor.document not in sources:
        raise EvalError(f"anchor in {anchor.document}: there is no such document. Build the founding corpus first.")
    starts = list(occurrences(sources[anchor.document], anchor.text))
    if anchor.occurrence is not None:
        starts = starts[anchor.occurrence - 1 : anchor.occurrence]
    if not starts:
        shown = anchor.text[:20]
        raise EvalError(f"anchor “{shown}”: {anchor.document} does not hold it there. Correct the question.")
    return tuple(Place(anchor.document, start, start + len(anchor.text)) for start in starts)


def matches(place: Place, anchors: Iterable[Sequence[Place]]) -> bool:
    """Whether a cited place covers one place of any anchor."""
    return any(place.covers(wanted) for places in anchors for wanted in places)


def matched_share(cited: Sequence[Place], anchors: Sequence[Sequence[Place]]) -> float:
    """The share of the anchors that a citation covers, 0 to 1; 1 where there are none."""
    if not anchors:
        return 1.0
    return sum(any(place.covers(wanted) for place in cited for wanted in places) for places in anchors) / len(anchors)
