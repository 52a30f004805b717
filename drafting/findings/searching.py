"""Whatever no exact way answers: the clauses that search finds, quoted; refused where nothing is near enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence, distinct
from drafting.findings.assertions import confirmed, stated_otherwise
from drafting.findings.cells import find_cells
from drafting.findings.refusals import not_in_sources, out_of_scope
from drafting.findings.selection import filters_of
from drafting.shelf import RULING, Shelf
from drafting.wording import place
from ontology.vocabulary import Scheme
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.overlap import share, without
from retrieval.search import Hit

_ASSERTING = re.compile(
    r"对吧|是吧|对不对|没错吧|是这样吧|对吗|是吗|不是吗|为什么|为何|凭什么|既然|听说"
    r"|[，,].{0,3}(?:依据|根据).*|(?:依据|根据)(?:的是|的)?(?:哪|什么)(?:一)?(?:条款|条|款|规定|文件)?"
    r"|可做可不做|可有可无|(?:只|仅|不过)是?个?(?:建议|推荐|可选)|选做|必选项?|必做|一定"
    r"|必须|要求|应该|需要|不能|也?[要得](?:建设?|上|搞|做|配)?|就|都|还|也"
)
_SUPPORTED = 0.34
_SAID_ELSEWHERE = 0.5
_LOOKED_THROUGH = 30
_NO_WORDS = re.compile(r"[^一-鿿a-z]*[a-z]*[^一-鿿a-z]*|<.*")
"""A question without a Chinese character and with less than two Latin words, or one that is markup."""
_SURE, _LIKELY = 0.6, 0.4
"""How likely a subdomain must be to be taken without a hit in it, and to say that a tier asks nothing there."""
_ALIKE = 2
"""Pairs of characters that an asserted figure's question shares with the clause that gives another figure."""
_SAYS = re.compile(r"[一-鿿]{2}")
_ASKS_TIER = re.compile(r"哪一?(?:个)?(?:[级档]|等级|级别)|\bwhich (?:tier|level)\b")
_POLICY = re.compile(r"补贴|补助|奖励|奖补|资金|申报|认定|验收|评审|政策|有效期|复核|公示|工厂|车间|智能制造")
_SHOWN = 4
_SHOWN_OF_OTHERS = 2
_KINDS = (*sorted(RULING), "abbreviation", "form_field")


class Search(Protocol):
    """Searches with one question."""

    def __call__(self, filters: Filters, top: int) -> list[Hit]:
        """The best hits within limits."""
        ...

    def similarity(self) -> float:
        """The cosine of the question with the nearest text."""
        ...

    def likeliest_topic(self) -> tuple[str | None, float]:
        """The printed number of the subdomain that the question is likeliest about, and how likely it is."""
        ...


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a question that names nothing of the field must lie to the texts, in cosines of the embedder.

    Chosen on the development questions.

    Attributes:
        chinese, english: Below it, the question is of another topic. The embedder tells topics of English questions
            apart badly, so these must also share a word with the vocabularies.
    """

    chinese: float = 0.9025
    english: float = 0.845


def find_by_search(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, nearness: Nearness, default: str | None
) -> Finding:
    """Answer with the best clauses, the default document's first where the question names none."""
    if is_far(frame, search, nearness):
        return not_in_sources("现有文件没有写这方面的内容。") if _POLICY.search(frame.text) else out_of_scope()
    guessed = _guessed_cell(frame, shelf, capabilities, search, default)
    clauses = confirmed(frame, shelf) if frame.premise else ()
    clauses = clauses or _best(frame, shelf, capabilities, search, default)
    if guessed is not None:
        return _with_others(guessed, clauses)
    if not clauses:
        return out_of_scope()
    if frame.premise and not confirmed(frame, shelf) and _unsupported(frame, shelf, clauses):
        if (other := _of_other_tier(frame, shelf, search)) is not None:
            return other
        if figures := stated_otherwise(frame, clauses, shelf, _ALIKE):
            return _corrected(figures, shelf)
        hints = tuple(f"最接近的条款：{place(clause, shelf.titles)}。" for clause in clauses[:2])
        return not_in_sources("现有文件里没有这样的说法。", hints)
    said = Sentence(_lead(clauses), "composed", tuple(clause.id for clause in clauses))
    return Finding(
        "answered",
        (Section(said=(said,), quoted=clauses),),
        result={"kind": "clauses", "ids": [clause.id for clause in clauses]},
        alternatives=_other_readings(clauses),
        query="search",
    )


