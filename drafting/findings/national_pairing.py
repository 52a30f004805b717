"""Questions for a pairing that no text states: which scenario a subdomain is, which national tier a provincial one.

They are refused, with what is proposed beside the refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.answer import Aside, Finding, Section, Sentence
from drafting.findings.refusals import not_in_sources
from drafting.national_asides import SHOWN, TARGETS, conditions, counterparts, coverage, scenario_list
from drafting.shelf import Shelf
from drafting.wording import place
from kg.mapped import Mapped
from kg.national import NationalLevel
from ontology.mappings import Target
from retrieval.frame import QueryFrame

_PAIRING = re.compile(
    r"对应|相当于|等同|等于|等价|就是|属于|归(?:入|到)|算(?:是|不算|得上)?|映射|匹配|对标|衔接|对齐|关系"
    r"|\bcorrespond\w*|\bequivalent|\bequal\w*|\bmap(?:s|ped|ping)?\b|\bmatch\w*|\bcounts? as\b|\bsame as\b"
)
_ASKS_NATIONAL = re.compile(
    r"[哪几多什][一个些几少么]*(?:的|国家级?|典型|智能制造)*场景|场景(?:的|是|有|里|中|为|当)*(?:哪|什么|几)"
    r"|成熟度[^，。？?]{0,6}(?:哪|什么|几)|[哪几多什][一个些几少么]*[^，。？?]{0,4}成熟度"
    r"|\b(?:which|what|how many)\b[^.?]{0,40}\b(?:scenarios?|maturity)\b"
)
_ASKS_WHAT_IS_REQUIRED = re.compile(
    r"(?:什么|哪些|怎么|怎样|何)[^，。？?]{0,3}(?:要求|条款)|要求(?:是什么|有哪些|怎么)|\bwhat\b[^.?]{0,40}\brequire"
)
_ASKS_OUR_SIDE = re.compile(r"[哪几][一个些几]*(?:能力)?(?:子?域|要素)|\bwhich\b[^.?]{0,20}\b(?:sub)?domains?\b")
_STATED = re.compile(
    r"(?:写明|明文|明确|规定|说明|正式)[^，。？?]{0,16}(?:对应|映射|相当|等同)"
    r"|(?:对应|映射)[^，。？?]{0,10}(?:写明|明文|正式|依据|出处)|官方|\bofficial"
)
_NOT_REACHED = re.compile(
    r"(?:没有?|未|不|缺|无)[^，。？?]{0,6}(?:要求|对应|覆盖|涉及|提到|体现|条款)|缺口|空白|\bnot\b|\bno\b|\bwithout\b|\bgaps?\b"
)
_REACHED = re.compile(r"覆盖|涉及|体现|满足|服务于|对应|有要求|\bcover\w*|\breach\w*|\bserv\w+|\bmap")
_LISTED = re.compile(
    r"有哪些|是哪|有哪|哪些|列出|列举|清单|[几多少]+个|分为|分成|\bwhat are\b|\blist\b|\bhow many\b|\bwhich\b"
)
_GUIDES = re.compile(r"指引|指导|参考|提到|提及|\bguid\w+|\bmention")
_OF_THE_COUNTRY = re.compile(r"国家|40|四十|参考指引|智能制造典型|\bnational\b")
_SENTENCES = re.compile(r"[^。]*。?")


def find_pairing(frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> Finding | None:
    """Refuse what asks for a pairing, and say what is proposed; None for questions of another kind.

    Args:
        frame: The question; it speaks of the national level.
        shelf: The clauses.
        level: What is proposed and known of the national level.
        documents: The documents meant; all where none is given.
    """
    items = [one for one in frame.national if not one.startswith("tier:")]
    if items:
        return _of_items(frame, shelf, level, items, documents)
    if "tiers" in frame.national_targets and (found := _of_tiers(frame, shelf, level, documents)) is not None:
        return found
    if "maturity" in frame.national_targets and (found := _of_subjects(frame, shelf, level, documents, "maturity")):
        return found
    if "scenarios" not in frame.national_targets:
        return None
    return _of_subjects(frame, shelf, level, documents, "scenarios") or _of_all(frame, shelf, level, documents)


def belongs(row: Mapped, documents: Sequence[str], shelf: Shelf, level: NationalLevel) -> bool:
    """Whether what a row maps is of one of the documents; of any where none is given."""
    rows = (shelf.by_id[one] for one in level.clauses_of(row.claim.subject) if one in shelf.by_id)
    return not documents or row.subject.document in documents or any(one.document in documents for one in rows)


def _of_items(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, items: Sequence[str], documents: Sequence[str]
) -> Finding | None:
    """For a scenario: whether a text pairs it, or what it means; None where its requirements are asked."""
    rows = [row for item in items for row in level.reaching(item) if belongs(row, documents, shelf, level)]
    meaning = frame.intent == "definition"
    named = [row for row in rows if row.subject.zh in frame.text]
    pair = (named and _PAIRING.search(frame.text)) or _ASKS_OUR_SIDE.search(frame.text)
    required = _ASKS_WHAT_IS_REQUIRED.search(frame.text)
    if not (meaning or frame.premise or (pair and not required) or _STATED.search(frame.text)):
        return None
    what = "、".join(f"“{level.name_of(item)[0]}”" for item in items)
    said = f"现有文件没有给出{what}的定义" if meaning else f"现有文件没有写明{what}与各项要求的对应"
    target: Target = "scenarios" if items[0].startswith("scenario:") else "maturity"
    asides = (counterparts((named or rows)[:SHOWN], frame.language, leads=True),) if rows else ()
    return _refused(f"{said}。", _mentions(target, shelf, level, documents), asides)


def _of_subjects(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str], target: Target
) -> Finding | None:
    """For a subdomain, an element or a track: which scenario or part of the model it corresponds to."""
    asks = _ASKS_NATIONAL.search(frame.text) or _PAIRING.search(frame.text)
    if not asks or _ASKS_WHAT_IS_REQUIRED.search(frame.text):
        return None
    found = [
        level.of(subject, target)
        for subject in dict.fromkeys(row.claim.subject for row in level.rows)
        if _is_named(level.of(subject)[0], frame, shelf, level, documents)
    ]
    rows = [row for each in found for row in each[: SHOWN if len(found) == 1 else 1]]
    if not rows:
        return None
    names = list(dict.fromkeys(f"“{row.subject.zh}”" for row in rows))
    what = "、".join(names) if len(names) <= SHOWN else f"{'、'.join(names[:SHOWN])}等 {len(names)} 项"
    message = f"现有文件没有写明{what}对应{TARGETS[target][0]}的哪一项。"
    return _refused(
        message, _mentions(target, shelf, level, documents), (counterparts(rows, frame.language, leads=True),)
    )


def _is_named(row: Mapped, frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> bool:
    """Whether a question names what a row maps: by its number's code, or in the words of a document that it names."""
    if row.claim.target == "tiers" and row.claim.subject.startswith("tier:"):
        return False
    if not belongs(row, documents, shelf, level):
        return False
    if row.claim.subject.removeprefix("capability:") in frame.subdomains:
        return True
    if row.subject.kind == "CapabilitySubdomain" and frame.domains and not frame.subdomains:
        rows = (shelf.by_id[one] for one in level.clauses_of(row.claim.subject) if one in shelf.by_id)
        return any(one.domain in frame.domains for one in rows)
    named = (*frame.tracks, frame.about) if frame.documents_named else ()
    return any(row.subject.zh.lower() in one.lower() for one in named)


