"""A row as a layout cuts it, before it gets its id and its values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.bare_figures import Told, bare_quantity
from corpus.clause import Clause, Kind, Quantity
from corpus.force import distinct_forces, provisions
from corpus.lines import plain_reading
from corpus.quantity import quantities

_SPEAKING: frozenset[Kind] = frozenset({"requirement", "lead", "paragraph", "term", "threshold", "step", "table_cell"})
"""The kinds whose text says something that may bind; a heading or a form field does not."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that a layout has cut.

    ``place`` is the readable part of the id after the document, ``plain`` the reading where it is not just the cleaned
    text, ``told`` what the heads of its table say of a figure alone; see ``corpus.clause.Clause`` for the rest.
    """

    place: str
    start: int
    end: int
    kind: Kind
    rule: str
    section: str = ""
    path: tuple[str, ...] = ()
    element: str | None = None
    domain: str | None = None
    subdomain: str | None = None
    subdomain_no: int | None = None
    tier: str | None = None
    tier_label: str | None = None
    track: str | None = None
    label: str | None = None
    industry: str | None = None
    plain: str | None = None
    tiers: tuple[str, ...] = ()
    told: Told | None = None


def finish(document: str, source: str, drafts: Sequence[Draft]) -> tuple[Clause, ...]:
    """The clauses of a document: drafts in reading order, with unique ids, forces and quantities.

    A place that occurs more than once (printed labels that repeat) is numbered: ``1.1``, ``1.2`` …
    """
    ordered = sorted(drafts, key=lambda draft: (draft.start, draft.end))
    return tuple(_clause(document, source, draft) for draft in _unique_places(ordered))


def _unique_places(drafts: Sequence[Draft]) -> list[Draft]:
    totals = Counter(draft.place for draft in drafts)
    taken = set(totals)
    seen: Counter[str] = Counter()
    unique: list[Draft] = []
    for draft in drafts:
        place = draft.place
        if totals[place] > 1:
            seen[place] += 1
            while (numbered := f"{place}.{seen[place]}") in taken:
                seen[place] += 1
            taken.add(numbered)
            draft = replace(draft, place=numbered)
        unique.append(draft)
    return unique


def _clause(document: str, source: str, draft: Draft) -> Clause:
    text = source[draft.start : draft.end]
    speaks = draft.kind in _SPEAKING
    found = provisions(text, draft.start) if speaks else ()
    return Clause(
        id=f"{document}/{draft.place}",
        document=document,
        section=draft.section,
        path=draft.path,
        kind=draft.kind,
        text=text,
        plain=plain_reading(text) if draft.plain is None else draft.plain,
        start=draft.start,
        end=draft.end,
        rule=draft.rule,
        element=draft.element,
        domain=draft.domain,
        subdomain=draft.subdomain,
        subdomain_no=draft.subdomain_no,
        tier=draft.tier,
        tier_label=draft.tier_label,
        track=draft.track,
        label=draft.label,
        forces=distinct_forces(found),
        provisions=found,
        industry=draft.industry,
        quantities=_quantities(text, draft) if speaks else (),
        tiers=draft.tiers,
    )


def _quantities(text: str, draft: Draft) -> tuple[Quantity, ...]:
    """The numbers that a row states; a figure alone is read with what its heads say."""
    found = quantities(text, draft.start)
    alone = bare_quantity(text, draft.told, draft.start) if draft.told is not None and not found else None
    return found if alone is None else (alone,)
