"""An answer: its status, its sentences with their citations, and the Markdown that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus.clause import Clause
from kg.mapped import Mapped
from retrieval.frame import QueryFrame

Status = Literal["answered", "not_required", "corrected", "refused"]
Origin = Literal["quoted", "composed", "generated"]
Reason = Literal["not_in_sources", "out_of_scope", "injection", "harmful"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states something about a document.

    Attributes:
        text: The sentence; a quoted one stands word for word in the clause it cites.
        origin: ``quoted`` from a text, ``composed`` by code, ``generated`` by the model and verified.
        citations: Ids of the clauses it rests on; at least one.
        parts: Of a sentence made clause by clause, its stretches in order, each with the id of the one clause that it
            comes from; joined they are ``text``.
    """

    text: str
    origin: Origin
    citations: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object of the contract; ``parts`` where the sentence has them."""
        parts = [{"text": text, "citation": cited} for text, cited in self.parts]
        told = {"text": self.text, "origin": self.origin, "citations": list(self.citations)}
        return told | ({"parts": parts} if parts else {})


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an answer: composed sentences first, then clauses quoted word for word.

    Attributes:
        heading: A title for people, or an empty string.
        said: What code composed from the clauses.
        quoted: The clauses that the section rests on, in the order they are shown.
        remark: A note on how the part is to be read; it states nothing about a document.
    """

    heading: str = ""
    said: tuple[Sentence, ...] = ()
    quoted: tuple[Clause, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not answered.

    Attributes:
        reason: ``not_in_sources``, ``out_of_scope``, ``injection`` or ``harmful``.
        message: One or two sentences for the person who asked.
    """

    reason: Reason
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a remark.

    Attributes:
        text: What it says.
        reason: Why, for those who want to dispute it.
    """

    text: str
    reason: str = ""

    @property
    def whole(self) -> str:
        """The line with its reason."""
        stop = ". " if self.text.isascii() or self.text.endswith(")") else "。"
        return f"{self.text}{stop}{self.reason}" if self.reason else self.text


@dataclass(frozen=True, slots=True)
class Aside:
    """What is proposed, or known from publications that are not official, beside what the texts say.

    It is a remark: no sentence of the answer, and nothing in it is said to stand in a document.

    Attributes:
        title: What it is, and that it is proposed or not official.
        lines: What it says.
        rows: The mapping claims that it tells.
        leads: Whether the question asks for it, so that it stands before the clauses.
        brief: All of it in one line without the reasons, for readers who did not ask for it; empty where it is short.
        reasons: Where the reasons are found that ``brief`` leaves out.
    """

    title: str
    lines: tuple[Line, ...]
    rows: tuple[Mapped, ...] = ()
    leads: bool = False
    brief: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for a question, before the model may add its sentence.

    Attributes:
        status: The answer's status.
        sections: The conclusion and what it rests on, first things first.
        result: The structured answer of the contract, or None.
        corrections: Each false premise with what the text says.
        refusal: Set where the status is ``refused``.
        alternatives: Other readings of the question, and remarks.
        query: How the finding was made: the named query or the kind of search.
        asides: What is known or proposed of the national level beside it.
    """

    status: Status
    sections: tuple[Section, ...] = ()
    result: Mapping[str, Any] | None = None
    corrections: tuple[str, ...] = ()
    refusal: Refusal | None = None
    alternatives: tuple[str, ...] = ()
    query: str = ""
    asides: tuple[Aside, ...] = ()

    @property
    def summarise(self) -> bool:
        """Whether a generated sentence belongs to it.

        Counts, sets and quantities speak for themselves, a definition shortened is another definition, and a sentence
        written from the clauses of one side does not compare.
        """
        kind = (self.result or {}).get("kind")
        return self.status != "refused" and kind not in ("count", "set", "quantity", "definition", "comparison")


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished answer; see the contract for the JSON that it becomes."""

    question: str
    status: Status
    frame: QueryFrame
    answer: str
    sentences: tuple[Sentence, ...]
    citations: tuple[Clause, ...]
    result: Mapping[str, Any] | None
    corrections: tuple[str, ...]
    refusal: Refusal | None
    alternatives: tuple[str, ...]
    generator: str | None
    verified: bool
    rejected_drafts: int
    latency_ms: float
    sections: tuple[Section, ...] = ()
    query: str = ""
    summarise: bool = False
    generated: tuple[Sentence, ...] = ()
    rejections: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    asides: tuple[Aside, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object of the contract."""
        return {
            "question": self.question,
            "status": self.status,
            "frame": self.frame.to_json(),
            "answer": self.answer,
            "sentences": [one.to_json() for one in self.sentences],
            "citations": [citation_json(clause, self.titles) for clause in self.citations],
            "result": dict(self.result) if self.result is not None else None,
            "corrections": list(self.corrections),
            "refusal": {"reason": self.refusal.reason, "message": self.refusal.message} if self.refusal else None,
            "alternatives": list(self.alternatives),
            "generator": self.generator,
            "verified": self.verified,
            "rejected_drafts": self.rejected_drafts,
            "latency_ms": round(self.latency_ms, 1),
            "query": self.query,
            "national": [row.to_json() for aside in self.asides for row in aside.rows],
        }


def citation_json(clause: Clause, titles: Mapping[str, str]) -> dict[str, Any]:
    """A citation as the contract spells it."""
    return {
        "id": clause.id,
        "document": clause.document,
        "document_title": titles.get(clause.document, clause.document),
        "section": clause.section,
        "tier": clause.tier,
        "tier_label": clause.tier_label,
        "label": clause.label,
        "text": clause.text,
        "start": clause.start,
        "end": clause.end,
    }


def distinct(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Clauses in order of first appearance, each once."""
    return tuple({clause.id: clause for clause in clauses}.values())


def quotations(clauses: Sequence[Clause]) -> tuple[Sentence, ...]:
    """A quoted sentence for each clause."""
    return tuple(Sentence(clause.plain or clause.text, "quoted", (clause.id,)) for clause in clauses)
