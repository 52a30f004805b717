"""A course is followed with a record and checkpoints, and left where a person or the clock asks for it."""

from __future__ import annotations

import io
import json
import os
import signal
from pathlib import Path

from rich.console import Console

from tests.training.tiny import tiny_course
from training.course import Course, Place, Plan
from training.curve import draw_curve
from training.progress import Ending, follow
from training.record import Record

PLAN = Plan(epochs=2, rate=0.02, batch_tokens=64, rivals=8)


def followed(course: Course, folder: Path, ending: Ending, interrupt_at: int = -1) -> tuple[list[int], str]:
    """The steps at which checkpoints were written, and what was shown."""
    kept: list[int] = []

    def keep() -> None:
        kept.append(course.place.step)
        if course.place.step == interrupt_at and not ending.asked:
            os.kill(os.getpid(), signal.SIGINT)

    shown = io.StringIO()
    follow(course, Record(folder / "log.jsonl"), ending, keep, every=0, console=Console(file=shown, width=120))
    return kept, shown.getvalue()


def test_it_is_followed_to_its_end(tmp_path: Path) -> None:
    course = tiny_course(PLAN)
    kept, shown = followed(course, tmp_path, Ending())
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["step"] for one in lines if one["event"] == "step"] == list(range(1, course.steps + 1))
    assert kept[-1] == course.steps and "tokens/s" in shown and "validation" in shown
    assert {"loss", "losses", "rate", "tokens", "seconds"} <= lines[-2].keys()


def test_an_interruption_leaves_a_checkpoint(tmp_path: Path) -> None:
    before, ending, course = signal.getsignal(signal.SIGINT), Ending(), tiny_course(PLAN)
    kept, _ = followed(course, tmp_path, ending, interrupt_at=2)
    assert ending.asked and 2 == kept[-1] == course.place.step < course.steps
    assert signal.getsignal(signal.SIGINT) is before


def test_a_course_ends_when_time_is_up(tmp_path: Path) -> None:
    ending, course = Ending(until=0.0), tiny_course(PLAN)
    kept, _ = followed(course, tmp_path, ending)
    assert ending.timed_out and not ending.asked and len(kept) == 1 and course.place.step < course.steps


def test_what_is_done_again_is_not_recorded_twice(tmp_path: Path) -> None:
    followed(tiny_course(PLAN), tmp_path, Ending())
    record = Record(tmp_path / "log.jsonl")
    record.begin(Place(step=4, validated=0))
    assert [(one["event"], one["step"]) for one in record.lines()] == [
        ("validation", 0), ("step", 1), ("step", 2), ("step", 3), ("step", 4)
    ]  # fmt: skip
    record.begin(Place())
    assert record.lines() == []


def test_the_curve_has_a_line_for_each_kind_of_loss(tmp_path: Path) -> None:
    followed(tiny_course(PLAN), tmp_path, Ending())
    drawn = draw_curve(Record(tmp_path / "log.jsonl").lines())
    assert drawn.count("<polyline") == 4
    assert all(f">{name} " in drawn for name in ("learning", "validation", "gist", "title"))
    assert draw_curve([]).endswith("</svg>\n")
