"""The two sides of a comparison: what ``DOCUMENT[:TIER][/TRACK]`` names, and which of its rows say something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.clause import Clause
from kg.errors import GraphError
from kg.variants.comparable import family
from kg.variants.comparison import ComparedSide

NATIONAL = "national"


def is_compared(clause: Clause) -> bool:
    """Whether a row asks, states, defines or regulates something that another text may say too."""
    return family(clause) == "matter"


def read_side(
    written: str, clauses: Sequence[Clause], titles: Mapping[str, str]
) -> tuple[ComparedSide, tuple[Clause, ...]]:
    """The side that a target names, with its rows in reading order.

    Args:
        written: ``DOCUMENT[:TIER][/TRACK]``; a tier by its code or the text's own name.
        clauses: All rows of the library in reading order.
        titles: The documents' titles by id.

    Raises:
        GraphError: There is no such document, tier or track, or it has nothing that could be compared.
    """
    head, _, track = written.strip().partition("/")
    document, _, tier = head.partition(":")
    if document not in titles:
        raise GraphError(
            f"target {written}: no document {document}. Known: {'、'.join(titles)}, and {NATIONAL} as the right side."
        )
    own = [clause for clause in clauses if clause.document == document]
    code, label = _tier(written, document, tier, own)
    if track:
        _require_track(written, document, track, own)
    named = [
        clause for clause in own if (code is None or clause.holds_for(code)) and (not track or clause.track == track)
    ]
    rows = tuple(clause for clause in named if is_compared(clause))
    if not rows:
        raise GraphError(f"target {written}: it has no row that says something. Choose a wider target.")
    name = document + (f":{code}" if code else "") + (f"/{track}" if track else "")
    title = "·".join(part for part in (f"《{titles[document]}》", label, track) if part)
    passed = Counter(clause.kind for clause in named if not is_compared(clause))
    return ComparedSide(name, document, title, tuple(row.id for row in rows), tuple(passed.items())), rows


def _tier(written: str, document: str, tier: str, own: Sequence[Clause]) -> tuple[str | None, str | None]:
    known = {clause.tier: clause.tier_label or clause.tier for clause in own if clause.tier}
    if not tier:
        return None, None
    for code, label in known.items():
        if tier in (code, label):
            return code, label
    offer = f"Name one of: {'、'.join(f'{document}:{code}' for code in known)}" if known else "It has no tiers"
    raise GraphError(f"target {written}: {document} has no tier {tier}. {offer}.")


def _require_track(written: str, document: str, track: str, own: Sequence[Clause]) -> None:
    known = tuple(dict.fromkeys(clause.track for clause in own if clause.track))
    if track not in known:
        offer = f"Name one of: {'、'.join(known)}" if known else "It has no tracks"
        raise GraphError(f"target {written}: {document} has no track {track}. {offer}.")
