"""What one may well ask next: follow-ups that suit an answer, each tried before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafting.answer import Answer
from drafting.answering import Answerer, Limits
from drafting.carrying import find_within
from drafting.conversation import Conversing, Reply
from drafting.shelf import Shelf, Tier
from retrieval.frame import QueryFrame

MOST_OFFERED = 4
"""So many follow-ups are offered after an answer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A follow-up that may suit.

    Attributes:
        question: Its words.
        holds: Whether an answer to it is the one meant.
    """

    question: str
    holds: Callable[[Answer], bool]


class Offers:
    """Finds what may be asked after an answer.

    Args:
        conversing: Answers follow-ups.
        answerer: Reads questions.
        shelf: The clauses and tiers.
    """

    def __init__(self, conversing: Conversing, answerer: Answerer, shelf: Shelf) -> None:
        self._conversing = conversing
        self._answerer = answerer
        self._shelf = shelf

    def after(self, reply: Reply, limits: Limits, between: Callable[[], None] = lambda: None) -> Iterator[str]:
        """Follow-ups that are answered, and otherwise than the question was, as they are found.

        Args:
            reply: The answer that they follow.
            limits: What it was found within.
            between: Called before each is tried; what it raises ends the search.
        """
        shown, offered = {_lead(reply.answer)}, 0
        for offer in self._suiting(reply.answer):
            between()
            found, _ = find_within(self._conversing, self._answerer, offer.question, reply.conversation, limits)
            lead = _lead(found.answer)
            if found.turn.relation != "continued" or found.answer.refusal or not found.answer.citations:
                continue
            if lead in shown or not offer.holds(found.answer):
                continue
            shown.add(lead)
            yield offer.question
            offered += 1
            if offered == MOST_OFFERED:
                return

    def _suiting(self, answer: Answer) -> Iterator[Offer]:
        if answer.refusal is not None or answer.frame.language == "en":
            return
        yield from self._tiers(answer)
        yield from _forces(answer)
        if answer.frame.names_capability and not answer.frame.lists_systems:
            yield Offer("提到了哪些系统", lambda found: (found.result or {}).get("kind") == "set")
        if len(answer.frame.subdomains) == 1 and not answer.frame.sides:
            own = {clause.document for clause in answer.citations}
            yield Offer("其他文件有类似的吗", lambda found: not own & {one.document for one in found.citations})

    def _tiers(self, answer: Answer) -> Iterator[Offer]:
        """The same of another tier, and what it asks otherwise."""
        frame = answer.frame
        other = self._other_tier(frame)
        if other is not None:
            code = other.code
            yield Offer(f"那{other.label}呢", lambda found: found.frame.tiers == (code,))
            if frame.names_capability and frame.tiers:
                yield Offer(f"和{other.label}有什么不同", lambda found: len(found.frame.sides) > 1)

    def _other_tier(self, frame: QueryFrame) -> Tier | None:
        """The next tier, the one below where there is none above, the highest where the question names none."""
        if len(frame.documents) != 1 or len(frame.tiers) > 1 or frame.sides:
            return None
        document = frame.documents[0]
        if not frame.tiers:
            known = self._shelf.tiers(document)
            return known[-1] if known else None
        return self._shelf.above(document, frame.tiers[0]) or self._shelf.below(document, frame.tiers[0])


def _forces(answer: Answer) -> Iterator[Offer]:
    """The clauses of one force, where the answer quotes some of that force and some of others."""
    held = [clause.forces for clause in answer.citations]
    if answer.frame.forces or not any("should" in forces for forces in held) or all("should" in one for one in held):
        return
    yield Offer("其中有宜的吗", lambda found: found.frame.forces == ("should",) and found.status == "answered")


def _lead(answer: Answer) -> str:
    said = [sentence.text for section in answer.sections for sentence in section.said]
    return said[0] if said else answer.question
