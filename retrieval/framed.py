"""Search that heeds the frame: what lies within the question's limits comes first, the rest fills up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.search import Hit, Query, Searcher

__all__ = ["SearchAnswer", "framed_search", "frame_filters"]

_FIELDS = ("documents", "tiers", "subdomains", "domains", "systems", "technologies", "forces", "tracks", "kinds")


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The hits of a search with how its question was understood.

    Attributes:
        query: The question as asked.
        frame: How it was understood.
        hits: Best first, ranked from 1.
        latency_ms: Wall time of this question alone.
    """

    query: str
    frame: QueryFrame
    hits: tuple[Hit, ...]
    latency_ms: float

    def to_json(self, titles: dict[str, str]) -> dict[str, Any]:
        """The object of the contract.

        Args:
            titles: The documents' titles by id.
        """
        return {
            "query": self.query,
            "frame": self.frame.to_json(),
            "hits": [_hit_json(hit, titles) for hit in self.hits],
            "latency_ms": round(self.latency_ms, 1),
        }


def frame_filters(frame: QueryFrame, capabilities: Scheme) -> Filters:
    """The limits that a question's words set: its documents, tiers, tracks and subdomains."""
    return Filters(
        documents=frame.documents,
        tiers=frame.tiers,
        tracks=frame.tracks,
        subdomains=tuple(capabilities.concepts[code].zh for code in frame.subdomains),
    )


def framed_search(
    searcher: Searcher, query: Query, frame: QueryFrame, capabilities: Scheme, limits: Filters, top: int
) -> tuple[Hit, ...]:
    """Search within the person's limits; hits that also lie within the question's own limits come first.

    Args:
        searcher: The retrievers.
        query: The question, made ready.
        frame: How it was understood.
        capabilities: The vocabulary of subdomains.
        limits: What the person limited the search to; nothing outside is found.
        top: How many hits at most.
    """
    own = frame_filters(frame, capabilities)
    stages = [own, replace(own, subdomains=()), replace(own, subdomains=(), tiers=(), tracks=()), Filters()]
    found: dict[str, Hit] = {}
    for stage in _distinct(stages):
        narrowed = _both(limits, stage)
        if narrowed is None:
            continue
        for hit in searcher.search(query, narrowed, top):
            found.setdefault(hit.clause.id, hit)
        if len(found) >= top:
            break
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(list(found.values())[:top], start=1))


def _both(limits: Filters, own: Filters) -> Filters | None:
    """Limits that hold together; None where the question's own limits exclude the person's."""
    values: dict[str, tuple[str, ...]] = {}
    for name in _FIELDS:
        one, other = getattr(limits, name), getattr(own, name)
        if one and other and not set(one) & set(other):
            return None
        values[name] = tuple(value for value in one if value in other) if one and other else one or other
    return Filters(**values)


def _distinct(stages: Sequence[Filters]) -> Iterable[Filters]:
    return dict.fromkeys(stages)


def _hit_json(hit: Hit, titles: dict[str, str]) -> dict[str, Any]:
    clause = hit.clause
    return {
        "rank": hit.rank,
        "id": clause.id,
        "document": clause.document,
        "document_title": titles.get(clause.document, clause.document),
        "section": clause.section,
        "path": list(clause.path),
        "tier": clause.tier,
        "tier_label": clause.tier_label,
        "subdomain": clause.subdomain,
        "subdomain_no": clause.subdomain_no,
        "label": clause.label,
        "text": clause.text,
        "start": clause.start,
        "end": clause.end,
        "score": round(hit.score, 6),
        "why": list(hit.why),
        "forces": list(clause.forces),
    }
