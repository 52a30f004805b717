"""Many questions from a file: one result a line, in order; a line that fails says why and the run goes on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from app.console import LAYER_ERRORS, PARTLY, note
from app.writing import write_atomically
from retrieval.errors import RetrievalError

Answering = Callable[[str], dict[str, Any]]


class Asked(BaseModel):
    """A line of a batch file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str | int
    question: str


def run_batch(source: Path, target: Path, one: Answering) -> int:
    """Answer a file of questions.

    Args:
        source: JSON Lines of ``{"id", "question"}``.
        target: Where the results go, an object a line with the question's id; replaced when all is done.
        one: Answers one question.

    Returns:
        The exit status: 0, or 3 where a line failed.

    Raises:
        RetrievalError: The file cannot be read or written.
    """
    results = [_result(number, line, one) for number, line in enumerate(_lines(source), start=1) if line.strip()]
    write_atomically(target, "".join(f"{json.dumps(result, ensure_ascii=False)}\n" for result in results))
    failed = sum("error" in result for result in results)
    note(f"{len(results)} 行，其中 {failed} 行未成，写入 {target}")
    return PARTLY if failed else 0


def _lines(source: Path) -> Iterator[str]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RetrievalError(f"batch file {source}: it cannot be read ({error}). Name a UTF-8 file.") from error
    yield from text.split("\n")  # a line of JSON may hold other characters that end a line of text


def _result(number: int, line: str, one: Answering) -> dict[str, Any]:
    try:
        asked = Asked.model_validate_json(line)
    except ValidationError as error:
        return {"id": _identifier(line, number), "error": f"line {number}: {_fault(error)}. Give {{id, question}}."}
    try:
        return {"id": asked.id, **one(asked.question)}
    except LAYER_ERRORS as error:
        return {"id": asked.id, "error": str(error)}


def _identifier(line: str, number: int) -> str | int:
    """The id of a line that is otherwise wrong; its number where it has none."""
    try:
        found = json.loads(line)["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return number
    return found if isinstance(found, str | int) else number


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    return f"{key}: {first['msg']}" if key else first["msg"]
