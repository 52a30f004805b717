"""Questions that lead from the national level to a document's clauses, and what of that level stands beside others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Aside, Finding, Section, Sentence, distinct
from drafting.findings.absent import find_absent
from drafting.findings.national_pairing import find_pairing
from drafting.findings.national_texts import belongs
from drafting.findings.national_tiers import known_of_tiers
from drafting.findings.refusals import not_in_sources
from drafting.national_asides import SHOWN, counterparts, origins
from drafting.shelf import RULING, Shelf
from drafting.wording import force_counts
from kg.mapped import STRONG, Mapped
from kg.national import CLOSENESS, NationalLevel
from ontology.mappings import Target
from retrieval.frame import QueryFrame

_REQUIRING = frozenset({"requirement", "threshold", "not_required"})
_OF_ONE_PLACE = frozenset({"cell", "heading", "section"})
"""Ways of finding that give the clauses of one place; others gather clauses from many."""
_ONLY_NAMED = 6
"""The most subjects that are named without their clauses."""


def find_national(frame: QueryFrame, shelf: Shelf, level: NationalLevel, default: str | None) -> Finding | None:
    """Answer what a document asks for something national, or refuse what no text pairs; None for other questions.

    Args:
        frame: The question.
        shelf: The clauses.
        level: What is proposed and known of the national level.
        default: The document meant where the question names none.
    """
    if not frame.national_targets:
        return None
    documents = frame.documents if frame.documents_named or default is None else (default,)
    paired = find_pairing(frame, shelf, level, documents)
    if paired is not None and paired.refusal is not None and (absent := find_absent(frame, shelf)) is not None:
        return replace(paired, refusal=absent.refusal, alternatives=absent.alternatives)
    items = [one for one in frame.national if not one.startswith("tier:")]
    return paired if paired is not None or not items else _requirements(frame, shelf, level, items, documents)


def beside(frame: QueryFrame, finding: Finding, level: NationalLevel) -> Finding:
    """The finding with what is worth knowing of the national level beside it.

    The clauses of one subdomain get its scenarios; a question for a national tier that the texts cannot answer gets
    what publications say of it. Counts, lists, figures and definitions are left alone.
    """
    asides: tuple[Aside, ...] = ()
    if finding.refusal is not None and not finding.asides and finding.refusal.reason == "not_in_sources":
        asides = known_of_tiers(frame, level)
    elif finding.status == "answered" and finding.query in _OF_ONE_PLACE and frame.intent != "count":
        asides = _of_one_subject(frame, finding, level)
    return replace(finding, asides=asides) if asides else finding


def _of_one_subject(frame: QueryFrame, finding: Finding, level: NationalLevel) -> tuple[Aside, ...]:
    """The counterparts of the one subdomain (or element) that all clauses of the answer belong to."""
    quoted = {one.id for section in finding.sections if not section.heading for one in section.quoted}
    required = {one.id for section in finding.sections for one in section.quoted if one.kind == "requirement"}
    if not quoted & required:
        return ()
    subjects = dict.fromkeys(row.claim.subject for row in level.rows)
    around = [one for one in subjects if quoted <= level.clauses_of(one)]
    if not around:
        return ()
    subject = min(around, key=lambda one: len(level.clauses_of(one)))
    targets: tuple[Target, ...] = ("scenarios", "maturity") if "maturity" in frame.national_targets else ("scenarios",)
    found = [[row for row in level.of(subject, target) if row.claim.matches][:SHOWN] for target in targets]
    return tuple(counterparts(rows, frame.language) for rows in found if rows)


def _requirements(
    frame: QueryFrame, shelf: Shelf, level: NationalLevel, items: Sequence[str], documents: Sequence[str]
) -> Finding:
    """The clauses of what corresponds most closely; refused where nothing does but what is merely related."""
    reaching = [row for item in items for row in level.reaching(item)]
    rows = [row for row in reaching if belongs(row, documents, shelf, level)]
    named = "、".join(_said(level.name_of(item), frame) for item in items)
    chosen = _closest(rows, level)
    sections, clauses = _sections(chosen, frame, shelf, level, documents)
    others = [row for row in rows if row.claim.predicate not in STRONG][:_ONLY_NAMED]
    hints = _hints([row for row in reaching if row not in rows and row.claim.predicate in STRONG], frame, shelf)
    if not sections:
        message = f"现有文件没有写明{named}对应哪些要求，也推定不出近似或部分对应的内容。"
        return replace(
            not_in_sources(message, hints), query="national", asides=(origins(named, chosen, others, frame.language),)
        )
    asked = [clause for clause in clauses if clause.kind != "not_required"] or clauses
    return Finding(
        "answered",
        sections,
        result={"kind": "clauses", "ids": [clause.id for clause in asked]},
        alternatives=(*_default_note(frame, shelf, documents), *hints),
        query="national",
        asides=(origins(named, chosen, others, frame.language),),
    )


def _closest(rows: Sequence[Mapped], level: NationalLevel) -> list[Mapped]:
    """The rows of the closest relation; of two where one holds the other's clauses, the narrower."""
    strong = [row for row in rows if row.claim.predicate in STRONG]
    rank = min((CLOSENESS[row.predicate] for row in strong), default=0)
    best = [row for row in strong if CLOSENESS[row.predicate] == rank]
    held = {row.claim.subject: level.clauses_of(row.claim.subject) for row in best}
    return [row for row in best if not any(other and other < held[row.claim.subject] for other in held.values())]


