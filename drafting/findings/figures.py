"""Questions for a figure: amounts, shares, periods. Answered from the quantities of the texts, or said to be absent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Sentence
from drafting.findings.figure_telling import Figure, around, finding_of, phrase_of, told
from drafting.findings.measures import asked_measure, figures_of, is_measurable, rows_asked
from drafting.findings.refusals import not_in_sources
from drafting.findings.rules.answering import is_of_added
from drafting.findings.spoken_figures import spoken_quantities
from drafting.findings.starting import find_start
from drafting.findings.units import PERIODS, asks_date, asks_figure, units_asked
from drafting.shelf import Shelf
from retrieval.filters import Filters
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, share, without
from retrieval.search import Hit

_IDLE = re.compile(
    r"最迟|最晚|最早|最快|截止|不低于|不少于|不超过|不高于|不大于|不小于|多少|至少|最低|最多|最长|最高|不能|不得|少于|低于|超过|要求|需要|要达到|达到|应该|规定|什么|几年|几个月|总共|一共|最少|砸|花|掏|拿出|投入|起点|起步|底线|起码"
    r"|百分之几|分别|各自|上的|方面|指标值?|数值|万元|项目|企业|工厂|车间|的|是|要|到|吗|呢|有|个|和|与|了|请问|必须|应|得|就|能|够|门槛|差|须|需|满|\d+"
)
_WHETHER = re.compile(r"有没有|有无|是否|是不是|吗|还是")
_EACH = re.compile(r"分别|各(?:自|是|要)|\brespectively\b|\beach\b")
_GENERIC = re.compile(r"总?投资总?额?|金额|总额|额度|资金|钱|占比?|比例|时间|周期|年限|期限")
_ASKING = re.compile(
    r"多少|多大|几|百分之|哪|什么时候|何时|有没有|有无|是否|最低|最少|至少|门槛|上限|下限|不低于|不少于|不超过"
)
_NAMES_MEASURE = re.compile(
    r"(?:率|占比|总额|周期|年限|期限|总投资|投资额)(?:上)?(?:的)?(?:指标|要求|标准|目标|数)?值?[？?。]?$"
)
_IMPROVES = re.compile(r"提高|提升|降低|怎么|怎样|如何|为什么|为何|哪些")
"""Words of a question about a measurable thing that asks for no figure of it."""
_OF_MONEY_UNSAID = re.compile(
    r"\b(?:subsid\w+|bonus\w*|fees?|salar\w+|wages?|revenue|turnover|profits?|tax\w*|penalt\w+|fined?|prices?"
    r"|registered capital)\b"
)
_PLAIN_MATCH = 3.0
"""Pairs of characters shared, from which a figure of another document than the default one answers."""
_SAME_WORDS = 0.5
_FEWEST_SHARED = 2.0
_NAMES_IT = 1.4
_HEAD_LENGTH = 3
_SHARED_ENOUGH = 4
"""Pairs of characters shared, from which a figure is the one meant though its last words are others (or misspelt)."""
_NEAREST = 4
"""How many of the nearest clauses may hold the figure that a question asks for in words of its own."""
_CANDIDATES = 60
"""How many of the nearest clauses are looked through for a figure of the unit asked."""
_ENGLISH = {
    "how long": "建设周期 期限",
    "total investment": "总投资",
    "investment": "投资",
    "software and hardware": "软硬件",
    "hardware and software": "软硬件",
    "share": "占 比例",
    "ratio": "占 比例",
    "percentage": "占 比例",
    "construction period": "建设周期",
    "period": "周期",
    "acceptance": "验收",
    "collection rate": "数采率",
    "automatic control": "自控投用率",
    "penetration": "普及率",
    "tools": "工具",
    "market share": "市场占有率",
    "copies": "一式 份",
    "how many years": "建设周期 不超过",
    "completion": "完成后",
    "apply": "申请",
}
Search = Callable[[Filters, int], list[Hit]]


def find_figure(frame: QueryFrame, shelf: Shelf, search: Search) -> Finding | None:
    """Answer with the figure that fits the question; refuse where the texts give none."""
    if (start := find_start(frame, shelf)) is not None:
        return start
    if (plain := _of_measure(frame, shelf)) is not None:
        return plain
    if not asks_figure(frame):
        return _measured(frame, shelf, search)
    units = PERIODS if asks_date(frame) else units_asked(frame.text)
    figures = _figures(frame, shelf, search, units)
    if not figures and not frame.documents_named and frame.documents:
        elsewhere = _best(frame, search(Filters(), _CANDIDATES), units)
        fits = elsewhere is not None and elsewhere.score >= _PLAIN_MATCH and _of_asked_track(elsewhere, frame)
        figures = [elsewhere] if elsewhere is not None and fits else []
    if not figures:
        figures = _nearest(frame, search, units)
    figures = [one for one in figures if _on_topic(one, frame, shelf)]
    if not figures and not units and not asks_date(frame):
        return None
    if not figures and (otherwise := _in_another_unit(frame, shelf, search, units)) is not None:
        return otherwise
    if not figures:
        what = _subject(frame)
        where = "、".join(f"《{shelf.titles[one]}》" for one in frame.documents) or "现有文件"
        return not_in_sources(f"{where}没有给出{what}。")
    return finding_of(figures, shelf)


def _of_measure(frame: QueryFrame, shelf: Shelf) -> Finding | None:
    """Every figure that the added documents named give of what the question measures, a line for each tier."""
    if not is_of_added(frame, shelf) or frame.premise or frame.intent == "yes_no" or _IMPROVES.search(frame.about):
        return None
    measure = asked_measure(frame, shelf)
    rows = [row for document in frame.documents for row in rows_asked(frame, shelf, document)]
    units = units_asked(frame.text)
    wanted = is_measurable(measure) or (measure and units and asks_figure(frame))
    figures = figures_of(rows, measure, units) if wanted else []
    return finding_of(figures, shelf) if figures else None


def _on_topic(figure: Figure, frame: QueryFrame, shelf: Shelf) -> bool:
    """Whether a figure is of the subdomain that the question names, where its document has them."""
    if not frame.subdomains or not shelf.tiers(figure.clause.document):
        return True
    return str(figure.clause.subdomain_no) in frame.subdomains


def _nearest(frame: QueryFrame, search: Search, units: tuple[str, ...]) -> list[Figure]:
    """All figures of the unit asked in the nearest clause that has one, where the question names place but no measure.

    A question in Chinese that says of what (注册资本) wants that and no other; one in English says it in other words.
    """
    of_what = frame.language == "zh" and _head(without(frame.about, (*frame.tracks, *frame.tiers)))
    if not units or of_what or _OF_MONEY_UNSAID.search(frame.text) or not (frame.documents_named or frame.tracks):
        return []
    limits = Filters(documents=frame.documents, tracks=frame.tracks, kinds=("requirement", "threshold", "step"))
    for hit in search(limits, _NEAREST):
        found = [one for one in spoken_quantities(hit.clause) if one.unit in units]
        if found:
            return [Figure(hit.clause, one, 1 / hit.rank) for one in found]
    return []


def _in_another_unit(frame: QueryFrame, shelf: Shelf, search: Search, units: tuple[str, ...]) -> Finding | None:
    """That what is asked has no figure of the unit asked, with the figure that it does have; None where it has none."""
    if not units or len(frame.tracks) != 1 or frame.tiers or frame.premise:
        return None
    stated = _figures(frame, shelf, search, ())
    if not stated or stated[0].score < _NAMES_IT or stated[0].quantity.unit in units:
        return None
    found = finding_of(stated[:1], shelf)
    text = f"没有写以{units[0]}计的数值，写的是：{told(stated[0], shelf)}"
    if not _WHETHER.search(frame.text):
        return not_in_sources(text)
    said = Sentence(text, "composed", (stated[0].clause.id,))
    return replace(found, sections=(replace(found.sections[0], said=(said,)),), result=None)


def _measured(frame: QueryFrame, shelf: Shelf, search: Search) -> Finding | None:
    """The figure of something measurable that the question only names (自控投用率的指标); None where there is none."""
    measured = frame.intent in ("lookup", "definition") and not frame.premise
    if not measured or not _NAMES_MEASURE.search(frame.text) or _IMPROVES.search(frame.text):
        return None
    figures = _figures(frame, shelf, search, units_asked(frame.text))
    return finding_of(figures, shelf) if figures and figures[0].score > _FEWEST_SHARED else None


def _figures(frame: QueryFrame, shelf: Shelf, search: Search, units: tuple[str, ...]) -> list[Figure]:
    """The figure that fits, for each track that the question names; for every track where it names none of them."""
    if frame.tracks:
        each = (
            _best(frame, search(Filters(documents=frame.documents, tracks=(track,)), _CANDIDATES), units)
            or _only(shelf, frame, track, units)
            for track in frame.tracks
        )
        found = [figure for figure in each if figure]
        return _beside(found[0], units) if len(found) == 1 and _EACH.search(frame.about) else found
    best = _best(frame, search(Filters(documents=frame.documents, tiers=frame.tiers), _CANDIDATES), units)
    if best is None and frame.documents_named:
        tracks = _tracks(shelf, frame.documents)
        return [figure for track in tracks if (figure := _only(shelf, frame, track, units))]
    if best is None or best.clause.track is None or best.clause.kind != "threshold":
        return [best] if best else []
    tracks = _tracks(shelf, (best.clause.document,))
    return [figure for track in tracks if (figure := _like(best, track, shelf))]


def _beside(figure: Figure, units: tuple[str, ...]) -> list[Figure]:
    """All figures of the units asked in a figure's clause, in the order of the text."""
    return [replace(figure, quantity=one) for one in spoken_quantities(figure.clause) if not units or one.unit in units]


