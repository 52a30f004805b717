"""A conversation: a follow-up is worded out in full from the turn before, answered like any question, and shown so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.clause import Clause
from drafting.among import find_among
from drafting.answer import Answer, Finding, Section, Sentence, distinct
from drafting.answering import Answerer, Limits
from drafting.choosing import CHOICE, Choosing, by_likeness
from drafting.english import in_english
from drafting.findings.refusals import refuse_by_words
from drafting.generator import Generator, Silent
from drafting.how_taken import remarks_on
from drafting.wording import place
from retrieval.follow_ups import FollowUps
from retrieval.frame import QueryFrame
from retrieval.taken import Earlier, Relation, Taken

MOST_TURNS = 20
"""Turns that are kept; older ones fall away."""
_TOLD_ONE_BY_ONE = 6
_QUOTING = frozenset({"section", "search"})
"""Ways that quote clauses and say nothing of what they name."""


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
        listed: The things that its answer listed, or that it chose among.
        cited: The clauses that its answer quoted first.
        chosen: The one of the things listed that its answer chose.
    """

    question: str
    understood_as: str
    relation: Relation
    frame: QueryFrame
    topic: str | None = None
    remarks: tuple[str, ...] = ()
    lasting: bool = True
    listed: tuple[str, ...] = ()
    cited: tuple[Clause, ...] = ()
    chosen: str = ""


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
        choosing: Chooses among what was listed; without it, such a question is searched for like any other.
    """

    def __init__(
        self, answerer: Answerer, follow_ups: FollowUps, titles: Mapping[str, str], choosing: Choosing | None = None
    ) -> None:
        self._answerer = answerer
        self._choosing = choosing
        self._follow_ups = follow_ups
        self._titles = titles

    def find(self, question: str, conversation: Conversation, limits: Limits | None = None) -> Reply:
        """The answer without the model, and the conversation with this turn."""
        before = conversation.last
        taken = self._taken(question, before, limits)
        found = self._answerer.find(taken.text, limits)
        if taken.keeps and before is not None:
            found = self._kept(found, question, taken, before)
        if taken.language == "en":
            found = _told_in_english(found)
        if taken.relation == "source":
            found = self._sources(found)
        remarks = remarks_on(taken, found.frame.language, self._answerer.named(limits) if limits else ())
        turn = Turn(
            question=question,
            understood_as=taken.text,
            relation=taken.relation,
            frame=found.frame,
            topic=_topic(found),
            remarks=remarks,
            lasting=_lasting(found),
            listed=before.listed if before and taken.keeps == "listed" else _listed(found),
            cited=_answering(found),
            chosen=_listed(found)[0] if found.query == CHOICE else "",
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
        earlier = _inherited(before) if before else None
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

    def _kept(self, found: Answer, question: str, taken: Taken, before: Turn) -> Answer:
        """An answer kept to what the one before listed or quoted; as it is where it rests on nothing else."""
        kept = None
        if taken.keeps == "cited":
            kept = find_among(found.frame, before.cited)
            if (
                kept is not None
                and _rests_on(found, before.cited)
                and _kind(kept.result) in ("clauses", _kind(found.result))
            ):
                kept = None
        elif self._choosing is not None and by_likeness(found.frame):
            documents = tuple(dict.fromkeys(one.document for one in before.cited))
            kept = self._choosing.find(question, before.listed, documents)
        if kept is None:
            return found
        told = in_english(found.frame, kept) if found.frame.language == "en" else kept
        cited = distinct(clause for section in told.sections for clause in section.quoted)
        return replace(
            found, status=told.status, sections=told.sections, result=told.result, corrections=(), refusal=told.refusal,
            citations=cited, alternatives=(), asides=(), summarise=False, query=told.query,
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
    named = {clause.subdomain for clause in _first_quoted(found)}
    return named.pop() if len(named) == 1 else None


def _first_quoted(found: Answer) -> tuple[Clause, ...]:
    """What the first part of an answer that quotes anything quotes."""
    return next((section.quoted for section in found.sections if section.quoted), ())


def _answering(found: Answer) -> tuple[Clause, ...]:
    """The clauses that answer: those of the result, of all sides where sides are compared; else those quoted first."""
    result = found.result or {}
    ids = {*result.get("ids", ()), *(one for row in result.get("rows", ()) for one in row.get("ids", ()))}
    return tuple(clause for clause in found.citations if clause.id in ids) or _first_quoted(found)


def _kind(result: Mapping[str, Any] | None) -> str | None:
    return (result or {}).get("kind")


def _rests_on(found: Answer, cited: Sequence[Clause]) -> bool:
    """Whether an answer that does more than quote rests on nothing but these clauses."""
    own = {clause.id for clause in _answering(found)}
    if _kind(found.result) == "count":
        return True  # it counts within the question in full, of which only a part may have been quoted
    return bool(own) and found.query not in _QUOTING and own <= {clause.id for clause in cited}


def _listed(found: Answer) -> tuple[str, ...]:
    """The things that an answer lists."""
    result = found.result or {}
    items = result.get("items") if result.get("kind") == "set" else None
    return tuple(str(one) for one in items or ())


def _inherited(before: Turn) -> Earlier:
    return Earlier(before.understood_as, before.frame, before.topic, before.listed, before.cited, before.chosen)


def _lasting(found: Answer) -> bool:
    """Whether a later question can inherit anything: a refusal leaves nothing but the places that it names."""
    frame = found.frame
    if found.refusal is None:
        return True
    named = frame.documents_named or frame.tiers or frame.tracks or frame.names_capability or frame.names_object
    return found.refusal.reason == "not_in_sources" and bool(named)
