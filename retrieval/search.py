"""Search: its retrievers' lists fused, limits applied before anything is ranked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.clause import Clause
from retrieval.calibration import Calibration
from retrieval.embedder import Embedder, Vectors
from retrieval.facets import NO_TOPIC, Facets, Key
from retrieval.filters import FilterIndex, Filters, Mask
from retrieval.fusion import fuse
from retrieval.fusion_weights import Fusion
from retrieval.lexical import LexicalIndex
from retrieval.named_things import NATIONAL, SYSTEMS, NamedThings, no_things
from retrieval.nearness import nearness
from retrieval.normalise import Normaliser
from retrieval.subject_training import subject_of_rows
from retrieval.subjects import nearest_of
from retrieval.topics import Topics
from retrieval.vectors import DenseIndex
from retrieval.wording_index import NO_WORDING, WordingIndex

__all__ = ["Filters", "Fusion", "Hit", "Query", "Searcher"]

_LONGEST_QUERY = 600
# The kinds of clauses for which everyday wordings are written.
_WORDED = frozenset({"requirement", "threshold", "step"})
_BY_THING = {SYSTEMS: "system", NATIONAL: "proposed"}
"""What a hit's reasons call the way over a system, and the way over a scenario that is only proposed."""
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """How near everything lies to a vector, in cosines.

    Attributes:
        texts: Of each clause, shape (clauses,).
        wordings: Of each clause's nearest everyday wording, shape (clauses,); -1 where it has none.
    """

    texts: Vectors
    wordings: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A question made ready once, so that searching and judging it embed it once.

    Attributes:
        text: The question.
        vector: Its embedding, shape (dimension,).
        near: How near the clauses and their wordings lie to it.
        adapted: The same of the adapted vector.
        things: How near each system and scenario lies by its everyday names, shape (things,).
    """

    text: str
    vector: Vectors
    near: Near
    adapted: Near
    things: Vectors


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found.

    Attributes:
        clause: The clause.
        rank: From 1.
        score: The fused score; comparable within one search only.
        why: The retrievers that listed it: ``bm25``, ``dense``, ``graph``, ``topic``, ``wording``, ``system``, and
            ``proposed`` for a way over a mapping to a scenario that is only proposed.
    """

    clause: Clause
    rank: int
    score: float
    why: tuple[str, ...]


