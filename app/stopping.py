"""Work that a person can stop: it is asked at each step whether it shall go on."""

from __future__ import annotations

from collections.abc import Callable

from app.errors import AppError
from retrieval.vector_cache import Progress


class StoppedError(AppError):
    """Work that a person stopped; what was there before is as it was."""


def stoppable(stop: Callable[[], bool], progress: Progress | None = None) -> Progress:
    """A progress that ends the work it is told of as soon as somebody wants that.

    Args:
        stop: Whether the work shall end; an event's ``is_set`` will do.
        progress: Told of the work as long as it goes on.

    Raises:
        StoppedError: Raised by the progress that is returned, within the work; a change of the library that is not yet
            in force is then as if it had not been begun.
    """

    def advance(stage: str, done: int, total: int) -> None:
        if stop():
            raise StoppedError("work: it was stopped. Begin again when you like; nothing was changed.")
        if progress is not None:
            progress(stage, done, total)

    return advance
