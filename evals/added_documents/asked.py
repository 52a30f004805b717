"""The questions about added documents, with the documents that an answer may cite."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from evals.errors import EvalError
from evals.json_lines import read_line
from evals.question import Question

Split = Literal["dev", "test"]
SPLITS: tuple[Split, ...] = ("dev", "test")
"""``dev`` is there to look at and to mend by; of ``test`` nobody looks at more than its totals."""


class AddedQuestion(Question):
    """A question with what makes an answer to it right.

    Attributes:
        documents: The documents that a right answer may cite; every other one is a wrong document.
    """

    documents: tuple[str, ...]


def load_added(split: Split) -> tuple[AddedQuestion, ...]:
    """One half of the questions.

    Raises:
        EvalError: A line is not a question, or an id stands twice.
    """
    text = files("evals.added_documents").joinpath(f"{split}.jsonl").read_text(encoding="utf-8")
    where = f"added documents {split}"
    read = [read_line(f"{where}, line {at}", line, AddedQuestion) for at, line in enumerate(text.splitlines(), 1)]
    if len({one.id for one in read}) < len(read):
        raise EvalError(f"{where}: an id stands twice. Give it another one.")
    return tuple(read)
