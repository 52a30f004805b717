"""Lines of JSON as the evaluations keep their material: one line read, and the hash that a set is pinned by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from evals.errors import EvalError

Model = TypeVar("Model", bound=BaseModel)


def read_line(where: str, line: str, model: type[Model]) -> Model:
    """Read one line.

    Args:
        where: The set and the line's number, for the error.
        line: The line.
        model: What it is to be.

    Raises:
        EvalError: It is not that, or has an unknown key.
    """
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise EvalError(f"{where}: {key} {first['msg']}. Correct the line.") from None


def digest_of(lines: Iterable[str]) -> str:
    """The SHA-256 of the lines, each ended by a line feed."""
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
