"""One step up as a list: what is to be added or changed, the words of both tiers side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from app.web.ladder.words import change_html, ladder_name
from app.web.language import say
from app.web.parts.beside import clause_html, difference_marks, names_within
from corpus.clause import Clause
from drafting.comparisons.ladder_changes import LadderChange
from kg.ladders.ladder import Ladder

Clauses = Mapping[str, Clause]


def step_html(groups: Sequence[tuple[Ladder, Sequence[LadderChange]]], clauses: Clauses) -> str:
    """The changes of a step, subdomain by subdomain.

    Args:
        groups: Each ladder with those of its changes that are shown.
        clauses: Clauses by id.
    """
    return "".join(f'<section class="gb-step">{_group(ladder, shown, clauses)}</section>' for ladder, shown in groups)


def _group(ladder: Ladder, shown: Sequence[LadderChange], clauses: Clauses) -> str:
    labels = {cell.tier: cell.tier_label for cell in ladder.cells}
    step = ladder.steps[0]
    called = names_within([clauses[one] for cell in ladder.cells for one in cell.clauses]) | {
        one: name for cell in ladder.cells for one, name in names_within([clauses[one] for one in cell.clauses]).items()
    }
    head = f'<h3 class="gb-rung-title">{escape(ladder_name(ladder.number, ladder.name))}</h3>'
    sides = (labels[step.compared_with or step.lower], labels[step.upper])
    heads = "".join(f'<div class="gb-side-head">{escape(one)}</div>' for one in sides)
    rows = [_row(one, called, clauses) for one in shown if one.change.upper]
    rest = [one for one in shown if not one.change.upper]
    if rest:
        rows.append(_rest(rest, called, clauses))
    return f'{head}<div class="gb-pair gb-pair-head"><div></div>{heads}</div>{"".join(rows)}'


def _row(one: LadderChange, called: Mapping[str, str], clauses: Clauses) -> str:
    difference = one.change.difference
    lower = "".join(
        clause_html(clauses[each], called[each], difference_marks(clauses[each], difference, "left"))
        for each in one.change.lower
    )
    why = f'<p class="gb-because">{escape(one.why)}{_sure(one)}</p>'
    upper = "".join(
        clause_html(clauses[each], called[each], difference_marks(clauses[each], difference, "right"), why)
        for each in one.change.upper
    )
    none = f'<p class="gb-none">{escape(say("没有相应的条文"))}</p>'
    badges = "".join(change_html(each) for each in (one.change.change, *one.change.also))
    return (
        f'<div class="gb-pair" data-change="{one.change.change}"><div class="gb-changes">{badges}</div>'
        f'<div class="gb-side">{lower or none}</div><div class="gb-side">{upper}</div></div>'
    )


def _rest(rest: Sequence[LadderChange], called: Mapping[str, str], clauses: Clauses) -> str:
    """What the higher tier does not repeat, in one row."""
    ids = [each for one in rest for each in one.change.lower]
    held = "".join(clause_html(clauses[each], called[each]) for each in ids)
    return (
        f'<div class="gb-pair" data-change="not_restated"><div class="gb-changes">{change_html("not_restated")}</div>'
        f'<div class="gb-side">{held}</div>'
        f'<div class="gb-side"><p class="gb-none">{escape(say("没有重复，仍然适用"))}</p></div></div>'
    )


def _sure(one: LadderChange) -> str:
    confidence = one.change.confidence
    return "" if confidence is None else f" <i>{escape(say('把握 {share}', share=f'{confidence:.2f}'))}</i>"
