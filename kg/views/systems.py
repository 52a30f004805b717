"""Systems and technologies by documents: which tier or track of which document names what, and how strongly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from corpus.clause import Clause, Force
from corpus.library import Document
from kg.views.library import FORCE_WORDS, Holders, Library, short_names, titles_note
from kg.views.naming import Namer, Naming, Scheme
from kg.views.table import View, ViewCell

_BLOCKS: dict[Scheme, str] = {"systems": "系统", "technologies": "技术"}
_APART = {"term": "（术语）", "form_field": "（附表）"}
_LISTED = "只列于缩略语表"
_PASSED = frozenset({"heading", "not_required"})
_GOVERNED: tuple[Force, ...] = ("shall", "should", "may", "encouraged")

Found = Mapping[tuple[Scheme, str], Mapping[str, Sequence[Naming]]]
"""Who names a thing, by document."""


def systems_view(library: Library, documents: Sequence[Document]) -> View:
    """The table of systems, and below it that of technologies.

    Args:
        library: The vocabularies.
        documents: The columns.
    """
    found = _found(library, documents)
    places = {document.meta.id: _Places(document) for document in documents}
    known = {"systems": library.vocabularies.systems, "technologies": library.vocabularies.technologies}
    rows = []
    for (kind, code), by in sorted(found.items(), key=_order):
        zh = known[kind].concepts[code].zh
        cells = (_cell(by.get(one.meta.id, ()), places[one.meta.id]) for one in documents)
        rows.append((ViewCell(_BLOCKS[kind]), ViewCell(code if code == zh else f"{code} {zh}"), *cells))
    columns = ("种类", "名称", *short_names(documents).values())
    return View(
        "systems",
        "各文件点名的系统与技术",
        columns,
        tuple(rows),
        (*_notes(found), titles_note(documents)),
    )


def _order(one: tuple[tuple[Scheme, str], Mapping[str, Sequence[Naming]]]) -> tuple[str, int, int, str]:
    """Systems before technologies; what most documents name first, then what most clauses name."""
    (kind, code), by = one
    return kind, -len(by), -sum(len(each) for each in by.values()), code


def _found(library: Library, documents: Sequence[Document]) -> Found:
    namer = Namer(library.vocabularies)
    found: dict[tuple[Scheme, str], dict[str, list[Naming]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for clause in document.clauses:
            if clause.kind not in _PASSED:
                for one in namer.namings(clause):
                    found[one.scheme, one.code][document.meta.id].append(one)
    return found


class _Places:
    """The tiers and tracks of a document in their order, and where each clause is counted."""

    def __init__(self, document: Document) -> None:
        self._holders = Holders(document.clauses)
        asking = [clause for clause in document.clauses if clause.kind in ("requirement", "threshold")]
        named = [clause for clause in asking if not self._holders.of(clause).startswith("（")]
        self._graded = 2 * len(named) >= len(asking)
        own = [self._holders.of(clause) for clause in document.clauses if clause.tier or clause.track]
        every = dict.fromkeys((*own, *(self._holders.of(clause) for clause in document.clauses)))
        self._ranks = {place: rank for rank, place in enumerate(every)}

    def of(self, clause: Clause) -> str:
        """The tier or track; what only defines, or is to be filled in; the chapter where most others have a tier."""
        if clause.kind in _APART:
            return _APART[clause.kind]
        place = self._holders.of(clause)
        return "" if place.startswith("（") and not self._graded else place

    def rank(self, place: str) -> int:
        """The place's rank: tiers and tracks first, in the text's order."""
        return self._ranks.get(place, len(self._ranks))


def _cell(namings: Sequence[Naming], places: _Places) -> ViewCell:
    """Per tier or track the forces of the sentences that name the thing."""
    used = [one for one in namings if one.clause.kind != "abbreviation"]
    if not used:
        return ViewCell(_LISTED if namings else "—", tuple(one.clause.id for one in namings))
    counts: dict[str, Counter[Force]] = defaultdict(Counter)
    for one in used:
        counts[places.of(one.clause)][one.force] += 1
    lines = [
        f"{place}：{_forces(counts[place])}" if place else _forces(counts[place])
        for place in sorted(counts, key=places.rank)
    ]
    ids = tuple(one.clause.id for one in used)
    return ViewCell("\n".join(lines), ids, float(len(ids)), used[0].words if len(used) == 1 else None)


def _forces(counts: Counter[Force]) -> str:
    governed = "".join(f"{FORCE_WORDS[force]}{counts[force]}" for force in _GOVERNED if counts[force])
    if not counts["none"]:
        return governed
    return f"{governed}另{counts['none']}" if governed else f"{counts['none']}条"


def _notes(found: Found) -> tuple[str, ...]:
    alone = sum(len(by) == 1 for by in found.values())
    return (
        "数字是点名的条数，前面的字是点名那一句的用词：应、宜、可、鼓励；只写条数的（另几），那一句没有这些词。"
        "一条里有几句点名的，取最强的。",
        "名称按词表归并（制造执行系统即 MES）；点了较窄的名称（工业机器人），较宽的（机器人）也记一次。",
        "括号里的不是等级或类型：（术语）是在定义里，其余是所在部分的标题。只列在缩略语表里、正文没有用的，另外写明。",
        f"共 {len(found)} 个名称，其中 {alone} 个只有一份文件点到。"
        "较高等级没有重复点名的，较低等级的仍然有效，不等于取消。",
    )