def is_far(frame: QueryFrame, search: Search, nearness: Nearness) -> bool:
    """Whether a question that names nothing of the field is of another field by its meaning too."""
    if known_topic(frame):
        return False
    if _NO_WORDS.fullmatch(frame.text) or (frame.language == "en" and not frame.field_words):
        return True
    return search.similarity() < (nearness.chinese if frame.language == "zh" else nearness.english)


def _corrected(figures: Sequence[tuple[str, tuple[str, ...]]], shelf: Shelf) -> Finding:
    """What is asserted with another figure than the texts have."""
    said = tuple(Sentence(text, "composed", ids) for text, ids in figures)
    quoted = distinct(shelf.by_id[one] for _, ids in figures for one in ids)
    texts = tuple(text for text, _ in figures)
    return Finding("corrected", (Section(said=said, quoted=quoted),), corrections=texts, query="premise")


def _of_other_tier(frame: QueryFrame, shelf: Shelf, search: Search) -> Finding | None:
    """What the question asserts of one tier, where only a higher tier of the same document says it."""
    if len(frame.tiers) != 1 or len(frame.documents) != 1 or frame.negated:
        return None
    document, tier = frame.documents[0], shelf.tier(frame.documents[0], frame.tiers[0])
    order = [one.code for one in shelf.tiers(document)]
    if tier is None:
        return None
    asserted = _asserted(frame, shelf)
    higher = order[order.index(tier.code) + 1 :]
    for hit in search(Filters(documents=(document,), kinds=("requirement",)), _LOOKED_THROUGH):
        one = hit.clause
        if one.tier not in higher or share(asserted, f"{one.subdomain} {one.plain}") < _SAID_ELSEWHERE:
            continue
        cell = shelf.cell(document, str(one.subdomain_no), tier.code)
        empty = bool(cell) and cell[0].kind == "not_required"
        there = f"{tier.label}在“{one.subdomain}”方面{'不做要求' if empty else '没有这样的条款'}"
        text = f"前提不成立：{there}；这是{one.tier_label}的要求（{place(one, shelf.titles)}）。"
        basis = distinct((*(cell if empty else ()), one))
        said = Sentence(text, "composed", tuple(clause.id for clause in basis))
        return Finding("corrected", (Section(said=(said,), quoted=basis),), corrections=(text,), query="premise")
    return None


def _unsupported(frame: QueryFrame, shelf: Shelf, clauses: Sequence[Clause]) -> bool:
    """Whether none of the clauses has the words of what the question asserts."""
    asserted = _asserted(frame, shelf)
    return all(share(asserted, clause.plain) < _SUPPORTED for clause in clauses)


def _asserted(frame: QueryFrame, shelf: Shelf) -> str:
    """The question without the names of tiers and tracks and the words that assert."""
    names = [tier.label for document in frame.documents for tier in shelf.tiers(document)]
    short = [name.removeprefix("省级") for name in names]
    return _ASSERTING.sub(" ", without(frame.text, (*names, *short, *frame.tracks)))


def known_topic(frame: QueryFrame) -> bool:
    """Whether a question names something of the field."""
    if _ASKS_TIER.search(frame.text):
        return True
    return frame.documents_named or frame.names_capability or frame.names_object or bool(frame.tiers or frame.tracks)


