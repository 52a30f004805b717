"""The conversation of a session: its questions with their answers, kept from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app.assembly import Workspace
from app.questions import checked
from app.web.parts.limits import Chosen
from app.web.parts.source_panel import close_source, open_source, opened_source
from drafting.answer import Answer
from drafting.conversation import MOST_TURNS, Conversation, Reply

_QUESTION = "question"
_NUMBER = "question-number"
_ASKED = "asked"


@dataclass(slots=True)
class Asked:
    """A question of this session with its answer.

    Attributes:
        number: Which question of the session it is, counted from 1.
        key: The build, the question and the limits; another key needs another answer.
        before: The conversation that it was asked in.
        reply: The answer as far as it is.
        writing: The model's sentence on its way, or None.
        written: Whether the model had its turn.
        failed: Whether it had its turn and gave no draft.
        waited_for_model: Whether the model was still missing when the answer was first shown.
    """

    number: int
    key: tuple[Any, ...]
    before: Conversation
    reply: Reply
    writing: Future[Answer] | None = None
    written: bool = False
    failed: bool = False
    waited_for_model: bool = False

    @property
    def answer(self) -> Answer:
        """The answer as far as it is."""
        return self.reply.answer

    def give_up_writing(self) -> None:
        """Nobody waits for its sentence any more."""
        if self.writing is not None:
            self.writing.cancel()
        self.writing, self.written = None, True


def ask(question: str) -> None:
    """Ask a question, as the next of the conversation."""
    st.session_state[_QUESTION] = question.strip()
    st.session_state[_NUMBER] = _number() + 1
    close_source()


def begin_anew() -> None:
    """Forget the conversation."""
    for one in _kept():
        one.give_up_writing()
    st.session_state[_ASKED] = []
    st.session_state[_QUESTION] = ""
    close_source()


def restore(workspace: Workspace) -> None:
    """Take question and source from the address where a session begins with one."""
    if _QUESTION in st.session_state:
        return
    st.session_state[_QUESTION] = ""
    if question := st.query_params.get("q", ""):
        ask(question)
    clause = st.query_params.get("clause", "")
    if clause in workspace.shelf.by_id:
        open_source(clause)


def conversation_so_far(workspace: Workspace, chosen: Chosen) -> Sequence[Asked]:
    """The questions with their answers, the present one last; found anew where limits or build changed.

    Raises:
        AppError: The present question cannot be read.
    """
    question = str(st.session_state.get(_QUESTION, ""))
    if not question:
        return ()
    kept = _kept()
    present = kept[-1] if kept and kept[-1].number == _number() else None
    key = (str(workspace.snapshot.path), question, chosen.document, chosen.tier, chosen.subdomain, chosen.system)
    if present is not None and present.key == key:
        return kept
    if kept:
        kept[-1].give_up_writing()
    earlier = kept[:-1] if present is not None else kept
    before = present.before if present is not None else earlier[-1].reply.conversation if earlier else Conversation()
    reply = workspace.conversing.find(checked(question), before, chosen.limits())
    kept = [*earlier, Asked(_number(), key, before, reply)][-MOST_TURNS:]
    st.session_state[_ASKED] = kept
    return kept


def keep_address(asked: Sequence[Asked]) -> None:
    """Write the present question in full and the open source into the address, from which they can be restored."""
    question = asked[-1].reply.turn.understood_as if asked else str(st.session_state.get(_QUESTION, ""))
    for name, value in {"q": question, "clause": opened_source() or ""}.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def _kept() -> list[Asked]:
    found: list[Asked] = st.session_state.get(_ASKED, [])
    return found


def _number() -> int:
    return int(st.session_state.get(_NUMBER, 0))
