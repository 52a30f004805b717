"""A row's difference seen beside the rest of both sides: what another clause says is not missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.clause import Clause
from kg.triples import comparison_text
from kg.variants.difference import Difference, NameChange, QuantityChange, Relation

_APART = "\n"


class SaidElsewhere:
    """Finds the clause of a side that names something, whichever row it stands in.

    Args:
        clauses: The side's clauses in reading order.
    """

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._starts: list[tuple[int, str]] = []
        self._named: Mapping[str, str] = _first_naming(clauses)
        texts, length = [], 0
        for clause in clauses:
            headings = (clause.label, clause.element, *clause.path[-1:])
            text = _APART.join(map(comparison_text, (clause.plain, *filter(None, headings))))
            self._starts.append((length, clause.id))
            texts.append(text)
            length += len(text) + len(_APART)
        self._whole = _APART.join(texts)

    def where(self, change: NameChange) -> str | None:
        """The first clause that names the thing: a system or technology under any name, anything else by its words."""
        if change.name in self._named:
            return self._named[change.name]
        if change.kind == "scope":
            return None
        place = self._whole.find(comparison_text(change.words.text))
        return None if place < 0 else max((start, clause) for start, clause in self._starts if start <= place)[1]


def _first_naming(clauses: Iterable[Clause]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for clause in clauses:
        for code in (*clause.systems, *clause.technologies):
            found.setdefault(code, clause.id)
    return found


def with_places(difference: Difference, left: SaidElsewhere, right: SaidElsewhere) -> Difference:
    """The difference with the clause of the other side that names each thing all the same.

    Args:
        difference: Of one row.
        left, right: Both whole sides.
    """
    return replace(
        difference,
        added=tuple(replace(change, elsewhere=left.where(change)) for change in difference.added),
        dropped=tuple(replace(change, elsewhere=right.where(change)) for change in difference.dropped),
    )


def judged_with(difference: Difference, together: Difference) -> Difference:
    """A difference of a row held against all clauses that its clauses are aligned with.

    What one clause says may be divided over two of the other side that stand in two rows: neither is weaker for it, and
    a number that stands in the other row is not missing.

    Args:
        difference: Of the row's own clauses.
        together: Of these with all that they are aligned with.
    """
    difference = replace(difference, quantities=tuple(_still_told(difference.quantities, together.quantities)))
    if difference.relation not in ("stronger", "weaker") or together.relation == difference.relation:
        return difference
    relation: Relation = "similar" if together.relation in ("equal", "similar") else "overlaps"
    return replace(difference, relation=relation, reason=f"与对齐的各条合起来看：{together.reason or '要求相近'}")


def _still_told(own: Iterable[QuantityChange], together: Iterable[QuantityChange]) -> Iterator[QuantityChange]:
    """The numbers that differ, without those that one side alone states here and both state together."""
    alone = {(one.left_words, one.right_words) for one in together}
    for change in own:
        if is_of_one_side(change) and (change.left_words, change.right_words) not in alone:
            continue
        yield change


def is_of_one_side(change: QuantityChange) -> bool:
    """Whether only one side states a number."""
    return change.left is None or change.right is None


def partners(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The clauses that each clause is aligned with, by id."""
    found: dict[str, list[str]] = defaultdict(list)
    for left, right in pairs:
        found[left].append(right)
        found[right].append(left)
    return {clause: tuple(ids) for clause, ids in found.items()}
