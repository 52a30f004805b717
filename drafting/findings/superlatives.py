"""Which has the most: tiers, domains, subdomains or alternatives, ranked by their counts of requirements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.things import CLAUSES, rows_of
from drafting.shelf import Shelf
from drafting.wording import joined
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_MOST = re.compile(
    r"(?:要求|条款|条数|内容|条目)[^，。]{0,6}最(?P<end>多|少)|最(?P<end2>多|少)[^，。]{0,3}(?:要求|条款|条数)"
)
_OF: tuple[tuple[re.Pattern[str], Callable[[Clause], str | None]], ...] = (
    (re.compile(r"(?:哪|什么)[^，。]{0,4}子域"), lambda clause: clause.subdomain),
    (re.compile(r"(?:哪|什么)[^，。]{0,4}(?:能力域|领域)"), lambda clause: clause.domain),
    (re.compile(r"(?:哪|什么)[^，。]{0,3}(?:级|档|等级|层级)"), lambda clause: clause.tier_label),
    (re.compile(r"(?:哪|什么)[^，。]{0,3}(?:模式|类型|类|种|项目)"), lambda clause: clause.track),
)


def find_most(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None) -> Finding | None:
    """Answer which part has the most or the fewest requirements; None for questions of another kind."""
    asked = _MOST.search(frame.about)
    key = next((named for pattern, named in _OF if pattern.search(frame.about)), None)
    if asked is None or key is None or frame.premise:
        return None
    if not frame.documents and default is not None:
        frame = replace(frame, documents=(default,))
    counts: dict[str, list[Clause]] = {}
    for clause in rows_of(CLAUSES, frame, shelf, capabilities):
        if (name := key(clause)) is not None:
            counts.setdefault(name, []).append(clause)
    if len(counts) < 2:
        return None
    fewest = "少" in (asked["end"] or asked["end2"])
    ranked = sorted(counts, key=lambda name: len(counts[name]), reverse=not fewest)
    first = [name for name in ranked if len(counts[name]) == len(counts[ranked[0]])]
    told = joined([f"{name} {len(counts[name])} 条" for name in ranked])
    text = f"要求最{'少' if fewest else '多'}的是{'、'.join(first)}，{len(counts[first[0]])} 条。各有：{told}。"
    said = Sentence(text, "composed", tuple(clause.id for rows in counts.values() for clause in rows))
    shown = tuple(clause for name in first for clause in counts[name][:2])
    section = Section(said=(said,), quoted=shown)
    return Finding("answered", (section,), result={"kind": "set", "items": first}, query="count")
