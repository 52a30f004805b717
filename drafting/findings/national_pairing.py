"""Questions for a pairing that no text states: which scenario a subdomain is, which national tier a provincial one.

They are refused, with what is proposed beside the refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.answer import Finding
from drafting.findings.national_texts import PAIRING, belongs, mentions, refused
from drafting.findings.national_tiers import find_maturity_level, find_national_tier
from drafting.national_asides import SHOWN, TARGETS, counterparts, coverage, scenario_list
from drafting.shelf import Shelf
from kg.mapped import Mapped
from kg.national import NationalLevel
from ontology.mappings import Target
from retrieval.frame import QueryFrame

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
    r"有哪些|是哪|有哪|哪些|列出|列举|清单|[几多少]+个|情况|程度"
    r"|\bwhat are\b|\blist\b|\bhow (?:many|far)\b|\bwhich\b"
)
_NAMES_THEM_ALL = re.compile(
    r"[哪几多][一个些几少]*(?:的|国家级?|典型|智能制造)*(?:场景|环节)|场景(?:的|一共|总共|共|都|又)*(?:有|是|包括|包含|分)[^，。？?]{0,3}[哪几多什]"
    r"|(?:列出|列举)[^，。？?]{0,10}场景|场景清单|\b(?:what are|list|how many|which)\b[^.?]{0,30}\bscenarios?\b"
)
_OF_THE_COUNTRY = re.compile(r"国家|40|四十|参考指引|智能制造典型|\bnational\b")


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
    if "tiers" in frame.national_targets and (found := find_national_tier(frame, shelf, level, documents)):
        return found
    if "maturity" in frame.national_targets:
        found = _of_subjects(frame, shelf, level, documents, "maturity") or find_maturity_level(frame, shelf, level)
        if found is not None:
            return found
    if "scenarios" not in frame.national_targets:
        return None
    return _of_subjects(frame, shelf, level, documents, "scenarios") or _of_all(frame, shelf, level, documents)


def _of_items(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, items: Sequence[str], documents: Sequence[str]
) -> Finding | None:
    """For a scenario: whether a text pairs it, or what it means; None where its requirements are asked."""
    rows = [row for item in items for row in level.reaching(item) if belongs(row, documents, shelf, level)]
    meaning = frame.intent == "definition"
    named = [row for row in rows if row.subject.zh in frame.text]
    both = named or (frame.intent == "yes_no" and frame.names_capability)
    pair = (both and PAIRING.search(frame.text)) or _ASKS_OUR_SIDE.search(frame.text)
    required = _ASKS_WHAT_IS_REQUIRED.search(frame.text)
    if not (meaning or frame.premise or (pair and not required) or _STATED.search(frame.text)):
        return None
    what = "、".join(f"“{level.name_of(item)[0]}”" for item in items)
    said = f"现有文件没有给出{what}的定义" if meaning else f"现有文件没有写明{what}与各项要求的对应"
    target: Target = "scenarios" if items[0].startswith("scenario:") else "maturity"
    asides = (counterparts((named or rows)[:SHOWN], frame.language, leads=True),) if rows else ()
    return refused(f"{said}。", mentions(target, shelf, level, documents), asides)


def _of_subjects(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str], target: Target
) -> Finding | None:
    """For a subdomain, an element or a track: which scenario or part of the model it corresponds to."""
    asks = _ASKS_NATIONAL.search(frame.text) or PAIRING.search(frame.text)
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
    return refused(
        message, mentions(target, shelf, level, documents), (counterparts(rows, frame.language, leads=True),)
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
        return refused(message, mentions("scenarios", shelf, level, documents), (aside,))
    if _NAMES_THEM_ALL.search(frame.text) and not frame.tiers:
        message = "现有文件只引用了典型场景的参考指引，没有列出场景。"
        said = mentions("scenarios", shelf, level, ())
        return refused(message, said, (scenario_list(level, frame.language),)) if said else None
    return None


def _asks_at(row: Mapped, frame: QueryFrame, shelf: Shelf, level: NationalLevel) -> bool:
    """Whether what a row maps has a requirement at a tier that the question names."""
    clauses = (shelf.by_id[one] for one in level.clauses_of(row.claim.subject) if one in shelf.by_id)
    return any(one.kind == "requirement" and one.holds_for_any(frame.tiers) for one in clauses)
