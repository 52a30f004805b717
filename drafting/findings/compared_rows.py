"""The rows of a comparison that a question is about, with the clauses and the names of both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from corpus.clause import Clause
from drafting.checks.composed.bounds import states_bound
from drafting.findings.asked_words import asked_words, spoken
from drafting.findings.row_nearness import by_words, nearest_rows, share_of
from drafting.findings.selection import in_capability
from drafting.shelf import RULING, Shelf
from kg.variants.comparison import ComparedRow, Comparison
from kg.variants.contrasts.forces import STRENGTH
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs
from retrieval.search import Hit
from retrieval.sides import target_parts

_FIGURES = re.compile(r"门槛|条件|投资|数值|指标|额度|多少|\b(?:threshold|figures?|numbers?)\b")
"""Asks for numbers: only rows that state some are compared then."""
_ENOUGH = 0.5
_FEWEST_WORDS = 2


class Compares(Protocol):
    """Sets two targets side by side."""

    def compare(self, left: str, right: str, topic: str | None = None) -> Comparison:
        """Two targets side by side.

        Raises:
            GraphError: A target names nothing, or both name the same.
        """
        ...


class KeptComparisons:
    """Keeps the latest comparisons of whole targets, which do not change within a snapshot.

    Args:
        comparing: Makes them.
        most: How many are kept.
    """

    def __init__(self, comparing: Compares, most: int = 16) -> None:
        self._comparing = comparing
        self._most = most
        self._kept: dict[tuple[str, str], Comparison] = {}

    def compare(self, left: str, right: str, topic: str | None = None) -> Comparison:
        """Two targets side by side.

        Raises:
            GraphError: A target names nothing, or both name the same.
        """
        if topic is not None:
            return self._comparing.compare(left, right, topic)
        made = self._kept.pop((left, right), None) or self._comparing.compare(left, right)
        self._kept[(left, right)] = made
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return made


Search = Callable[[Filters, int], list[Hit]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that a question is about.

    Attributes:
        rows: The rows.
        words: Words of the question that the clauses have.
        whole: Whether these are all rows of the comparison.
        ranked: Whether they come by nearness to the question, the nearest first.
        taken: What was taken as the topic where the question names no capability, system or technology.
        named: Whether a capability, system or technology that the question names may be told as the topic.
    """

    rows: tuple[ComparedRow, ...]
    words: tuple[str, ...] = ()
    whole: bool = False
    ranked: bool = False
    taken: str = ""
    named: bool = True


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands side by side in answer to a question.

    Attributes:
        left, right: What sentences call the sides.
        targets: The sides as targets.
        chosen: The rows that the question is about.
        topic: The capability, system or technology that the question names.
    """

    left: str
    right: str
    targets: tuple[str, str]
    chosen: Chosen
    topic: str = ""

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The rows that the question is about."""
        return self.chosen.rows

    @property
    def called(self) -> tuple[tuple[str, str], ...]:
        """Each target with what sentences call it."""
        return ((self.targets[0], self.left), (self.targets[1], self.right))

    @property
    def aligned(self) -> tuple[ComparedRow, ...]:
        """The rows with clauses on both sides."""
        return tuple(row for row in self.rows if row.left and row.right)

    def only(self, side: str) -> tuple[ComparedRow, ...]:
        """The rows with clauses on the ``left`` or ``right`` alone."""
        return tuple(row for row in self.rows if row.relation == f"only_{side}")

    @property
    def of_one_document(self) -> bool:
        """Whether both sides are of one document."""
        return target_parts(self.targets[0])[0] == target_parts(self.targets[1])[0]


def called(target: str, other: str, shelf: Shelf) -> str:
    """What a side is called beside the other: short, and told apart from it."""
    document, tier, track = target_parts(target)
    found = shelf.tier(document, tier) if tier else None
    part = found.label if found else track or ""
    if document == target_parts(other)[0] and part:
        return part
    return f"{document_called(document, shelf)}{part}"


def document_called(document: str, shelf: Shelf) -> str:
    """A document's short title, the region that issued it where no other is of it, or its title."""
    short = getattr(shelf.titles, "short", {}).get(document)
    issuers = [meta.issuer for meta in shelf.documents.values()]
    issuer = shelf.documents[document].issuer
    if short:
        return f"《{short}》"
    of_region = issuer is not None and (shelf.documents[document].region or "").endswith(issuer)
    return issuer if issuer and of_region and issuers.count(issuer) == 1 else f"《{shelf.titles[document]}》"


def asks_for_figures(frame: QueryFrame) -> bool:
    """Whether a question is about figures that must be reached."""
    return _FIGURES.search(frame.text) is not None


