"""Which one of the things that the answer before listed a follow-up means: their clauses compared with its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.refusals import not_in_sources
from drafting.findings.searching import Nearness
from drafting.wording import ids_of, joined
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.search import Hit, Searcher

CHOICE = "choice"
"""How a finding that chooses says that it was made."""
_LOOKED_AT = 40
_OF_FIRST = 3
_OF_OTHERS = 1
_MEASURED = re.compile(r"最|更|[多少]于|\b(?:most|least|more|less|\w+est)\b")
_COUNTED = 2
"""The best clauses of a thing that speak for it."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing listed, with the hits that are about it, best first."""

    name: str
    hits: tuple[Hit, ...]

    @property
    def score(self) -> float:
        """The sum of its best clauses' scores."""
        return sum(hit.score for hit in self.hits[:_COUNTED])


class Choosing:
    """Compares things listed with a question in everyday words.

    Args:
        searcher: Gives what finds clauses; called when a choice first needs it.
        nearness: How near a question must lie to the texts to be compared with any of them.
    """

    def __init__(self, searcher: Callable[[], Searcher], nearness: Nearness | None = None) -> None:
        self._searcher = searcher
        self._nearness = nearness or Nearness()

    def find(self, asked: str, names: Sequence[str], documents: Sequence[str]) -> Finding | None:
        """The things by how near their clauses lie to the question, the nearest first; None where none has clauses.

        A question that lies far from all texts is refused: a nearest one there always is.

        Args:
            asked: The follow-up in its own words.
            names: Alternatives within a document, or capabilities.
            documents: The documents that list them; all where there are none.
        """
        searcher = self._searcher()
        query = searcher.prepare(asked)
        nearest = self._nearness.english if asked.isascii() else self._nearness.chinese
        if searcher.similarity(query) < nearest:
            return not_in_sources("所列各项的条文没有说到这一点，无法据以选择。")
        limits = (
            Filters(documents=tuple(documents), tracks=tuple(names)),
            Filters(documents=tuple(documents), subdomains=tuple(names)),
            Filters(documents=tuple(documents), domains=tuple(names)),
        )
        hits = next((found for limit in limits if (found := searcher.search(query, limit, _LOOKED_AT))), [])
        each = (_Thing(name, tuple(hit for hit in hits if name in _about(hit.clause))) for name in names)
        things = sorted((one for one in each if one.hits), key=lambda one: -one.score)
        return _told(things) if len(things) > 1 else None


def by_likeness(frame: QueryFrame) -> bool:
    """Whether likeness of meaning can tell which one is asked for: it knows neither denials nor what is greatest."""
    return not (frame.negated or frame.intent == "threshold" or _MEASURED.search(frame.about))


def _told(things: Sequence[_Thing]) -> Finding:
    first, others = things[0], things[1:]
    own = tuple(hit.clause for hit in first.hits[:_OF_FIRST])
    rest = tuple(hit.clause for one in others for hit in one.hits[:_OF_OTHERS])
    text = f"按意思比较，所列各项中最相近的是“{first.name}”。"
    sections = (
        Section(said=(Sentence(text, "composed", tuple(one.id for one in own)),), quoted=own),
        Section(
            "所列其他各项",
            (Sentence(f"其余按相近程度：{joined([one.name for one in others])}。", "composed", ids_of(rest)),),
            rest,
        ),
    )
    return Finding("answered", sections, {"kind": "set", "items": [first.name]}, query=CHOICE)


def _about(clause: Clause) -> tuple[str | None, ...]:
    return clause.track, clause.subdomain, clause.domain, clause.element
