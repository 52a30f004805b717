"""What a search finds for a session, kept until it asks for something else."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app.assembly import Workspace
from app.questions import checked
from corpus.clause import Clause
from drafting.finder import LazySearch
from drafting.findings.searching import Nearness, is_far
from retrieval.filters import Filters
from retrieval.framed import SearchAnswer
from retrieval.search import Hit

DEPTH = 200
"""So many hits are gone through at most."""
_FOUND = "search-found"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        answer: The hits, best first, with how the question was understood.
        words: The words that were looked for.
        far: Whether the question is of another field by its words and its meaning.
    """

    answer: SearchAnswer
    words: tuple[str, ...]
    far: bool

    @property
    def hits(self) -> dict[str, Hit]:
        """The hits by the ids of their clauses, best first."""
        return {one.clause.id: one for one in self.answer.hits}

    @property
    def clauses(self) -> list[Clause]:
        """The clauses found, best first."""
        return [one.clause for one in self.answer.hits]


def found(workspace: Workspace, query: str, documents: tuple[str, ...]) -> Found:
    """What a search finds.

    Args:
        workspace: The current build.
        query: What is looked for.
        documents: The documents that are searched; empty for all but those that are found only by their name.

    Raises:
        AppError: The query cannot be read.
        RetrievalError: The build cannot be searched.
    """
    key = (str(workspace.snapshot.path), query, documents)
    kept = st.session_state.get(_FOUND)
    if kept is None or kept[0] != key:
        kept = (key, search(workspace, query, documents))
        st.session_state[_FOUND] = kept
    held: Found = kept[1]
    return held


def search(workspace: Workspace, query: str, documents: tuple[str, ...] = ()) -> Found:
    """Search, and tell whether the texts treat the matter at all; see :func:`found`."""
    answer = workspace.search(checked(query), Filters(documents=documents), top=DEPTH)
    words = tuple(dict.fromkeys(workspace.words(query)))
    far = is_far(answer.frame, LazySearch(lambda: workspace.searcher, answer.frame), Nearness())
    return Found(answer, words, far)
