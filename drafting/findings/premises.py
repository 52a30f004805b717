"""What a question asserts, held against the text: an untrue premise is corrected by the clause that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Refusal, Section, Sentence
from drafting.findings.asserted_numbers import number_confirmed, numbers_corrected
from drafting.findings.assertions import contradicted, stated_otherwise
from drafting.findings.belonging import mispaired, misplaced
from drafting.findings.residue import residue, speaking_of
from drafting.shelf import Shelf
from drafting.wording import force_counts, forces_of, place
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, without

_ASKED_FORCE = re.compile(
    r"必须|必[选做备建上](?!要)|应当?(?!用|急)|强制|硬性|硬指标|硬杠|一定[要得]|非[^，,。]{1,10}不可|刚性|must|shall|mandatory"
)
_WEAKENED = re.compile(
    r"(?:只|仅|不过|也就)(?:仅|不过)?(?:是|算)?个?(?:建议|推荐|鼓励|倡导|提倡|可选|参考)|可做可不做|可有可无|选做|可选项?|“宜”|用的?是宜"
    r"|(?:不是|不算|并非)(?:必须|强制|硬性)|\b(?:only|just|merely) (?:recommended|a recommendation)\b|\boptional\b"
)
"""Asserts that something need not be done."""
_ALL_SHALL = re.compile(r"(?:全部|全|都|均|所有|每一?条)[^，。]{0,6}[“\"「]?(?:应|必须|强制)")
_EVERY = re.compile(r"[都均](?:是|为|要|得|一样|相同)|全是|一律|统一|一样|相同|\b(?:all|same)\b")
_GREATER = re.compile(r"高|大|多|严|长|higher|greater|more|longer|stricter")
_LESSER = re.compile(r"低|小|少|松|短|lower|less|fewer|shorter")
_SHOWN = 2
_OWN_AT_MOST, _OTHERS_AT_LEAST = 1, 4
"""Pairs of characters that an assertion of a higher tier shares with the tier's own cell, and with the higher's."""
_MOST = 0.5
"""The share of a denial's words that a clause has which says the thing after all."""
_THAN = re.compile(r"比|than")

Corrections = Sequence[tuple[str, tuple[str, ...]]]
"""Each correction with the ids of the clauses that it rests on."""


def correct(
    frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme, default: str | None = None
) -> Finding:
    """The finding with its status and corrections set where the question asserts what the clauses contradict.

    A plain yes/no question asserts nothing and is answered with no; a number that the question takes for granted
    (“the four tiers”) is held against the text in any case.
    """
    if finding.refusal and finding.query != "definition" and not _missing_assertion(frame, finding.refusal):
        return finding
    clauses = finding.sections[0].quoted if finding.sections else ()
    added = frame.compares == "added" and "哪" in frame.about  # a number of what is added, which is no total
    corrections = [] if added else list(numbers_corrected(frame, shelf, capabilities))
    if frame.premise:
        for look in (_emptiness, _unnamed, _of_higher_tier, _forces, _figures, _alike, _orders):
            corrections.extend(look(frame, finding, clauses, shelf))
        corrections = corrections or [
            *misplaced(frame, shelf, capabilities),
            *mispaired(frame, shelf),
            *contradicted(frame, clauses, shelf),
            *(_said_after_all(frame, shelf, capabilities) if finding.status != "not_required" else ()),
        ]
    if not corrections:
        told = finding.refusal or finding.query == "search"
        return (number_confirmed(frame, shelf, capabilities, default) if told else None) or finding
    kept = finding.sections if finding.query not in ("search", "heading") else ()
    shown = {clause.id for section in kept for clause in section.quoted}
    said = tuple(Sentence(text, "composed", ids) for text, ids in corrections)
    basis = dict.fromkeys(one for _, ids in corrections for one in ids[:_SHOWN] if one not in shown)
    lead = Section(said=said, quoted=tuple(shelf.by_id[one] for one in basis))
    texts = tuple(text for text, _ in corrections)
    if finding.refusal:  # its hints spoke of what was not found
        return Finding("corrected", (lead, *kept), corrections=texts, query="premise")
    return replace(finding, status="corrected", sections=(lead, *kept), corrections=texts)


def _missing_assertion(frame: QueryFrame, refusal: Refusal) -> bool:
    """Whether the question was refused since no text says what it asserts; it may still assert a wrong number."""
    return frame.premise and refusal.reason == "not_in_sources"