def _sections(
    rows: Sequence[Mapped], frame: QueryFrame, shelf: Shelf, level: NationalLevel, documents: Sequence[str]
) -> tuple[tuple[Section, ...], tuple[Clause, ...]]:
    """A section for each subject and tier, led by how many clauses there are where there are several sections."""
    parts: list[Section] = []
    for subject in dict.fromkeys(row.claim.subject for row in rows):
        inside = _clauses(level.clauses_of(subject), frame, shelf, documents)
        name = next(row.subject.zh for row in rows if row.claim.subject == subject)
        for label in dict.fromkeys(clause.tier_label for clause in inside):
            quoted = tuple(clause for clause in inside if clause.tier_label == label)
            parts.append(Section(said=(_counted(name, label, quoted, shelf),), quoted=quoted))
    clauses = distinct(clause for part in parts for clause in part.quoted)
    if len(parts) < 2:
        return tuple(parts), clauses
    names = "".join(f"“{name}”" for name in dict.fromkeys(row.subject.zh for row in rows))
    asking = [clause for clause in clauses if clause.kind != "not_required"]
    titles = "".join(f"《{shelf.titles[one]}》" for one in dict.fromkeys(clause.document for clause in clauses))
    counted = f"（{force_counts(asking)}）" if asking else ""
    text = f"{titles}在{names}方面共有 {len(asking)} 条要求{counted}。"
    lead = Section(said=(Sentence(text, "composed", tuple(clause.id for clause in clauses)),))
    return (lead, *parts), clauses


def _clauses(ids: frozenset[str], frame: QueryFrame, shelf: Shelf, documents: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses that ask something, in reading order, of the documents, tiers and industry asked about."""
    within = [
        clause
        for clause in shelf.clauses
        if clause.id in ids
        and (not documents or clause.document in documents)
        and (not frame.tiers or clause.holds_for_any(frame.tiers))
        and (not frame.industry or clause.industry in (None, frame.industry))
    ]
    asking = tuple(clause for clause in within if clause.kind in _REQUIRING)
    return asking or tuple(clause for clause in within if clause.kind in RULING)


def _counted(name: str, label: str | None, quoted: Sequence[Clause], shelf: Shelf) -> Sentence:
    who = label or f"《{shelf.titles[quoted[0].document]}》"
    ids = tuple(clause.id for clause in quoted)
    if all(clause.kind == "not_required" for clause in quoted):
        return Sentence(f"{who}在“{name}”方面不做要求：原表该格为“{quoted[0].text}”。", "composed", ids)
    return Sentence(f"{who}在“{name}”方面有 {len(quoted)} 条要求：{force_counts(quoted)}。", "composed", ids)


def _said(name: tuple[str, str], frame: QueryFrame) -> str:
    return f"{name[1]} ({name[0]})" if frame.language == "en" else f"“{name[0]}”"


def _default_note(frame: QueryFrame, shelf: Shelf, documents: Sequence[str]) -> tuple[str, ...]:
    if frame.documents or len(documents) != 1:
        return ()
    return (f"问题未指明文件，按默认方案《{shelf.titles[documents[0]]}》回答（文本未说明其是否现行有效）。",)


def _hints(rows: Sequence[Mapped], frame: QueryFrame, shelf: Shelf) -> tuple[str, ...]:
    """Other documents with something that corresponds."""
    titles = dict.fromkeys(row.subject.document for row in rows if row.subject.document in shelf.titles)
    named = "、".join(f"《{shelf.titles[one]}》" for one in titles if one is not None)
    return (f"{named}里也有推定对应的内容，指明文件即可查看。",) if named and not frame.documents_named else ()
