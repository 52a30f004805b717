"""The conversation of a session: its questions with their answers and limits, kept from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from app.assembly import Workspace
from app.conversation_records import Question
from app.questions import checked
from app.web.asking.writing_desk import Writing
from app.web.jobs import Job
from app.web.parts.source_panel import close_source
from drafting.answer import Answer
from drafting.answering import Limits
from drafting.carrying import NO_LIMITS, find_within, limited
from drafting.conversation import MOST_TURNS, Conversation, Reply

_ASKED = "asked"
_NUMBER = "asked-number"
_QUESTION = "asked-next"
_LIMIT = "asked-limit"


@dataclass(slots=True)
class Asked:
    """A question of this session with its answer.

    Attributes:
        number: Which question of the session it is, counted from 1; another reading of it has another number.
        build: The build that it was answered from.
        before: The conversation that it was asked in.
        limits: What it was limited to beside its words.
        reply: The answer as far as it is.
        writing: The model's sentence on its way, or None.
        written: Whether the model had its turn.
        failed: Whether it had its turn and gave no draft.
        waited_for_model: Whether the model was still missing when the answer was first shown.
        offers: Looks beside the page for what may be asked next; None before.
        offered: What was found so far.
        judged: What a person said of it; empty before.
    """

    number: int
    build: str
    before: Conversation
    limits: Limits
    reply: Reply
    writing: Writing | None = None
    written: bool = False
    failed: bool = False
    waited_for_model: bool = False
    offers: Job[None] | None = None
    offered: list[str] = field(default_factory=list)
    judged: str = ""

    @property
    def answer(self) -> Answer:
        """The answer as far as it is."""
        return self.reply.answer

    @property
    def question(self) -> Question:
        """What was asked, to be kept."""
        told = self.limits
        return Question(
            text=self.reply.turn.question, document=told.document, tier=told.tier, subdomain=told.subdomain,
            system=told.system,
        )  # fmt: skip

    def give_up(self) -> None:
        """Nobody waits for its sentence, nor for what to ask next, any more."""
        if self.writing is not None:
            self.writing.cancel()
        if self.offers is not None:
            self.offers.give_up()
        self.writing, self.written = None, True


def ask(question: str) -> None:
    """Ask a question, as the next of the conversation."""
    st.session_state[_QUESTION] = question.strip()
    close_source()


def was_asked() -> bool:
    """Whether something was asked that is not answered yet."""
    return bool(st.session_state.get(_QUESTION))


def limit(name: str, value: str | None) -> None:
    """Ask the present question again within another limit.

    Args:
        name: ``document``, ``tier``, ``subdomain`` or ``system``.
        value: The limit; None for what the question's own words say.
    """
    st.session_state[_LIMIT] = name, value
    close_source()


def forget() -> None:
    """Forget the conversation."""
    for one in conversation():
        one.give_up()
    st.session_state[_ASKED] = []


def conversation() -> Sequence[Asked]:
    """The questions with their answers so far, the present one last."""
    found: list[Asked] = st.session_state.setdefault(_ASKED, [])
    return found


def go_on(workspace: Workspace) -> None:
    """Answer what was asked since the last run; the present question anew where its limits or the build changed.

    Raises:
        AppError: The question cannot be read; the conversation stays as it was.
        RetrievalError: It cannot be searched for.
    """
    question = str(st.session_state.pop(_QUESTION, ""))
    changed = st.session_state.pop(_LIMIT, None)
    kept = list(conversation())
    if question:
        last = kept[-1] if kept else None
        before = last.reply.conversation if last else Conversation()
        parts = workspace.conversing, workspace.answerer
        reply, limits = find_within(*parts, checked(question), before, last.limits if last else NO_LIMITS)
        if last is not None:
            last.give_up()
        _keep([*kept, Asked(_next_number(), _build(workspace), before, limits, reply)])
    elif kept and (changed or kept[-1].build != _build(workspace)):
        last = kept[-1]
        limits = limited(last.limits, *changed) if changed else last.limits
        _keep([*kept[:-1], _asked(workspace, last.reply.turn.question, last.before, limits)])
        last.give_up()


def take_up(workspace: Workspace, questions: Sequence[Question]) -> None:
    """Take up a conversation that was had before: each question is answered anew, after those before it.

    Raises:
        AppError: A question cannot be read; those before it are taken up.
        RetrievalError: One cannot be searched for.
    """
    for one in questions:
        kept = list(conversation())
        before = kept[-1].reply.conversation if kept else Conversation()
        _keep([*kept, _asked(workspace, one.text, before, _known(workspace, one.limits))])


def _asked(workspace: Workspace, question: str, before: Conversation, limits: Limits) -> Asked:
    within = limits if limits != NO_LIMITS else None
    reply = workspace.conversing.find(checked(question), before, within)
    return Asked(_next_number(), _build(workspace), before, limits, reply)


def _known(workspace: Workspace, limits: Limits) -> Limits:
    """The limits without what this build has not."""
    schemes = workspace.snapshot.schemes
    subdomains = {concept.zh for concept in schemes["capabilities"].concepts.values()}
    return Limits(
        limits.document if limits.document in workspace.shelf.documents else None,
        limits.tier if limits.tier in schemes["tiers"].concepts else None,
        limits.subdomain if limits.subdomain in subdomains else None,
        limits.system if limits.system in schemes["systems"].concepts else None,
    )


def _keep(asked: list[Asked]) -> None:
    st.session_state[_ASKED] = asked[-MOST_TURNS:]


def _build(workspace: Workspace) -> str:
    return str(workspace.snapshot.path)


def _next_number() -> int:
    state: Any = st.session_state
    state[_NUMBER] = int(state.get(_NUMBER, 0)) + 1
    return int(state[_NUMBER])
