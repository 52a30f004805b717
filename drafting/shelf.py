"""The clauses as answers need them: by id, by cell, by term, by tier; a view that decides nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from corpus.clause import Clause
from corpus.manifest import Meta
from drafting.titles import titles_of
from kg.cells import Cell
from kg.ladders.tiers import Base

RULING = frozenset({"requirement", "threshold", "table_cell", "step", "paragraph", "lead", "term"})
"""The kinds that may answer a question about content."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of one document.

    Attributes:
        document: The document's id.
        code: The tier's code.
        label: The text's own name of it.
        said: The clauses that say what the tier is and what it builds on.
    """

    document: str
    code: str
    label: str
    said: tuple[Clause, ...]


class Shelf:
    """Lookups over the clauses of a snapshot.

    Args:
        documents: The documents' facts.
        clauses: Every row in reading order.
        cells: The ids of each cell's clauses, by document, printed number of the subdomain and tier code.
        bases: Which tier builds on which by document, as their texts say it, with the ids of the clauses that do.
        aside: Documents that answer only a question that names them: of other fields, or with a later edition.
    """

    def __init__(
        self,
        documents: Sequence[Meta],
        clauses: Sequence[Clause],
        cells: Mapping[Cell, tuple[str, ...]],
        bases: Mapping[str, Mapping[Base, tuple[str, ...]]] | None = None,
        aside: Collection[str] = (),
    ) -> None:
        self.documents = {meta.id: meta for meta in documents}
        self.titles = titles_of(documents)
        self.clauses = tuple(clauses)
        self.by_id = {clause.id: clause for clause in clauses}
        self._cells = cells
        self._bases = dict(bases or {})
        self._aside = frozenset(aside)
        self._showing: dict[frozenset[str], Shelf] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._tiers: dict[str, dict[str, Tier]] = defaultdict(dict)
        for clause in clauses:
            self._take(clause)

    def _take(self, clause: Clause) -> None:
        if clause.tier is None:
            return
        if clause.subdomain_no is not None:
            number = str(clause.subdomain_no)
            self._names[(clause.document, number)] = clause.subdomain or number
        known = self._tiers[clause.document].get(clause.tier)
        of_the_whole = clause.kind == "paragraph" or (clause.kind == "lead" and clause.subdomain is None)
        said = (*(known.said if known else ()), *((clause,) if of_the_whole else ()))
        self._tiers[clause.document][clause.tier] = Tier(
            clause.document, clause.tier, known.label if known else clause.tier_label or clause.tier, said
        )

    def cell(self, document: str, subdomain: str, tier: str) -> tuple[Clause, ...]:
        """The clauses of a cell; a single ``not_required`` row where the text does not ask for anything."""
        return tuple(self.by_id[one] for one in self._cells.get((document, subdomain, tier), ()))

    def subdomain_name(self, document: str, subdomain: str) -> str:
        """A subdomain's printed name."""
        return self._names.get((document, subdomain), subdomain)

    def tiers(self, document: str) -> tuple[Tier, ...]:
        """A document's tiers, lowest first (the order in which the text sets them out)."""
        return tuple(self._tiers.get(document, {}).values())

    def tier(self, document: str, code: str) -> Tier | None:
        """One tier of a document."""
        return self._tiers.get(document, {}).get(code)

    def showing(self, named: Iterable[str]) -> Shelf:
        """The shelf that a question sees: without the documents set aside, but for those that it names."""
        hidden = self._aside - frozenset(named)
        if not hidden & self.documents.keys():
            return self
        if hidden not in self._showing:
            seen = copy(self)
            seen.clauses = tuple(clause for clause in self.clauses if clause.document not in hidden)
            self._showing[hidden] = seen
        return self._showing[hidden]

    def within(self, documents: Collection[str]) -> Shelf:
        """The shelf with the clauses of some documents only."""
        seen = copy(self)
        seen.clauses = tuple(clause for clause in self.clauses if clause.document in documents)
        return seen

    def asking(self, tiers: Collection[str]) -> Shelf:
        """The shelf as a question about some tiers sees it: a row that the print gives to several is of those asked.

        A row that belongs to several of them, or of which none is asked, is of all these together (基础级、先进级).
        """
        shown = {one.id: self._as_of(one, tiers) for one in self.clauses if one.tiers}
        if not shown:
            return self
        seen = copy(self)
        seen.clauses = tuple(shown.get(one.id, one) for one in self.clauses)
        seen.by_id = {**self.by_id, **shown}
        return seen

    def _as_of(self, row: Clause, asked: Collection[str]) -> Clause:
        own = [code for code in row.tiers if code in asked] or list(row.tiers)
        known = self._tiers.get(row.document, {})
        labels = "、".join(known[code].label for code in own if code in known)
        return replace(row, tier=own[0], tier_label=labels or row.tier_label)

    def is_aside(self, document: str) -> bool:
        """Whether a document answers only a question that names it."""
        return document in self._aside

    def bases(self, document: str, code: str) -> tuple[tuple[Tier, Tier], ...]:
        """What a tier is built on, as the text says it: each tier with the one right below it, the nearest first."""
        tiers, own = self._tiers.get(document, {}), self._bases.get(document, {})
        reached: dict[str, str] = {}
        waiting = [code]
        while waiting:
            here = waiting.pop(0)
            new = [base for tier, base in own if tier == here and base not in reached and base != code]
            reached.update(dict.fromkeys(new, here))
            waiting.extend(new)
        return tuple((tiers[upper], tiers[base]) for base, upper in reached.items() if {upper, base} <= tiers.keys())

    def is_base(self, document: str, lower: str, upper: str) -> bool:
        """Whether the text says that a tier is built right on another."""
        return (upper, lower) in self._bases.get(document, {})

    def base_said(self, tier: Tier) -> tuple[Clause, ...]:
        """The clauses that say what a tier is built on; those that say what it is where none says so."""
        own = self._bases.get(tier.document, {})
        ids = dict.fromkeys(one for (upper, _), said in own.items() if upper == tier.code for one in said)
        return tuple(self.by_id[one] for one in ids if one in self.by_id) or tier.said

    def of_no_tier(self, document: str) -> tuple[Clause, ...]:
        """What a document asks of everybody: its requirements and thresholds that it gives to no tier."""
        return tuple(one for one in self.of(document, kinds=("requirement", "threshold")) if not one.every_tier)

    def below(self, document: str, code: str) -> Tier | None:
        """The tier directly below, or None."""
        tiers = self.tiers(document)
        codes = [tier.code for tier in tiers]
        index = codes.index(code) if code in codes else 0
        return tiers[index - 1] if index else None

    def above(self, document: str, code: str) -> Tier | None:
        """The tier directly above, or None."""
        tiers = self.tiers(document)
        codes = [tier.code for tier in tiers]
        index = codes.index(code) + 1 if code in codes else len(codes)
        return tiers[index] if index < len(codes) else None

    def of(self, document: str | None = None, *, kinds: Iterable[str] = ()) -> tuple[Clause, ...]:
        """The rows of a document (or of all), of some kinds (or of all), in reading order."""
        wanted = frozenset(kinds)
        return tuple(
            clause
            for clause in self.clauses
            if (document is None or clause.document == document) and (not wanted or clause.kind in wanted)
        )
