"""A view as a plain table, each cell with the clauses that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.variants.difference import Words


@dataclass(frozen=True, slots=True)
class ViewCell:
    """One cell.

    Attributes:
        text: What a person reads.
        clauses: Ids of the clauses that it rests on; empty for labels.
        value: The number in it, for sorting and for spreadsheets; None for words.
        words: Where its figure or name stands; None where it is of a whole clause.
        inferred: Whether likeness of meaning, and no text, put it here.
        likely: Of ``clauses`` those that likeness of meaning put here, where the others stand here by their text.
    """

    text: str
    clauses: tuple[str, ...] = ()
    value: float | None = None
    words: Words | None = None
    inferred: bool = False
    likely: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A table over several documents.

    Attributes:
        name: Its code: ``topics``, ``thresholds``, ``systems``, ``terms``, ``versions``.
        title: Its Chinese title.
        columns: Headings of the columns.
        rows: As many cells a row as there are columns.
        notes: How to read it, and what it leaves out.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[ViewCell, ...], ...]
    notes: tuple[str, ...] = ()
