"""A filled form: what is printed, what the profile says, what is missing, and what only a hand may fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.manifest import Meta
from drafting.plans.plan import ConditionResult
from drafting.plans.spending import LedgerLine

Look = Literal["part", "label", "tall", "box", "text", "line", "sign"]
"""A heading across the table, a label (also down several rows), a box to fill, a paragraph, a line, a place to sign."""


def asked(what: str) -> str:
    """How a form marks what the enterprise must still say."""
    return f"【需企业补充：{what}】"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a profile says to a field.

    Attributes:
        said: What is filled in; empty for nothing.
        missing: What the enterprise must still say, each a short name.
        basis: Paths of the facts.
    """

    said: str = ""
    missing: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the profile that belongs to an item of an outline, with its name."""

    name: str
    filled: Filled


@dataclass(frozen=True, slots=True)
class FactTable:
    """Rows of the profile that belong to an item of an outline.

    Attributes:
        title: What the rows are.
        heads: The columns' names.
        rows: The cells' texts; empty where the profile says nothing.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a form.

    Attributes:
        clause: The id of the printed field; of a box, that of the field it belongs to. Empty for none.
        printed: The printed words, with their number and line breaks; empty for a box without a hint.
        filled: What the profile says.
        in_gap: Whether it goes into the first wide gap of the printed words.
        by_hand: Who fills it in by hand; such a place never gets a value. Empty where the profile may fill it.
        look: What it is.
        wide, high: Columns and rows that it takes.
        facts, tables: Facts and rows of the profile below it.
        asks: What else must be asked for.
    """

    clause: str
    printed: str = ""
    filled: Filled = Filled()
    in_gap: bool = False
    by_hand: str = ""
    look: Look = "text"
    wide: int = 1
    high: int = 1
    facts: tuple[Fact, ...] = ()
    tables: tuple[FactTable, ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What the enterprise must still say here."""
        told = (one for fact in self.facts for one in fact.filled.missing)
        return tuple(dict.fromkeys((*self.filled.missing, *told, *self.asks)))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a form: a table's rows, or lines of text (each a row of one).

    Attributes:
        columns: Columns of the table's grid; 0 where it is no table.
        rows: The places, row by row; a place that is several rows high stands in the first.
    """

    columns: int
    rows: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form, filled as far as the profile goes.

    Attributes:
        meta: The facts of the document that prints it.
        annex: The annex's number.
        heading, heading_clause: ``附件1``, and the clause's id.
        title, title_clause: The printed title with its line breaks, and the clause's id.
        banner: What stands at the head of every page.
        company: The enterprise's name.
        track: The project type that the checks hold for; None where none is known.
        blocks: The form itself.
        notes: What the enterprise must know; not part of the printed form.
        thresholds: The conditions that the text states for the project type, judged; empty where the form has none.
        ledger: The project's spending, each against the printed lists.
        arithmetic: Sums in words.
    """

    meta: Meta
    annex: str
    heading: str
    heading_clause: str
    title: str
    title_clause: str
    banner: str
    company: str
    track: str | None
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    thresholds: tuple[ConditionResult, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    arithmetic: tuple[str, ...] = ()

    @property
    def entries(self) -> Iterator[Entry]:
        """Every place, in order."""
        return (entry for block in self.blocks for row in block.rows for entry in row)

    @property
    def missing(self) -> tuple[str, ...]:
        """All that the enterprise must still say, once each, in order."""
        return tuple(dict.fromkeys(one for entry in self.entries for one in entry.missing))
