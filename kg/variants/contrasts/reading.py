"""A clause read for comparison: its words, each with its place in the stored text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.clause import Clause
from kg.linking import fold
from kg.row_names import with_row_name
from kg.variants.contrasts.tokens import Cut, Token, tokens
from kg.variants.difference import Words
from ontology.wording import Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause read for comparison.

    Attributes:
        clause: The clause.
        plain: Its plain reading without white space, but for that between Latin words; that of a bare figure in a
            table's cell led by the name of its row.
        folded: The same with narrow signs and small letters, as long.
        places: For each character of ``plain`` its place in the stored text; None for what was put in.
        tokens: Its words.
        holders: The characters of ``plain`` that stand in the stored text.
        held: Where they stand, in the same order.
    """

    clause: Clause
    plain: str
    folded: str
    places: tuple[int | None, ...]
    tokens: tuple[Token, ...]
    holders: tuple[int, ...]
    held: tuple[int, ...]

    def words(self, start: int, end: int) -> Words:
        """A stretch of the plain reading as it stands in the stored text; the whole clause where it stands nowhere."""
        there = [place for place in self.places[start:end] if place is not None]
        first, last = (min(there), max(there) + 1) if there else (self.clause.start, self.clause.end)
        offset = self.clause.start
        return Words(self.clause.id, first, last, self.clause.text[first - offset : last - offset])

    def stands(self, start: int, end: int) -> bool:
        """Whether any of a stretch of the plain reading stands in the stored text; not the name of a row put in."""
        return any(place is not None for place in self.places[start:end])

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``plain`` whose characters lie within a stretch of the stored text."""
        first, last = bisect_left(self.held, start), bisect_left(self.held, end)
        return (self.holders[first], self.holders[last - 1] + 1) if first < last else (0, 0)


def read(clause: Clause, cut: Cut, wording: Wording) -> Reading:
    """Read a clause.

    Args:
        clause: The clause.
        cut: Cuts Chinese into words.
        wording: Which words ask for nothing by themselves.
    """
    said = with_row_name(clause)
    kept = [at for at, _ in enumerate(said) if not _idle(said, at)]
    stored = (*(None for _ in range(len(said) - len(clause.plain))), *_places(clause))
    plain = "".join(said[at] for at in kept)
    folded, places = fold(plain), tuple(stored[at] for at in kept)
    holders = tuple(at for at, place in enumerate(places) if place is not None)
    held = tuple(place for place in places if place is not None)
    return Reading(clause, plain, folded, places, tokens(folded, cut, wording), holders, held)


def _idle(text: str, at: int) -> bool:
    """Whether a character is white space that parts no Latin words."""
    return text[at].isspace() and not (_latin(text[at - 1 : at]) and _latin(text[at + 1 : at + 2]))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def single_characters(run: str) -> Sequence[str]:
    """The plainest cut: every character a word of its own."""
    return tuple(run)


def _places(clause: Clause) -> tuple[int | None, ...]:
    """Where each character of the plain reading stands: white space and residue were taken out, seldom more."""
    if clause.plain == clause.text:
        return tuple(range(clause.start, clause.end))
    here = [at for at, sign in enumerate(clause.text) if not sign.isspace()]
    read_ = [at for at, sign in enumerate(clause.plain) if not sign.isspace()]
    places: list[int | None] = [None] * len(clause.plain)
    if [clause.plain[at] for at in read_] == [clause.text[at] for at in here]:
        for mine, theirs in zip(read_, here, strict=True):
            places[mine] = clause.start + theirs
        return tuple(places)
    matcher = SequenceMatcher(None, [clause.plain[at] for at in read_], [clause.text[at] for at in here], False)
    for mine, theirs, size in matcher.get_matching_blocks():
        for step in range(size):
            places[read_[mine + step]] = clause.start + here[theirs + step]
    return tuple(places)
