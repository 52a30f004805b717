"""The stretches of each side that the other has no counterpart of, for marking."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tiling import Place
from kg.variants.difference import Words


def marked(side: Sequence[Reading], places: Sequence[Place], paired: Collection[int]) -> tuple[Words, ...]:
    """The stretches of a side whose words have no counterpart, neighbouring ones as one.

    A lone word amid such words is marked with them, wherever else its like may stand.

    Args:
        side: The clauses.
        places: Their words.
        paired: The numbers of the words that have a counterpart.
    """
    found: list[Words] = []
    for run in _runs(places, paired):
        if any(place.token.role != "particle" for place in run):
            reading = side[run[0].reading]
            start, end = _whole(reading.plain, run[0].token.start, run[-1].token.end)
            found.append(reading.words(start, end))
    return tuple(found)


def _runs(places: Sequence[Place], paired: Collection[int]) -> Iterator[list[Place]]:
    run: list[Place] = []
    for number, place in enumerate(places):
        kept = number in paired and not _alone(places, paired, number)
        if run and (kept or not _one_phrase(run[-1], place)):
            yield _trimmed(run)
            run = []
        if not kept:
            run.append(place)
    if run:
        yield _trimmed(run)


def _alone(places: Sequence[Place], paired: Collection[int], number: int) -> bool:
    """Whether the words before and behind a word, in its phrase, are both without counterpart."""
    return 0 < number < len(places) - 1 and all(
        other not in paired and _one_phrase(places[other], places[number]) for other in (number - 1, number + 1)
    )


def _one_phrase(one: Place, two: Place) -> bool:
    return one.reading == two.reading and one.token.phrase == two.token.phrase


def _trimmed(run: list[Place]) -> list[Place]:
    """Without the joining words at the ends, unless there is nothing else."""
    says = [number for number, place in enumerate(run) if place.token.role != "particle"]
    return run[says[0] : says[-1] + 1] if says else run


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the bracket that it leaves out before or behind it."""
    inside = text[start:end]
    for opening, closing in ("（）", "()", "“”"):
        opened, closed = inside.count(opening), inside.count(closing)
        if opened > closed and text[end : end + 1] == closing:
            end += 1
        elif closed > opened and start and text[start - 1] == opening:
            start -= 1
    return start, end
