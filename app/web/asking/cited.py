"""What an answer says and quotes, with numbers that open the source: behind each sentence and at each clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from app.web.language import say
from app.web.parts.cards import card_html, place_html
from corpus.clause import Clause
from drafting.answer import Answer, Sentence
from drafting.transcripts.transcript import numbers_of
from drafting.wording import place

MOST_BEHIND = 8
"""Numbers behind a sentence; the rest is counted, and stands at the clauses below."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The clauses that an answer rests on, by their numbers.

    Attributes:
        numbers: The number of each by its id.
        clauses: The clauses by id.
        titles: The documents' titles by id.
    """

    numbers: Mapping[str, int]
    clauses: Mapping[str, Clause]
    titles: Mapping[str, str]


def cited_in(answer: Answer) -> Cited:
    """The clauses that an answer rests on."""
    return Cited(numbers_of(answer), {one.id: one for one in answer.citations}, answer.titles)


def number_html(identifier: str, cited: Cited, *, reached: bool = True) -> str:
    """The number of a clause as a button that opens its source.

    Args:
        identifier: The clause's id.
        cited: The clauses of the answer.
        reached: Whether the keyboard stops at it; not where a button of the same use stands beside.
    """
    number, clause = cited.numbers[identifier], cited.clauses[identifier]
    where = place(clause, cited.titles)
    told = escape(say("引文 {number}，看原文：{place}", number=number, place=where))
    skipped = "" if reached else ' tabindex="-1"'
    return (
        f'<button type="button" class="gb-ref" data-pick="{escape(identifier)}" title="{escape(where)}" '
        f'aria-label="{told}"{skipped}>{number}</button>'
    )


def behind_html(citations: Iterable[str], cited: Cited) -> str:
    """The numbers of the clauses that a sentence rests on."""
    known = sorted((one for one in dict.fromkeys(citations) if one in cited.numbers), key=cited.numbers.__getitem__)
    shown = "".join(number_html(one, cited) for one in known[:MOST_BEHIND])
    rest = say("等 {count} 条", count=len(known)) if len(known) > MOST_BEHIND else ""
    return f'<span class="gb-refs">{shown}{rest}</span>' if shown else ""


def said_html(sentences: Iterable[Sentence], cited: Cited, style: str = "gb-said") -> str:
    """Sentences that code composed, each with the numbers of what it rests on."""
    return "".join(
        f'<p class="{style}"><span class="gb-words">{escape(one.text)}</span>{behind_html(one.citations, cited)}</p>'
        for one in sentences
    )


def generated_html(answer: Answer, cited: Cited) -> str:
    """Sentences that the model wrote and the verifier passed, with the numbers of what each part rests on."""
    told = say("模型撰写，已对照原文逐项核对")
    return "".join(
        f'<div class="gb-generated"><p>{_parts_html(one, cited)}</p><div class="gb-place">{told}</div></div>'
        for one in answer.generated
    )


def _parts_html(sentence: Sentence, cited: Cited) -> str:
    if not sentence.parts:
        return escape(sentence.text) + behind_html(sentence.citations, cited)
    return "".join(f"{escape(text)}{behind_html((one,), cited)}" for text, one in sentence.parts)


def cards_html(clauses: Sequence[Clause], cited: Cited) -> str:
    """Clauses quoted word for word, each with its number, force and place."""
    rows = "".join(_card_html(one, cited) for one in clauses)
    return f'<ol class="gb-cards">{rows}</ol>'


def _card_html(clause: Clause, cited: Cited) -> str:
    number = number_html(clause.id, cited, reached=False) if clause.id in cited.numbers else ""
    told = escape(say("看原文：{place}", place=place(clause, cited.titles)))
    open_ = (
        f'<button type="button" class="gb-open" data-pick="{escape(clause.id)}" aria-label="{told}">'
        f"{say('看原文')}</button>"
    )
    return (
        f'<li class="gb-card">{number}<div class="gb-quote">{card_html(clause)}'
        f'<div class="gb-card-foot">{place_html(clause, cited.titles)}{open_}</div></div></li>'
    )
