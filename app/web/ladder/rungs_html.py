"""A subdomain's ladder: its tiers side by side, each clause with what it adds to the tier below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from app.web.ladder.words import change_html, ladder_name
from app.web.language import say
from app.web.parts.beside import cite_html, clause_html, difference_marks, names_within
from corpus.clause import Clause
from drafting.comparisons.ladder_changes import LadderChange, changes_of
from kg.ladders.ladder import Ladder, LadderCell
from kg.variants.difference import Words

Clauses = Mapping[str, Clause]


def rungs_html(ladders: Sequence[Ladder], clauses: Clauses) -> str:
    """Ladders in full, one below the other.

    Args:
        ladders: Ladders with the steps between neighbouring tiers.
        clauses: Clauses by id.
    """
    return "".join(f'<section class="gb-step">{_ladder(ladder, clauses)}</section>' for ladder in ladders)


def _ladder(ladder: Ladder, clauses: Clauses) -> str:
    changes = tuple(changes_of((ladder,)))
    above = " › ".join(part for part in (ladder.element, ladder.domain) if part)
    cells = "".join(_cell(ladder, cell, changes, clauses) for cell in ladder.cells)
    return (
        f'<h3 class="gb-rung-title">{escape(ladder_name(ladder.number, ladder.name))}'
        f'<span class="gb-above">{escape(above)}</span></h3><div class="gb-rungs">{cells}</div>'
    )


def _cell(ladder: Ladder, cell: LadderCell, changes: Sequence[LadderChange], clauses: Clauses) -> str:
    rows = [clauses[one] for one in cell.clauses]
    called = names_within(rows)
    held = "".join(_clause(row, called[row.id], cell, changes, clauses) for row in rows)
    if not rows:
        held = f'<p class="gb-none">{escape(say("原文没有写"))}</p>'
    rest = [one for one in changes if one.step.upper == cell.tier and not one.change.upper]
    return (
        f'<section class="gb-rung" data-tier="{escape(cell.tier)}"><h4 class="gb-tier">{escape(cell.tier_label)}</h4>'
        f"{held}{_still(rest, ladder, clauses)}</section>"
    )


def _clause(clause: Clause, name: str, cell: LadderCell, changes: Sequence[LadderChange], clauses: Clauses) -> str:
    """A clause with its changes from the tier below, and what the tier above does not repeat of it."""
    own = [one for one in changes if one.step.upper == cell.tier and clause.id in one.change.upper]
    later = [one for one in changes if one.step.compared_with == cell.tier and clause.id in one.change.lower]
    stretches = [
        *((words, f"{style} gb-later") for one in later for words, style in _later(clause, one)),
        *(each for one in own for each in difference_marks(clause, one.change.difference, "right")),
    ]
    told = "".join(f'<p class="gb-because">{_badges(one)} {escape(_beside(one, clauses))}</p>' for one in own)
    return clause_html(clause, name, stretches, told)


def _later(clause: Clause, one: LadderChange) -> list[tuple[Words, str]]:
    return [
        (words, style)
        for words, style in difference_marks(clause, one.change.difference, "left")
        if "gb-modal" not in style
    ]


def _beside(one: LadderChange, clauses: Clauses) -> str:
    """What the change is, with the lower tier's items that it is told from."""
    items = "、".join(name for each in one.change.lower for name in names_within([clauses[each]]).values())
    return f"{items}：{one.why}" if items and not items.startswith("〔") else one.why


def _badges(one: LadderChange) -> str:
    return "".join(change_html(each) for each in (one.change.change, *one.change.also))


def _still(rest: Sequence[LadderChange], ladder: Ladder, clauses: Clauses) -> str:
    """What still stands from the tier below without being repeated."""
    if not rest:
        return ""
    labels = {cell.tier: cell.tier_label for cell in ladder.cells}
    step = rest[0].step
    below = labels[step.compared_with or step.lower]
    told = escape(say("看原文"))
    cites = "".join(
        cite_html(each, next(iter(names_within([clauses[each]]).values())), told)
        for one in rest
        for each in one.change.lower
    )
    said = escape(say("{tier}的这些没有重复，仍然适用：", tier=below))
    return f'<p class="gb-still">{change_html("not_restated")} {said}{cites}</p>'
