"""Limits set beside a question go on with its follow-ups, unless these name another of the kind."""

from __future__ import annotations

from dataclasses import replace

from drafting.answering import Answerer, Limits
from drafting.conversation import Conversation, Conversing, Reply
from retrieval.frame import QueryFrame

NO_LIMITS = Limits()


def carried(limits: Limits, earlier: QueryFrame, now: QueryFrame, own: QueryFrame) -> Limits:
    """The limits of a question that its follow-up keeps.

    Args:
        limits: The limits of the earlier question.
        earlier: What the words of the earlier question in full say, without its limits.
        now: What the words of the follow-up in full say.
        own: What the words of the follow-up say by themselves.
    """
    same_document = earlier.documents == now.documents and not own.documents_named

    def kept(field: str) -> bool:
        named = bool(getattr(own, field)) and field not in own.guessed
        return not named and getattr(earlier, field) == getattr(now, field)

    return Limits(
        document=limits.document if same_document else None,
        tier=limits.tier if same_document and kept("tiers") else None,
        subdomain=limits.subdomain if kept("subdomains") else None,
        system=limits.system if kept("systems") else None,
    )


def find_within(
    conversing: Conversing, answerer: Answerer, question: str, conversation: Conversation, limits: Limits
) -> tuple[Reply, Limits]:
    """The answer to the next question of a conversation, within the limits of the one before where it follows it.

    Args:
        conversing: Answers it.
        answerer: Reads what the words of a question say.
        question: As asked.
        conversation: What was asked before.
        limits: The limits of the question before.

    Returns:
        The reply, and the limits that it was found within.
    """
    reply = conversing.find(question, conversation)
    before = conversation.last
    if limits == NO_LIMITS or before is None or reply.turn.relation == "alone":
        return reply, NO_LIMITS
    read = answerer.understand
    kept = carried(limits, read(before.understood_as), read(reply.turn.understood_as), read(question))
    if kept == NO_LIMITS:
        return reply, NO_LIMITS
    return conversing.find(question, conversation, kept), kept


def limited(limits: Limits, field: str, value: str | None) -> Limits:
    """The limits with one of them changed; another document ends the limit to a tier.

    Args:
        limits: As they were.
        field: ``document``, ``tier``, ``subdomain`` or ``system``.
        value: The new one; None for what the question's own words say.
    """
    changed = replace(limits, **{field: value})
    return replace(changed, tier=None) if field == "document" else changed
