"""The stretches of each side that the other has no counterpart of, for marking."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.variants.contrasts.reading import Reading
from kg.variants.contrasts.tiling import Place
from kg.variants.difference import Words


def marked(side: Sequence[Reading], places: Sequence[Place], paired: Callable[[int], bool]) -> tuple[Words, ...]:
    """The stretches of a side whose words have no counterpart, neighbouring ones as one.

    Args:
        side: The clauses.
        places: Their words.
        paired: Whether the word of this number has a counterpart.
    """
    found: list[Words] = []
    for run in _runs(places, paired):
        if any(place.token.role in ("content", "verb", "basis") for place in run):
            found.append(side[run[0].reading].words(run[0].token.start, run[-1].token.end))
    return tuple(found)


def _runs(places: Sequence[Place], paired: Callable[[int], bool]) -> Iterator[list[Place]]:
    run: list[Place] = []
    for number, place in enumerate(places):
        breaks = run and (place.reading != run[-1].reading or place.token.phrase != run[-1].token.phrase)
        if run and (paired(number) or breaks):
            yield _trimmed(run)
            run = []
        if not paired(number):
            run.append(place)
    if run:
        yield _trimmed(run)


def _trimmed(run: list[Place]) -> list[Place]:
    """Without the particles at the ends, unless there is nothing else."""
    says = [number for number, place in enumerate(run) if place.token.role != "particle"]
    return run[says[0] : says[-1] + 1] if says else run
