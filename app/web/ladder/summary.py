"""What a step comes to: counts in a sentence and a chart, how the marks are read, and what is odd as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

import streamlit as st

from app.tier_steps import AskedTiers
from app.web.ladder.words import CHANGE, change_html, ladder_name
from app.web.language import say
from app.web.parts.beside import cite_html, marks_html
from corpus.clause import Clause
from drafting.comparisons.ladder_changes import LadderChange, changes_of
from kg.ladders.ladder import Change, Ladder
from kg.ladders.oddities import oddities

Clauses = Mapping[str, Clause]


def shown_changes(ladder: Ladder, kinds: Iterable[str]) -> tuple[LadderChange, ...]:
    """The changes of a ladder's step of some kinds, what asks for most first."""
    wanted, order = set(kinds), list(CHANGE)
    found = [one for one in changes_of((ladder,)) if wanted & {one.change.change, *one.change.also}]
    return tuple(sorted(found, key=lambda one: order.index(one.change.change)))


def counts_of(ladders: Sequence[Ladder]) -> Mapping[Change, int]:
    """How many changes of each kind there are; one that is of two kinds counts for both."""
    return Counter(kind for one in changes_of(ladders) for kind in (one.change.change, *one.change.also))


def draw_summary(asked: AskedTiers, clauses: Clauses) -> None:
    """Draw what the one step of ladders asks for, in a sentence and in bars by domain."""
    bars = _bars_html(asked.ladders)
    st.html(f'<div class="gb-comes-to"><div>{_sentence_html(asked, clauses)}</div>{bars}</div>')


def _sentence_html(asked: AskedTiers, clauses: Clauses) -> str:
    labels = {tier.code: tier.label for tier in asked.known}
    step = asked.ladders[0].steps[0]
    changes = tuple(changes_of(asked.ladders))
    to_do = [one for one in changes if one.to_do]
    shall = sum(one.change.change == "new" and _says_shall(one, clauses) for one in to_do)
    said = say(
        "从“{lower}”到“{upper}”，要新做或加做的有 {count} 条，分在 {places} 处；其中必须新增（应）的 {shall} 条。",
        lower=labels[step.lower], upper=labels[step.upper], count=len(to_do), shall=shall,
        places=len({(one.ladder.number, one.ladder.name) for one in to_do}),
    )  # fmt: skip
    notes = [
        say("没有重申的仍然适用：高一等级在低一等级的基础上建设。"),
        say("哪两条相应，除逐字相同的以外是按意思推定的；采用前请对照原文。"),
    ]
    if asked.between:
        tiers = "、".join(tier.label for tier in asked.between)
        notes.insert(0, say("中间等级（{tiers}）的要求也是基础，须一并满足。", tiers=tiers))
    counts = counts_of(asked.ladders)
    badges = "".join(f"<li>{change_html(one)} <b>{counts[one]}</b></li>" for one in CHANGE if counts[one])
    return (
        f'<p class="gb-conclusion">{escape(said)}</p><ul class="gb-tallies">{badges}</ul>'
        f'<p class="gb-foot">{escape("".join(notes))}</p>'
    )


def _says_shall(one: LadderChange, clauses: Clauses) -> bool:
    return any("shall" in clauses[each].forces for each in one.change.upper)


def _bars_html(ladders: Sequence[Ladder]) -> str:
    """How many changes of each kind each domain has, in the colours of the list; the subdomains of a single domain."""
    domains = {one.domain for one in ladders}
    counts: dict[str, Counter[Change]] = {}
    for one in changes_of(ladders):
        ladder = one.ladder
        place = ladder.domain if len(domains) > 1 else ladder_name(ladder.number, ladder.name)
        counts.setdefault(place, Counter())[one.change.change] += 1
    most = max((each.total() for each in counts.values()), default=0)
    rows = "".join(_bar(place, each, most) for place, each in counts.items())
    return f'<dl class="gb-bars">{rows}</dl>' if len(counts) > 1 else ""


def _bar(place: str, counts: Mapping[Change, int], most: int) -> str:
    parts = "".join(
        f'<span class="gb-change gb-change-{change}" style="width: {100 * counts[change] / most:.2f}%" '
        f'title="{escape(say(name))} {counts[change]}">{counts[change]}</span>'
        for change, (name, _) in CHANGE.items()
        if counts[change]
    )
    return f"<dt>{escape(place)}</dt><dd>{parts}</dd>"


def legend_html() -> str:
    """How the marks in the words are read."""
    parts = (
        ("gb-own gb-own-left", say("较高等级没有重复的字")),
        ("gb-own gb-own-right", say("较高等级新写的字")),
        ("gb-own gb-own-right gb-figure", say("不同的数字")),
        ("gb-modal gb-shall gb-turned", say("变了的用词")),
    )
    return marks_html(parts)


def oddities_html(ladders: Sequence[Ladder], clauses: Clauses) -> str:
    """What is odd as printed, each with the ways to its clauses; nothing where nothing is."""
    told = escape(say("看原文"))
    rows = []
    for ladder in ladders:
        for one in oddities(ladder, clauses):
            cites = "".join(cite_html(each, clauses[each].label or "·", told) for each in one.clauses)
            name = ladder_name(ladder.number, ladder.name)
            rows.append(f"<li><b>{escape(name)}</b> {escape(one.text)} {cites}</li>")
    return f'<ul class="gb-odd">{"".join(rows)}</ul>' if rows else ""
