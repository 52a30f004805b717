"""The values that everything else is made of: a clause, its provisions and its quantities.

A clause is a stretch of one document's stored text. Positions count Unicode code points of that text,
and ``source[start:end] == clause.text`` always holds.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

IRI_ROOT = "https://w3id.org/gongbiao/"

Force = Literal["shall", "should", "may", "encouraged", "none"]
Kind = Literal[
    "requirement",
    "not_required",
    "heading",
    "lead",
    "paragraph",
    "term",
    "abbreviation",
    "form_field",
    "threshold",
    "step",
    "table_cell",
]
Comparator = Literal[">=", "<=", ">", "<", "=", "~", "range"]


@dataclass(frozen=True, slots=True)
class Provision:
    """A stretch of a clause that one governing word rules (or none does).

    Attributes:
        start: First code point, counted in the document.
        end: One past the last code point, counted in the document.
        force: ``shall`` 应, ``should`` 宜, ``may`` 可, ``encouraged`` 鼓励, ``none``.
    """

    start: int
    end: int
    force: Force


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its comparator and unit, as one clause states it.

    Attributes:
        text: The words of the text, such as ``不低于30%``.
        comparator: ``>=``, ``<=``, ``>``, ``<``, ``=``, ``~`` (about) or ``range``.
        value: The number; for a range its lower end.
        value_max: The upper end of a range, else None.
        unit: ``%``, ``万元``, ``年``, ``家`` … as the text counts it; empty for a bare number.
        start: First code point, counted in the document.
        end: One past the last code point, counted in the document.
    """

    text: str
    comparator: Comparator
    value: float
    value_max: float | None
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One row of a document: the smallest piece that is cited.

    Attributes:
        id: A readable place in one edition, such as ``zj-graded/19/smart-factory/a``.
        document: The document's id.
        section: The number of the section that holds the row (``4.3.2``, ``二``), or an empty string.
        path: The headings above the row, outermost first.
        element, domain, subdomain: The capability that the row belongs to, in the text's words.
        subdomain_no: The printed number of the subdomain.
        tier, tier_label: The tier's code and the text's own name of it; the lowest where the print gives the row to
            several (a cell merged over their columns).
        tiers: The codes of all of them where there are several, in the order of the print; else empty.
        track: An alternative within a document (a construction type, a mode, a project type).
        label: The printed label without its punctuation (``a``, ``c1``, ``一``), or the name of a term.
        kind: What the row is.
        text: The stored text between ``start`` and ``end``.
        plain: The reading with line breaks joined and editor residue taken out.
        forces: Distinct forces in order of first appearance; ``("none",)`` where no word governs.
        provisions: The stretches that a governing word rules.
        industry: ``离散行业`` or ``流程行业`` where the text limits the row so.
        systems: Canonical codes of the systems named; filled by entity linking.
        technologies: Technologies named; filled by entity linking.
        quantities: The numbers that the row states.
        national: Ids of proposed national counterparts.
        lineage: The id of the same clause in an earlier edition.
        rule: The name of the layout rule that cut the row.
    """

    id: str
    document: str
    section: str
    path: tuple[str, ...]
    kind: Kind
    text: str
    plain: str
    start: int
    end: int
    rule: str
    element: str | None = None
    domain: str | None = None
    subdomain: str | None = None
    subdomain_no: int | None = None
    tier: str | None = None
    tier_label: str | None = None
    track: str | None = None
    label: str | None = None
    forces: tuple[Force, ...] = ("none",)
    provisions: tuple[Provision, ...] = ()
    industry: str | None = None
    systems: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    national: tuple[str, ...] = ()
    lineage: str | None = None
    tiers: tuple[str, ...] = ()

    def holds_for(self, tier: str) -> bool:
        """Whether the print gives the row to a tier, alone or with others."""
        return tier == self.tier or tier in self.tiers

    def holds_for_any(self, tiers: Collection[str | None]) -> bool:
        """Whether the print gives the row to one of some tiers; None among them stands for rows of no tier."""
        return self.tier in tiers or not set(self.tiers).isdisjoint(tiers)

    @property
    def every_tier(self) -> tuple[str, ...]:
        """The codes of all tiers that the print gives the row to; empty where it gives it to none."""
        return self.tiers or ((self.tier,) if self.tier else ())

    @property
    def iri(self) -> str:
        """The clause's address in the graph."""
        return f"{IRI_ROOT}clause/{self.id}"