def _emptiness(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    if finding.query not in ("cell", "objects") or not clauses or not (frame.tiers or frame.negated):
        return []
    empty = all(clause.kind == "not_required" for clause in clauses)
    where, ids = place(clauses[0], shelf.titles), tuple(clause.id for clause in clauses)
    if empty and not frame.negated:
        return [(f"前提不成立：原文该格为“{clauses[0].text}”，即不做要求（{where}）。", ids)]
    if not empty and frame.negated and finding.query == "cell":
        return [(f"前提不成立：该处有 {len(clauses)} 条要求（{force_counts(clauses)}）（{where}）。", ids)]
    return []


def _of_higher_tier(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """What a question asserts of a tier, in words that only a higher tier's cell of the same subdomain has."""
    if finding.query != "cell" or len(frame.tiers) != 1 or frame.negated or not clauses or not clauses[0].subdomain:
        return []
    first = clauses[0]
    names = [first.subdomain or "", *(tier.label.removeprefix("省级") for tier in shelf.tiers(first.document))]
    asserted = pairs(without(frame.about, names))
    own = max(len(asserted & pairs(clause.plain)) for clause in clauses)
    above = shelf.above(first.document, frame.tiers[0])
    while above is not None and own <= _OWN_AT_MOST:
        for clause in shelf.cell(first.document, str(first.subdomain_no), above.code):
            if len(asserted & pairs(clause.plain)) >= _OTHERS_AT_LEAST:
                where = place(clause, shelf.titles)
                text = f"前提不成立：{first.tier_label}没有这样的要求，它是{above.label}的（{where}）。"
                return [(text, (clause.id, *(one.id for one in clauses)))]
        above = shelf.above(first.document, above.code)
    return []


def _unnamed(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """A system or technology that the asked place does not name at all."""
    asserted = finding.query == "objects" and (finding.result or {}).get("ids") == [] and not frame.negated
    if not asserted or not clauses:
        return []
    what = "、".join((*frame.systems, *frame.kind_names, *frame.technologies))
    return [(f"前提不成立：所问范围内没有条款提到“{what}”。", tuple(clause.id for clause in clauses))]


def _forces(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """必须 asserted of clauses that all say 宜 or 可, or all of them asserted to be 应 where some are not."""
    weaker = [clause for clause in clauses if clause.kind == "requirement" and "shall" not in clause.forces]
    if _ALL_SHALL.search(frame.text) and weaker:
        text = f"前提不成立：并非全部是“应”，{place(weaker[0], shelf.titles)}用的是“{forces_of(weaker[0])}”。"
        return [(text, tuple(clause.id for clause in weaker))]
    if _WEAKENED.search(frame.text):
        return _stronger(finding, clauses, shelf)
    asserted = _ASKED_FORCE.search(frame.text) is not None and not frame.negated
    ruled = [clause for clause in clauses if clause.kind == "requirement"]
    if not asserted or not ruled or any("shall" in clause.forces for clause in ruled):
        return []
    if all(clause.forces == ("none",) for clause in ruled):
        return []
    text = f"前提不成立：{place(ruled[0], shelf.titles)}的用词是“{forces_of(ruled[0])}”，不是“应”。"
    return [(text, tuple(clause.id for clause in ruled))]


def _stronger(finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """What is asserted to be advice, of clauses that say nothing weaker than 应; of hits by likeness, the first."""
    ruled = [clause for clause in clauses if clause.kind == "requirement"]
    ruled = ruled[:1] if finding.query == "search" else ruled
    if not ruled or any(clause.forces != ("shall",) for clause in ruled):
        return []
    text = f"前提不成立：{place(ruled[0], shelf.titles)}的用词是“{forces_of(ruled[0])}”，不是“宜”。"
    return [(text, tuple(clause.id for clause in ruled))]


def _figures(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """A figure asserted in the question that the clause gives otherwise."""
    return stated_otherwise(frame, clauses, shelf)


def _said_after_all(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Corrections:
    """A denial (没提…) of what a clause of the tier says in most of the question's words."""
    words = residue(frame, shelf, capabilities) if frame.negated and frame.tiers else frozenset()
    rows = [
        one
        for one in shelf.of(kinds=("requirement",))
        if one.holds_for_any(frame.tiers) and (not frame.documents or one.document in frame.documents)
    ]
    saying = speaking_of(words, rows, _MOST) if len(words) >= _OTHERS_AT_LEAST else ()
    return [(f"前提不成立：{place(one, shelf.titles)}写有这一条。", (one.id,)) for one in saying[:1]]


def _alike(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """“All of them ask for five million” of figures that differ."""
    figures = list((finding.result or {}).get("all", [])) if finding.query == "figure" else []
    if len(figures) < 2 or not _EVERY.search(frame.text) or len({figure["value"] for figure in figures}) == 1:
        return []
    told = "，".join(f"{figure['of']}为“{figure['text']}”" for figure in figures)
    return [(f"前提不成立：{told}。", tuple(figure["id"] for figure in figures))]


def _orders(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """“A is higher than B” of two figures that stand the other way, or are equal."""
    than = _THAN.search(frame.text)
    figures = list((finding.result or {}).get("all", [])) if finding.query == "figure" else []
    if than is None or len(figures) != 2 or figures[0]["unit"] != figures[1]["unit"]:
        return []
    places = {figure["of"]: frame.text.find(str(figure["of"] or " ")) for figure in figures}
    first, second = sorted(figures, key=lambda figure: places[figure["of"]])
    if not (0 <= places[first["of"]] < than.start() < places[second["of"]]):
        return []
    holds: Callable[[float, float], bool]
    if _LESSER.search(frame.text[than.end() :]):
        holds = float.__lt__
    elif _GREATER.search(frame.text[than.end() :]):
        holds = float.__gt__
    else:
        return []
    if holds(float(first["value"]), float(second["value"])):
        return []
    told = "，".join(f"{figure['of']}为“{figure['text']}”" for figure in (first, second))
    return [(f"前提不成立：{told}。", (first["id"], second["id"]))]
