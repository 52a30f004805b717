"""Follows a course to its end or to where it is left: a progress bar, the record, checkpoints now and then."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from training.course import Course, Step, Validation
from training.record import Record

SMOOTHING = 0.9


@dataclass(slots=True)
class Ending:
    """Why a course is left before its end.

    Attributes:
        until: When time is up, by the monotonic clock; None where it never is.
        asked: Whether a person asked for it.
    """

    until: float | None = None
    asked: bool = field(default=False)

    @property
    def timed_out(self) -> bool:
        """Whether time is up."""
        return self.until is not None and time.monotonic() >= self.until


@contextmanager
def interruptions(ending: Ending) -> Iterator[None]:
    """The first Ctrl-C or request to end lets the step be finished; the second ends at once."""
    wanted = (signal.SIGINT, signal.SIGTERM)

    def note(number: int, _: object) -> None:
        ending.asked = True
        signal.signal(number, signal.default_int_handler)

    before = {one: signal.signal(one, note) for one in wanted}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def follow(
    course: Course, record: Record, ending: Ending, keep: Callable[[], None], every: float, console: Console
) -> None:
    """Take a course on until its end, or until ``ending`` says so; the last thing done is a checkpoint.

    Args:
        course: The course.
        record: What its steps and validations are written to.
        ending: Asked after each of them.
        keep: Writes a checkpoint.
        every: Seconds between checkpoints.
        console: Where the progress is shown.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("{task.fields[told]}"), console=console) as bar, interruptions(ending):
        shown = bar.add_task("learning", total=course.steps, completed=course.place.step, told="")
        last, smooth = time.monotonic(), None
        for event in course.events():
            record.add(event)
            if isinstance(event, Validation):
                console.print(told(event))
            else:
                smooth = event.loss if smooth is None else SMOOTHING * smooth + (1 - SMOOTHING) * event.loss
                _show(bar, shown, event, course, smooth)
            if ending.asked or ending.timed_out:
                break
            if time.monotonic() - last >= every:
                keep()
                last = time.monotonic()
    keep()


def told(validation: Validation) -> str:
    """A validation in one line."""
    tasks = ", ".join(f"{task} {loss:.3f}" for task, loss in validation.losses.items())
    mark = ", the best so far" if validation.best else ""
    minutes = validation.seconds / 60
    return f"step {validation.step}, {minutes:.1f} min: validation {validation.loss:.3f} ({tasks}){mark}"


def _show(bar: Progress, shown: TaskID, step: Step, course: Course, loss: float) -> None:
    left = (course.steps - step.step) * step.seconds / max(1, step.step)
    rate = step.tokens / max(1e-9, step.seconds)
    bar.update(shown, completed=step.step, told=f"loss {loss:.3f}, {rate:.0f} tokens/s, {left / 60:.1f} min left")
