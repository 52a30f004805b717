"""How a question of a conversation was taken, and what of the turn before it could inherit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause
from retrieval.frame import QueryFrame

Relation = Literal["alone", "continued", "source", "reason"]
Keeps = Literal["", "listed", "cited"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a follow-up can inherit.

    Attributes:
        text: The earlier question in full.
        frame: Its frame.
        topic: The capability that its answer was about where the question names none.
        listed: The things that its answer listed.
        cited: The clauses that its answer quoted first.
        chosen: The one thing that its answer chose among those listed before; empty where it chose none.
    """

    text: str
    frame: QueryFrame
    topic: str | None = None
    listed: tuple[str, ...] = ()
    cited: tuple[Clause, ...] = ()
    chosen: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that the question or its answer is about."""
        return self.frame.documents or tuple(dict.fromkeys(one.document for one in self.cited))


@dataclass(frozen=True, slots=True)
class Taken:
    """How a question was taken.

    Attributes:
        text: The question in full.
        relation: ``alone`` where it inherits nothing; ``continued``; or what it asks of the answer before.
        unsure: Whether it has words of its own that may be another subject altogether.
        language: The language that the answer is wanted in, where the question could not be worded in it.
        other: For a question taken alone that may continue the one before: how it would read then.
        orphan: Whether it reads as a follow-up, and nothing stands before it.
        keeps: What of the answer before it keeps to: the things ``listed``, the clauses ``cited``, or nothing.
        beyond: Positive where it asks for a tier above the highest, negative for one below the lowest.
    """

    text: str
    relation: Relation = "alone"
    unsure: bool = False
    language: str | None = None
    other: str | None = None
    orphan: bool = False
    keeps: Keeps = ""
    beyond: int = 0