def _of_tiers(frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> Finding | None:
    """Which national tier a provincial tier or a county's type of project corresponds to, and the other way round."""
    rows = [
        row
        for row in level.rows
        if row.claim.target == "tiers" and belongs(row, documents, shelf, level) and _names_tier(row, frame)
    ]
    national = [one for one in frame.national if one.startswith("tier:")]
    pairing = _PAIRING.search(frame.text) is not None
    named = rows or national or (pairing and (frame.tiers or frame.tracks))
    if not named or frame.names_capability or frame.systems or frame.technologies:
        return None
    if not rows and not pairing:
        return _of_national_tiers(frame, shelf, level, documents)
    if not rows:
        rows = [row for one in national for row in level.reaching(one) if belongs(row, documents, shelf, level)]
    labels = [tier.label for one in documents for code in frame.tiers if (tier := shelf.tier(one, code))]
    names = "、".join(dict.fromkeys([*labels, *(row.subject.zh for row in rows), *frame.tracks]))
    message = f"现有文件没有把{names or '各等级'}与国家智能工厂的等级逐级对应。"
    proposed = (counterparts(rows, frame.language, leads=True),) if rows else ()
    asides = (*proposed, *known_of_tiers(frame, level))
    return _refused(message, _mentions("tiers", shelf, level, documents), asides)


def _names_tier(row: Mapped, frame: QueryFrame) -> bool:
    code = row.claim.subject.removeprefix("tier:")
    if code in frame.tiers:
        return True
    return row.subject.zh in frame.tracks or (frame.documents_named and row.subject.zh in frame.text)


def _of_national_tiers(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]
) -> Finding | None:
    """What a document itself says of the national tiers, quoted where that is asked; else that it says no more."""
    said = _mentions("tiers", shelf, level, documents)
    if said and _GUIDES.search(frame.text):
        ids = [one for sentence in said for one in sentence.citations]
        section = Section(said=said, quoted=tuple(shelf.by_id[one] for one in ids))
        return Finding("answered", (section,), result={"kind": "clauses", "ids": ids}, query="national")
    if not frame.documents_named:
        return None
    named = "、".join(f"“{name}”" for name in frame.foreign_tiers)
    return _refused(f"所指文件没有写国家级{named}的条件。", said, known_of_tiers(frame, level))


