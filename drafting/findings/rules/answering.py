"""Answers what rules and notices say of an aspect, of one of their articles or of a word that they define."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from corpus.clause import Clause
from corpus.folding import folded
from corpus.labels import arabic
from drafting.answer import Finding, Section, Sentence
from drafting.findings.figure_telling import led_in
from drafting.findings.refusals import not_in_sources
from drafting.findings.rules.aspects import ASPECTS, DEEDS, Aspect
from drafting.shelf import Shelf
from drafting.wording import joined, measured, place
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs

_ARTICLE = re.compile(r"第\s*(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})\s*条")
_DEFINES = re.compile(
    r"所称的?[“\"]?(?P<name>[^，,。；（(”\"]{2,40}?)[”\"]?(?:[（(]以下简称[“\"]?(?P<short>[^）)”\"]{2,20})[”\"]?[）)])?"
    r"[，,]?(?:是指|指的是|指|包括)"
)
_SHOWN = 4
_BESIDE = 0.6
"""The share of the best row's weight from which another row is shown beside it."""
_LIST = 40
_FAR_LESS = 1.2
_NEVER = frozenset({"heading", "abbreviation", "not_required"})
_SHORT = 80


def find_rule(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Answer from documents that a person added and the question names; None where it asks for something else."""
    if not is_of_added(frame, shelf) or frame.premise or frame.intent == "comparison" or frame.compares:
        return None
    rows = tuple(row for one in frame.documents for row in shelf.of(one) if row.kind not in _NEVER)
    counts = frame.intent == "count"
    article = _ARTICLE.search(frame.about)
    if article is not None and not counts and any(_number(row.section) for row in rows):
        return _article(article, rows, frame, shelf)
    if frame.intent == "definition" and (defined := [row for row in rows if _defines(row, frame)]):
        return quoting(defined, shelf)
    asked = (one for one in ASPECTS if not (one.of_tiers and frame.tiers) and (one.counts or not counts))
    aspect = next((one for one in asked if one.asks.search(frame.about)), None)
    return _said(aspect, rows, frame, shelf) if aspect is not None else None


def is_of_added(frame: QueryFrame, shelf: Shelf) -> bool:
    """Whether a question names documents, and all of them are ones that a person added."""
    named = frame.documents if frame.documents_named else ()
    return bool(named) and all(one in shelf.documents and shelf.documents[one].original is not None for one in named)


def _article(pointed: re.Match[str], rows: Sequence[Clause], frame: QueryFrame, shelf: Shelf) -> Finding:
    wanted = _arabic(pointed["number"])
    found = [row for row in rows if _number(row.section) == wanted]
    if not found:
        return not_in_sources(f"{_titles(frame, shelf)}里没有“{pointed.group()}”的内容。")
    return quoting(found, shelf)


def _number(section: str) -> str | None:
    """The number of the article that a section is."""
    found = _ARTICLE.fullmatch(section)
    return _arabic(found["number"]) if found else None


def _arabic(number: str) -> str:
    return number if number.isdigit() else str(arabic(number))


def _defines(row: Clause, frame: QueryFrame) -> bool:
    """Whether a row says what a name in the question is."""
    found = _DEFINES.search(folded(row.plain))
    names = [found["name"], found["short"]] if found else []
    return any(name and name.lower() in frame.text for name in names)


def _said(aspect: Aspect, rows: Sequence[Clause], frame: QueryFrame, shelf: Shelf) -> Finding | None:
    weighed = Weighed(rows, frame)
    if aspect.fields:
        return _fields(rows, weighed, shelf)
    if aspect.headed is not None and (listed := _headed(aspect.headed, weighed, frame, shelf)):
        return quoting(listed[:_LIST], shelf)
    found = [row for row in rows if _says(row, aspect) and _of_tiers(row, frame)]
    if not found:
        missing = not_in_sources(f"{_titles(frame, shelf)}没有写明{aspect.name}。")
        return missing if aspect.refuses else None
    if frame.intent == "yes_no" and weighed.weight(weighed.best(found)[0]) * _FAR_LESS < max(map(weighed.weight, rows)):
        return None  # whether something else is so: another row has far more of its words
    deeds = dict.fromkeys(DEEDS.findall(frame.about)) if aspect.by_deed else {}
    doing = [row for row in found if any(deed in folded(row.plain) for deed in deeds)]
    if len(deeds) > 1 and doing:
        return quoting(_each(list(deeds), doing, weighed), shelf)
    first = [row for row in found if aspect.prefers is not None and aspect.prefers.search(folded(row.plain))]
    return quoting(weighed.best(doing or first or found), shelf)


def _fields(rows: Sequence[Clause], weighed: Weighed, shelf: Shelf) -> Finding | None:
    """All fields of the form nearest to the question."""
    fields = [row for row in rows if row.kind == "form_field"]
    if not fields:
        return None
    best = max(fields, key=weighed.weight)
    return quoting([row for row in fields if (row.path, row.section) == (best.path, best.section)], shelf)


def _each(deeds: Sequence[str], rows: Sequence[Clause], weighed: Weighed) -> list[Clause]:
    """For each deed the best row that tells it, none twice; those that few rows tell choose first."""
    telling = [[row for row in rows if deed in folded(row.plain)] for deed in deeds]
    taken: list[Clause] = []
    for own in sorted((one for one in telling if one), key=len):
        left = [row for row in own if row not in taken]
        taken.extend(weighed.best(left)[:1] if left else [])
    return taken


def _says(row: Clause, aspect: Aspect) -> bool:
    return row.kind != "lead" and aspect.says.search(folded(row.plain)) is not None


def _headed(headed: re.Pattern[str], weighed: Weighed, frame: QueryFrame, shelf: Shelf) -> list[Clause]:
    """The rows below the heading or lead that sets the aspect out; of several, below the one nearest in words."""
    every = [row for one in frame.documents for row in shelf.of(one)]
    heads = [
        row for row in every if row.kind in ("heading", "lead") and headed.search(folded(row.plain).rstrip("：:。 "))
    ]
    below = {head.id: rows for head in heads if (rows := _below(head, every))}
    heads = [head for head in heads if head.id in below]
    steps = [head for head in heads if any(row.kind == "step" for row in below[head.id])]
    chosen = max(steps or heads, key=weighed.weight, default=None)
    return below[chosen.id] if chosen is not None else []


def _below(head: Clause, rows: Sequence[Clause]) -> list[Clause]:
    """The rows that stand under a heading, or that a lead announces."""
    after = [row for row in rows if row.document == head.document and row.start > head.start]
    if head.kind == "lead":
        after = [row for row in after if row.section == head.section and row.kind not in _NEVER]
        return [row for row in after if row.kind != "lead"]
    name = head.plain.rstrip("。：: ")
    return [row for row in after if row.kind not in ("heading", "lead") and any(name in part for part in row.path)]


class Weighed:
    """How much the rows of the documents meant have of the words of a question; rare words count more."""

    def __init__(self, rows: Sequence[Clause], frame: QueryFrame) -> None:
        spread = Counter(pair for row in rows for pair in _words(row))
        self._weights = {
            pair: math.log((len(rows) + 1) / (spread[pair] + 0.5)) for pair in pairs(frame.about) if spread[pair]
        }

    def weight(self, row: Clause) -> float:
        """The weight of the words that a row shares with the question."""
        return sum(weight for pair, weight in self._weights.items() if pair in _words(row))

    def best(self, rows: Sequence[Clause]) -> list[Clause]:
        """The row that has most, then those that have nearly as much, in that order."""
        ranked = sorted(rows, key=lambda row: -self.weight(row))
        least = _BESIDE * self.weight(ranked[0])
        return [row for row in ranked if self.weight(row) >= least][:_SHOWN]


def _words(row: Clause) -> frozenset[str]:
    return pairs(folded(" ".join((*row.path, row.tier_label or "", row.plain))))


def _of_tiers(row: Clause, frame: QueryFrame) -> bool:
    """Whether a row is of no tier or of one that the question names; of any where it names none."""
    return not frame.tiers or row.tier is None or row.holds_for_any(frame.tiers)


def _titles(frame: QueryFrame, shelf: Shelf) -> str:
    return "、".join(f"《{shelf.titles[one]}》" for one in frame.documents)


def quoting(found: Sequence[Clause], shelf: Shelf) -> Finding:
    """The answer that tells where rows stand, or what a single short one says, and quotes them."""
    rows = tuple(found)
    ids = tuple(row.id for row in rows)
    text = f"所问的条款有 {len(rows)} 条：{joined([place(row, shelf.titles) for row in rows])}。"
    if len(rows) == 1 and len(rows[0].plain) <= _SHORT:
        lead = led_in(rows[0]) if measured(rows[0]) else ""
        text = f"{lead}“{rows[0].plain.rstrip('。；; ')}”（{place(rows[0], shelf.titles)}）。"
    section = Section(said=(Sentence(text, "composed", ids),), quoted=rows)
    return Finding("answered", (section,), result={"kind": "clauses", "ids": list(ids)}, query="rule")
