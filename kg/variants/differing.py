"""How aligned clauses differ: in force, numbers, what they name, how far they reach; and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.clause import Clause
from kg.linking import Linker
from kg.triples import comparison_text
from kg.variants.contrasts.forces import force_changes
from kg.variants.contrasts.marking import marked
from kg.variants.contrasts.names import Named, names, only_here
from kg.variants.contrasts.objects import Thing, missing, object_changes, things
from kg.variants.contrasts.quantities import quantity_changes
from kg.variants.contrasts.reading import Cut, Reading, read, single_characters
from kg.variants.contrasts.relation import Findings, relate
from kg.variants.contrasts.scope import ScopeChange, reaches, scope_changes
from kg.variants.contrasts.tiling import tile
from kg.variants.difference import Difference, NameChange
from ontology.wording import Wording, load_wording


class Differ:
    """Tells how two sides differ, each a clause or several that belong together.

    Args:
        linker: Finds systems and technologies.
        cut: Cuts Chinese into words; without one every character stands for itself, and marks are rougher.
        wording: Which words ask for nothing, and the order of scope; the ontology's unless given.
    """

    def __init__(self, linker: Linker, cut: Cut = single_characters, wording: Wording | None = None) -> None:
        self._linker = linker
        self._cut = cut
        self._wording = wording or load_wording()
        self._readings: dict[str, Reading] = {}

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
        found, more = self._named(mine, theirs)
        findings = Findings(
            force_changes(mine, theirs, tiling),
            quantity_changes(mine, theirs),
            found[1],
            found[0],
            more[0],
            more[1],
            frozenset(change.wider for change in self._scopes(mine, theirs)),
        )
        relation, reason = relate(findings)
        return Difference(
            relation,
            findings.forces,
            findings.quantities,
            findings.added,
            findings.dropped,
            marked(mine, tiling.left, tiling.pairs.__contains__),
            marked(theirs, tiling.right, frozenset(tiling.pairs.values()).__contains__),
            reason,
        )

    def _side(self, clauses: Sequence[Clause]) -> tuple[Reading, ...]:
        return tuple(self._reading(clause) for clause in clauses)

    def _reading(self, clause: Clause) -> Reading:
        known = self._readings.get(clause.id)
        if known is None or known.clause != clause:
            known = self._readings[clause.id] = read(clause, self._cut, self._wording)
        return known

    def _scopes(self, left: Sequence[Reading], right: Sequence[Reading]) -> tuple[ScopeChange, ...]:
        return scope_changes(reaches(left, self._wording), reaches(right, self._wording))

    def _named(
        self, left: Sequence[Reading], right: Sequence[Reading]
    ) -> tuple[tuple[tuple[NameChange, ...], tuple[NameChange, ...]], tuple[float, float]]:
        """What only the left and only the right names, and how much of what each asks the other lacks."""
        linked = (names(left, self._linker), names(right, self._linker))
        spoken = (things(left), things(right))
        lacking = (
            missing(spoken[0], right, self._wording.fillers),
            missing(spoken[1], left, self._wording.fillers),
        )
        scopes = self._scopes(left, right)
        changes = tuple(
            (
                *only_here(linked[at], linked[1 - at], self._linker),
                *object_changes(side, lacking[at], self._wording.fillers, _spans(linked[at])),
                *(change.name for change in scopes if change.shown_on == name),
            )
            for at, (side, name) in enumerate(((left, "left"), (right, "right")))
        )
        return (changes[0], changes[1]), (_share(lacking[0], spoken[0]), _share(lacking[1], spoken[1]))


def _same(left: Sequence[Clause], right: Sequence[Clause]) -> bool:
    sides = (Counter(comparison_text(clause.plain) for clause in side) for side in (left, right))
    return next(sides) == next(sides)


def _spans(named: Sequence[Named]) -> tuple[tuple[int, int, int], ...]:
    return tuple((one.reading, one.start, one.end) for one in named)


def _share(lacking: Sequence[Thing], spoken: Sequence[Thing]) -> float:
    asked = sum(thing.weight for thing in spoken if not thing.based)
    return sum(thing.weight for thing in lacking if not thing.based) / asked if asked else 0.0
