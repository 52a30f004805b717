"""A blind reading: what a reader sees, what is kept from them, and what they mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from drafting.prompting import Task
from evals.errors import EvalError
from evals.json_lines import Model, digest_of, read_line

SHEET, KEY, MARKS = "sheet.jsonl", "key.json", "marks*.jsonl"
CRITERIA: Mapping[str, int] = {"faithful": 2, "whole": 2, "force": 2, "reads": 2, "fit": 1}
"""What a reader marks, and the highest mark of each; see ``evals/writing/RUBRIC.md``."""
_CLOSED = ConfigDict(extra="forbid", frozen=True)
Mark = Literal[0, 1, 2]


class Shown(BaseModel):
    """What a reader sees of one output.

    Attributes:
        number: Its place on the sheet, from 1.
        task: What was to be written.
        values: What it was to be written from.
        text: What was written, the draft as the product reads it; as the model wrote it where that is no draft.
    """

    model_config = _CLOSED

    number: int = Field(ge=1)
    task: Task
    values: dict[str, str]
    text: str


class Output(BaseModel):
    """What a reader is not told of one output.

    Attributes:
        way: Which way wrote it.
        task: What was to be written.
        case: Which case it is about; the other way's output about it has the same number.
        accepted: Whether the product would show it.
        seconds: How long it took.
    """

    model_config = _CLOSED

    way: str
    task: Task
    case: int
    accepted: bool
    seconds: float


class Key(BaseModel):
    """What a sheet's numbers stand for.

    Attributes:
        seed: Of the choice and the order.
        sheet_sha256: Hash of the sheet's lines, each ended by a line feed.
        generators: The generator of each way.
        outputs: By number.
    """

    model_config = _CLOSED

    seed: int
    sheet_sha256: str
    generators: dict[str, str]
    outputs: dict[int, Output]


class Marks(BaseModel):
    """One reader's marks of one output, 0 to 2 each, and whether it is fit for use as it is."""

    model_config = _CLOSED

    number: int = Field(ge=1)
    faithful: Mark
    whole: Mark
    force: Mark
    reads: Mark
    fit: bool
    note: str = ""

    def of(self, criterion: str) -> float:
        """One of the five marks."""
        return float(getattr(self, criterion))


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet's key with what its readers marked.

    Attributes:
        key: What the numbers stand for.
        readers: By the file's name, the marks by number; every output has its marks.
    """

    key: Key
    readers: Mapping[str, Mapping[int, Marks]]

    def mark(self, number: int, criterion: str) -> float:
        """An output's mark, the mean of all readers'."""
        return sum(marks[number].of(criterion) for marks in self.readers.values()) / len(self.readers)


def load_reading(folder: Path) -> Reading:
    """A sheet's key and every reader's marks.

    Raises:
        EvalError: A file is missing or damaged, the sheet is not the key's, or an output has no marks or two.
    """
    sheet = _lines(folder / SHEET, Shown)
    key = read_line(KEY, _text(folder / KEY), Key)
    if digest_of(_split(_text(folder / SHEET))) != key.sheet_sha256 or len(sheet) != len(key.outputs):
        raise EvalError(
            f"{folder / SHEET}: it is not the sheet that the key was made with. Restore both, or draw anew."
        )
    files = sorted(folder.glob(MARKS), key=lambda path: path.stem)
    if not files:
        raise EvalError(f"{folder}: nobody has marked the sheet. Put marks.jsonl beside it.")
    return Reading(key, {path.stem: _marked(path, key) for path in files})


def _marked(path: Path, key: Key) -> Mapping[int, Marks]:
    marks = {one.number: one for one in _lines(path, Marks)}
    if len(marks) != len(_lines(path, Marks)):
        raise EvalError(f"{path}: an output is marked twice. Leave one line out.")
    if lost := sorted(set(key.outputs) ^ set(marks)):
        raise EvalError(
            f"{path}: the outputs {', '.join(map(str, lost))} have no marks or are not on the sheet. Add them."
        )
    return marks


def _lines(path: Path, model: type[Model]) -> list[Model]:
    lines = _split(_text(path))
    return [read_line(f"{path}, line {number}", line, model) for number, line in enumerate(lines, 1) if line.strip()]


def _split(text: str) -> list[str]:
    """The lines, parted by line feeds alone: a model may write other marks that end a line."""
    return text.removesuffix("\n").split("\n")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise EvalError(f"{path}: there is no such file. Draw a sheet into this folder first.") from None
