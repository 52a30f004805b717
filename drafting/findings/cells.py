"""Questions about cells of a tier table: what a tier asks in a subdomain, or that it asks nothing there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence, Status
from drafting.shelf import Shelf, Tier
from drafting.wording import FORCE_WORDS, force_counts, ids_of
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_MANY = 4
_AMONG_ALL = re.compile(
    r"其中|里面|当中|哪些是.{1,20}哪些是|分别|各(?:有|是)"
    r"|\b(?:which|how many|what|any) of (?:those|these|them|which)\b|\bamong (?:them|those|these)\b"
)
"""Asks for all clauses and, of these, for those of a force."""


def find_cells(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """Answer from the cells that tiers and subdomains of the question name; None where they name none.

    A domain stands for its subdomains.
    """
    document = _tiered_document(frame, shelf)
    subdomains = frame.subdomains[:_MANY] or tuple(
        code for domain in frame.domains[:1] for code in capabilities.narrower(domain)
    )
    if document is None or not subdomains or frame.systems or frame.technologies:
        return None
    tiers = [tier for code in frame.tiers if (tier := shelf.tier(document, code))] or list(shelf.tiers(document))
    sections: list[Section] = []
    clauses: list[Clause] = []
    for subdomain in subdomains:
        for tier in tiers:
            whole = shelf.cell(document, subdomain, tier.code)
            cell = _narrowed(whole, frame)
            said = _section(shelf, document, subdomain, tier, cell, whole) if cell else _without(tier, whole, frame)
            sections.append(said)
            clauses.extend(cell)
    sections = [section for section in sections if section.quoted]
    if not sections:
        return None
    empty = bool(clauses) and all(clause.kind == "not_required" for clause in clauses)
    status: Status = "not_required" if empty and frame.tiers else "answered"
    if len(frame.tiers) == 1 and len(subdomains) == 1:
        sections.extend(_neighbours(shelf, document, subdomains[0], tiers[0], empty=empty))
    return Finding(
        status=status,
        sections=tuple(sections),
        result=_result(frame, tiers, clauses),
        alternatives=_undefined(frame, shelf, document, subdomains),
        query="cell",
    )


def _result(frame: QueryFrame, tiers: Sequence[Tier], clauses: Sequence[Clause]) -> dict[str, object]:
    """The clauses asked for; by tier where tiers are compared; the ``/`` cells where nothing else is there."""
    asked = [clause for clause in clauses if clause.kind != "not_required"] or list(clauses)
    if frame.intent == "comparison" and len(tiers) > 1:
        rows = [{"tier": tier.code, "ids": [one.id for one in asked if one.holds_for(tier.code)]} for tier in tiers]
        return {"kind": "comparison", "rows": rows}
    return {"kind": "clauses", "ids": [clause.id for clause in asked]}


def _without(tier: Tier, whole: Sequence[Clause], frame: QueryFrame) -> Section:
    """That a cell has no clause of the force asked for, with what it has instead."""
    if not whole or whole[0].kind == "not_required":
        return Section()
    words = "”“".join(FORCE_WORDS[force] for force in FORCE_WORDS if force in frame.forces)
    where = f"{tier.label}在“{whole[0].subdomain}”方面"
    text = f"{where}没有用“{words}”的条款；该处 {len(whole)} 条为：{force_counts(whole)}。"
    return Section(said=(Sentence(text, "composed", tuple(one.id for one in whole)),), quoted=tuple(whole))


def _undefined(frame: QueryFrame, shelf: Shelf, document: str, subdomains: Sequence[str]) -> tuple[str, ...]:
    """For a question what something is: that no text defines it, and that these are its requirements."""
    if frame.intent != "definition":
        return ()
    names = "、".join(f"“{shelf.subdomain_name(document, one)}”" for one in subdomains)
    return (f"现有文件没有给出{names}的定义；以上是对它的要求。",)


def _narrowed(cell: Sequence[Clause], frame: QueryFrame) -> tuple[Clause, ...]:
    """The cell's clauses of the industry asked about, and of the force where the question asks for those alone."""
    if cell and cell[0].kind == "not_required":
        return tuple(cell)
    kept = [clause for clause in cell if not frame.industry or clause.industry in (None, frame.industry)]
    asked_alone = frame.intent in ("list", "lookup", "count") and not _AMONG_ALL.search(frame.text)
    if frame.forces and not frame.premise and asked_alone:
        kept = [clause for clause in kept if set(frame.forces) & set(clause.forces)]
    return tuple(kept)


def _tiered_document(frame: QueryFrame, shelf: Shelf) -> str | None:
    tiered = [document for document in frame.documents if shelf.tiers(document)]
    return tiered[0] if len(tiered) == 1 and len(frame.documents) == 1 else None


def _section(
    shelf: Shelf, document: str, subdomain: str, tier: Tier, cell: Sequence[Clause], whole: Sequence[Clause]
) -> Section:
    name = shelf.subdomain_name(document, subdomain)
    if cell[0].kind == "not_required":
        said = Sentence(f"{tier.label}在“{name}”方面不做要求：原表该格为“{cell[0].text}”。", "composed", (cell[0].id,))
        return Section(said=(said,), quoted=tuple(cell))
    text = f"{tier.label}在“{name}”（{cell[0].domain}）方面有 {len(cell)} 条要求：{force_counts(cell)}。"
    if len(cell) < len(whole):
        asked = f"{tier.label}在“{name}”（{cell[0].domain}）方面，所问的有 {len(cell)} 条：{force_counts(cell)}。"
        first = Sentence(asked, "composed", tuple(one.id for one in cell))
        rest = Sentence(f"该处共 {len(whole)} 条：{force_counts(whole)}。", "composed", tuple(one.id for one in whole))
        return Section(said=(first, rest), quoted=tuple(cell))
    return Section(said=(Sentence(text, "composed", tuple(clause.id for clause in cell)),), quoted=tuple(cell))


def _neighbours(shelf: Shelf, document: str, subdomain: str, tier: Tier, *, empty: bool) -> list[Section]:
    """What the tier below asks (tiers build on each other), and for an empty cell what the next tier asks."""
    found: list[Section] = []
    below = shelf.below(document, tier.code)
    if below and not empty:
        cell = shelf.cell(document, subdomain, below.code)
        if cell and cell[0].kind != "not_required":
            found.append(_of_tier_below(shelf, document, tier, below, cell))
    above = shelf.above(document, tier.code)
    while empty and above:
        cell = shelf.cell(document, subdomain, above.code)
        if cell and cell[0].kind != "not_required":
            said = Sentence(
                f"{above.label}在该子域有 {len(cell)} 条要求：{force_counts(cell)}。",
                "composed",
                tuple(clause.id for clause in cell),
            )
            found.append(Section(f"上一等级：{above.label}", (said,), tuple(cell)))
            break
        above = shelf.above(document, above.code)
    return found


def _of_tier_below(shelf: Shelf, document: str, tier: Tier, below: Tier, cell: Sequence[Clause]) -> Section:
    """What the tier below asks; that the tier is built on it is said where the text says so."""
    asked = f"{below.label}在该子域另有 {len(cell)} 条要求：{force_counts(cell)}。"
    ids = tuple(clause.id for clause in cell)
    if not shelf.is_base(document, below.code, tier.code):
        return Section(f"下一等级：{below.label}", (Sentence(asked, "composed", ids),), tuple(cell))
    text = f"{tier.label}在{below.label}的基础上建设，{asked}"
    said = Sentence(text, "composed", (*ids_of(shelf.base_said(tier)), *ids))
    return Section(f"基础：{below.label}", (said,), tuple(cell))
