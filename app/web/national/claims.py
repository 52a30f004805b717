"""The proposals of one line, each with its reason and its confidence, and what is known of a national tier."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.mapping_words import STATUSES, TARGETS
from app.web.language import language_now, say
from app.web.national.listing import match_html
from kg.mapped import NO_MATCH, Mapped, Named
from kg.national import TierFact


def claims_html(rows: Iterable[Mapped], *, backwards: bool) -> str:
    """The proposals as cards.

    Args:
        rows: The proposals.
        backwards: Whether they are read from the national level: each card then names its subject.
    """
    return "".join(_claim(row, backwards=backwards) for row in rows)


def _claim(row: Mapped, *, backwards: bool) -> str:
    other = row.subject if backwards else row.object
    if row.predicate == NO_MATCH:
        name = say(TARGETS[row.claim.target])
    else:
        kind = "" if backwards else f"{say(TARGETS[row.claim.target])} · "
        name = f"{kind}{_called(other)}"
    sure = say("置信度 {share}", share=f"{row.claim.confidence:.2f}")
    facts = " · ".join(part for part in (sure, *_trust(row), say(STATUSES[row.claim.status])) if part)
    return (
        f'<section class="gb-claim"><p class="gb-claim-head">{match_html(row.predicate)} <b>{escape(name)}</b></p>'
        f'<p class="gb-place">{escape(facts)}</p>'
        f'<p class="gb-claim-reason"><b>{escape(say("理由"))}</b>{escape(row.claim.rationale)}</p></section>'
    )


def _called(named: Named) -> str:
    return f"{named.zh} {named.en}" if language_now() == "en" and named.en else named.zh


def _trust(row: Mapped) -> tuple[str, ...]:
    if row.predicate == NO_MATCH:
        return ()
    trust = say("名称可信度 {trust}", trust=row.object.trust) if row.object.trust else ""
    return trust, row.object.edition or ""


def facts_html(facts: Iterable[TierFact]) -> str:
    """What is known of a national tier, with its trust and edition."""
    english = language_now() == "en"
    rows = "".join(
        f"<dt>{escape(one.about_en if english else one.about_zh)}</dt><dd>{escape(one.en if english else one.zh)}"
        f'<span class="gb-place"> {escape(_source(one))}</span></dd>'
        for one in facts
    )
    return f'<dl class="gb-facts">{rows}</dl>' if rows else ""


def _source(fact: TierFact) -> str:
    trust = say("可信度 {trust}", trust=fact.trust)
    return f"{trust}，{fact.edition}" if fact.edition else trust
