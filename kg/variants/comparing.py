"""Comparing: two targets are aligned, put into rows, and each row's difference is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from corpus.clause import Clause
from kg.errors import GraphError
from kg.linking import fold
from kg.national import NationalLevel
from kg.row_names import with_row_name
from kg.triples import comparison_text
from kg.variants.comparison import ComparedRow, ComparedSide, Comparison
from kg.variants.context import SaidElsewhere, is_of_one_side, judged_with, partners, with_places
from kg.variants.difference import Difference, Tells
from kg.variants.grouping import grouped
from kg.variants.link import Aligns, Link, Reason
from kg.variants.national import national_rows, national_side
from kg.variants.sides import NATIONAL, read_side
from kg.variants.topics import TopicReader

_REASONS_SHOWN = 3
_SURE = 0.9
_NEAR = 0.9
"""How much of their characters near twins share, in the same order."""


class Comparing:
    """Compares targets of one library.

    Args:
        clauses: All rows of the library in reading order.
        titles: The documents' titles by id.
        aligner: Finds what corresponds.
        differ: Tells how it differs.
        topics: Tells what a row is about.
        national: What is proposed of the national level.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        titles: Mapping[str, str],
        aligner: Aligns,
        differ: Tells,
        topics: TopicReader,
        national: NationalLevel,
    ) -> None:
        self._clauses = tuple(clauses)
        self._place = {clause.id: place for place, clause in enumerate(clauses)}
        self._titles = dict(titles)
        self._aligner = aligner
        self._differ = differ
        self._topics = topics
        self._national = national

    def compare(self, left: str, right: str, topic: str | None = None) -> Comparison:
        """Two targets side by side.

        Args:
            left: ``DOCUMENT[:TIER][/TRACK]``.
            right: The same, or ``national`` for the national scenarios, whose counterparts are proposed only.
            topic: A subdomain, domain or element by number or name, a system, a technology, or words; None for all.

        Raises:
            GraphError: A target names nothing, or both name the same.
        """
        one, ours = read_side(left, self._clauses, self._titles)
        if right.strip() == NATIONAL:
            return self._with_national(one, ours, topic)
        other, theirs = read_side(right, self._clauses, self._titles)
        if shared := {clause.id for clause in ours} & {clause.id for clause in theirs}:
            raise GraphError(
                f"targets {left} and {right}: they have {len(shared)} clauses in common. "
                "Compare documents, tiers or tracks that are apart."
            )
        rows = self.rows(ours, theirs)
        return Comparison(one, other, topic, self._about(rows, topic))

    def about(self, comparison: Comparison, topic: str) -> Comparison:
        """A comparison of whole targets limited to a topic, as :meth:`compare` limits it."""
        return replace(comparison, asked=topic, rows=self._about(comparison.rows, topic))

    def rows(self, left: Sequence[Clause], right: Sequence[Clause]) -> tuple[ComparedRow, ...]:
        """The rows of any two groups of clauses: aligned ones, then what stands alone, in reading order.

        Args:
            left, right: Clauses of one text each, in reading order.
        """
        links = self._aligner.align(left, right)
        sides = SaidElsewhere(left), SaidElsewhere(right)
        beside = partners((link.left, link.right) for link in links)
        rows = [self._aligned(group, beside, sides) for group in grouped(links, self._belongs, self._near)]
        met_left, met_right = ({link.left for link in links}, {link.right for link in links})
        near = _surest(self._aligner.nearest(left, right, links))
        rows += [self._alone(clause, "left", near) for clause in left if clause.id not in met_left]
        rows += [self._alone(clause, "right", near) for clause in right if clause.id not in met_right]
        return tuple(sorted(rows, key=self._order))

    def _aligned(
        self, group: Sequence[Link], beside: Mapping[str, Sequence[str]], sides: tuple[SaidElsewhere, SaidElsewhere]
    ) -> ComparedRow:
        left = self._in_order(link.left for link in group)
        right = self._in_order(link.right for link in group)
        difference = with_places(self._judged(left, right, beside), *sides)
        surest = max(group, key=lambda link: link.confidence)
        return ComparedRow(
            self._topics.topic(left, right),
            tuple(clause.id for clause in left),
            tuple(clause.id for clause in right),
            difference.relation,
            difference,
            surest.confidence,
            _distinct(reason for link in sorted(group, key=lambda one: -one.confidence) for reason in link.reasons),
        )

    def _judged(
        self, left: Sequence[Clause], right: Sequence[Clause], beside: Mapping[str, Sequence[str]]
    ) -> Difference:
        """The difference of a row, held against all that its clauses are aligned with in one place."""
        difference = self._differ.difference(left, right)
        lone = any(map(is_of_one_side, difference.quantities))
        if difference.relation not in ("stronger", "weaker") and not lone:
            return difference
        around = [self._around(mine, theirs, beside) for mine, theirs in ((left, right), (right, left))]
        if list(map(len, around)) == [len(left), len(right)]:
            return difference
        return judged_with(difference, self._differ.difference(*around))

    def _around(
        self, own: Sequence[Clause], other: Sequence[Clause], beside: Mapping[str, Sequence[str]]
    ) -> tuple[Clause, ...]:
        """Some clauses with those that are aligned with the same ones and belong to the same tier, track and part."""
        places = {self._belongs(clause.id) for clause in own}
        more = (one for clause in other for one in beside.get(clause.id, ()) if self._belongs(one) in places)
        return self._in_order((*(clause.id for clause in own), *more))

    def _alone(self, clause: Clause, side: str, near: Mapping[str, Link]) -> ComparedRow:
        nearest = near.get(clause.id)
        if side == "left":
            return ComparedRow(self._topics.topic((clause,), ()), (clause.id,), (), "only_left", nearest=nearest)
        return ComparedRow(self._topics.topic((), (clause,)), (), (clause.id,), "only_right", nearest=nearest)

    def _with_national(self, side: ComparedSide, clauses: Sequence[Clause], topic: str | None) -> Comparison:
        scenarios = {one.id: one.zh for one in self._national.scenarios()}
        rows = national_rows(clauses, self._national, scenarios)
        return Comparison(side, national_side(scenarios), topic, self._about(rows, topic))

    def _about(self, rows: Sequence[ComparedRow], topic: str | None) -> tuple[ComparedRow, ...]:
        if topic is None:
            return tuple(rows)
        asked = self._topics.asked(topic)
        return tuple(
            row
            for row in rows
            if asked.holds(row.topic, self._in_order(one for one in (*row.left, *row.right) if one in self._place))
        )

    def _belongs(self, clause: str) -> tuple[str | None, str | None, str | None]:
        """The tier, track and outermost part that a clause speaks in."""
        found = self._clauses[self._place[clause]]
        return found.tier, found.track, found.path[0] if found.path else None

    def _near(self, link: Link) -> bool:
        """Whether two clauses say nearly the same words."""
        if link.confidence < _SURE:
            return False
        ends = (self._clauses[self._place[end]] for end in (link.left, link.right))
        one, other = (fold(comparison_text(with_row_name(end))) for end in ends)
        words = SequenceMatcher(None, one, other, autojunk=False)
        return words.real_quick_ratio() >= _NEAR and words.quick_ratio() >= _NEAR and words.ratio() >= _NEAR

    def _in_order(self, ids: Iterable[str]) -> tuple[Clause, ...]:
        return tuple(self._clauses[place] for place in sorted({self._place[one] for one in ids}))

    def _order(self, row: ComparedRow) -> tuple[bool, int, int]:
        """The left's reading order; what only the right has comes after all of it, in its own order."""
        first, second = (self._place[ids[0]] if ids else -1 for ids in (row.left, row.right))
        return (not row.left, first, second)


def _surest(links: Iterable[Link]) -> Mapping[str, Link]:
    """The surest pair of each clause."""
    found: dict[str, Link] = {}
    for link in sorted(links, key=lambda one: one.confidence):
        found |= {link.left: link, link.right: link}
    return found


def _distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The first few reasons, one of a kind."""
    kept: dict[str, Reason] = {}
    for reason in reasons:
        kept.setdefault(reason.kind, reason)
    return tuple(kept.values())[:_REASONS_SHOWN]
