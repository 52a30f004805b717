"""What an enterprise aims at: a document, its tier, its track, and the requirements that come with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.generator import DraftingError
from drafting.shelf import Shelf

_BINDING = frozenset({"requirement", "threshold", "table_cell"})


@dataclass(frozen=True, slots=True)
class Target:
    """A document with a tier or a track, or both.

    Attributes:
        document: The document's id.
        tier: The tier's code; None where the document has no tiers.
        track: The track in the text's own words; None for none.
    """

    document: str
    tier: str | None = None
    track: str | None = None

    @property
    def name(self) -> str:
        """As people write it: ``DOCUMENT[:TIER][/TRACK]``."""
        return self.document + (f":{self.tier}" if self.tier else "") + (f"/{self.track}" if self.track else "")


def read_target(written: str, shelf: Shelf) -> Target:
    """The target that ``DOCUMENT[:TIER][/TRACK]`` names; the tier also by its Chinese name.

    Raises:
        DraftingError: No such document, tier or track, or the document has tiers, or tracks alone, and none is named.
    """
    head, _, track = written.partition("/")
    document, _, tier = head.partition(":")
    if document not in shelf.documents:
        raise DraftingError(f"target {written}", f"no document {document}", f"Known: {'、'.join(shelf.documents)}")
    tiers = shelf.tiers(document)
    code = next((one.code for one in tiers if tier in (one.code, one.label)), None)
    if tiers and code is None:
        known = "、".join(f"{document}:{one.code}" for one in tiers)
        why = f"{document} has no tier {tier}" if tier else "it names no tier"
        raise DraftingError(f"target {written}", why, f"Name one of: {known}")
    if tier and not tiers:
        raise DraftingError(f"target {written}", f"{document} has no tiers", f"Write {document} or {document}/TRACK")
    return Target(document, code, _track(written, document, track, shelf, bool(tiers)))


def _track(written: str, document: str, track: str, shelf: Shelf, tiered: bool) -> str | None:
    rows = shelf.of(document, kinds=_BINDING)
    known = tuple(dict.fromkeys(row.track for row in rows if row.track))
    general = any(row.track is None and row.kind != "table_cell" for row in rows)
    if track and track not in known:
        offer = f"Name one of: {'、'.join(known)}" if known else f"{document} has no tracks"
        raise DraftingError(f"target {written}", f"{document} has no track {track}", offer)
    if known and not track and not tiered and not general:
        offers = "、".join(f"{document}/{one}" for one in known)
        raise DraftingError(f"target {written}", "it names no track", f"Name one of: {offers}")
    return track or None


def requirements_of(target: Target, shelf: Shelf) -> tuple[Clause, ...]:
    """Every requirement of a target, once, in the document's order; a row of several tiers as of the target's.

    A tier's requirements are those of its cells; a track beside a tier adds the track's own rows. Of a document without
    tiers it is the track's requirements and thresholds.
    """
    rows = shelf.asking((target.tier,) if target.tier else ()).of(target.document, kinds=_BINDING)
    if target.tier is None:
        return tuple(row for row in rows if row.track == target.track and row.kind != "table_cell")
    own = [row for row in rows if row.holds_for(target.tier) and row.kind == "requirement"]
    added = [row for row in rows if target.track and row.track == target.track]
    return (*own, *added)


def base_of(target: Target, shelf: Shelf) -> tuple[Clause, ...]:
    """The requirements of the tiers below, the lowest tier first, without those that are the target's own too."""
    own = {row.id for row in requirements_of(target, shelf)}
    below: list[Clause] = []
    tier = shelf.below(target.document, target.tier) if target.tier else None
    while tier is not None:
        rows: Sequence[Clause] = requirements_of(Target(target.document, tier.code), shelf)
        taken = own | {row.id for row in below}
        below = [*(row for row in rows if row.id not in taken), *below]
        tier = shelf.below(target.document, tier.code)
    return tuple(below)
