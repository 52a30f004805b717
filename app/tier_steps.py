"""Which ladders are meant: a document's, all their steps or one from a tier to a higher, and of which capabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.assembly import Workspace
from app.errors import AppError
from kg.ladders.choosing import of_domain, of_subdomain
from kg.ladders.ladder import Ladder
from kg.ladders.ladder_json import tiers_between
from kg.ladders.tiers import Tier, tier_called


@dataclass(frozen=True, slots=True)
class AskedTiers:
    """A document's ladders as asked for.

    Attributes:
        document: The document's id.
        known: Its tiers, lowest first.
        ladders: The ladders in reading order.
        limits: The codes of the tiers of the one step that they have; None where they have all steps.
    """

    document: str
    known: tuple[Tier, ...]
    ladders: tuple[Ladder, ...]
    limits: tuple[str, str] | None = None

    @property
    def between(self) -> tuple[Tier, ...]:
        """The tiers that the one step passes over."""
        return tiers_between(self.known, *(self.limits or (None, None)))


def asked_tiers(
    workspace: Workspace, document: str | None = None, lower: str | None = None, upper: str | None = None
) -> AskedTiers:
    """The ladders of a document.

    Args:
        workspace: The build.
        document: The document's id; the default one where none is given.
        lower, upper: Codes or names of tiers; the neighbour of the one where one is given, all steps where none is.

    Raises:
        AppError: No document is given and there is no default one; there is no tier below or above the one given.
        GraphError: The document or a tier of it does not exist, or none of its tiers asks anything.
    """
    asked = document or workspace.default_document
    if asked is None:
        raise AppError("tiers: no document is named and there is no default one here. Name one with --document.")
    known = workspace.ladders.tiers(asked)
    limits = _limits(known, asked, lower, upper)
    ladders = workspace.ladders.between(asked, *limits) if limits else workspace.ladders.ladders(asked)
    return AskedTiers(asked, known, ladders, limits)


def within(
    workspace: Workspace, ladders: Sequence[Ladder], domain: str | None = None, subdomain: str | None = None
) -> tuple[Ladder, ...]:
    """The ladders of a domain and of a subdomain; all where none is named.

    Raises:
        GraphError: None of the ladders is called so.
    """
    if domain is not None:
        ladders = of_domain(ladders, domain, workspace.snapshot.graph)
    if subdomain is not None:
        ladders = of_subdomain(ladders, subdomain, workspace.snapshot.graph)
    return tuple(ladders)


def _limits(known: Sequence[Tier], document: str, lower: str | None, upper: str | None) -> tuple[str, str] | None:
    """The codes of the two tiers of the step; the neighbour of the one where only one is given.

    Raises:
        GraphError: A tier is not the document's.
        AppError: There is no tier below or above the one given.
    """
    if lower is None and upper is None:
        return None
    codes = [tier.code for tier in known]
    low = None if lower is None else tier_called(known, lower, document).code
    high = None if upper is None else tier_called(known, upper, document).code
    if low is None and high is not None:
        low = codes[codes.index(high) - 1] if codes.index(high) else None
    elif low is not None and high is None:
        high = codes[codes.index(low) + 1] if codes.index(low) + 1 < len(codes) else None
    if low is None or high is None:
        raise AppError(
            f"step from {lower or 'below'} to {upper or 'above'}: {document} has no such tier. "
            f"Its tiers are {', '.join(codes)}, lowest first."
        )
    return low, high
