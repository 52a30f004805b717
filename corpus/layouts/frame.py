"""What the rows that are cut from one row of a table share: its place, its names, its tiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clause import Kind
from corpus.drafts import Draft
from corpus.grid import Cell
from corpus.headings import Headings
from corpus.layouts.cells import cell_items, demand_kind, not_required
from corpus.layouts.scope import industry_scope
from corpus.layouts.told import excludes, excluding_name, only_tells


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of a document: its code and the text's own name of it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows of one row of a table share.

    Attributes:
        headings: The headings above the table.
        place: The readable part of ids.
        names: What stands before the text, outermost first, as the path shows it.
        element, domain, subdomain: The capability, in the table's words.
        number: The printed number of the subdomain.
        tiers: The tiers that the row is for, the lowest printed first.
        excluding: Whether the table lists cases in which something is refused or taken away.
        waived: The marks of cells in which nothing is asked, beside the usual ones.
    """

    headings: Headings
    place: str
    names: tuple[str, ...] = ()
    element: str | None = None
    domain: str | None = None
    subdomain: str | None = None
    number: int | None = None
    tiers: tuple[Tier, ...] = ()
    excluding: bool = False
    waived: frozenset[str] = frozenset()

    def draft(
        self,
        place: str,
        start: int,
        end: int,
        kind: Kind,
        rule: str,
        *,
        label: str | None = None,
        tiers: tuple[Tier, ...] | None = None,
        industry: str | None = None,
    ) -> Draft:
        """A row at a stretch; ``tiers`` where it has others than the frame."""
        held = self.tiers if tiers is None else tiers
        return Draft(
            place=place,
            start=start,
            end=end,
            kind=kind,
            rule=rule,
            section=self.headings.section,
            path=(*self.headings.path, *self.names),
            element=self.element,
            domain=self.domain,
            subdomain=self.subdomain,
            subdomain_no=self.number,
            tier=held[0].code if held else None,
            tier_label=held[0].name if held else None,
            label=label,
            industry=industry,
            tiers=tuple(tier.code for tier in held) if len(held) > 1 else (),
        )

    def cell(
        self, place: str, cell: Cell, kind: Kind, rule: str, *, label: str | None = None, tiers: tuple[Tier, ...] = ()
    ) -> Draft:
        """A row that is a whole cell."""
        return self.draft(place, cell.start, cell.end, kind, rule, label=label, tiers=tiers)

    def items(
        self,
        source: str,
        cell: Cell,
        place: str,
        kind: Kind | None,
        rule: str,
        *,
        label: str | None = None,
        tiers: tuple[Tier, ...] | None = None,
    ) -> Iterator[Draft]:
        """A row for each labelled item of a cell; a cell under a tier may say that nothing is asked.

        What excludes from something is asked of nobody: neither the cell of such a row nor the list behind such a lead.

        Args:
            source: The stored text.
            cell: The cell.
            place: The cell's place.
            kind: What its items are; None to tell requirements from thresholds.
            rule: The rule's name before the point.
            label: What an item without a label of its own is called.
            tiers: The tiers that the cell is for where they are not the frame's.
        """
        held = self.tiers if tiers is None else tiers
        asks = kind in (None, "requirement")
        if held and (not_required(cell) or cell.seen in self.waived):
            yield self.draft(place, cell.start, cell.end, "not_required", f"{rule}.cell", label=label, tiers=held)
            return
        found = tuple(cell_items(source, cell))
        if asks and self._asks_nothing(cell):
            kind = "table_cell"
        for index, (printed, start, end) in enumerate(found):
            leads = asks and index + 1 < len(found) and source[start:end].endswith(("：", ":"))
            yield self.draft(
                f"{place}/{printed.number}" if printed else place,
                start,
                end,
                "lead" if leads else kind or demand_kind(source[start:end]),
                f"{rule}.item",
                label=printed.text if printed else label,
                tiers=held,
                industry=industry_scope(source[start:end]),
            )
            if asks and leads and excludes(source[start:end]):
                kind = "table_cell"

    def _asks_nothing(self, cell: Cell) -> bool:
        """Whether a cell is one of a list of exclusions, is such a list itself, or says that nothing is asked."""
        excluding = self.excluding or any(map(excluding_name, self.names))
        return excluding or not_required(cell) or only_tells(cell.text)
