"""A question is embedded when a search first needs it, and once."""

from __future__ import annotations

from typing import cast

from drafting.finder import LazySearch
from retrieval.filters import Filters
from retrieval.search import Hit, Query, Searcher
from tests.drafting.made_up import CLAUSES, frame


class Noted:
    """A searcher that notes what it is asked to embed.

    Args:
        topics: The nearest topics that it gives.
    """

    def __init__(self, *topics: str) -> None:
        self.opened = 0
        self.prepared: list[tuple[str, str]] = []
        self._topics = topics

    def open(self) -> Searcher:
        self.opened += 1
        return cast(Searcher, self)

    def prepare(self, question: str, content: str = "") -> Query:
        self.prepared.append((question, content))
        return cast(Query, object())

    def search(self, query: Query, filters: Filters, top: int) -> list[Hit]:
        return [Hit(one, rank, 1.0, ("bm25",)) for rank, one in enumerate(CLAUSES[:top], start=1)]

    def similarity(self, query: Query) -> float:
        return 0.5

    def subjects(self, query: Query) -> list[tuple[str, float]]:
        return [(one, 0.9) for one in self._topics]


def test_nothing_is_opened_or_embedded_before_it_is_needed() -> None:
    noted = Noted()
    LazySearch(noted.open, frame("机器坏了"))
    assert noted.opened == 0 and noted.prepared == []


def test_a_question_is_embedded_once_for_all_that_is_asked_of_it() -> None:
    noted = Noted("19", "32")
    search = LazySearch(noted.open, frame("机器坏了", content="机器坏了没人管"))
    assert len(search(Filters(), 3)) == 3 and len(search(Filters(documents=("plan",)), 2)) == 2
    assert search.similarity() == 0.5 and search.likeliest_topic() == ("19", 0.9)
    assert noted.prepared == [("机器坏了", "机器坏了没人管")]


def test_it_is_read_as_it_was_spelt_out() -> None:
    noted = Noted()
    search = LazySearch(noted.open, frame("机器坏乐", spelt="机器坏了"))
    assert search.likeliest_topic() == (None, 0.0)
    assert noted.prepared == [("机器坏了", "")]
