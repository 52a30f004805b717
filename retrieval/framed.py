"""Search that heeds the frame: what lies within the question's limits comes first, the rest fills up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.search import Hit, Query, Searcher

_PROCEDURAL = ("step", "form_field", "paragraph", "threshold")
_LIKELY = 0.7
"""How likely a subdomain must be for its rows to come in turn with what is nearest."""
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

    def to_json(self, titles: Mapping[str, str]) -> dict[str, Any]:
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
    """The limits that a question's words set: its documents, tiers, tracks, subdomains and kinds of systems."""
    return Filters(
        documents=frame.documents,
        tiers=frame.tiers,
        tracks=frame.tracks,
        subdomains=tuple(capabilities.concepts[code].zh for code in frame.subdomains),
        systems=frame.kind_systems,
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
    found: dict[str, Hit] = {}
    for stage in _stages(searcher, query, frame, capabilities):
        lists = [searcher.search(query, both, top) for one in stage if (both := _both(limits, one)) is not None]
        for hit in _in_turn(lists):
            found.setdefault(hit.clause.id, hit)
        if len(found) >= top:
            break
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(list(found.values())[:top], start=1))


def _stages(searcher: Searcher, query: Query, frame: QueryFrame, capabilities: Scheme) -> Iterator[tuple[Filters, ...]]:
    """Limits from narrow to wide; the lists of one stage are taken in turn, a hit each.

    A question that names several documents is about each of them; one about a meaning or a procedure wants the rows
    of that kind first; one that names nothing may mean the subdomain whose everyday wordings lie nearest.
    """
    own = frame_filters(frame, capabilities)
    if frame.intent == "definition":
        named = own.documents if frame.documents_named else ()
        yield (Filters(documents=named, kinds=("term", "abbreviation")), Filters(documents=named))
    if frame.intent == "procedure" and frame.documents_named and not frame.subdomains:
        yield (Filters(documents=own.documents, kinds=_PROCEDURAL), replace(own, tiers=()))
    if len(own.documents) > 1:
        yield tuple(replace(own, documents=(document,)) for document in own.documents)
    likeliest = searcher.nearest_topics(query, 1) if not (frame.names_capability or frame.names_object) else []
    if likeliest and (own == Filters() or (likeliest[0][1] >= _LIKELY and not own.tracks)):
        name = capabilities.concepts[likeliest[0][0]].zh
        yield (own, replace(own, subdomains=(name,)))
    wider = replace(own, subdomains=())
    widest = replace(wider, tiers=(), tracks=())
    for limits in dict.fromkeys((own, wider, widest, replace(widest, systems=()), Filters())):
        yield (limits,)


def _in_turn(lists: Sequence[Sequence[Hit]]) -> Iterator[Hit]:
    """The lists' hits, the first of each, then the second of each, and so on."""
    for hits in zip_longest(*lists):
        yield from (hit for hit in hits if hit is not None)


def _both(limits: Filters, own: Filters) -> Filters | None:
    """Limits that hold together; None where the question's own limits exclude the person's."""
    values: dict[str, tuple[str, ...]] = {}
    for name in _FIELDS:
        one, other = getattr(limits, name), getattr(own, name)
        if one and other and not set(one) & set(other):
            return None
        values[name] = tuple(value for value in one if value in other) if one and other else one or other
    return Filters(**values)


def _hit_json(hit: Hit, titles: Mapping[str, str]) -> dict[str, Any]:
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
        "national": list(clause.national),
    }
