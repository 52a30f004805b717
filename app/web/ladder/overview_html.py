"""All subdomains at a glance: how much each tier asks, and how many clauses of each change a step has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from app.web.ladder.words import CHANGE, change_html, ladder_name
from app.web.language import say
from corpus.clause import Clause, Force
from drafting.wording import FORCE_WORDS
from kg.ladders.ladder import Ladder, LadderCell, Step

_FORCES: tuple[Force, ...] = ("shall", "should", "may", "encouraged")
SUBDOMAIN = "subdomain:"
"""Begins the value of a row's button; the subdomain's number or name follows."""


def overview_html(ladders: Sequence[Ladder], clauses: Mapping[str, Clause]) -> str:
    """The table; a row's name is a button that leads to its ladder.

    Args:
        ladders: At least one ladder, with the steps between neighbouring tiers.
        clauses: Clauses by id.
    """
    labels = {cell.tier: cell.tier_label for cell in ladders[0].cells}
    heads = [say("能力子域")]
    for cell in ladders[0].cells:
        heads += [f"→ {labels[step.upper]}" for step in ladders[0].steps if step.upper == cell.tier]
        heads.append(cell.tier_label)
    parts = [f"<thead><tr>{''.join(f'<th scope=col>{escape(head)}</th>' for head in heads)}</tr></thead><tbody>"]
    above = ""
    for ladder in ladders:
        if ladder.domain and ladder.domain != above:
            named = escape(" › ".join(part for part in (ladder.element, ladder.domain) if part))
            parts.append(f'<tr class="gb-element"><th scope="rowgroup" colspan="{len(heads)}">{named}</th></tr>')
        above = ladder.domain
        parts.append(_row(ladder, clauses))
    box = f'tabindex="0" role="region" aria-label="{escape(say("各能力子域"))}"'
    return f'<div class="gb-wide" {box}><table class="gb-matrix gb-glance">{"".join(parts)}</tbody></table></div>'


def _row(ladder: Ladder, clauses: Mapping[str, Clause]) -> str:
    name = escape(ladder_name(ladder.number, ladder.name))
    value = escape(ladder.number or ladder.name)
    cells = []
    for cell in ladder.cells:
        cells += [f"<td>{_changes(step)}</td>" for step in ladder.steps if step.upper == cell.tier]
        cells.append(f'<td class="gb-asked">{_asked(cell, clauses)}</td>')
    button = f'<button type="button" class="gb-part" data-pick="{SUBDOMAIN}{value}">{name}</button>'
    return f'<tr><th scope="row">{button}</th>{"".join(cells)}</tr>'


def _asked(cell: LadderCell, clauses: Mapping[str, Clause]) -> str:
    if not cell.clauses:
        return escape(say("原文没有写"))
    if not cell.required:
        return f'<span class="gb-force gb-not-required">{escape(say("不做要求"))}</span>'
    counts = Counter(force for one in cell.clauses for force in clauses[one].forces)
    told = [f"{FORCE_WORDS[force]}{counts[force]}" for force in _FORCES if counts[force]]
    return escape(" ".join(told) or say("{count} 条", count=len(cell.clauses)))


def _changes(step: Step) -> str:
    counts = Counter(one.change for one in step.changes)
    return " ".join(f"{change_html(one)}{counts[one]}" for one in CHANGE if counts[one])