def known_of_tiers(frame: QueryFrame, level: NationalLevel) -> tuple[Aside, ...]:
    """What publications say of the national tiers that a question names."""
    named = (one for one in frame.national if one.startswith("tier:"))
    return tuple(aside for one in named if (aside := conditions(level, one, frame.language)) is not None)


def _of_all(frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> Finding | None:
    """Which scenarios a document's requirements reach, and which they do not; or all scenarios by name."""
    named = (*frame.systems, *frame.technologies, *frame.tracks)
    if frame.names_capability or named or frame.premise or not _OF_THE_COUNTRY.search(frame.text):
        return None
    ours = [row for row in level.rows if belongs(row, documents, shelf, level)]
    title = "、".join(f"《{shelf.titles[one]}》" for one in documents if one in shelf.titles) or "现有文件"
    if _LISTED.search(frame.text) and (_NOT_REACHED.search(frame.text) or _REACHED.search(frame.text)):
        rows = [row for row in ours if not frame.tiers or _asks_at(row, frame, shelf, level)]
        message = f"{title}没有写明各国家典型场景与其要求的对应。"
        tiers = [tier.label for one in documents for code in frame.tiers if (tier := shelf.tier(one, code))]
        missing = _NOT_REACHED.search(frame.text) is not None
        aside = coverage(level, rows, "、".join(tiers) or title, frame.language, missing_first=missing)
        return _refused(message, _mentions("scenarios", shelf, level, documents), (aside,))
    if _LISTED.search(frame.text) and not frame.tiers:
        message = "现有文件只引用了典型场景的参考指引，没有列出场景。"
        said = _mentions("scenarios", shelf, level, ())
        return _refused(message, said, (scenario_list(level, frame.language),)) if said else None
    return None


def _asks_at(row: Mapped, frame: QueryFrame, shelf: Shelf, level: NationalLevel) -> bool:
    """Whether what a row maps has a requirement at a tier that the question names."""
    clauses = (shelf.by_id[one] for one in level.clauses_of(row.claim.subject) if one in shelf.by_id)
    return any(one.kind == "requirement" and one.tier in frame.tiers for one in clauses)


def _mentions(target: Target, shelf: Shelf, level: NationalLevel, documents: Sequence[str]) -> tuple[Sentence, ...]:
    """What a document itself says of the national level: the first sentence that names it, with its place."""
    for clause in shelf.clauses:
        if documents and clause.document not in documents:
            continue
        for said in _SENTENCES.findall(clause.plain):
            if any(name in said for name in level.called(target)):
                text = f"原文写到：“{said.strip()}”（{place(clause, shelf.titles)}）"
                return (Sentence(text, "composed", (clause.id,)),)
    return ()


def _refused(message: str, said: tuple[Sentence, ...], asides: tuple[Aside, ...]) -> Finding:
    refusal = not_in_sources(message)
    sections = (Section(said=said),) if said else ()
    return Finding("refused", sections, refusal=refusal.refusal, query="national", asides=asides)
