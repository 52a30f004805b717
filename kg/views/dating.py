"""How a document's year is known: its own words, an inference, whoever took it in, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause
from corpus.library import Document
from kg.variants.difference import Words
from kg.views.stretches import between

Basis = Literal["stated", "inferred", "told", "none"]

BASES: dict[Basis, str] = {
    "stated": "文中写有",
    "inferred": "推知，文中没有写明",
    "told": "录入时给出，文中没有",
    "none": "文中没有写",
}

_INFERRED = re.compile(r"推知|推定|推断|推测|推算|估计")
_CITED = re.compile(r"《[^《》]*》|[〔\[][^〕\]]*[〕\]]")
_BREAKS = re.compile(r"[，,。；;\n]")


@dataclass(frozen=True, slots=True)
class Dating:
    """A year with its basis.

    Attributes:
        year: The year; None where no text supports one.
        basis: How it is known.
        words: Where the text prints it; None where it does not.
        clause: The clause of these words.
    """

    year: int | None
    basis: Basis
    words: Words | None = None
    clause: Clause | None = None


def dating(document: Document) -> Dating:
    """The year of a document.

    It counts as stated only where the text prints it outside the titles and numbers that it cites and outside what is
    to be filled in, and where whoever took the document in does not call it inferred.
    """
    year = document.meta.year
    if year is None:
        return Dating(None, "none")
    own = next(_printed(document.clauses, year, own=True), None)
    anywhere = own or next(_printed(document.clauses, year, own=False), None)
    clause, words = anywhere or (None, None)
    if _INFERRED.search(document.meta.year_basis):
        return Dating(year, "inferred", words, clause)
    if own is not None:
        return Dating(year, "stated", words, clause)
    return Dating(year, "inferred" if anywhere else "told", words, clause)


def _printed(clauses: Sequence[Clause], year: int, *, own: bool) -> Iterator[tuple[Clause, Words]]:
    """Where the year is printed, with the words from break to break."""
    for clause in clauses:
        if own and clause.kind == "form_field":
            continue
        text = _CITED.sub(lambda found: "　" * len(found[0]), clause.text) if own else clause.text
        for found in re.finditer(rf"(?<!\d){year}(?!\d)", text):
            yield clause, between(clause, found.start(), found.end(), _BREAKS)