class Searcher:
    """Finds clauses for questions in everyday words.

    Args:
        clauses: The corpus in reading order, enriched by entity linking.
        lexical: BM25 over the same rows.
        dense: Vectors of the same rows.
        facets: The same rows' links to the vocabularies.
        topics: The capabilities' wordings.
        asked: The clauses' everyday wordings.
        embedder: The one that made the vectors.
        normaliser: Makes width and script of a question equal before it is embedded.
        fusion: Weights.
        calibration: What the embedder's cosines mean; nothing of their own by default.
        things: The everyday names of systems and scenarios; none by default.
        aside: Documents that are found only by their name: of other fields, or replaced by a later edition.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        lexical: LexicalIndex,
        dense: DenseIndex,
        facets: Facets,
        topics: Topics,
        asked: WordingIndex,
        embedder: Embedder,
        normaliser: Normaliser,
        fusion: Fusion | None = None,
        calibration: Calibration | None = None,
        things: NamedThings | None = None,
        aside: Collection[str] = (),
    ) -> None:
        self.clauses = clauses
        self.lexical = lexical
        self.dense = dense
        self.facets = facets
        self.topics = topics
        self.asked = asked
        self.embedder = embedder
        self.things = things or no_things(asked.vectors.shape[1])
        self._normalise = normaliser
        self.fusion = fusion or Fusion()
        self._calibration = calibration or Calibration()
        self._filters = FilterIndex(clauses, aside)
        self._worded_kinds = np.array([clause.kind in _WORDED for clause in clauses], dtype=np.float32)

    def prepare(self, question: str, content: str = "") -> Query:
        """Embed a question; only its first 600 characters are read.

        Args:
            question: What is searched by its words.
            content: The part of it that is compared by meaning; all of it by default.
        """
        text, meant = question[:_LONGEST_QUERY], (content or question)[:_LONGEST_QUERY]
        return self.ready(text, self.embedder.embed_queries([self._normalise.spelling(meant)])[0])

    def ready(self, text: str, vector: Vectors) -> Query:
        """Compare an embedded question with everything once; searches under several limits then share the result.

        Args:
            text: The question.
            vector: Its embedding, shape (dimension,).
        """
        adaptation = self.asked.adaptation
        both = np.stack([vector, adaptation(vector)])
        texts, wordings = self.dense.cosines(both), self.asked.cosines(both, len(self.clauses))
        offset = np.float32(adaptation.offset)
        moved = np.where(wordings[1] > NO_WORDING, wordings[1] + offset, NO_WORDING)
        near, adapted = Near(texts[0], wordings[0]), Near(texts[1] + offset, moved)
        return Query(text, vector, near, adapted, self.things.cosines(vector))

    def differing(
        self,
        *,
        fusion: Fusion | None = None,
        asked: WordingIndex | None = None,
        topics: Topics | None = None,
        things: NamedThings | None = None,
    ) -> Searcher:
        """A searcher with other weights, wordings, topics or things, to measure what each is good for."""
        other = copy(self)
        other.fusion = fusion or self.fusion
        other.asked = self.asked if asked is None else asked
        other.topics = self.topics if topics is None else topics
        other.things = self.things if things is None else things
        return other

    def search(self, query: str | Query, filters: Filters | None = None, top: int = 10) -> list[Hit]:
        """Find the clauses that fit a question.

        Args:
            query: The question, or what :meth:`prepare` made of it.
            filters: Limits; none by default.
            top: How many hits at most.

        Returns:
            Hits, best first; empty for a blank question, or where no row passes the limits.
        """
        ready = self.prepare(query) if isinstance(query, str) else query
        if not ready.text.strip():
            return []
        named = self.facets.named_in(ready.text)
        schemes = {scheme for scheme, _ in named}
        allowed = self._filters.mask(filters or Filters(), cells={"tiers", "capabilities"} <= schemes)
        lists = [one for one in self._lists(ready, named, allowed) if one[1]]
        scores = fuse([(weight, rows) for _, weight, rows in lists], self.fusion.k)
        # Equal scores: reading order.
        best = sorted(scores, key=lambda row: (-scores[row], row))[:top]
        why = {row: tuple(dict.fromkeys(name for name, _, rows in lists if row in rows)) for row in best}
        return [Hit(self.clauses[row], rank, scores[row], why[row]) for rank, row in enumerate(best, start=1)]

    def similarity(self, query: str | Query) -> float:
        """How near a question lies to the texts, in cosines: see :func:`nearness`.

        It is on the scale of the bundled embedder, whichever made the vectors, and low for what the texts do not
        treat. On the development questions with the bundled embedder, Chinese questions of other fields reach 0.86 to
        0.905, all but a few others 0.905 or more; English questions lie lower.
        """
        ready = self.prepare(query) if isinstance(query, str) else query
        near = nearness(ready.near.texts[None], ready.near.wordings[None])
        return self._calibration.near(ready.text, float(near[0]))

    def subjects(self, query: str | Query) -> list[tuple[str, float]]:
        """The codes of all capabilities with the probability that a question is about each, the likeliest first.

        It takes for granted that the question is about one of them; see :meth:`similarity` for whether it is.
        """
        ready = self.prepare(query) if isinstance(query, str) else query
        subject = subject_of_rows(self.topics.codes, self.facets, len(self.clauses))
        spoken = nearest_of(ready.near.wordings[subject >= 0], subject[subject >= 0], len(self.topics.codes))
        return self.topics.subjects(ready.vector, spoken)

    def nearest_topics(self, query: str | Query, count: int = 3) -> list[tuple[str, float]]:
        """The codes of the likeliest capabilities; see :meth:`subjects`."""
        return self.subjects(query)[:count]

    def _lists(self, query: Query, named: Sequence[Key], allowed: Mask) -> list[tuple[str, float, list[int]]]:
        fusion = self.fusion
        lexical = [row for row, _ in self.lexical.search(query.text, fusion.depth, allowed)]
        dense = self._best(rows := np.flatnonzero(allowed), query.near.texts[rows])
        topical = _names_topic(named)
        # A name leads to the text as it is; what was learned helps where no name does.
        nearest, joint = self._by_wordings(query.near if topical else query.adapted, allowed)
        return [
            ("bm25", fusion.bm25, lexical),
            ("dense", fusion.dense, dense),
            ("graph", fusion.graph, self._by_links(query, named, allowed)),
            ("topic", fusion.topic, [] if topical else self._by_topic(query, allowed)),
            ("wording", fusion.named if topical else fusion.wording, nearest),
            ("dense", fusion.named if topical else fusion.joint, joint),
            *([] if topical else self._by_things(query, allowed)),
        ]

    def _by_links(self, query: Query, named: Sequence[Key], allowed: Mask) -> list[int]:
        """Rows linked to what the question names, the rarest links first, near ones first among equals."""
        links = np.where(allowed, self.facets.scores(named), np.float32(0))
        rows = np.flatnonzero(links > 0)
        # A cosine is below 1 and a link's weight near it or above: a tenth of it only parts equals.
        return self._best(rows, links[rows] + np.float32(0.1) * query.near.texts[rows])

    def _by_topic(self, query: Query, allowed: Mask) -> list[int]:
        """Rows of the capabilities that the question seems to be about."""
        linked = np.zeros(len(self.clauses), dtype=np.float32)
        for code, cosine in self.topics.nearest(query.vector, self.fusion.topics):
            rows = self.facets.rows_of(("capabilities", code))
            linked[rows] = np.maximum(linked[rows], cosine)
        rows = np.flatnonzero(np.where(allowed, linked, np.float32(0)) > 0)
        return self._best(rows, linked[rows] + query.near.texts[rows])

    def _by_wordings(self, near: Near, allowed: Mask) -> tuple[list[int], list[int]]:
        """The rows with the nearest everyday wordings, and all rows by text and wordings together.

        A requirement for which nobody wrote wordings counts as if its text were one, so that a new document's rows are
        neither ahead nor behind.
        """
        rows = np.flatnonzero(allowed)
        if not len(self.asked) or not len(rows):
            return [], []
        texts, wordings = near.texts[rows], near.wordings[rows]
        missing = texts + np.float32(self._calibration.zh.back(self.fusion.nearer)) * self._worded_kinds[rows]
        wordings = np.where(wordings > NO_WORDING, wordings, missing)
        nearest = wordings >= wordings.max() - np.float32(self._calibration.zh.back(self.fusion.margin))
        together: Vectors = texts + wordings
        return self._best(rows[nearest], wordings[nearest]), self._best(rows, together)

    def _by_things(self, query: Query, allowed: Mask) -> list[tuple[str, float, list[int]]]:
        """Rows of the system or the scenario with the very nearest everyday name, each kind a list of its own."""
        linked = self.things.linked(query.things, self.facets, self._calibration.zh.back(self.fusion.margin))
        near = np.maximum(query.adapted.texts, query.adapted.wordings)
        found = []
        for scheme, links in linked.items():
            rows = np.flatnonzero(allowed & (links > 0))
            found.append((_BY_THING[scheme], self.fusion.thing, self._best(rows, links[rows] + near[rows])))
        return found

    def _best(self, rows: Rows, scores: Vectors) -> list[int]:
        order = np.argsort(-scores, kind="stable")[: self.fusion.depth]
        return [int(row) for row in rows[order]]


def _names_topic(named: Sequence[Key]) -> bool:
    """Whether a question names something that clauses are about; a tier alone is no topic."""
    return any(scheme not in NO_TOPIC for scheme, _ in named)