def _tracks(shelf: Shelf, documents: Sequence[str]) -> list[str]:
    """The alternatives of documents that state entry conditions, in reading order."""
    rows = [one for document in documents for one in shelf.of(document, kinds=("threshold",))]
    return list(dict.fromkeys(one.track for one in rows if one.track))


def _only(shelf: Shelf, frame: QueryFrame, track: str, units: tuple[str, ...]) -> Figure | None:
    """The one length of time that a track states, however the question words it."""
    if not set(units) & set(PERIODS):
        return None
    found = [
        Figure(clause, quantity, 1.0)
        for clause in shelf.of(kinds=("requirement", "threshold"))
        for quantity in spoken_quantities(clause)
        if clause.track == track and clause.document in frame.documents and quantity.unit in units
    ]
    return found[0] if len(found) == 1 else None


def _like(best: Figure, track: str, shelf: Shelf) -> Figure | None:
    """The figure that another track states in the same words."""
    words = around(best.clause, best.quantity)
    found = [
        Figure(clause, quantity, share(around(clause, quantity), words))
        for clause in shelf.of(best.clause.document, kinds=("threshold",))
        for quantity in spoken_quantities(clause)
        if clause.track == track and quantity.unit == best.quantity.unit
    ]
    alike = max(found, key=lambda figure: figure.score, default=None)
    return alike if alike and alike.score >= _SAME_WORDS else None


