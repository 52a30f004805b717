"""Mapping claims arranged for tests."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.mappings import MappingClaim, Target


def by_subject(claims: Iterable[MappingClaim], target: Target) -> dict[str, tuple[MappingClaim, ...]]:
    """The claims to one target by subject, in their order."""
    found: dict[str, list[MappingClaim]] = {}
    for claim in claims:
        if claim.target == target:
            found.setdefault(claim.subject, []).append(claim)
    return {subject: tuple(rows) for subject, rows in found.items()}
