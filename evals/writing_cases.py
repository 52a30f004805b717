"""What the local model is to write about in its tests: matter that no training example may touch.

Sources are kept apart: the topics energy and carbon, warehousing and logistics, and safety; the document
``guangxi-modes``; an invented document; enterprises of four trades; questions written from the clauses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from drafting.prompting import VALUES as VALUES
from drafting.prompting import Task
from evals.errors import EvalError
from evals.json_lines import digest_of, read_line
from evals.question import Anchor, Pin

Part = Literal["development", "held_out"]
PARTS: tuple[Part, ...] = ("development", "held_out")
"""Cases of ``development`` may be looked at while model and checks are mended; ``held_out`` ones are only counted."""

PINS: Mapping[Task, Pin] = MappingProxyType(
    {
        "gist": Pin(180, "916e885d8bc8b71f6513f57e6b3297949bb1645cbc581d565e2864ef5cb90189"),
        "narrative": Pin(120, "ec5cff08bd2e2f3e7f359e0af9211ac1cc663faaa1e8c2d88a22e6bf0455050f"),
        "difference": Pin(50, "ce8ba090e31c4a983f6d3a7903088751d04a4ba8c20a80748940a60f3a1bd566"),
        "title": Pin(50, "c613cad2cb819034aa36a509492ab4b246173b68072803457479d0f8ea5bd475"),
        "rewrite": Pin(160, "69c9b89df62582ec6d912de5b1ec2a96ec116a908215c31732a2b59afbbf9963"),
    }
)
DOCUMENT = "tingchuan-rules"
"""The id under which the invented document is read."""
DOCUMENT_SHA256 = "11d9f6c82d18158f09fdd56ea699c296de93671aa91fcb91f781a020fb0e706c"


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    task: Task
    source: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    part: Part
    values: dict[str, str]
    points: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be written about, and what a good draft must keep of it.

    Attributes:
        task: The task.
        source: The clause's id, the enterprise, the two sides, the topic, or the documents that answer.
        kind: What is hard about it.
        part: Whether it may be looked at.
        values: What the prompt is made of.
        points: Words of the values that a good draft keeps; of a ``title``'s, one is enough.
        anchors: The places that answer a question to be rewritten; any of them will do.
    """

    task: Task
    source: str
    kind: str
    part: Part
    values: Mapping[str, str] = field(hash=False)
    points: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


def load_writing(task: Task) -> tuple[Case, ...]:
    """The cases of a task, checked against their pin.

    Raises:
        EvalError: A line is no case, or the file is not the one that was pinned.
    """
    text = files("evals").joinpath("writing", f"{task}.jsonl").read_text(encoding="utf-8")
    found = parse_writing(task, text)
    digest = digest_of(text.splitlines())
    if Pin(len(found), digest) != PINS[task]:
        raise EvalError(
            f"writing {task}: {len(found)} cases with hash {digest[:16]} are not the pinned ones. Restore the file, or "
            "pin the new one in evals/writing_cases.py and measure everything again."
        )
    return found


def parse_writing(task: Task, text: str) -> tuple[Case, ...]:
    """Read JSON Lines into cases.

    Raises:
        EvalError: A line is no case of this task, stands twice, or names a point that its values do not hold.
    """
    cases: dict[tuple[str, ...], Case] = {}
    for number, line in enumerate(text.splitlines(), 1):
        where = f"writing {task}, line {number}"
        read = read_line(where, line, _Line)
        if read.task != task or tuple(read.values) != VALUES[task]:
            raise EvalError(f"{where}: a case of {task} has the values {', '.join(VALUES[task])}. Correct the line.")
        said = "\n".join(read.values.values())
        if (lost := next((point for point in read.points if point not in said), None)) is not None:
            raise EvalError(f"{where}: its values do not hold the point “{lost}”. Correct the line.")
        key = tuple(read.values.values())
        if key in cases:
            raise EvalError(f"{where}: it stands twice. Leave one out.")
        values = MappingProxyType(dict(read.values))
        cases[key] = Case(task, read.source, read.kind, read.part, values, read.points, read.anchors)
    return tuple(cases.values())


def load_document() -> str:
    """The invented document, as a user would add it.

    Raises:
        EvalError: It is not the one that was pinned.
    """
    text = files("evals").joinpath("writing", "document.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    if digest != DOCUMENT_SHA256:
        raise EvalError(
            f"writing document: hash {digest[:16]} is not the pinned one. Restore the file, or pin the new one in "
            "evals/writing_cases.py and measure everything again."
        )
    return text
