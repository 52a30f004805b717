"""Ladders of a document: the cells of each subdomain, and what each step up changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from corpus.clause import Clause
from kg.errors import GraphError
from kg.ladders.answered import without_answered
from kg.ladders.changing import change_of, plausible
from kg.ladders.ladder import Ladder, LadderCell, Step, StepChange
from kg.ladders.nearness import Confidences
from kg.ladders.pairing import BAR, Pair, pair_up
from kg.ladders.rungs import rungs
from kg.ladders.tiers import Base, Tier, tiers_of
from kg.variants.difference import Tells


class Ladders:
    """The ladders of documents that have tiers and subdomains.

    Args:
        clauses: All clauses in reading order.
        confidences: How surely clauses speak of one matter.
        differ: Tells how two of them differ.
        bases: Which tier builds on which, by document.
        names: Other names of tiers, by document and code.
        bar: How sure a pair must be.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        confidences: Confidences,
        differ: Tells,
        bases: Mapping[str, Collection[Base]] = MappingProxyType({}),
        names: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({}),
        bar: float = BAR,
    ) -> None:
        self._by_id = {clause.id: clause for clause in clauses}
        self._by_document: dict[str, list[Clause]] = {}
        for clause in clauses:
            self._by_document.setdefault(clause.document, []).append(clause)
        self._confidences, self._differ, self._bar = confidences, differ, bar
        self._bases, self._names = bases, names
        self._made: dict[str, tuple[Ladder, ...]] = {}

    def tiers(self, document: str) -> tuple[Tier, ...]:
        """A document's tiers, lowest first; none where it has none."""
        clauses = self._by_document.get(document, [])
        return tiers_of(clauses, self._bases.get(document, ()), self._names.get(document.partition("@")[0]))

    def ladders(self, document: str) -> tuple[Ladder, ...]:
        """A document's ladders in reading order, each with the steps between neighbouring tiers.

        Raises:
            GraphError: There is no such document, or none of its tiers asks anything.
        """
        if document not in self._made:
            steps = tuple(pairwise(tier.code for tier in self.tiers(document)))
            self._made[document] = tuple(self._climbed(ladder, steps) for ladder in self._rungs(document))
        return self._made[document]

    def between(self, document: str, lower: str, upper: str) -> tuple[Ladder, ...]:
        """The ladders with the one step from a tier to a higher one, however many lie between.

        Args:
            document: The document's id.
            lower, upper: Codes of tiers.

        Raises:
            GraphError: There is no such document or tier, or the second is not above the first.
        """
        codes = [tier.code for tier in self.tiers(document)]
        return tuple(self._climbed(ladder, (_checked(codes, lower, upper),)) for ladder in self._rungs(document))

    def step(self, document: str, subdomain: str | int, lower: str, upper: str) -> Step:
        """The step of one subdomain.

        Args:
            document: The document's id.
            subdomain: The printed number or name.
            lower, upper: Codes of tiers.

        Raises:
            GraphError: There is no such document, subdomain or tier, or the second tier is not above the first.
        """
        codes = [tier.code for tier in self.tiers(document)]
        pair = _checked(codes, lower, upper)
        for ladder in self._rungs(document):
            if str(subdomain) in (ladder.number, ladder.name):
                return self._step(ladder, *pair)
        raise GraphError(f"subdomain {subdomain}: {document} has none of this number or name. Give a printed one.")

    def _rungs(self, document: str) -> tuple[Ladder, ...]:
        if document not in self._by_document:
            raise GraphError(f"document {document}: it is not here. Choose one of {', '.join(self._by_document)}.")
        found = rungs(document, self._by_document[document], self.tiers(document))
        if not found:
            having = [one for one in self._by_document if rungs(one, self._by_document[one], self.tiers(one))]
            raise GraphError(f"document {document}: no tier of it asks anything. {_offer(having)}")
        return found

    def _climbed(self, ladder: Ladder, steps: Sequence[tuple[str, str]]) -> Ladder:
        return replace(ladder, steps=tuple(self._step(ladder, lower, upper) for lower, upper in steps))

    def _step(self, ladder: Ladder, lower: str, upper: str) -> Step:
        cells = {cell.tier: cell for cell in ladder.cells}
        codes = list(cells)
        asking = [code for code in codes[: codes.index(lower) + 1] if cells[code].required]
        compared = asking[-1] if asking else None
        below = self._asked(cells[compared]) if compared else ()
        return Step(lower, upper, compared, self._changes(below, self._asked(cells[upper])))

    def _asked(self, cell: LadderCell) -> tuple[Clause, ...]:
        clauses = (self._by_id[one] for one in cell.clauses)
        return tuple(clause for clause in clauses if clause.kind == "requirement")

    def _changes(self, below: Sequence[Clause], above: Sequence[Clause]) -> tuple[StepChange, ...]:
        pairs = pair_up(self._confidences(below, above), self._bar) if below and above else ()
        by_upper: dict[int, list[Pair]] = {}
        for pair in pairs:
            by_upper.setdefault(pair.upper, []).append(pair)
        found: list[StepChange] = []
        for place, clause in enumerate(above):
            if place not in by_upper:
                found.append(StepChange("new", (), (clause.id,)))
            found.extend(self._paired(below, above, pair, pairs) for pair in by_upper.get(place, ()))
        kept = {pair.lower for pair in pairs}
        rest = (clause.id for place, clause in enumerate(below) if place not in kept)
        return (*found, *(StepChange("not_restated", (one,), ()) for one in rest))

    def _paired(
        self, below: Sequence[Clause], above: Sequence[Clause], pair: Pair, pairs: Sequence[Pair]
    ) -> StepChange:
        lower, upper = below[pair.lower], above[pair.upper]
        difference = plausible(self._differ.difference((lower,), (upper,)), (lower,), (upper,))
        difference = without_answered(
            difference,
            [below[other.lower] for other in pairs if other.upper == pair.upper and other != pair],
            [above[other.upper] for other in pairs if other.lower == pair.lower and other != pair],
        )
        change, also = change_of(difference, (lower,), (upper,))
        return StepChange(change, (lower.id,), (upper.id,), also, difference, round(pair.confidence, 3))


def _checked(codes: Sequence[str], lower: str, upper: str) -> tuple[str, str]:
    for code in (lower, upper):
        if code not in codes:
            raise GraphError(f"tier {code}: there is none of this name here. Choose one of {', '.join(codes)}.")
    if codes.index(upper) <= codes.index(lower):
        raise GraphError(f"step {lower} → {upper}: it does not lead up. Give the lower tier first.")
    return lower, upper


def _offer(having: Sequence[str]) -> str:
    return f"Choose one of {', '.join(having)}." if having else "Add a document with a table of tiers."
