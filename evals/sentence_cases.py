"""The verifier's own cases: true sentences about clauses, and true ones spoilt in one place."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.errors import EvalError
from evals.json_lines import read_line

Half = Literal["seen", "held_out"]
HALVES: tuple[Half, ...] = ("seen", "held_out")
"""``seen`` sentences may be looked at while the checks are written; ``held_out`` ones were written before, and are only
counted."""


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    cited: tuple[str, ...]
    sentence: str = Field(min_length=1)
    fault: str


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with a known verdict.

    Attributes:
        sentence: The sentence.
        cited: Ids of the clauses that it cites.
        fault: What is wrong with it, in one word; empty for a true sentence.
    """

    sentence: str
    cited: tuple[str, ...]
    fault: str

    @property
    def good(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.fault


def load_cases(half: Half) -> tuple[Case, ...]:
    """One half of the cases.

    Raises:
        EvalError: A line is not a case.
    """
    text = files("evals").joinpath("sentences", f"{half}.jsonl").read_text(encoding="utf-8")
    return parse_cases(half, text)


def parse_cases(name: str, text: str) -> tuple[Case, ...]:
    """Read JSON Lines into cases.

    Raises:
        EvalError: A line is not a case, has an unknown key, or stands twice.
    """
    cases: dict[tuple[str, tuple[str, ...]], Case] = {}
    for number, line in enumerate(text.splitlines(), 1):
        read = read_line(f"sentences {name}, line {number}", line, _Line)
        key = (read.sentence, read.cited)
        if key in cases:
            raise EvalError(f"sentences {name}, line {number}: it stands twice. Leave one out.")
        cases[key] = Case(read.sentence, read.cited, read.fault)
    return tuple(cases.values())
