"""The rows of a comparison that a question is about, with the clauses and the names of both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.clause import Clause
from drafting.findings.asked_words import asked_words, spoken
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

_FIGURES = re.compile(r"门槛|数值|指标|额度|多少|\b(?:threshold|figures?|numbers?)\b")
"""Asks for numbers: only rows that state some are compared then."""
_ENOUGH = 0.5
_NEAR_BEST = 0.8
_HITS = 3
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
    """

    rows: tuple[ComparedRow, ...]
    words: tuple[str, ...] = ()
    whole: bool = False
    ranked: bool = False


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
    """A document's short title, its issuer where only it has that one, or its title."""
    short = getattr(shelf.titles, "short", {}).get(document)
    issuers = [meta.issuer for meta in shelf.documents.values()]
    issuer = shelf.documents[document].issuer
    if short:
        return f"《{short}》"
    return issuer if issuer and issuers.count(issuer) == 1 else f"《{shelf.titles[document]}》"


def rows_about(frame: QueryFrame, comparison: Comparison, shelf: Shelf, capabilities: Scheme, search: Search) -> Chosen:
    """The rows that a question is about, and how they were found.

    What the question names (a capability, a system, a technology) says which rows; then its other words choose among
    them; where it names nothing and the texts have none of its words, the clauses that lie nearest do.
    """
    rows = tuple(row for row in comparison.rows if any(_says(shelf.by_id[one]) for one in _ids(row, shelf)))
    words = asked_words(frame, [shelf.by_id[one] for row in rows for one in _ids(row, shelf)], capabilities)
    if frame.compares in ("raised", "relaxed"):
        rows = tuple(row for row in rows if _turns(row, frame.compares)) or rows
    if _FIGURES.search(frame.text):
        rows = tuple(row for row in rows if any(shelf.by_id[one].quantities for one in _ids(row, shelf))) or rows
    named = tuple(row for row in rows if _is_named(row, frame, shelf, capabilities))
    if by_words := _by_words(named or rows, words.pairs, shelf):
        return Chosen(by_words, words.whole)
    if named:
        return Chosen(named, words.whole)
    if not words.says_something:
        return Chosen(rows, whole=True)
    if _stands_elsewhere(words.said, comparison, shelf):
        return Chosen(())
    if frame.compares == "present":  # whether a word stands there is not told by what lies near it
        return Chosen(())
    return Chosen(_nearest(rows, comparison, search), words.whole, ranked=True)


def _stands_elsewhere(said: frozenset[str], comparison: Comparison, shelf: Shelf) -> bool:
    """Whether rows of the sides that are too short to be compared have what a question says (a cell's two words)."""
    for side in (comparison.left, comparison.right):
        document, tier, track = target_parts(side.name)
        for one in shelf.of(document, kinds=RULING):
            within = (tier is None or one.tier == tier) and (not track or one.track == track)
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


def _by_words(rows: Sequence[ComparedRow], words: frozenset[str], shelf: Shelf) -> tuple[ComparedRow, ...]:
    """The rows with a clause of either side that has most of the question's words; none where none has half of them."""
    if not words:
        return ()
    sides = ([_share(row.left, words, shelf) for row in rows], [_share(row.right, words, shelf) for row in rows])
    chosen: set[int] = set()
    for shares in sides:
        least = max(_ENOUGH, _NEAR_BEST * max(shares, default=0.0))
        chosen.update(at for at, share in enumerate(shares) if share >= least)
    return tuple(rows[at] for at in sorted(chosen))


def _share(ids: Sequence[str], words: frozenset[str], shelf: Shelf) -> float:
    """The largest share of the words that one of the clauses has, with the names that it stands under."""
    clauses = [shelf.by_id[one] for one in ids if one in shelf.by_id]
    return max((len(words & pairs(spoken(clause))) / len(words) for clause in clauses), default=0.0)


def _nearest(rows: Sequence[ComparedRow], comparison: Comparison, search: Search) -> tuple[ComparedRow, ...]:
    """The rows with the clauses of either side that search finds first, those first that it finds first."""
    ranks: dict[str, int] = {}
    for side in (comparison.left, comparison.right):
        document, tier, track = target_parts(side.name)
        limits = Filters(documents=(document,), tiers=(tier,) if tier else (), tracks=(track,) if track else ())
        own = set(side.clauses)
        hits = [hit.clause.id for hit in search(limits, _HITS * 2) if hit.clause.id in own]
        ranks.update({one: rank for rank, one in enumerate(hits[:_HITS])})
    near = [row for row in rows if ranks.keys() & {*row.left, *row.right}]
    return tuple(sorted(near, key=lambda row: min(ranks.get(one, _HITS) for one in (*row.left, *row.right))))
