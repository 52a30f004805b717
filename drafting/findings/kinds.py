"""Questions for any system of a kind (哪些设计类系统, any control system): which there are, and the clauses of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.objects import BY_DOCUMENT, forces_said, scope_said
from drafting.findings.refusals import not_in_sources
from drafting.findings.selection import select
from drafting.shelf import RULING, Shelf
from drafting.wording import ids_of, joined, label_beside
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_ANSWERED = ("lookup", "list", "count", "yes_no", "where", "threshold", "comparison")
_SHOWN = 40


def find_kinds(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None) -> Finding | None:
    """Answer a question for systems of a kind; None where it asks for none, or for one system by name.

    How many clauses there are is counted elsewhere.
    """
    counts_clauses = frame.intent in ("count", "threshold") and not frame.lists_systems
    if not frame.system_kinds or frame.systems or frame.intent not in _ANSWERED or counts_clauses:
        return None
    asked = frame if frame.documents or default is None else replace(frame, documents=(default,))
    if BY_DOCUMENT.search(frame.text) and not frame.documents_named:
        asked = replace(asked, documents=())
    clauses = select(asked, shelf, capabilities, RULING)
    if not clauses:
        return _elsewhere(asked, shelf, capabilities)
    if frame.intent == "comparison" and max(len(asked.tiers), len(asked.documents)) > 1:
        return _compared(asked, clauses, shelf)
    listed = _by_system(asked, clauses)
    said = (_conclusion(asked, listed, clauses, shelf), *_each(listed, shelf), *_with_forces(asked, clauses))
    remark = "" if len(clauses) <= _SHOWN else f"以下列出前 {_SHOWN} 条，其余见条款编号。"
    sections = (Section(said=said, quoted=clauses[:_SHOWN], remark=remark), *_base(asked, listed, shelf, capabilities))
    return Finding("answered", sections, result=_result(asked, listed, clauses, shelf), query="objects")


def _by_system(frame: QueryFrame, clauses: Sequence[Clause]) -> dict[str, list[Clause]]:
    """The clauses of each system of the kinds, in the order in which the texts name them."""
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        for code in clause.systems:
            if code in frame.kind_systems:
                found.setdefault(code, []).append(clause)
    return found


def _conclusion(
    frame: QueryFrame, listed: Mapping[str, Sequence[Clause]], clauses: Sequence[Clause], shelf: Shelf
) -> Sentence:
    scope, kinds = scope_said(frame, shelf), "、".join(frame.kind_names)
    counted = f"提到的{kinds}有 {len(listed)} 个" if frame.lists_systems else f"共有 {len(clauses)} 条条款提到{kinds}"
    return Sentence(f"{scope}{counted}：{joined(list(listed))}。", "composed", ids_of(clauses))


def _each(listed: Mapping[str, Sequence[Clause]], shelf: Shelf) -> list[Sentence]:
    """For each system the places that name it."""
    documents = {clause.document for rows in listed.values() for clause in rows}
    return [
        Sentence(
            f"{code}：{joined([_place(one, shelf, len(documents) > 1) for one in rows])}。", "composed", ids_of(rows)
        )
        for code, rows in listed.items()
    ]


def _place(clause: Clause, shelf: Shelf, with_document: bool) -> str:
    title = f"《{shelf.titles[clause.document]}》" if with_document else ""
    where = clause.subdomain or clause.section or clause.element or ""
    return f"{title}{clause.tier_label or clause.track or ''}“{where}”{label_beside(clause, where)}"


def _with_forces(frame: QueryFrame, clauses: Sequence[Clause]) -> tuple[Sentence, ...]:
    """The force of each clause, where the question wants to know whether something must be."""
    if frame.intent not in ("yes_no", "where") and not frame.forces:
        return ()
    return (Sentence(f"用词：{forces_said(clauses)}。", "composed", ids_of(clauses)),)


def _result(
    frame: QueryFrame, listed: Mapping[str, Sequence[Clause]], clauses: Sequence[Clause], shelf: Shelf
) -> dict[str, object]:
    if BY_DOCUMENT.search(frame.text):
        return {"kind": "set", "items": list(dict.fromkeys(shelf.titles[clause.document] for clause in clauses))}
    if frame.intent == "where" and (tiers := [one.tier_label for one in clauses if one.tier_label]):
        return {"kind": "set", "items": list(dict.fromkeys(tiers))}
    if frame.lists_systems:
        counts = frame.intent in ("count", "threshold")
        return {"kind": "count", "value": len(listed)} if counts else {"kind": "set", "items": list(listed)}
    return {"kind": "clauses", "ids": list(ids_of(clauses))}


def _base(
    frame: QueryFrame, listed: Mapping[str, Sequence[Clause]], shelf: Shelf, capabilities: Scheme
) -> tuple[Section, ...]:
    """What the tiers that a tier builds on name besides; they are not restated, and still stand."""
    if len(frame.tiers) != 1 or len(frame.documents) != 1:
        return ()
    tier, sections = shelf.tier(frame.documents[0], frame.tiers[0]), []
    below = shelf.below(frame.documents[0], frame.tiers[0])
    while tier is not None and below is not None:
        rows = select(replace(frame, tiers=(below.code,)), shelf, capabilities, RULING)
        more = {code: clauses for code, clauses in _by_system(frame, rows).items() if code not in listed}
        if more:
            named = tuple(dict.fromkeys(one for clauses in more.values() for one in clauses))
            text = f"{tier.label}在{below.label}的基础上建设，{below.label}还提到：{joined(list(more))}。"
            said = Sentence(text, "composed", (*ids_of(tier.said), *ids_of(named)))
            sections.append(Section(f"基础：{below.label}", (said,), named))
        tier, below = below, shelf.below(below.document, below.code)
    return tuple(sections)


def _compared(frame: QueryFrame, clauses: Sequence[Clause], shelf: Shelf) -> Finding:
    """Tiers side by side, or documents: the systems that each names, with its clauses."""
    by_tier = len(frame.tiers) > 1
    groups: dict[str, list[Clause]] = {key: [] for key in (frame.tiers if by_tier else frame.documents)}
    for clause in clauses:
        groups[str(clause.tier if by_tier else clause.document)].append(clause)
    sections: list[Section] = []
    rows: list[dict[str, object]] = []
    for key, named in groups.items():
        within = replace(frame, tiers=(key,)) if by_tier else replace(frame, documents=(key,))
        listed = _by_system(frame, named)
        said = _conclusion(within, listed, named, shelf) if named else _none(within, clauses, shelf)
        sections.append(Section("", (said, *_each(listed, shelf)), tuple(named)))
        rows.append({"tier" if by_tier else "document": key, "systems": list(listed), "ids": list(ids_of(named))})
    return Finding("answered", tuple(sections), result={"kind": "comparison", "rows": rows}, query="objects")


def _none(frame: QueryFrame, elsewhere: Sequence[Clause], shelf: Shelf) -> Sentence:
    """That nothing within the limits names a system of the kinds, with where they are named."""
    titles = list(dict.fromkeys(shelf.titles[clause.document] for clause in elsewhere))
    tiers = list(dict.fromkeys(clause.tier_label for clause in elsewhere if clause.tier_label))
    where = f"{'、'.join(f'《{title}》' for title in titles)}{'、'.join(tiers) if len(titles) == 1 else ''}"
    listed = joined(list(_by_system(frame, elsewhere)))
    text = f"{scope_said(frame, shelf)}范围内没有条款提到{'、'.join(frame.kind_names)}"
    found = f"提到的有：{where}，共 {len(elsewhere)} 条（{listed}）"
    return Sentence(f"{text}；{found}。", "composed", ids_of(elsewhere))


def _elsewhere(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding:
    """Nothing within the limits: said so, with the same document's clauses first, else those of the others."""
    bare = replace(frame, tiers=(), tracks=(), subdomains=(), domains=(), elements=(), forces=(), technologies=())
    rows = select(bare, shelf, capabilities, RULING) or select(replace(bare, documents=()), shelf, capabilities, RULING)
    if not rows:
        return not_in_sources(f"现有文件没有提到{'、'.join(frame.kind_names)}。")
    empty: dict[str, object] = {"kind": "clauses", "ids": []}
    if frame.lists_systems:
        empty = (
            {"kind": "count", "value": 0} if frame.intent in ("count", "threshold") else {"kind": "set", "items": []}
        )
    section = Section(said=(_none(frame, rows, shelf),), quoted=tuple(rows[:4]))
    return Finding("answered", (section,), result=empty, query="objects")
