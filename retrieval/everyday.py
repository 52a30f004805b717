"""What people say when they ask for a clause: everyday wordings, kept with the product, clause by clause.

A policy text says 预测性维护, a workshop says 机器还没坏就知道快坏了. Each line of ``wordings/DOCUMENT.jsonl`` holds a
clause's id, the hash of the text that the wordings were written for, and the wordings. A clause whose text has changed
since drops them, and a document that nobody wrote wordings for is searched as ever.

Source: Nogueira, Yang, Lin and Cho, "Document Expansion by Query Prediction" (doc2query), 2019; here the questions are
written by hand and are vectors of their own instead of words added to the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.clause import Clause
from retrieval.errors import RetrievalError

FOLDER = "wordings"
_HASH_LENGTH = 12


class _Line(BaseModel):
    """One line of a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    clause: str
    text: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everyday:
    """How people ask for one clause.

    Attributes:
        clause: The clause's id.
        text: The hash of the reading that the wordings were written for, see :func:`text_hash`.
        wordings: Questions and statements in everyday words.
    """

    clause: str
    text: str
    wordings: tuple[str, ...]


def text_hash(clause: Clause) -> str:
    """The start of the SHA-256 of a clause's reading, 12 hexadecimal digits."""
    return hashlib.sha256(clause.plain.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def load_everyday() -> tuple[Everyday, ...]:
    """All wordings that the product carries, file by file.

    Raises:
        RetrievalError: A line is not of this form.
    """
    folder = files("retrieval").joinpath(FOLDER)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".jsonl"))
    return tuple(
        everyday for name in names for everyday in _read(name, folder.joinpath(name).read_text(encoding="utf-8"))
    )


def wordings_by_row(clauses: Sequence[Clause], everyday: Iterable[Everyday]) -> list[tuple[int, str]]:
    """Pairs of a clause's place in ``clauses`` and a wording; none for a clause that is gone or reads otherwise now."""
    rows = {clause.id: row for row, clause in enumerate(clauses)}
    return [
        (rows[one.clause], wording)
        for one in everyday
        if one.clause in rows and one.text == text_hash(clauses[rows[one.clause]])
        for wording in one.wordings
    ]


def _read(name: str, text: str) -> Iterator[Everyday]:
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            read = _Line.model_validate_json(line)
        except ValidationError as problem:
            raise RetrievalError(
                f"wordings {name}, line {number}: {problem.errors()[0]['msg']}. Write clause, text and wordings."
            ) from None
        yield Everyday(read.clause, read.text, read.wordings)
