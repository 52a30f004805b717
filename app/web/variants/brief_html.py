"""The main differences of two targets on one page, as the file of them has it."""

from __future__ import annotations

from html import escape

from app.web.language import say
from app.web.parts.beside import cite_html
from app.web.parts.marking import Mark, marked
from drafting.comparisons.briefing import Briefing, Quotation, Telling
from drafting.comparisons.speech import Speech
from kg.variants.difference import Side


def brief_html(page: Briefing) -> str:
    """The paragraphs, the rows that tell most with their words, and what cannot be said."""
    speech = Speech(page.language)
    paragraphs = (
        (one.heading, speech.joined([sentence.text for sentence in one.sentences])) for one in page.paragraphs
    )
    said = "".join(
        f'<h3 class="gb-brief-head">{escape(heading)}</h3><p class="gb-said">{escape(told)}</p>'
        for heading, told in paragraphs
    )
    telling = "".join(map(_telling, page.telling))
    closing = "".join(f"<li>{escape(one)}</li>" for one in page.open)
    rows = (
        f'<h3 class="gb-brief-head">{escape(say("最能说明差别的几处"))}</h3>'
        f'<p class="gb-foot">{escape(page.rule)}</p>{telling}'
    )
    return (
        f'<div class="gb-brief">{said}</div>{rows if telling else ""}'
        f'<h3 class="gb-brief-head">{escape(say("不能说的"))}</h3><ul class="gb-notes">{closing}</ul>'
    )


def _telling(one: Telling) -> str:
    why = f'<p class="gb-because">{escape(one.why)}</p>' if one.why else ""
    about = f"<b>{escape(one.topic)}</b><span>{escape(one.relation)}</span>"
    return (
        f'<div class="gb-pair"><div class="gb-changes">{about}</div>'
        f'<div class="gb-side">{_quotation(one.left, "left")}</div>'
        f'<div class="gb-side">{_quotation(one.right, "right")}{why}</div></div>'
    )


def _quotation(one: Quotation, side: Side) -> str:
    """The words that matter most, what the other side lacks set off; stretches that meet are one."""
    own: list[tuple[int, int]] = []
    for start, end in sorted(one.own):
        if own and start <= own[-1][1]:
            own[-1] = (own[-1][0], max(own[-1][1], end))
        else:
            own.append((start, end))
    words = marked(one.text, (Mark(start, end, f"gb-own gb-own-{side}") for start, end in own)).replace("\n", "")
    cite = cite_html(one.clause, one.where, escape(say("看原文")))
    return f'<p class="gb-text">{cite}“{words}”</p>'
