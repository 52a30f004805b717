"""Questions for national tiers: which one a provincial tier is, what a tier takes, what levels the maturity model has.

No text states any of it; one text says for which tiers it may serve as guidance, and is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.answer import Aside, Finding, Section
from drafting.findings.national_texts import PAIRING, belongs, mentions, refused
from drafting.national_asides import conditions, counterparts, maturity_levels, tier_list
from drafting.shelf import Shelf
from kg.mapped import Mapped
from kg.national import NationalLevel
from retrieval.frame import QueryFrame

_GUIDES = re.compile(r"指引|指导|参考|提到|提及|\bguid\w+|\bmention")
_LISTS_TIERS = re.compile(
    r"[几多少哪]+(?:些|一|个|几)*(?:等?级|档|层级|等级)|梯度|分级|\bwhich\b|\bwhat\b|\bhow many\b"
)
_OF_THE_COUNTRY = re.compile(r"国家级?的?智能工厂|\bnational smart factor")
_LEVELS = re.compile(
    r"成熟度[^，。？?]{0,8}(?:[几多少哪]+(?:些|一|个)*(?:等?级|档)|等级|级别|评估|评价|达到)|(?:通过|达到)[^，。？?]{0,12}成熟度"
    r"|\bmaturity (?:levels?|assessment)|\blevels? of maturity"
)


def find_national_tier(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]
) -> Finding | None:
    """Which national tier a provincial tier or a county's type of project corresponds to, and the other way round."""
    if frame.names_capability or frame.systems or frame.technologies:
        return None
    theirs = _OF_THE_COUNTRY.search(frame.text) is not None and "省级" not in frame.text
    rows = [] if theirs else [row for row in level.rows if _names_tier(row, frame, shelf, level, documents)]
    pairing = PAIRING.search(frame.text) is not None
    if not rows and not pairing:
        return _of_national_tiers(frame, shelf, level, documents)
    national = [one for one in frame.national if one.startswith("tier:")]
    if not rows:
        ours = [row for row in level.rows if row.claim.target == "tiers" and belongs(row, documents, shelf, level)]
        rows = [row for row in ours if not national or row.claim.object in national]
    labels = [tier.label for one in documents for code in frame.tiers if (tier := shelf.tier(one, code))]
    names = "、".join(dict.fromkeys([*labels, *(row.subject.zh for row in rows), *frame.tracks]))
    message = f"现有文件没有把{names or '各等级'}与国家智能工厂的等级逐级对应。"
    proposed = (counterparts(rows, frame.language, leads=True),) if rows else ()
    own = tuple(dict.fromkeys(row.subject.document for row in rows if row.subject.document in shelf.documents))
    said = mentions("tiers", shelf, level, own or documents)
    return refused(message, said, (*proposed, *known_of_tiers(frame, level)))


def find_maturity_level(frame: QueryFrame, shelf: Shelf, level: NationalLevel) -> Finding | None:
    """Refuse a question for levels of the maturity model, which the texts only cite, and name the levels."""
    if not _LEVELS.search(frame.text) or frame.names_capability or "tiers" in frame.national_targets:
        return None
    asking = shelf.of(kinds=("requirement", "threshold", "table_cell", "step", "term"))
    if any(name in clause.plain for clause in asking for name in level.called("maturity")):
        return None
    message = "现有文件没有写智能制造能力成熟度的等级，也没有对成熟度等级提出要求。"
    return refused(message, mentions("maturity", shelf, level, ()), (maturity_levels(level, frame.language),))


def known_of_tiers(frame: QueryFrame, level: NationalLevel) -> tuple[Aside, ...]:
    """What publications say of the national tiers that a question names."""
    named = (one for one in frame.national if one.startswith("tier:"))
    return tuple(aside for one in named if (aside := conditions(level, one, frame.language)) is not None)


def _names_tier(row: Mapped, frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> bool:
    """Whether a question names the tier or the type of project that a row maps.

    A document that is not named is still meant where its tier has a name that no tier of the others has.
    """
    if row.claim.target != "tiers":
        return False
    if belongs(row, documents, shelf, level):
        code = row.claim.subject.removeprefix("tier:")
        named = frame.documents_named and row.subject.zh in frame.text
        return code in frame.tiers or row.subject.zh in frame.tracks or named
    tier = row.claim.subject.startswith("tier:")
    return tier and not frame.documents_named and not frame.tiers and row.subject.zh in frame.text


def _of_national_tiers(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]
) -> Finding | None:
    """What a document itself says of the national tiers, quoted where that is asked; else that it says no more."""
    said = mentions("tiers", shelf, level, documents)
    if said and frame.national and _GUIDES.search(frame.text):
        ids = [one for sentence in said for one in sentence.citations]
        section = Section(said=said, quoted=tuple(shelf.by_id[one] for one in ids))
        return Finding("answered", (section,), result={"kind": "clauses", "ids": ids}, query="national")
    if not frame.national and _OF_THE_COUNTRY.search(frame.text) and _LISTS_TIERS.search(frame.text):
        return refused("现有文件没有写国家智能工厂分哪几级。", said, (tier_list(level, frame.language),))
    if not frame.national or not frame.documents_named:
        return None
    named = "、".join(f"“{name}”" for name in frame.foreign_tiers)
    return refused(f"所指文件没有写国家级{named}的条件。", said, known_of_tiers(frame, level))
