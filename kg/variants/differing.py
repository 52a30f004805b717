"""How aligned clauses differ: in force, numbers, what they name, how far they reach; and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.clause import Clause
from kg.linking import Linker, Mention
from kg.row_names import with_row_name
from kg.triples import comparison_text
from kg.variants.contrasts.forces import bindings
from kg.variants.contrasts.hearing import hear
from kg.variants.contrasts.industries import industry_changes, limits
from kg.variants.contrasts.marking import marked
from kg.variants.contrasts.names import Named, names, only_here
from kg.variants.contrasts.objects import Lack, Span, lack, object_changes, things
from kg.variants.contrasts.quantities import figures
from kg.variants.contrasts.reading import Reading, read, single_characters
from kg.variants.contrasts.relation import Findings, relate
from kg.variants.contrasts.scope import ScopeChange, reaches, said, scope_changes
from kg.variants.contrasts.tiling import Tiling, tile
from kg.variants.contrasts.tokens import Cut
from kg.variants.difference import Difference, NameChange, Side
from ontology.described import load_described
from ontology.wording import Wording, load_wording

SIDES: tuple[Side, Side] = ("left", "right")


class Differ:
    """Tells how two sides differ, each a clause or several that belong together.

    Args:
        linker: Finds systems and technologies.
        cut: Cuts Chinese into words; without one every character stands for itself, and marks are rougher.
        wording: Which words ask for nothing, and the order of scope; the ontology's unless given.
        industries: Addresses of kinds of industry by their names; the ontology's unless given.
    """

    def __init__(
        self,
        linker: Linker,
        cut: Cut = single_characters,
        wording: Wording | None = None,
        industries: Mapping[str, str] | None = None,
    ) -> None:
        self._linker = linker
        self._cut = cut
        self._wording = wording or load_wording()
        self._industries = industries or load_described().names("industries", "Industry")
        self._readings: dict[str, Reading] = {}
        self._mentions: dict[str, tuple[Mention, ...]] = {}

    def difference(self, left: Sequence[Clause], right: Sequence[Clause]) -> Difference:
        """How the left differs from the right.

        Args:
            left: Clauses that are taken together; ``stronger`` and ``dropped`` are said of them.
            right: Clauses that correspond to them.
        """
        if _same(left, right):
            return Difference("equal", reason="逐字相同")
        mine, theirs = self._side(left), self._side(right)
        tiling = tile(mine, theirs)
        paired = frozenset(tiling.pairs.values())
        findings = self._findings(mine, theirs, tiling)
        relation, reason = relate(findings)
        return Difference(
            relation,
            findings.bindings.changes,
            findings.quantities,
            findings.added,
            findings.dropped,
            marked(mine, tiling.left, tiling.pairs),
            marked(theirs, tiling.right, paired),
            reason,
        )

    def _findings(self, left: Sequence[Reading], right: Sequence[Reading], tiling: Tiling) -> Findings:
        sides = (left, right)
        named = tuple(names(side, self._named, self._wording) for side in sides)
        scopes = (
            *self._scopes(left, right, named),
            *industry_changes(left, right, self._industries),
        )
        numbers = figures(left, right, self._wording)
        counted, paired = (numbers.left, numbers.right), _paired(tiling)
        lacks: list[Lack] = []
        changes: list[tuple[NameChange, ...]] = []
        for at, (side, other) in enumerate((sides, sides[::-1])):
            mine, theirs = named[at], named[1 - at]
            missing, had = only_here(side, mine, theirs, self._linker)
            apart = (*_spans(mine), *counted[at], *(found[:3] for found in limits(side, self._industries)))
            lacks.append(lack(things(side, apart), other, self._wording, had, (paired[at], paired[1 - at])))
            reached = (shown for change in scopes for shown in change.shown(SIDES[at]))
            changes.append((*missing, *object_changes(side, lacks[at]), *reached))
        return Findings(
            bindings(left, right, tiling, self._wording),
            numbers.changes,
            changes[1],
            changes[0],
            (lacks[0].weight, lacks[1].weight),
            (
                hear(left, tiling.left, tiling.pairs, numbers.left),
                hear(right, tiling.right, frozenset(tiling.pairs.values()), numbers.right),
            ),
            scopes,
        )

    def _scopes(
        self, left: Sequence[Reading], right: Sequence[Reading], named: Sequence[Sequence[Named]]
    ) -> tuple[ScopeChange, ...]:
        mine, theirs = (
            reaches(side, self._wording, _spans(found)) for side, found in zip((left, right), named, strict=True)
        )
        return scope_changes(mine, theirs, (said(left, self._wording), said(right, self._wording)))

    def _side(self, clauses: Sequence[Clause]) -> tuple[Reading, ...]:
        return tuple(self._reading(clause) for clause in clauses)

    def _reading(self, clause: Clause) -> Reading:
        known = self._readings.get(clause.id)
        if known is None or known.clause != clause:
            known = self._readings[clause.id] = read(clause, self._cut, self._wording)
            self._mentions.pop(clause.id, None)
        return known

    def _named(self, reading: Reading) -> tuple[Mention, ...]:
        known = self._mentions.get(reading.clause.id)
        if known is None:
            known = self._mentions[reading.clause.id] = self._linker.mentions(reading.plain, colloquial=False)
        return known


def _same(left: Sequence[Clause], right: Sequence[Clause]) -> bool:
    sides = (Counter(comparison_text(with_row_name(clause)) for clause in side) for side in (left, right))
    return next(sides) == next(sides)


def _paired(tiling: Tiling) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """The words (clause, start) of each side that have a counterpart."""
    mine = (tiling.left[number] for number in tiling.pairs)
    theirs = (tiling.right[number] for number in tiling.pairs.values())
    left, right = (frozenset((one.reading, one.token.start) for one in side) for side in (mine, theirs))
    return left, right


def _spans(named: Sequence[Named]) -> tuple[Span, ...]:
    return tuple((one.reading, one.start, one.end) for one in named)
