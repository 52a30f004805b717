"""Two texts side by side: a row for what corresponds, with what differs marked in both, and for what stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from app.web.language import language_now, say
from app.web.parts.beside import cite_html, clause_html, difference_marks
from app.web.variants.words import proposed_html, relation_html, sureness_html
from drafting.comparisons.differences import (
    counterpart_told,
    elsewhere_told,
    force_told,
    names_told,
    quantities_told,
)
from drafting.comparisons.passages import Passages
from drafting.comparisons.speech import Speech
from drafting.comparisons.tallies import topic_name
from kg.variants.comparison import ComparedRow, Topic
from kg.variants.difference import Side

_SHORT = 60


class RowsDrawing:
    """Puts rows of a comparison into HTML.

    Args:
        passages: The clauses, and what ids are called that are none.
        heads: What the left and the right are called.
        proposed: Whether the right is the national level, whose counterparts are proposed.
    """

    def __init__(self, passages: Passages, heads: tuple[str, str], proposed: bool) -> None:
        self._passages = passages
        self._heads: Mapping[Side, str] = {"left": heads[0], "right": heads[1]}
        self._proposed = proposed
        self._speech = Speech(language_now())

    def html(self, rows: Sequence[tuple[Topic, ComparedRow]]) -> str:
        """The rows, topic by topic.

        Args:
            rows: Each with its topic, those of one topic behind each other.
        """
        return "".join(
            f'<section class="gb-step"><h3 class="gb-rung-title">{escape(topic_name(topic, self._speech))}</h3>'
            f"{self._head()}{''.join(self._row(row) for _, row in held)}</section>"
            for topic, held in groupby(rows, key=lambda one: one[0])
        )

    def _head(self) -> str:
        heads = "".join(f'<div class="gb-side-head">{escape(name)}</div>' for name in self._heads.values())
        return f'<div class="gb-pair gb-pair-head"><div></div>{heads}</div>'

    def _row(self, row: ComparedRow) -> str:
        badges = [relation_html(row.relation)] if not self._proposed or not row.right else [proposed_html()]
        if row.counterpart:
            badges.append(f"<span>{escape(say(counterpart_told(row)))}</span>")
        if row.confidence is not None and row.relation != "equal":
            badges.append(sureness_html(row.confidence))
        return (
            f'<div class="gb-pair" data-relation="{row.relation}"><div class="gb-changes">{"".join(badges)}</div>'
            f"{self._side(row, 'left')}{self._side(row, 'right')}{self._differs(row)}</div>"
        )

    def _side(self, row: ComparedRow, side: Side) -> str:
        ids = row.left if side == "left" else row.right
        held = "".join(self._clause(one, row, side) for one in ids) or self._nothing(row, side)
        name = f'<div class="gb-side-name">{escape(self._heads[side])}</div>'
        return f'<div class="gb-side">{name}{held}</div>'

    def _clause(self, identifier: str, row: ComparedRow, side: Side) -> str:
        clause = self._passages.clause(identifier)
        if clause is None:
            return f'<p class="gb-text">{escape(self._passages.text(identifier))} {proposed_html()}</p>'
        return clause_html(clause, self._passages.where(identifier), difference_marks(clause, row.difference, side))

    def _nothing(self, row: ComparedRow, side: Side) -> str:
        """That this side has nothing on the matter, and what comes nearest to it."""
        said = say("左边没有找到讲同一件事的条文" if side == "left" else "右边没有找到讲同一件事的条文")
        nearest = ""
        if row.nearest is not None:
            other = row.nearest.left if side == "left" else row.nearest.right
            text = "".join(self._passages.text(other).split())
            short = text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
            cite = cite_html(other, self._passages.where(other), escape(say("看原文")))
            near = escape(say("最接近的（不算对应）："))
            nearest = f'<p class="gb-because">{near}{cite}{escape(short)}</p>'
        return f'<p class="gb-none">{escape(said)}</p>{nearest}'

    def _differs(self, row: ComparedRow) -> str:
        lines = [f"<dt>{escape(say(name))}</dt><dd>{escape(told)}</dd>" for name, told in self._told(row) if told]
        return f'<dl class="gb-told">{"".join(lines)}</dl>' if lines else ""

    def _told(self, row: ComparedRow) -> Iterator[tuple[str, str]]:
        """What differs and why the two are put together, each with its name."""
        if row.difference is not None:
            change = row.difference
            yield "用词", force_told(change, self._speech)
            yield "数字", self._speech.parts(quantities_told(change, self._speech).split("\n"))
            yield "只有左边", names_told(change.dropped, self._speech)
            yield "只有右边", names_told(change.added, self._speech)
            yield "对方别处写到", elsewhere_told((*change.dropped, *change.added), self._speech)
        if row.relation != "equal":
            yield "为何对在一起", _why(row)


def _why(row: ComparedRow) -> str:
    """Why the two sides are put together; the likeness of meaning is part of the sureness, and no second figure."""
    return "；".join(say("意思相近") if one.kind == "meaning" else one.detail for one in row.reasons)