def _subject(frame: QueryFrame) -> str:
    left = _IDLE.sub(" ", frame.text).split()
    return f"“{frame.question.strip('？?。 ')}”所问的数值或日期" if left else "所问的数值"


def _best(frame: QueryFrame, hits: Sequence[Hit], units: tuple[str, ...]) -> Figure | None:
    """The quantity whose own words share most with the question; those of the asked unit only."""
    about = without(frame.about, (*frame.tracks, *frame.tiers))
    asked = pairs(_IDLE.sub(" ", " ".join([about, *(zh for en, zh in _ENGLISH.items() if en in frame.text)])))
    of_things = bool(units) and not {"万元", "%", "天"} & set(units)
    head = frozenset() if of_things else _head(about)
    found: list[Figure] = []
    for hit in hits:
        for quantity in spoken_quantities(hit.clause):
            if units and quantity.unit not in units:
                continue
            stated = pairs(f"{_measure(hit.clause)} {around(hit.clause, quantity)}")
            shared = asked & stated
            if (shared or (units and not asked)) and (not head or head & stated or len(shared) >= _SHARED_ENOUGH):
                plainly = pairs(phrase_of(hit.clause, quantity))
                others = len(plainly - asked) / (1 + len(plainly))  # the plainest statement of what is asked
                found.append(Figure(hit.clause, quantity, len(shared) - 0.5 * others + 1 / (10 + hit.rank)))
    return max(found, key=lambda figure: figure.score, default=None)


def _measure(clause: Clause) -> str:
    """What a cell of a table that holds no more than a figure is a figure of: the name of its row (联网率)."""
    alone = len(clause.quantities) == 1 and len(clause.plain) <= len(clause.quantities[0].text) + _HEAD_LENGTH
    return (clause.subdomain or clause.element or "") if alone else ""


def _of_asked_track(figure: Figure, frame: QueryFrame) -> bool:
    """Whether a figure of one alternative is asked for: a question about 未来工厂 wants none of 智能工厂."""
    return figure.clause.track is None or figure.clause.track in frame.text


def _head(asked: str) -> frozenset[str]:
    """The words before 多少 or 几 that say what the figure must be of; a unit's own words (投资, 比例) say nothing.

    >>> sorted(_head("企业的注册资本要多少")), sorted(_head("软硬件投资不低于多少"))
    (['册资', '资本'], ['硬件', '软硬'])
    """
    at = _ASKING.search(asked)
    before = _IDLE.sub(" ", asked[: at.start()] if at else "").split()
    of = _GENERIC.sub(" ", before[-1]).split() if before else []
    return pairs(of[-1][-_HEAD_LENGTH:]) if of else frozenset()
