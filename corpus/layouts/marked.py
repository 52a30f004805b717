"""Headings that a file marks: how deep those stand that the text alone shows no number of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from corpus.paragraph import Paragraph
from corpus.shape import HeadingPlace, Shape

_RANKS = {1: 2.0, 2: 4.0, 3: 6.0}
_DEEPEST = 7.0
_TITLE_LINES = 3


def body_headings(shape: Shape) -> tuple[HeadingPlace, ...]:
    """The headings that a file marks below its title, in order.

    Those at the very beginning that alone have the outermost level are the title.
    """
    ordered = sorted(shape.headings, key=lambda place: place.start)
    outermost = min((place.level for place in ordered), default=0)
    titles = next((index for index, place in enumerate(ordered) if place.level > outermost), len(ordered))
    alone = titles < len(ordered) and all(place.level > outermost for place in ordered[titles:])
    return tuple(place for place in ordered[titles if alone and titles <= _TITLE_LINES else 0 :] if place.level > 0)


def levels_of(found: Sequence[Paragraph], places: Sequence[HeadingPlace]) -> dict[int, int]:
    """The level of each paragraph that stands at a marked heading and looks like one, by its index."""
    starts = [place.start for place in places]
    levels: dict[int, int] = {}
    for index, paragraph in enumerate(found):
        at = bisect_right(starts, paragraph.start) - 1
        if at < 0 or paragraph.start >= places[at].end:
            continue
        if paragraph.heading_shaped and not paragraph.ends_sentence:
            levels[index] = places[at].level
    return levels


def ranks_of(found: Sequence[Paragraph], levels: Mapping[int, int]) -> dict[int, float]:
    """How deep the headings without a label stand: as deep as labelled ones of their level, else by the level."""
    labelled: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for index, level in levels.items():
        label = found[index].label
        if label is not None:
            labelled[level][label.rank] += 1
    usual = {level: max(sorted(ranks), key=lambda rank: ranks[rank]) for level, ranks in labelled.items()}
    return {
        index: max(0.5, usual.get(level, _RANKS.get(level, _DEEPEST)))
        for index, level in levels.items()
        if found[index].label is None
    }
