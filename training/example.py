"""The examples: one JSON object a line, in ``training/examples``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from drafting.prompting import VALUES as VALUES
from drafting.prompting import Task


class TrainingError(ValueError):
    """Examples or training failed: the object, the problem and the remedy."""


class Example(BaseModel):
    """What the model is to write from what.

    Attributes:
        task: The task.
        origin: ``founding`` where its matter is a founding text's, ``invented`` otherwise.
        source: The clause's id, or the name of the invented document, enterprise or trade.
        kind: What it teaches, in a word: ``plain``, ``long``, ``short``, ``numbers``, ``missing``, ``limits`` …
        values: What the prompt is made of.
        target: What the model is to write.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    task: Task
    origin: Literal["founding", "invented"]
    source: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    values: dict[str, str]
    target: str = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Example:
        if set(self.values) != set(VALUES[self.task]):
            raise ValueError(f"{self.task} has the values {', '.join(VALUES[self.task])}")
        return self


EXAMPLES = Path(__file__).parent / "examples"


def load_examples(folder: Path = EXAMPLES) -> dict[str, tuple[Example, ...]]:
    """Every file of examples in a folder by its name.

    Raises:
        TrainingError: A line is no example.
    """
    return {
        path.name: tuple(_read(path.name, path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.jsonl"))
    }


def _read(name: str, text: str) -> Iterator[Example]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            yield Example.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            raise TrainingError(f"{name}, line {number}: {first['loc']} {first['msg']}. Correct the line.") from None
