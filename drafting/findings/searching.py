"""Whatever no exact way answers: the clauses that search finds, quoted; refused where nothing is near enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.refusals import out_of_scope
from drafting.findings.selection import filters_of
from drafting.shelf import RULING, Shelf
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.search import Hit

_SHOWN = 4
_KINDS = (*sorted(RULING), "abbreviation", "form_field")
Search = Callable[[Filters, int], list[Hit]]


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a question must lie to the texts, in cosines of the embedder; chosen on the development questions.

    Attributes:
        foreign: Below it, a question that names nothing of the field is of another topic.
    """

    foreign: float = 0.84


def find_by_search(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, similarity: Callable[[], float], nearness: Nearness
) -> Finding:
    """Answer with the best clauses, the default document's first where the question names none."""
    if not known_topic(frame) and similarity() < nearness.foreign:
        return out_of_scope()
    limits = filters_of(frame, capabilities)
    hits = search(limits, _SHOWN) or search(Filters(documents=frame.documents, tiers=frame.tiers), _SHOWN)
    hits = [hit for hit in hits if hit.clause.kind in _KINDS]
    if not hits:
        return out_of_scope()
    clauses = tuple(hit.clause for hit in hits)
    said = Sentence(_lead(clauses), "composed", tuple(clause.id for clause in clauses))
    return Finding(
        "answered",
        (Section(said=(said,), quoted=clauses),),
        result={"kind": "clauses", "ids": [clause.id for clause in clauses]},
        alternatives=_other_readings(clauses),
        query="search",
        summarise=True,
    )


def known_topic(frame: QueryFrame) -> bool:
    """Whether a question names something of the field."""
    return bool(
        frame.documents_named or frame.tiers or frame.tracks or frame.names_capability or frame.systems or frame.technologies
    )


def _lead(clauses: Sequence[Clause]) -> str:
    first = clauses[0]
    parts = [part for part in (first.tier_label, first.track, first.subdomain or first.element or first.domain) if part]
    where = "“" + "·".join(parts) + "”" if parts else f"{first.section} 节" if first.section else "正文"
    return f"最相关的条款在{where}，按相关程度列出 {len(clauses)} 条。"


def _other_readings(clauses: Sequence[Clause]) -> tuple[str, ...]:
    tiers = list(dict.fromkeys(clause.tier_label for clause in clauses if clause.tier_label))
    return (f"所列条款涉及{'、'.join(tiers)}；指明等级可缩小范围。",) if len(tiers) > 1 else ()


