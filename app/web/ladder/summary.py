"""What a step comes to: counts in a sentence and a chart, how the marks are read, and what is odd as printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

import streamlit as st

from app.tier_steps import AskedTiers
from app.web.ladder.words import CHANGE, change_html, ladder_name
from app.web.language import say
from app.web.parts.beside import cite_html, marks_html
from corpus.clause import Clause
from drafting.comparisons.ladder_changes import LadderChange, changes_of
from drafting.comparisons.step_counts import StepCounts, heaviest_marks, step_counts
from drafting.wording import FORCE_WORDS
from kg.ladders.ladder import Change, Ladder
from kg.ladders.oddities import oddities

Clauses = Mapping[str, Clause]


def shown_changes(ladder: Ladder, kinds: Iterable[str]) -> tuple[LadderChange, ...]:
    """The changes of a ladder's step of some kinds, what asks for most first."""
    wanted, order = set(kinds), list(CHANGE)
    found = [one for one in changes_of((ladder,)) if wanted & {one.change.change, *one.change.also}]
    return tuple(sorted(found, key=lambda one: order.index(one.change.change)))


def draw_summary(asked: AskedTiers, clauses: Clauses) -> None:
    """Draw what the one step of ladders asks for, in a sentence and in bars by domain."""
    bars = _bars_html(asked.ladders)
    st.html(f'<div class="gb-comes-to"><div>{_sentence_html(asked, clauses)}</div>{bars}</div>')


def _sentence_html(asked: AskedTiers, clauses: Clauses) -> str:
    counts = step_counts(asked.ladders, clauses)
    badges = "".join(f"<li>{change_html(one)} <b>{counts.marks[one]}</b></li>" for one in CHANGE if counts.marks[one])
    return (
        f'<p class="gb-conclusion">{escape(_headline(asked, counts))}</p><ul class="gb-tallies">{badges}</ul>'
        f'<p class="gb-foot">{escape("".join(_reckoned(counts)))}</p><p class="gb-foot">{escape(_holds(asked))}</p>'
    )


def _headline(asked: AskedTiers, counts: StepCounts) -> str:
    labels = {tier.code: tier.label for tier in asked.known}
    step = asked.ladders[0].steps[0]
    said = say(
        "从“{lower}”到“{upper}”：列出的 {asked} 条要求里，{count} 条要新做或加做，分在 {places} 处",
        lower=labels[step.lower], upper=labels[step.upper], asked=counts.asked, count=counts.to_do,
        places=counts.places,
    )  # fmt: skip
    if not counts.new:
        return f"{said}{say('。')}"
    forces = say("、").join(
        f"{'＋'.join(FORCE_WORDS[one] for one in held)} {count}" for held, count in counts.new.items()
    )
    return f"{said}{say('；其中新增 {count} 条（{forces}）。', count=counts.marks['new'], forces=forces)}"


def _reckoned(counts: StepCounts) -> Iterator[str]:
    """How the marks add up to what the sentence counts."""
    yield say("按较高等级的条数计，每条计一次；一条可以有几个标记，各标记的数相加会多于条数。")
    if relaxed := counts.marks["relaxed"]:
        yield say(
            "“用词转弱”{relaxed} 条，其中 {inside} 条同时有增改，计在要做的 {count} 条里。",
            relaxed=relaxed, inside=counts.relaxed_to_do, count=counts.to_do,
        )  # fmt: skip
    if standing := counts.marks["not_restated"]:
        yield say("“仍适用”{count} 条是较低等级的，不在内。", count=standing)


def _holds(asked: AskedTiers) -> str:
    notes = [
        say("没有重申的仍然适用：高一等级在低一等级的基础上建设。"),
        say("哪两条相应，除逐字相同的以外是按意思推定的；采用前请对照原文。"),
    ]
    if asked.between:
        tiers = "、".join(tier.label for tier in asked.between)
        notes.insert(0, say("中间等级（{tiers}）的要求也是基础，须一并满足。", tiers=tiers))
    return "".join(notes)


def _bars_html(ladders: Sequence[Ladder]) -> str:
    """How many clauses each domain has, by the heaviest mark of each; the subdomains of a single domain."""
    domains = {one.domain for one in ladders}
    held: dict[str, list[Ladder]] = {}
    for one in ladders:
        place = one.domain if len(domains) > 1 else ladder_name(one.number, one.name)
        held.setdefault(place, []).append(one)
    counts = {place: found for place, some in held.items() if (found := heaviest_marks(some, list(CHANGE)))}
    most = max((each.total() for each in counts.values()), default=0)
    rows = "".join(_bar(place, each, most) for place, each in counts.items())
    told = escape(say("每条只按最重的标记计一次。"))
    return f'<div><dl class="gb-bars">{rows}</dl><p class="gb-foot">{told}</p></div>' if len(counts) > 1 else ""


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
