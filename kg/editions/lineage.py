"""Which clause of an edition is which clause of the edition before it.

Rows that say the same words in the same order come first; then those that were moved; then those that are most alike,
by their words or by the aligner. No row has two ancestors, nor two descendants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from corpus.clause import Clause
from kg.terms import PROV, Triple, iri, link
from kg.triples import comparison_text
from kg.variants.grams import grams
from kg.variants.link import Link

_ALIKE = 0.5
"""The share of runs of characters that two rows must have in common to be one row, where no alignment says so."""
_SAME_PLACE = 0.15
"""How much it counts that both stand at the same place of their edition."""

Ancestors = Mapping[str, str]
"""The id of the former clause by the id of the later one."""


def ancestors(former: Sequence[Clause], later: Sequence[Clause], links: Iterable[Link] = ()) -> Ancestors:
    """The former clause of each clause that has one.

    Args:
        former: All rows of the former edition, in reading order.
        later: All rows of the later one.
        links: Aligned clauses of the two, whichever stands on the left.
    """
    found: dict[int, int] = dict(_in_order(former, later))
    found |= _moved(former, later, found)
    taken = set(found.values())
    rows = [row for row in range(len(later)) if row not in found]
    columns = [column for column in range(len(former)) if column not in taken]
    for _, row, column in sorted(_likely(former, later, rows, columns, _confidences(links)), reverse=True):
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return {later[row].id: former[column].id for row, column in sorted(found.items())}


def with_lineage(clauses: Iterable[Clause], known: Ancestors) -> tuple[Clause, ...]:
    """Clauses with the former clause of each that has one."""
    return tuple(replace(clause, lineage=known[clause.id]) if clause.id in known else clause for clause in clauses)


def lineage_triples(known: Ancestors) -> Iterable[Triple]:
    """Statements that a clause revises another."""
    for later, former in known.items():
        yield Triple(iri("clause", later), f"{PROV}wasRevisionOf", link(iri("clause", former)))


def _in_order(former: Sequence[Clause], later: Sequence[Clause]) -> Iterable[tuple[int, int]]:
    before, after = ([_said(clause) for clause in rows] for rows in (former, later))
    for block in SequenceMatcher(None, after, before, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _moved(former: Sequence[Clause], later: Sequence[Clause], found: Mapping[int, int]) -> dict[int, int]:
    """Rows whose words stand just once on either side, wherever they stand."""
    taken = set(found.values())
    rows: dict[str, list[int]] = defaultdict(list)
    columns: dict[str, list[int]] = defaultdict(list)
    for row, clause in enumerate(later):
        if row not in found:
            rows[_said(clause)].append(row)
    for column, clause in enumerate(former):
        if column not in taken:
            columns[_said(clause)].append(column)
    return {ours[0]: columns[said][0] for said, ours in rows.items() if len(ours) == len(columns.get(said, ())) == 1}


def _likely(
    former: Sequence[Clause],
    later: Sequence[Clause],
    rows: Sequence[int],
    columns: Sequence[int],
    confidences: Mapping[frozenset[str], float],
) -> Iterable[tuple[float, int, int]]:
    bags = {column: grams(former[column].plain) for column in columns}
    for row in rows:
        own = grams(later[row].plain)
        for column in columns:
            one, other = later[row], former[column]
            if (one.kind == "heading") != (other.kind == "heading"):
                continue
            shared = 2 * len(own & bags[column]) / max(1, len(own) + len(bags[column]))
            score = max(shared if shared >= _ALIKE else 0.0, confidences.get(frozenset((one.id, other.id)), 0.0))
            if score:
                yield score + _SAME_PLACE * (_place(one) == _place(other)), row, column


def _confidences(links: Iterable[Link]) -> Mapping[frozenset[str], float]:
    return {frozenset((one.left, one.right)): one.confidence for one in links}


def _said(clause: Clause) -> str:
    return f"{clause.kind == 'heading'} {comparison_text(clause.plain)}"


def _place(clause: Clause) -> str:
    return clause.id.partition("/")[2]
