"""What is odd in a ladder, shown as printed: a weaker word above, a missing word, a cell left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from corpus.clause import Clause
from kg.ladders.ladder import Ladder, LadderCell

OddityKind = Literal["relaxed", "weaker_cell", "no_governing_word", "not_required_above"]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that a reader would stumble over.

    Attributes:
        kind: ``relaxed``: an item is printed with a weaker word than what it answers below; ``weaker_cell``: a cell
            says no 应 though the cell below does; ``no_governing_word``: an item has no 应, 宜, 可 or 鼓励 at all;
            ``not_required_above``: a tier asks nothing where a lower one does.
        tier: The code of the tier that it shows at.
        clauses: Ids of the clauses, the lower tier's first.
        text: What is odd, in one Chinese line.
    """

    kind: OddityKind
    tier: str
    clauses: tuple[str, ...]
    text: str


def oddities(ladder: Ladder, clauses: Mapping[str, Clause]) -> tuple[Oddity, ...]:
    """What is odd in a ladder, by tier.

    Args:
        ladder: The ladder with its steps.
        clauses: Clauses by id.
    """
    found = [*_relaxed(ladder, clauses), *_cells(ladder, clauses)]
    order = {cell.tier: place for place, cell in enumerate(ladder.cells)}
    return tuple(sorted(found, key=lambda one: order[one.tier]))


def _relaxed(ladder: Ladder, clauses: Mapping[str, Clause]) -> Iterator[Oddity]:
    labels = {cell.tier: cell.tier_label for cell in ladder.cells}
    for step in ladder.steps:
        for change in step.changes:
            if "relaxed" in (change.change, *change.also) and step.compared_with is not None:
                low, high = (_printed(ids, clauses) for ids in (change.lower, change.upper))
                text = f"{labels[step.upper]}{high}，{labels[step.compared_with]}{low}，原文如此"
                yield Oddity("relaxed", step.upper, (*change.lower, *change.upper), text)


def _cells(ladder: Ladder, clauses: Mapping[str, Clause]) -> Iterator[Oddity]:
    for cell in ladder.cells:
        if bare := tuple(one for one in cell.clauses if _bare(clauses[one])):
            items = "、".join(clauses[one].label or "整格" for one in bare)
            yield Oddity(
                "no_governing_word", cell.tier, bare, f"{cell.tier_label} {items} 没有“应”“宜”等用词，原文如此"
            )
    for low, high in pairwise(ladder.cells):
        if low.required and not high.required:
            text = f"{high.tier_label}不作要求，而{low.tier_label}有要求，原文如此"
            yield Oddity("not_required_above", high.tier, (*low.clauses, *high.clauses), text)
        elif high.required and _says_shall(low, clauses) and not _says_shall(high, clauses):
            strongest = "宜" if any("should" in clauses[one].forces for one in high.clauses) else ""
            said = f"只用“{strongest}”" if strongest else "没有用“应”"
            text = f"{high.tier_label}{said}，而{low.tier_label}用“应”，原文如此"
            yield Oddity("weaker_cell", high.tier, (*low.clauses, *high.clauses), text)


def _bare(clause: Clause) -> bool:
    return clause.kind == "requirement" and clause.forces == ("none",)


def _says_shall(cell: LadderCell, clauses: Mapping[str, Clause]) -> bool:
    return any("shall" in clauses[one].forces for one in cell.clauses)


def _printed(ids: Sequence[str], clauses: Mapping[str, Clause]) -> str:
    words = {"shall": "应", "should": "宜", "may": "可", "encouraged": "鼓励"}
    found = []
    for one in ids:
        forces = "、".join(f"“{words[force]}”" for force in clauses[one].forces if force in words)
        label = f" {clauses[one].label} " if clauses[one].label else ""
        found.append(f"{label}用{forces}" if forces else f"{label}没有用词")
    return "、".join(found)
