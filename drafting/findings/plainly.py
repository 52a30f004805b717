"""The plain word first: whether something is a must, and whether the words asked for stand in the place asked about.

The exact answers quote and count; somebody who asks 是必须的吗 wants that said before all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.clause import Clause, Force
from drafting.answer import Finding, Section, Sentence
from drafting.shelf import Shelf
from drafting.wording import FORCE_WORDS, place
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_MUST = re.compile(
    r"(?:必须|强制|硬性|一定要|非[^，,。]{1,8}不可|必需)[^，,。]{0,16}(?:吗|么|呢|？|\?|$)|(?:是否|是不是|要不要|算不算)[^，,。]{0,8}(?:必须|强制|硬性)"
    r"|\b(?:mandatory|obligatory|compulsory)\b|^must\b|\bmust (?:we|i|they|it|a|an|the)\b"
)
_WHERE_FIRST = re.compile(
    r"(?:从|最低|最早)[^，,。]{0,6}哪一?(?:级|档|个等级)|哪一?(?:级|档|个等级)[^，,。]{0,4}(?:开始|起)"
)
_FEWEST = 3
"""The fewest characters of a wording that is looked for in the text."""
_SHOWN = 3


def told_plainly(frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme) -> Finding:
    """The finding with its plain word put first, where the question asks for one and the text gives it."""
    if (
        finding.status != "answered"
        or finding.query not in ("cell", "objects")
        or frame.premise
        or frame.language == "en"
    ):
        return finding
    if frame.intent == "count" or not finding.sections:
        return finding
    if (missing := _word_missing(frame, finding, shelf, capabilities)) is not None:
        return missing
    quoted = [one for one in finding.sections[0].quoted if one.kind in ("requirement", "threshold")]
    if not quoted or _MUST.search(frame.text) is None or len({one.tier for one in quoted}) > 1:
        return finding
    said = _obligation(frame, quoted, shelf)
    return _led(finding, said) if said else finding


def _obligation(frame: QueryFrame, quoted: Sequence[Clause], shelf: Shelf) -> Sentence | None:
    """Whether the clauses make it a must, by the governing words of the sentences that name what is asked about."""
    names = (*frame.systems, *frame.technologies)
    forces = {clause.id: _forces(clause, names) for clause in quoted}
    every = [force for one in forces.values() for force in one]
    ids = tuple(forces)
    if not every or "none" in every:
        return None
    words = "、".join(dict.fromkeys(f"“{FORCE_WORDS[force]}”" for force in every))
    if all(force == "shall" for force in every):
        return Sentence(f"必须：原文用{words}。", "composed", ids)
    if "shall" not in every:
        where = place(quoted[0], shelf.titles)
        return Sentence(f"不是必须：原文用{words}（{where}）。", "composed", ids)
    return Sentence(f"不全是必须：原文有{words}。", "composed", ids)


def _forces(clause: Clause, names: Iterable[str]) -> tuple[Force, ...]:
    """The forces of the sentences that name one of these; of the whole clause where none does."""
    told = [
        provision.force
        for provision in clause.provisions
        if any(
            name.lower() in clause.text[provision.start - clause.start : provision.end - clause.start].lower()
            for name in names
        )
    ]
    return tuple(dict.fromkeys(told)) or clause.forces


def _word_missing(frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """That the cell asked about does not have the question's word for its subdomain, where another tier's cell has."""
    if finding.query != "cell" or len(frame.subdomains) != 1 or len(frame.documents) != 1:
        return None
    word = _wording(frame, capabilities)
    rows = [
        one
        for one in shelf.of(frame.documents[0], kinds=("requirement",))
        if word and word in one.plain and str(one.subdomain_no) == frame.subdomains[0]
    ]
    if not rows:
        return None
    tier = next((one for one in shelf.tiers(frame.documents[0]) if any(row.holds_for(one.code) for row in rows)), None)
    if tier is not None and _WHERE_FIRST.search(frame.text):
        first = [row for row in rows if row.holds_for(tier.code)]
        text = f"最低在{tier.label}写到“{word}”（{place(first[0], shelf.titles)}）。"
        return _led(finding, Sentence(text, "composed", tuple(row.id for row in first)))
    if (
        len(frame.tiers) != 1
        or any(row.holds_for_any(frame.tiers) for row in rows)
        or frame.intent not in ("yes_no", "lookup")
    ):
        return None
    asked = shelf.tier(frame.documents[0], frame.tiers[0])
    if asked is None:
        return None
    cell = shelf.cell(frame.documents[0], frame.subdomains[0], asked.code)
    where = "、".join(place(row, shelf.titles) for row in rows[:_SHOWN])
    text = f"{asked.label}在“{rows[0].subdomain}”方面没有写“{word}”；写到它的是{where}。"
    said = Sentence(text, "composed", tuple(one.id for one in (*cell, *rows[:_SHOWN])))
    led = _led(finding, said)
    return replace(led, sections=(*led.sections, Section(f"写到“{word}”的条款", (), tuple(rows[:_SHOWN]))))


def _wording(frame: QueryFrame, capabilities: Scheme) -> str:
    """The longest wording, other than its name, by which the question names its subdomain."""
    concept = capabilities.concepts[frame.subdomains[0]]
    if concept.zh in frame.text:
        return ""
    names = [one for one in (*concept.alternatives, *concept.hidden) if len(one) >= _FEWEST and one in frame.text]
    return max(names, key=len, default="")


def _led(finding: Finding, said: Sentence) -> Finding:
    first, *others = finding.sections
    return replace(finding, sections=(replace(first, said=(said, *first.said)), *others))
