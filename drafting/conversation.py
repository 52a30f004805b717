"""A conversation: a follow-up is worded out in full from the turn before, answered like any question, and shown so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from drafting.answer import Answer, Finding, Section, Sentence
from drafting.answering import Answerer, Limits
from drafting.english import in_english
from drafting.findings.refusals import refuse_by_words
from drafting.generator import Generator, Silent
from drafting.wording import place
from retrieval.follow_ups import Earlier, FollowUps, Relation, Taken
from retrieval.frame import QueryFrame

MOST_TURNS = 20
"""Turns that are kept; older ones fall away."""
_TOLD_ONE_BY_ONE = 6


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation.

    Attributes:
        question: As asked.
        understood_as: The question in full.
        relation: How it hangs on the turn before.
        frame: The frame of the question in full.
        topic: The capability that its answer was about where the question names none.
        remarks: How the question was taken, for the person; they stand among the answer's notes too.
        lasting: Whether there is anything in it to inherit.
    """

    question: str
    understood_as: str
    relation: Relation
    frame: QueryFrame
    topic: str | None = None
    remarks: tuple[str, ...] = ()
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was asked so far, oldest first.

    Attributes:
        turns: At most ``MOST_TURNS``.
    """

    turns: tuple[Turn, ...] = ()

    def with_turn(self, turn: Turn) -> Conversation:
        """The conversation with one more turn, the oldest dropped where there are too many."""
        return Conversation((*self.turns, turn)[-MOST_TURNS:])

    @property
    def last(self) -> Turn | None:
        """The last turn that has anything to inherit."""
        return next((turn for turn in reversed(self.turns) if turn.lasting), None)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the conversation that it belongs to.

    Attributes:
        answer: The answer; its question is as asked.
        conversation: All turns, the one answered last.
    """

    answer: Answer
    conversation: Conversation

    @property
    def turn(self) -> Turn:
        """The turn that was answered."""
        return self.conversation.turns[-1]

    def to_json(self) -> dict[str, Any]:
        """The object of ``ask`` with how the question was understood."""
        return {**self.answer.to_json(), "understood_as": self.turn.understood_as, "relation": self.turn.relation}


class Conversing:
    """Answers the questions of conversations; it holds none of them.

    Args:
        answerer: Answers a question in full.
        follow_ups: Words follow-ups out in full.
        titles: The documents' titles by id.
    """

    def __init__(self, answerer: Answerer, follow_ups: FollowUps, titles: dict[str, str]) -> None:
        self._answerer = answerer
        self._follow_ups = follow_ups
        self._titles = titles

    def find(self, question: str, conversation: Conversation, limits: Limits | None = None) -> Reply:
        """The answer without the model, and the conversation with this turn."""
        before = conversation.last
        taken = self._taken(question, before, limits)
        found = self._answerer.find(taken.text, limits)
        if taken.language == "en":
            found = _told_in_english(found)
        if taken.relation == "source":
            found = self._sources(found)
        remarks = _remarks(taken, found.frame.language)
        turn = Turn(
            question=question,
            understood_as=taken.text,
            relation=taken.relation,
            frame=found.frame,
            topic=_topic(found),
            remarks=remarks,
            lasting=_lasting(found),
        )
        answer = self._remarked(replace(found, question=question), remarks)
        return Reply(answer, conversation.with_turn(turn))

    def ask(
        self, question: str, conversation: Conversation, generator: Generator, limits: Limits | None = None
    ) -> Reply:
        """The answer, with a verified sentence of the model where one helps and the model can write."""
        return self.write(self.find(question, conversation, limits), generator)

    def write(self, reply: Reply, generator: Generator) -> Reply:
        """Add the model's sentence to a reply that :meth:`find` gave."""
        return replace(reply, answer=self._answerer.write(reply.answer, generator))

    def _taken(self, question: str, before: Turn | None, limits: Limits | None) -> Taken:
        """How the question is taken; one that is refused for its own words inherits nothing."""
        if refuse_by_words(self._answerer.understand(question), self._titles.values()) is not None:
            return Taken(question)
        earlier = Earlier(before.understood_as, before.frame, before.topic) if before else None
        taken = self._follow_ups.take(question, earlier)
        if taken.unsure and _out_of_scope(self._answerer.find(question, limits)):
            return Taken(question)
        return taken

    def _sources(self, found: Answer) -> Answer:
        """Where an answer stands: its clauses, each with its place."""
        if not found.citations:
            return found
        count, english = len(found.citations), found.frame.language == "en"
        ids = [clause.id for clause in found.citations]
        lead = (
            f"The answer before rests on {count} clause{'' if count == 1 else 's'}, quoted below."
            if english
            else f"上一问的回答出自 {count} 条，逐字引在下面。"
        )
        said = [Sentence(lead, "composed", tuple(ids))]
        if count <= _TOLD_ONE_BY_ONE:
            said.extend(
                Sentence(f"{place(one, self._titles)}：原文字符 {one.start}–{one.end}。", "composed", (one.id,))
                for one in found.citations
            )
        section = Section(said=tuple(said), quoted=found.citations)
        return replace(
            found, sections=(section,), result={"kind": "clauses", "ids": ids}, alternatives=(), asides=(),
            summarise=False, query="source",
        )  # fmt: skip

    def _remarked(self, found: Answer, remarks: Sequence[str]) -> Answer:
        """The answer with remarks on how its question was taken, first among its notes."""
        if found.refusal is not None:
            marked = replace(found, alternatives=(*remarks, *found.alternatives))
        else:
            marked = replace(found, frame=replace(found.frame, notes=(*remarks, *found.frame.notes)))
        written = self._answerer.write(marked, Silent())
        return replace(written, latency_ms=found.latency_ms)


