"""Two targets side by side, as plain values: a row for each aligned pair or small group, and for what stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.clause import Kind
from kg.variants.difference import Difference, Relation
from kg.variants.link import Link, Reason

RowRelation = Relation | Literal["only_left", "only_right"]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a row is about.

    Attributes:
        number: The printed number of the subdomain; None where it is none (thresholds, procedure, definitions).
        name: Its name, or the heading of the row.
        inferred: Whether neither text files the row there and likeness of meaning did.
    """

    number: str | None
    name: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Clauses of both sides that speak of one matter, or clauses of one side that the other has nothing for.

    Attributes:
        topic: What it is about.
        left, right: Clause ids in reading order; empty on the side that has nothing.
        relation: ``stronger`` and ``weaker`` are said of the left.
        difference: What differs; None where one side is empty.
        confidence: The surest link's confidence; None where one side is empty.
        reasons: Why they are aligned.
        nearest: The clause of the other side that comes nearest, where nothing corresponds: a person may judge.
        counterpart: The predicate of a proposed mapping (``skos:narrowMatch``), where the right is the national level.
    """

    topic: Topic
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: RowRelation
    difference: Difference | None = None
    confidence: float | None = None
    reasons: tuple[Reason, ...] = ()
    counterpart: str | None = None
    nearest: Link | None = None


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One side of a comparison.

    Attributes:
        name: The target as written: ``DOCUMENT[:TIER][/TRACK]``.
        document: The document's id; ``national`` for the national scenarios.
        title: The document's title, with tier or track.
        clauses: Ids of all clauses that were compared, in reading order.
        passed: How many rows of each kind say nothing that could be compared (headings, heads of columns, ``/``).
    """

    name: str
    document: str
    title: str
    clauses: tuple[str, ...]
    passed: tuple[tuple[Kind, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two targets compared.

    Attributes:
        left, right: The sides.
        asked: The topic that it is limited to, as asked; None for all.
        rows: In the left's reading order, then what only the right has, in its order.
    """

    left: ComparedSide
    right: ComparedSide
    asked: str | None
    rows: tuple[ComparedRow, ...]