def _guessed_cell(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, default: str | None
) -> Finding | None:
    """The cell of the tier asked about, where meaning points clearly at one subdomain of its document."""
    document = frame.documents[0] if len(frame.documents) == 1 else None
    asserts = frame.premise and not frame.negated
    if document is None or document != default or not frame.tiers or frame.names_capability or asserts:
        return None
    hits = search(Filters(documents=(document,), kinds=("requirement",)), 5)
    numbers = [str(hit.clause.subdomain_no) for hit in hits if hit.clause.subdomain_no is not None]
    if not numbers:
        return None
    topic, likely = search.likeliest_topic()
    sure = topic is not None and likely >= _SURE
    number = topic if topic is not None and (sure or numbers[:4].count(topic) > 1) else numbers[0]
    agreed = number == topic or numbers[:4].count(number) > 1
    cells = [shelf.cell(document, number, tier) for tier in frame.tiers]
    inside = any(hit.clause.holds_for_any(frame.tiers) and str(hit.clause.subdomain_no) == number for hit in hits)
    empty = any(cell and cell[0].kind == "not_required" for cell in cells)
    unlikely = number != topic or likely < _LIKELY
    if not agreed or not (inside or empty or sure) or (empty and unlikely):
        return None
    name = shelf.subdomain_name(document, number)
    note = f"按意思理解为能力子域“{name}”；如非所问，请指明能力子域。"
    found = find_cells(replace(frame, subdomains=(number,), systems=(), technologies=()), shelf, capabilities)
    return replace(found, alternatives=(note,), query="cell") if found else None


def _with_others(guessed: Finding, clauses: Sequence[Clause]) -> Finding:
    shown = {clause.id for section in guessed.sections for clause in section.quoted}
    others = tuple(clause for clause in clauses if clause.id not in shown)[:_SHOWN_OF_OTHERS]
    if not others:
        return guessed
    said = Sentence("意思相近的条款还有：", "composed", tuple(clause.id for clause in others))
    return replace(guessed, sections=(*guessed.sections, Section("其他相近条款", (said,), others)))


def _best(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, search: Search, default: str | None
) -> tuple[Clause, ...]:
    """The clauses to quote: per tier where tiers are compared; else the default document's, then what lies nearer."""
    limits = filters_of(frame, capabilities)
    if len(frame.tiers) > 1:
        hits = [hit for tier in frame.tiers for hit in search(replace(limits, tiers=(tier,)), _SHOWN_OF_OTHERS)]
    else:
        hits = search(limits, _SHOWN) or search(Filters(documents=frame.documents, tiers=frame.tiers), _SHOWN)
    if not frame.documents and default is not None:
        own = search(replace(limits, documents=(default,)), _SHOWN)
        foreign = [hit for hit in hits[:3] if hit.clause.document != default]
        first = own if hits and hits[0].clause.document == default else foreign[:1] + own
        hits = [*first[:1], *_of_nearest_topic(limits, capabilities, search, default), *first[1:_SHOWN], *foreign]
    return distinct(hit.clause for hit in hits if hit.clause.kind in _KINDS and _SAYS.search(hit.clause.plain))


def _of_nearest_topic(limits: Filters, capabilities: Scheme, search: Search, default: str) -> list[Hit]:
    """The best clauses of the subdomain whose everyday wordings lie nearest."""
    topic, _ = search.likeliest_topic()
    if topic is None or limits.subdomains or limits.domains:
        return []
    name = capabilities.concepts[topic].zh
    return search(replace(limits, documents=(default,), subdomains=(name,)), _SHOWN_OF_OTHERS)


def _lead(clauses: Sequence[Clause]) -> str:
    first = clauses[0]
    parts = [part for part in (first.tier_label, first.track, first.subdomain or first.element or first.domain) if part]
    where = "“" + "·".join(parts) + "”" if parts else _section(first.section)
    return f"最相关的条款在{where}，共列出 {len(clauses)} 条。"


def _section(section: str) -> str:
    """A place without a tier or capability: ``4.3 节``, ``第六条``, the text itself."""
    if not section:
        return "正文"
    return section if section.startswith("第") or "（" in section else f"{section} 节"


def _other_readings(clauses: Sequence[Clause]) -> tuple[str, ...]:
    tiers = list(dict.fromkeys(clause.tier_label for clause in clauses if clause.tier_label))
    return (f"所列条款涉及{'、'.join(tiers)}；指明等级可缩小范围。",) if len(tiers) > 1 else ()