def _out_of_scope(found: Answer) -> bool:
    return found.refusal is not None and found.refusal.reason != "not_in_sources"


def _told_in_english(found: Answer) -> Answer:
    """The answer to a question in Chinese with its conclusion in English put first."""
    finding = Finding(
        found.status, found.sections, found.result, found.corrections, found.refusal, found.alternatives, found.query,
        found.asides,
    )  # fmt: skip
    frame = replace(found.frame, language="en")
    told = in_english(frame, finding)
    return replace(found, frame=frame, sections=told.sections, refusal=told.refusal)


def _topic(found: Answer) -> str | None:
    """The subdomain that an answer's first clauses have in common, where its question names no capability."""
    frame = found.frame
    if frame.names_capability or frame.names_object or not found.sections:
        return None
    first = next((section for section in found.sections if section.quoted), None)
    named = {clause.subdomain for clause in first.quoted} if first else set()
    return named.pop() if len(named) == 1 else None


def _lasting(found: Answer) -> bool:
    """Whether a later question can inherit anything: a refusal leaves nothing but the places that it names."""
    frame = found.frame
    if found.refusal is None:
        return True
    named = frame.documents_named or frame.tiers or frame.tracks or frame.names_capability or frame.names_object
    return found.refusal.reason == "not_in_sources" and bool(named)


_SAID: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "continued": ("接上一问，按“{}”理解。", "Taken, after the question before, as: “{}”"),
        "source": ("按询问上一问（“{}”）的出处理解。", "Taken as asking where the answer to “{}” stands."),
        "reason": (
            "按追问上一问（“{}”）的依据理解：依据见所引条款，条文没有写出的理由不作推测。",
            "Taken as asking why, after “{}”: what it rests on is quoted; no reason is guessed.",
        ),
        "other": (
            "按独立的问题理解；如果是接着上一问，可以问“{}”。",
            "Taken by itself; after the question before it could mean: “{}”",
        ),
        "orphan": (
            "前面没有可以承接的问题，按字面理解。",
            "There is no question before that it could continue; taken by its words.",
        ),
    }
)


def _remarks(taken: Taken, language: str) -> tuple[str, ...]:
    """How the question was taken, for the person; nothing where it was taken as it stands."""
    said = taken.relation
    if said == "alone" and not (taken.other or taken.orphan):
        return ()
    chinese, english = _SAID["other" if taken.other else "orphan" if said == "alone" else said]
    return ((english if language == "en" else chinese).format(taken.other or taken.text),)
