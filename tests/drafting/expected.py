"""What a right answer over the founding texts has: its status, words, structured result and citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.assembly import Workspace


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what its answer must have.

    Attributes:
        question: What is asked.
        status: The answer's status.
        says: Strings of the answer; ``A|B`` is met by either.
        result: Keys of the structured result with their values; the items of a set in any order.
        cites_any: Clauses of which one at least is cited.
        cites_all: Clauses that are all cited.
    """

    question: str
    status: str = "answered"
    says: tuple[str, ...] = ()
    result: Mapping[str, Any] | None = None
    cites_any: tuple[str, ...] = ()
    cites_all: tuple[str, ...] = ()


def assert_answered(workspace: Workspace, case: Case) -> None:
    """Hold an answer against a case."""
    answer = workspace.find(case.question)
    assert answer.status == case.status, answer.answer[:200]
    for words in case.says:
        assert any(one in answer.answer for one in words.split("|")), words
    cited = {clause.id for clause in answer.citations}
    assert not case.cites_any or cited & set(case.cites_any), cited
    assert set(case.cites_all) <= cited, cited
    for key, value in (case.result or {}).items():
        given = (answer.result or {}).get(key)
        assert (sorted(given) == sorted(value)) if key in ("items", "ids") and given is not None else given == value
