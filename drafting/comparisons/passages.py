"""Clauses as reports show them: where each stands, and its words with what the other side lacks set off.

The words are the stored ones, character for character, but for what an editor left in them (``[bookmark: …]``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from corpus.clause import Clause
from corpus.lines import RESIDUE
from drafting.comparisons.report import Cell, MarkKind, Stretch, stacked, words
from drafting.shelf import Shelf
from drafting.wording import place
from kg.variants.comparison import ComparedRow
from kg.variants.difference import Difference, Side, Words

_APART = " · "


class Passages:
    """Shows clauses by id.

    Args:
        shelf: The clauses.
        names: What ids are called that are no clauses, such as those of national scenarios.
    """

    def __init__(self, shelf: Shelf, names: Mapping[str, str] | None = None) -> None:
        self._shelf = shelf
        self._names = names or {}

    def clause(self, identifier: str) -> Clause | None:
        """The clause, or None where the id is of none."""
        return self._shelf.by_id.get(identifier)

    def clauses(self, ids: Iterable[str]) -> tuple[Clause, ...]:
        """The clauses among the ids."""
        return tuple(clause for one in ids if (clause := self.clause(one)) is not None)

    def where(self, identifier: str) -> str:
        """Where it stands within its document; the id where it is no clause, or nothing says where."""
        clause = self.clause(identifier)
        return identifier if clause is None else place(clause, {}).partition(_APART)[2] or clause.id

    def title(self, identifier: str) -> str:
        """The short title of its document; an empty string where it is no clause."""
        clause = self.clause(identifier)
        if clause is None:
            return ""
        titles = self._shelf.titles
        return titles.short.get(clause.document, titles.get(clause.document, clause.document))

    def text(self, identifier: str) -> str:
        """Its words, character for character."""
        clause = self.clause(identifier)
        return self._names.get(identifier, identifier) if clause is None else clause.text

    def places(self, ids: Iterable[str]) -> Cell:
        """Where they stand, one a line."""
        return words("\n".join(map(self.where, ids)))

    def marked(self, ids: Sequence[str], spans: Sequence[Words] = (), mark: MarkKind = "plain") -> Cell:
        """Their words below each other, the spans set off; where they are several, each after its label."""
        called = {one: self.where(one).rpartition(_APART)[2] for one in ids}
        if len(set(called.values())) < len(ids):
            called = {one: self.where(one) for one in ids}
        return stacked(self._marked(one, spans, mark, called[one] if len(ids) > 1 else "") for one in ids)

    def placed(self, ids: Sequence[str], spans: Sequence[Words] = (), mark: MarkKind = "plain") -> Cell:
        """Their words below each other, each after where it stands, the spans set off."""
        return stacked(self._marked(one, spans, mark, self.where(one) if self.clause(one) else "") for one in ids)

    def _marked(self, identifier: str, spans: Sequence[Words], mark: MarkKind, called: str = "") -> Cell:
        label = (Stretch(f"【{called}】"),) if called else ()
        clause = self.clause(identifier)
        if clause is None:
            return Cell((*label, Stretch(self.text(identifier))))
        own = [(one.start - clause.start, one.end - clause.start) for one in spans if one.clause == identifier]
        return Cell((*label, *cut(clause.text, own, mark)))


def nearest_told(row: ComparedRow, passages: Passages) -> str:
    """What comes nearest to a clause that nothing corresponds to, with its place; an empty string for none."""
    if row.nearest is None:
        return ""
    other = row.nearest.right if row.left else row.nearest.left
    return f"{passages.where(other)}（把握 {row.nearest.confidence:.2f}）"


def spans_of(difference: Difference | None, side: Side) -> tuple[Words, ...]:
    """The stretches of one side that differ from the other: its own words, governing words, numbers and names."""
    if difference is None or difference.relation == "equal":
        return ()
    if side == "left":
        governing = [one.left_words for one in difference.forces if one.left != "none"]
        numbers = [one.left_words for one in difference.quantities]
        own = (*difference.left_only, *(one.words for one in difference.dropped))
    else:
        governing = [one.right_words for one in difference.forces if one.right != "none"]
        numbers = [one.right_words for one in difference.quantities]
        own = (*difference.right_only, *(one.words for one in difference.added))
    return (*own, *governing, *(one for one in numbers if one is not None))


def cut(text: str, spans: Iterable[tuple[int, int]], mark: MarkKind) -> Iterator[Stretch]:
    """The text in pieces, what lies in any span marked; joined they are the text without what an editor left in it.

    Args:
        text: The text.
        spans: Stretches as first character and one past the last; they may overlap and reach beyond the text.
        mark: How what lies in them is marked.
    """
    inside = [False] * len(text)
    for start, end in spans:
        for at in range(max(start, 0), min(end, len(text))):
            inside[at] = True
    residue = {at for found in RESIDUE.finditer(text) for at in range(*found.span())}
    shown = (at for at in range(len(text)) if at not in residue)
    for own, places in groupby(shown, key=lambda at: inside[at]):
        yield Stretch("".join(text[at] for at in places), mark if own else "plain")
