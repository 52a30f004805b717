"""Which clauses a frame is about: the limits that its words set, applied to the shelf."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.clause import Clause
from drafting.shelf import Shelf
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame


def filters_of(frame: QueryFrame, capabilities: Scheme) -> Filters:
    """The frame's limits as search filters; a subdomain or domain limits only where its document has it."""
    return Filters(
        documents=frame.documents,
        tiers=frame.tiers,
        tracks=frame.tracks,
        subdomains=tuple(capabilities.concepts[code].zh for code in frame.subdomains),
        domains=() if frame.subdomains else frame.domains,
    )


def select(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, kinds: Iterable[str]) -> tuple[Clause, ...]:
    """The rows of some kinds that lie within every limit of the frame, in reading order."""
    wanted = frozenset(kinds)
    return tuple(clause for clause in shelf.clauses if clause.kind in wanted and fits(clause, frame, capabilities))


def fits(clause: Clause, frame: QueryFrame, capabilities: Scheme) -> bool:
    """Whether a clause lies within the frame's documents, tiers, tracks, capabilities, objects and forces.

    It must name all systems and technologies that the frame names, and any system of the kinds that it asks for.
    """
    return (
        (not frame.documents or clause.document in frame.documents)
        and (not frame.tiers or clause.holds_for_any(frame.tiers))
        and (not frame.tracks or clause.track in frame.tracks)
        and in_capability(clause, frame, capabilities)
        and set(frame.systems) <= set(clause.systems)
        and set(frame.technologies) <= set(clause.technologies)
        and (not frame.system_kinds or not set(frame.kind_systems).isdisjoint(clause.systems))
        and (not frame.forces or bool(set(frame.forces) & set(clause.forces)))
    )


def in_capability(clause: Clause, frame: QueryFrame, capabilities: Scheme) -> bool:
    """Whether a clause belongs to a capability that the frame names (any will do where it names none)."""
    if not frame.names_capability:
        return True
    if clause.subdomain_no is not None and str(clause.subdomain_no) in frame.subdomains:
        return True
    names = {
        name
        for code in (*frame.subdomains, *frame.domains, *frame.elements)
        for name in (capabilities.concepts[code].zh, *capabilities.concepts[code].alternatives)
    }
    if frame.subdomains and clause.subdomain_no is not None:
        return False
    return bool(names & {clause.subdomain, clause.domain, clause.element, clause.label})
