"""The address of a conversation: its questions with their limits; where these are long, the name of their record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.assembly import Workspace
from app.conversation_records import ConversationRecords, Question
from app.web.asking.asked import Asked, conversation, forget, take_up
from app.web.parts.address import kept
from app.web.parts.source_panel import close_source, open_source, opened_source

LONGEST = 600
"""Characters of questions that an address holds; what is longer is kept in a record."""
_QUESTIONS, _LIMITS, _RECORD, _CLAUSE = "q", "in", "c", "clause"
_RESTORED = "asked-restored"
_NAMED = "asked-record"
_OWNED = "asked-record-own"
_FIELDS: Mapping[str, str] = {"d": "document", "t": "tier", "s": "subdomain", "y": "system"}
_NONE = "-"


def restore(workspace: Workspace) -> None:
    """Take conversation and source from the address where a session begins with one.

    Raises:
        AppError: A question in it cannot be read.
        RetrievalError: One cannot be searched for.
    """
    if st.session_state.get(_RESTORED):
        return
    st.session_state[_RESTORED] = True
    name = st.query_params.get(_RECORD, "")
    questions = _records(workspace).read(name)
    if questions:
        st.session_state[_NAMED] = name, questions
    clause = st.query_params.get(_CLAUSE, "")
    take_up(workspace, questions or told(st.query_params.get_all(_QUESTIONS), st.query_params.get_all(_LIMITS)))
    if clause in workspace.shelf.by_id:
        open_source(clause)


def told(questions: Sequence[str], limits: Sequence[str]) -> tuple[Question, ...]:
    """What an address asks; of a text that no address of ours holds, as much as can be read.

    >>> told(["设备运维", "有几条"], ["t:future-factory"])[0].tier
    'future-factory'
    """
    found = []
    for at, text in enumerate(questions):
        fields = dict(part.split(":", 1) for part in (limits[at] if at < len(limits) else "").split(";") if ":" in part)
        within = {_FIELDS[name]: value for name, value in fields.items() if name in _FIELDS and value}
        if text.strip():
            found.append(Question(text=text, **within))
    return tuple(found)


def written(question: Question) -> str:
    """The limits of a question as an address holds them.

    >>> written(Question(text="设备运维", tier="future-factory", system="MES"))
    't:future-factory;y:MES'
    """
    held = ((name, getattr(question, field)) for name, field in _FIELDS.items())
    return ";".join(f"{name}:{value}" for name, value in held if value) or _NONE


def keep_address(workspace: Workspace) -> None:
    """Write the conversation and the open source into the address, from which they can be restored.

    Raises:
        AppError: A long conversation cannot be kept.
    """
    asked = conversation()
    questions = tuple(one.question for one in asked)
    if sum(len(one.text) for one in questions) <= LONGEST:
        _write(questions)
        kept(_RECORD, "")
    else:
        full = _in_full(asked[-1])
        _write((full,) if len(full.text) <= LONGEST else ())
        kept(_RECORD, _recorded(workspace, questions))
    kept(_CLAUSE, opened_source() or "")


def begin_anew(workspace: Workspace) -> None:
    """Forget the conversation, and delete its record where there is one."""
    if (held := st.session_state.pop(_NAMED, None)) is not None:
        _records(workspace).forget(held[0])
    st.session_state.pop(_OWNED, None)
    forget()
    close_source()


def _write(questions: Sequence[Question]) -> None:
    limits = [written(one) for one in questions]
    wanted = {_QUESTIONS: [one.text for one in questions], _LIMITS: limits if set(limits) - {_NONE} else []}
    for name, values in wanted.items():
        if not values and name in st.query_params:
            del st.query_params[name]
        elif st.query_params.get_all(name) != values:
            st.query_params[name] = values


def _in_full(asked: Asked) -> Question:
    """The present question so that it can be answered without those before it."""
    return asked.question.model_copy(update={"text": asked.reply.turn.understood_as})


def _recorded(workspace: Workspace, questions: tuple[Question, ...]) -> str:
    """The name of the record; a session that goes on with another's conversation leaves that record as it is."""
    name, known = st.session_state.get(_NAMED, ("", ()))
    if known != questions:
        own = st.session_state.get(_OWNED)
        name = st.session_state[_OWNED] = _records(workspace).keep(questions, own)
        st.session_state[_NAMED] = name, questions
    return str(name)


def _records(workspace: Workspace) -> ConversationRecords:
    return ConversationRecords(workspace.settings.data)
