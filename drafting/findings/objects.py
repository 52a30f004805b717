"""Questions about systems and technologies: where they are named, in which tier, with which force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Refusal, Section, Sentence, distinct
from drafting.findings.refusals import not_in_sources
from drafting.findings.selection import select
from drafting.shelf import RULING, Shelf
from drafting.wording import FORCE_WORDS, forces_of, label_beside
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

BY_DOCUMENT = re.compile(r"(?:哪些|哪几份|哪份|哪个|几份|各|所有)文件|which documents?|what documents?")
"""A question for the documents that name something."""
_HOW_MANY = re.compile(
    r"(?:要|需|配|建|装|买|用|有|上)[^，。]{0,3}(?<!好)[几多少]+\s*(?:台|套|部|辆|个(?!条|方面|等级|文件))"
)
_ASKS_NEED = frozenset({"yes_no", "lookup", "threshold"})
_WHICH_CLAUSES = re.compile(r"哪[些几一]?(?:条款?|款|处)|which clauses?")
_LOWEST = re.compile(r"最低|最早|最先|首次|首先|第一次|开始|起步|\blowest\b|\bfirst\b")
_SHOWN = 12
_FEW = 6
_RELATED_SHOWN = 4
_TERSE = 14
_WORDY = 22
"""The length from which a name in a question is one word of many, whatever the number of clauses that name it."""


def find_objects(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None) -> Finding | None:
    """Answer which clauses name the systems and technologies of the question; None where it names none."""
    names = (*frame.systems, *frame.technologies)
    if not names or frame.intent in ("definition", "comparison"):
        return None
    asked = frame if frame.documents or default is None else replace(frame, documents=(default,))
    asked = replace(asked, forces=())
    if BY_DOCUMENT.search(frame.text) and not frame.documents_named:
        asked = replace(asked, documents=())
    if _HOW_MANY.search(frame.text):
        return not_in_sources(f"现有文件没有规定“{'、'.join(names)}”的数量。")
    clauses = select(asked, shelf, capabilities, RULING)
    if asked.names_capability and not any(shelf.tiers(one) for one in asked.documents):
        wide = replace(asked, subdomains=(), domains=(), elements=())  # the framework is another document's
        of_it = select(replace(asked, systems=(), technologies=()), shelf, capabilities, RULING)
        spelt_out = any(capabilities.concepts[one].zh in frame.about for one in (*frame.subdomains, *frame.domains))
        asked = asked if of_it and spelt_out else wide
        clauses = select(asked, shelf, capabilities, RULING)
    if not clauses and len(names) > 1 and (each := _each_named(asked, shelf, capabilities)) is not None:
        return each
    what = "、".join(names)
    many = len(clauses) > _FEW and len(frame.text) > _TERSE
    wordy = len(frame.text) > _WORDY and not (frame.tiers or frame.premise or frame.documents_named)
    if frame.intent == "lookup" and (many or wordy) and not frame.names_capability:
        return None  # the name is one of many words: likeness finds the clause meant
    if clauses:
        return _named(frame, what, clauses, shelf)
    wider = select(
        replace(asked, documents=(), tiers=(), tracks=(), subdomains=(), domains=(), elements=()),
        shelf,
        capabilities,
        RULING,
    )
    if (empty := _not_required(asked, what, wider, shelf)) is not None:
        return empty
    related = _related(asked, shelf, capabilities)
    if not wider:
        message = f"现有文件没有提到“{what}”。"
        hints = tuple(sentence.text for section in related for sentence in section.said)
        return Finding("refused", refusal=Refusal("not_in_sources", message), alternatives=hints, query="objects")
    if frame.documents_named and all(shelf.documents[one].original is not None for one in asked.documents):
        titles = dict.fromkeys(shelf.titles[clause.document] for clause in wider)
        hint = f"提到它的文件：{'、'.join(f'《{title}》' for title in titles)}。"
        return replace(not_in_sources(f"{scope_said(frame, shelf)}没有提到“{what}”。", (hint,)), query="objects")
    found = _elsewhere(frame, what, wider, shelf)
    return replace(found, sections=(*found.sections, *related))


def _named(frame: QueryFrame, what: str, clauses: Sequence[Clause], shelf: Shelf) -> Finding:
    tiers = list(dict.fromkeys(clause.tier_label for clause in clauses if clause.tier_label))
    ids = tuple(clause.id for clause in clauses)
    where = f"，见于{'、'.join(tiers)}" if tiers and (frame.intent == "where" or len(tiers) > 1) else ""
    documents = list(dict.fromkeys(clause.document for clause in clauses))
    who = f"《{shelf.titles[documents[0]]}》" if len(documents) == 1 else "现有文件"
    said = [Sentence(f"{who}共有 {len(clauses)} 条条款提到“{what}”{where}。", "composed", ids)]
    if frame.intent in ("yes_no", "where") or frame.forces:
        said.append(Sentence(f"用词：{forces_said(clauses)}。", "composed", ids))
    result: dict[str, object] = {"kind": "clauses", "ids": list(ids)}
    if BY_DOCUMENT.search(frame.text):
        titles = list(dict.fromkeys(shelf.titles[clause.document] for clause in clauses))
        said.append(Sentence(f"提到它的文件：{'、'.join(f'《{title}》' for title in titles)}。", "composed", ids))
        result = {"kind": "set", "items": titles}
    elif frame.intent == "where" and tiers and not _WHICH_CLAUSES.search(frame.text):
        if _LOWEST.search(frame.text):
            tiers = [tier.label for one in documents for tier in shelf.tiers(one) if tier.label in tiers][:1]
            first = tuple(clause.id for clause in clauses if clause.tier_label in tiers)
            said.append(Sentence(f"最低在{tiers[0]}就提到。", "composed", first))
        result = {"kind": "set", "items": tiers}
    remark = "" if len(clauses) <= _SHOWN else f"以下列出前 {_SHOWN} 条，其余见条款编号。"
    section = Section(said=tuple(said), quoted=tuple(clauses[:_SHOWN]), remark=remark)
    return Finding("answered", (section,), result=result, query="objects")


def _each_named(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """Several names that no one clause names together: what is said of each apart; None where none is named at all."""
    alone = [
        *((one, replace(frame, systems=(one,), technologies=())) for one in frame.systems),
        *((one, replace(frame, systems=(), technologies=(one,))) for one in frame.technologies),
    ]
    named = {name: select(within, shelf, capabilities, RULING) for name, within in alone}
    found = distinct(clause for clauses in named.values() for clause in clauses)
    if not found:
        return None
    who = scope_said(frame, shelf)
    said = [
        Sentence(f"{who}有 {len(held)} 条条款提到“{name}”。", "composed", tuple(one.id for one in held))
        for name, held in named.items()
        if held
    ]
    unsaid: list[str] = []
    for name, within in alone:
        if not named[name]:
            bare = replace(within, documents=(), tiers=(), tracks=(), subdomains=(), domains=(), elements=())
            wider = select(bare, shelf, capabilities, RULING)
            said.extend(sentence for part in _elsewhere(within, name, wider, shelf).sections for sentence in part.said)
            unsaid.extend([] if wider else [f"现有文件没有提到“{name}”。"])
    section = Section(said=tuple(one for one in said if one.citations), quoted=found[:_SHOWN])
    result = {"kind": "clauses", "ids": [clause.id for clause in found]}
    return Finding("answered", (section,), result=result, alternatives=tuple(unsaid), query="objects")


def forces_said(clauses: Sequence[Clause]) -> str:
    """Where each clause stands and with which force: 设备运维a）“应”."""
    return "，".join(_force_at(clause) for clause in clauses[:_SHOWN])


def _force_at(clause: Clause) -> str:
    named = clause.subdomain or clause.section
    where = f"{clause.tier_label or ''}{named}{label_beside(clause, named)}"
    return where + (f"“{forces_of(clause)}”" if clause.forces != ("none",) else FORCE_WORDS["none"])


def _elsewhere(frame: QueryFrame, what: str, wider: Sequence[Clause], shelf: Shelf) -> Finding:
    """Nothing within the limits asked for: say so, with where the name does occur."""
    places = list(dict.fromkeys(shelf.titles.get(clause.document, clause.document) for clause in wider))
    text = (
        f"{scope_said(frame, shelf)}范围内没有条款提到“{what}”；提到它的有：{'、'.join(places)}，共 {len(wider)} 条。"
    )
    section = Section(said=(Sentence(text, "composed", tuple(clause.id for clause in wider)),), quoted=tuple(wider[:4]))
    return Finding("answered", (section,), result={"kind": "clauses", "ids": []}, query="objects")


def _not_required(frame: QueryFrame, what: str, wider: Sequence[Clause], shelf: Shelf) -> Finding | None:
    """That a tier asks nothing where higher tiers name the thing: every cell of its first home is empty there.

    The first home is the subdomains of the lowest tier that names it.
    """
    if len(frame.documents) != 1 or len(frame.tiers) != 1 or frame.intent not in _ASKS_NEED:
        return None
    document, tier = frame.documents[0], shelf.tier(frame.documents[0], frame.tiers[0])
    order = [one.code for one in shelf.tiers(document)]
    named = [
        one for one in wider if one.document == document and one.holds_for_any(order) and one.subdomain_no is not None
    ]
    if tier is None or not named:
        return None
    lowest = min(order.index(one.tier or "") for one in named)
    homes = dict.fromkeys(str(one.subdomain_no) for one in named if order.index(one.tier or "") == lowest)
    cells = [clause for number in homes for clause in shelf.cell(document, number, tier.code)]
    if not cells or any(clause.kind != "not_required" for clause in cells):
        return None
    ids = tuple(clause.id for clause in cells)
    names = "、".join(f"“{clause.subdomain}”" for clause in cells)
    said = Sentence(f"{tier.label}不要求“{what}”：它属于{names}，{tier.label}在该处不做要求。", "composed", ids)
    labels = "、".join(dict.fromkeys(clause.tier_label or "" for clause in named))
    text = f"提到“{what}”的是{labels}，共 {len(named)} 条；用词：{forces_said(named)}。"
    above = Section("其他等级", (Sentence(text, "composed", tuple(one.id for one in named)),), tuple(named[:_SHOWN]))
    result = {"kind": "clauses", "ids": list(ids)}
    return Finding("not_required", (Section(said=(said,), quoted=tuple(cells)), above), result=result, query="objects")


def _related(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> tuple[Section, ...]:
    """What the place asked about names instead: systems for much the same use, which are not the one asked for."""
    if not frame.related_systems:
        return ()
    any_related = replace(frame, systems=(), system_kinds=("related",), kind_systems=frame.related_systems)
    rows = select(any_related, shelf, capabilities, RULING)
    if not rows:
        return ()
    named = dict.fromkeys(code for clause in rows for code in clause.systems if code in frame.related_systems)
    text = f"{scope_said(frame, shelf)}提到的相关系统：{'、'.join(named)}，共 {len(rows)} 条。"
    said = Sentence(text, "composed", tuple(clause.id for clause in rows))
    return (Section("相关的系统", (said,), rows[:_RELATED_SHOWN]),)


def scope_said(frame: QueryFrame, shelf: Shelf) -> str:
    """The documents, tiers, tracks and capabilities that a question limits itself to, in words."""
    named = [*(f"《{shelf.titles[one]}》" for one in frame.documents), *_tier_labels(frame, shelf), *frame.tracks]
    subdomains = {shelf.subdomain_name(document, code) for document in frame.documents for code in frame.subdomains}
    places = [*frame.elements, *frame.domains, *sorted(subdomains)]
    return "".join((*named, *(f"“{place}”" for place in places))) or "所问范围"


def _tier_labels(frame: QueryFrame, shelf: Shelf) -> list[str]:
    return [
        tier.label
        for document in frame.documents
        for code in frame.tiers
        if (tier := shelf.tier(document, code)) is not None
    ]
