"""What a question asserts, held against the text: an untrue premise is corrected by the clause that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.quantity import quantities
from drafting.answer import Finding, Refusal, Section, Sentence
from drafting.findings.things import COUNTED_NAMES, counts_of
from drafting.shelf import Shelf
from drafting.wording import force_counts, forces_of, place
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_ASKED_FORCE = re.compile(r"必须|应当?|强制|must|shall|mandatory")
_ALIASES = {
    "子域": "能力子域",
    "模式": "类型",
    "级": "等级",
    "档": "等级",
    "步": "步骤",
    "条要求": "要求",
    "条条款": "要求",
}
_NUMBER = r"(?P<number>\d+|[一二两三四五六七八九十]+)"
_COUNTED = re.compile(rf"(?<!第){_NUMBER}\s*[个大种项]?\s*(?P<name>{'|'.join((*COUNTED_NAMES, *_ALIASES))})")
_AS_TOTAL = re.compile(r"(?:分(?:成|为)?|一共|总共|共|规定了?|设(?:立|置)?了?|划分(?:成|为)?|有|包括)[^，。]{0,3}$")
_ALL_SHALL = re.compile(r"(?:全部|全|都|均|所有|每一?条)[^，。]{0,6}[“\"「]?(?:应|必须|强制)")
_GREATER = re.compile(r"高|大|多|严|长|higher|greater|more|longer|stricter")
_LESSER = re.compile(r"低|小|少|松|短|lower|less|fewer|shorter")
_MORE = re.compile(r"要求.{0,4}(?:多|少)|(?:多|少).{0,4}要求")
_SHOWN = 2
_THAN = re.compile(r"比|than")

Corrections = Sequence[tuple[str, tuple[str, ...]]]
"""Each correction with the ids of the clauses that it rests on."""


def correct(frame: QueryFrame, finding: Finding, shelf: Shelf, capabilities: Scheme) -> Finding:
    """The finding with its status and corrections set where the question asserts what the clauses contradict.

    A plain yes/no question asserts nothing and is answered with no; a number that the question takes for granted
    (“the four tiers”) is held against the text in any case.
    """
    if finding.refusal and finding.query != "definition" and not _missing_assertion(frame, finding.refusal):
        return finding
    clauses = finding.sections[0].quoted if finding.sections else ()
    corrections = list(_numbers_of_things(frame, shelf, capabilities))
    if frame.premise:
        for look in (_emptiness, _unnamed, _forces, _figures, _orders):
            corrections.extend(look(frame, finding, clauses, shelf))
    if not corrections:
        return finding
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


def _numbers_of_things(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Corrections:
    """“Four tiers” of a document that has three."""
    if not frame.documents or frame.intent == "count":
        return []
    found: list[tuple[str, tuple[str, ...]]] = []
    for said in _COUNTED.finditer(frame.text):
        name = _ALIASES.get(said["name"], said["name"])
        if name != said["name"] and not _AS_TOTAL.search(frame.text[: said.start()]):
            continue  # 两种模式 may be two of five
        counts = counts_of(name, frame, shelf, capabilities)
        number = quantities(f"{said['number']}个")
        asserted = int(number[0].value) if number else 0
        counts = counts or _stated_number(name, frame, shelf)
        if counts and asserted > 1 and asserted not in [number for number, _ in counts]:
            stated, basis = counts[0]
            measure = "" if said["name"][0] in "条级档步" else "个"
            text = f"前提不成立：问题说“{said.group()}”，文中为 {stated} {measure}{said['name']}。"
            found.append((text, tuple(clause.id for clause in basis)))
    return found


def _stated_number(name: str, frame: QueryFrame, shelf: Shelf) -> tuple[tuple[int, tuple[Clause, ...]], ...]:
    """The number of such things that a clause of the documents states in words (“三个等级”)."""
    stated = re.compile(rf"(?P<number>\d+|[一二两三四五六七八九十]+)\s*[个大种项]\s*{re.escape(name)}")
    found: list[tuple[int, tuple[Clause, ...]]] = []
    for clause in shelf.clauses:
        hit = stated.search(clause.plain) if clause.document in frame.documents else None
        number = quantities(f"{hit['number']}个") if hit else ()
        if number:
            found.append((int(number[0].value), (clause,)))
    return tuple(found)


def _emptiness(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    if finding.query != "cell" or not clauses or not (frame.tiers or frame.negated):
        return []
    empty = all(clause.kind == "not_required" for clause in clauses)
    where, ids = place(clauses[0], shelf.titles), tuple(clause.id for clause in clauses)
    if empty and not frame.negated:
        return [(f"前提不成立：原文该格为“{clauses[0].text}”，即不做要求（{where}）。", ids)]
    if not empty and frame.negated:
        return [(f"前提不成立：该处有 {len(clauses)} 条要求（{force_counts(clauses)}）（{where}）。", ids)]
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
    asserted = _ASKED_FORCE.search(frame.text) is not None and not frame.negated
    ruled = [clause for clause in clauses if clause.kind == "requirement"]
    if not asserted or not ruled or any("shall" in clause.forces for clause in ruled):
        return []
    if all(clause.forces == ("none",) for clause in ruled):
        return []
    text = f"前提不成立：原文用词是“{forces_of(ruled[0])}”，不是“应”（{place(ruled[0], shelf.titles)}）。"
    return [(text, tuple(clause.id for clause in ruled))]


def _figures(frame: QueryFrame, finding: Finding, clauses: Sequence[Clause], shelf: Shelf) -> Corrections:
    """A figure asserted in the question that the clause gives otherwise."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for said in (one for one in quantities(frame.text) if one.unit):
        same_unit = [(clause, one) for clause in clauses for one in clause.quantities if one.unit == said.unit]
        if same_unit and all(one.value != said.value for _, one in same_unit):
            clause, stated = same_unit[0]
            text = f"前提不成立：问题说“{said.text}”，原文是“{stated.text}”（{place(clause, shelf.titles)}）。"
            found.append((text, (clause.id,)))
    return found


def find_disorder(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """“Why does the lower tier ask more?”: the counts of two tiers held against what the question asserts."""
    than = _THAN.search(frame.text)
    if (
        not frame.premise
        or than is None
        or len(frame.tiers) != 2
        or frame.names_capability
        or not _MORE.search(frame.text)
    ):
        return None
    document = frame.documents[0] if frame.documents else ""
    rows = {
        tier: [one for one in shelf.of(document, kinds=("requirement",)) if one.tier == tier] for tier in frame.tiers
    }
    names = {tier: found.label.removeprefix("省级") for tier in frame.tiers if (found := shelf.tier(document, tier))}
    if len(names) != len(frame.tiers):
        return None
    places = {tier: frame.text.find(name) for tier, name in names.items()}
    first, second = sorted(places, key=lambda tier: places[tier])
    more = len(rows[first]) > len(rows[second])
    if places[first] < 0 or more == ("多" in frame.text):
        return None
    text = f"前提不成立：{names[first]}有 {len(rows[first])} 条要求，{names[second]}有 {len(rows[second])} 条。"
    basis = tuple(one for tier in (first, second) for one in rows[tier])
    said = Sentence(text, "composed", tuple(one.id for one in basis))
    return Finding("corrected", (Section(said=(said,)),), corrections=(text,), query="count")


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
