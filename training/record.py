"""The record of a run: a JSONL file of its steps and validations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from training.course import Place, Step, Validation

DIGITS = 6


@dataclass(frozen=True, slots=True)
class Record:
    """A run's steps and validations, a line each.

    Attributes:
        path: The file.
    """

    path: Path

    def begin(self, place: Place) -> None:
        """Drop what came after a course's place, which will be done again; everything where it has not begun."""
        last = {"step": place.step, "validation": place.validated}
        kept = [one for one in self.lines() if one["step"] <= last[one["event"]]] if place.step else []
        text = "".join(json.dumps(one) + "\n" for one in kept)
        self.path.write_text(text, encoding="utf-8")

    def add(self, event: Step | Validation) -> None:
        """Write one event."""
        kind = "step" if isinstance(event, Step) else "validation"
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"event": kind, **_rounded(asdict(event))}) + "\n")

    def lines(self) -> list[dict[str, Any]]:
        """What is written so far."""
        if not self.path.is_file():
            return []
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines()]


def _rounded(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _round(value) for name, value in values.items()}


def _round(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    return _rounded(value) if isinstance(value, dict) else value