def rows_about(frame: QueryFrame, comparison: Comparison, shelf: Shelf, capabilities: Scheme, search: Search) -> Chosen:
    """The rows that a question is about, and how they were found.

    What the question names (a capability, a system, a technology) says which rows; then its other words choose among
    them; where it names nothing and the texts have none of its words, the clauses that lie nearest do.
    """
    rows = tuple(row for row in comparison.rows if any(_says(shelf.by_id[one]) for one in _ids(row, shelf)))
    words = asked_words(frame, [shelf.by_id[one] for row in rows for one in _ids(row, shelf)], capabilities)
    if frame.compares in ("raised", "relaxed"):
        rows = tuple(row for row in rows if _turns(row, frame.compares)) or rows
    if asks_for_figures(frame):
        bounded = tuple(row for row in rows if any(states_bound(shelf.by_id[one]) for one in _ids(row, shelf)))
        if bounded and not frame.names_capability and not frame.names_object:
            return Chosen(by_words(bounded, words.pairs, shelf) if words.says_something else bounded, words.whole)
        rows = bounded or rows
    named = tuple(row for row in rows if _is_named(row, frame, shelf, capabilities))
    if chosen := by_words(named or rows, words.pairs, shelf):
        return _on_both(Chosen(chosen, words.whole, taken=words.taken), rows, frame, comparison, shelf, search)
    if named:
        found = Chosen(named, words.whole)
        return found if _sides_of(named) == 2 else _plainly(found, rows, frame, comparison, shelf, capabilities, search)
    if not words.says_something:
        return Chosen(rows, whole=True)
    if _stands_elsewhere(words.said, comparison, shelf):
        return Chosen(())
    if frame.compares == "present":  # whether a word stands there is not told by what lies near it
        return Chosen(())
    return Chosen(nearest_rows(rows, comparison, search), words.whole, ranked=True, taken=words.taken)


def _sides_of(rows: Sequence[ComparedRow]) -> int:
    return any(row.left for row in rows) + any(row.right for row in rows)


def _plainly(
    found: Chosen,
    rows: Sequence[ComparedRow],
    frame: QueryFrame,
    comparison: Comparison,
    shelf: Shelf,
    capabilities: Scheme,
    search: Search,
) -> Chosen:
    """The rows of both sides with the question's own words, where the capability that these mean is on one side alone.

    Words that are no printed name (质量追溯) may stand in what the other side files elsewhere; then the same words
    choose on both sides.
    """
    words = asked_words(frame, [shelf.by_id[one] for row in rows for one in _ids(row, shelf)], capabilities, plain=True)
    chosen = by_words(rows, words.pairs, shelf)
    if frame.compares == "present" or not chosen:
        return found
    own = Chosen(chosen, words.whole, taken=words.taken)
    both = _on_both(own, rows, frame, comparison, shelf, search)
    return replace(both, named=False) if _sides_of(both.rows) == 2 else found


def _on_both(
    found: Chosen, rows: Sequence[ComparedRow], frame: QueryFrame, comparison: Comparison, shelf: Shelf, search: Search
) -> Chosen:
    """The rows, with those of a side that has none among them which lie near and share words with what is asked."""
    said = pairs(found.taken)
    if frame.compares == "present" or not said or _sides_of(found.rows) == 2:
        return found
    left = not any(row.left for row in found.rows)
    near = [
        row
        for row in nearest_rows(rows, comparison, search)
        if row not in found.rows and share_of(row.left if left else row.right, said, shelf) >= _ENOUGH
    ]
    return replace(found, rows=(*found.rows, *near))


def _stands_elsewhere(said: frozenset[str], comparison: Comparison, shelf: Shelf) -> bool:
    """Whether rows of the sides that are too short to be compared have what a question says (a cell's two words)."""
    for side in (comparison.left, comparison.right):
        document, tier, track = target_parts(side.name)
        for one in shelf.of(document, kinds=RULING):
            within = (tier is None or one.holds_for(tier)) and (not track or one.track == track)
            if said and within and len(said & pairs(spoken(one))) >= _ENOUGH * len(said):
                return True
    return False


def _turns(row: ComparedRow, way: str) -> bool:
    """Whether a governing word is stronger on the right than on the left, or weaker."""
    changes = row.difference.forces if row.difference else ()
    steps = [
        STRENGTH.get(one.right, 0) - STRENGTH.get(one.left, 0) for one in changes if "none" not in (one.left, one.right)
    ]
    return any(step > 0 if way == "raised" else step < 0 for step in steps)


def _ids(row: ComparedRow, shelf: Shelf) -> list[str]:
    return [one for one in (*row.left, *row.right) if one in shelf.by_id]


def _says(clause: Clause) -> bool:
    return len(clause.plain) > _FEWEST_WORDS * 2


def _is_named(row: ComparedRow, frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> bool:
    """Whether a row is about the capability, or names the system or technology, that a question names."""
    clauses = [shelf.by_id[one] for one in _ids(row, shelf)]
    objects = {*frame.systems, *frame.technologies, *frame.kind_systems}
    if objects:
        return any(objects & {*one.systems, *one.technologies} for one in clauses)
    if not frame.names_capability:
        return False
    numbers = {
        *frame.subdomains,
        *(one for code in (*frame.domains, *frame.elements) for one in _under(code, capabilities)),
    }
    return row.topic.number in numbers or any(in_capability(one, frame, capabilities) for one in clauses)


def _under(code: str, capabilities: Scheme) -> Iterable[str]:
    for one in capabilities.narrower(code):
        yield one
        yield from _under(one, capabilities)
