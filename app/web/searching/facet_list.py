"""The facets as a list of buttons, each with its count; those chosen first, the rare ones folded away."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.web.language import say
from app.web.searching.facets import Counted

FIRST = 5
"""So many values of a facet are shown at once."""
CLEAR = "clear"
"""What the button that clears all is called where it was clicked."""


def facets_html(facets: Sequence[Counted], aside: Sequence[tuple[str, str]] = ()) -> str:
    """The facets; a button's value is ``NAME=VALUE``.

    Args:
        facets: The facets, counted; one whose values would narrow nothing is left out.
        aside: Ids and titles of documents that are searched only where they are chosen.
    """
    number = sum(len(one.chosen) for one in facets)
    told = say("筛选（已选 {number}）", number=number) if number else say("筛选")
    clear = f'<button type="button" class="gb-clear" data-pick="{CLEAR}">{say("清除筛选")}</button>' if number else ""
    parts = "".join(_facet_html(one, aside if one.facet.name == "document" else ()) for one in facets)
    return (
        f'<input type="checkbox" class="gb-fold" id="gb-facets" data-keep="facets" aria-label="{say("筛选")}">'
        f'<label class="gb-fold-label" for="gb-facets">{told}</label>'
        f'<div class="gb-facets">{clear}{parts}</div>'
    )


def _facet_html(counted: Counted, aside: Sequence[tuple[str, str]]) -> str:
    values = [(value, count) for value, count in counted.counts.items()]
    if len(values) < 2 and not counted.chosen and not aside:
        return ""
    split = max(FIRST, len(counted.chosen))
    split = split if len(values) > split + 1 else len(values)
    first = "".join(_button(counted, value, count) for value, count in values[:split])
    rest = "".join(_button(counted, value, count) for value, count in values[split:])
    more = f"<ul>{rest}</ul>" if rest else ""
    if more:
        told = say("其余 {number} 项", number=len(values) - split)
        more = f'<details data-keep="{counted.facet.name}"><summary>{told}</summary>{more}</details>'
    unsearched = [(code, title) for code, title in aside if code not in counted.counts]
    if unsearched:
        listed = "".join(_item(f"document={code}", title, "", chosen=False) for code, title in unsearched)
        told = say("平时不检索的 {number} 个", number=len(unsearched))
        more += f'<details data-keep="aside"><summary>{told}</summary><ul>{listed}</ul></details>'
    title = say(counted.facet.label)
    return f'<div class="gb-facet" role="group" aria-label="{title}"><h3>{title}</h3><ul>{first}</ul>{more}</div>'


def _button(counted: Counted, value: str, count: int) -> str:
    name = counted.facet.called.get(value, value)
    shown = f"{value} {name}" if counted.facet.name == "system" and name != value else name
    return _item(f"{counted.facet.name}={value}", shown, str(count), chosen=value in counted.chosen)


def _item(pick: str, shown: str, count: str, *, chosen: bool) -> str:
    return (
        f'<li><button type="button" class="gb-value" data-pick="{escape(pick)}" aria-pressed="{str(chosen).lower()}">'
        f'<span>{escape(shown)}</span><span class="gb-count">{count}</span></button></li>'
    )
