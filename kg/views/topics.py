"""Topics by documents: how much each document says of each capability subdomain, and how deeply it goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.clause import Clause, Force
from corpus.library import Document
from kg.views.filing import LIKELY, Filed, Filing
from kg.views.library import FORCE_WORDS, Library, same_name, short_names, titles_note
from kg.views.matters import MATTERS, binds, describes_a_grade, matter, sets_conditions, states_aims
from kg.views.table import View, ViewCell

Cells = Mapping[tuple[str, str], Sequence[tuple[Clause, Filed | None]]]
"""What stands in a row's cell, by the row's code and the document's id."""

_COUNTED: tuple[Force, ...] = ("shall", "should", "may", "encouraged")


def topics_view(library: Library, documents: Sequence[Document]) -> View:
    """The table of topics.

    Args:
        library: All documents; those that are not asked for still say what a subdomain's clauses are like.
        documents: The columns.
    """
    filing = Filing(library.vocabularies.capabilities, library.clauses, library.meaning)
    cells = _filled(filing, library, documents)
    concepts = library.vocabularies.capabilities.concepts
    rows = [
        _row(f"{code}.{concepts[code].zh}", code, documents, cells)
        for domain in _domains(library)
        for code in (*domain[1], domain[0])
        if code in filing.subdomains or any((code, document.meta.id) in cells for document in documents)
    ]
    named = [
        (ViewCell(row[0].text.replace(f"{code}.{concepts[code].zh}", f"{concepts[code].zh}（只到能力域）")), *row[1:])
        if (code := row[0].text.partition(".")[0]) not in filing.subdomains
        else row
        for row in rows
    ]
    others = [_other(name, key, documents, cells) for key, name in MATTERS.items()]
    total = _totals(filing.subdomains, documents, cells)
    columns = ("主题", *short_names(documents).values())
    return View(
        "topics", "主题与文件对照", columns, (*named, *others, total), (*_notes(cells, library), titles_note(documents))
    )


def _domains(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each domain's code with its subdomains' codes, in the order of the framework."""
    capabilities = library.vocabularies.capabilities
    for domain in capabilities.of_kind("CapabilityDomain"):
        yield domain.code, capabilities.narrower(domain.code)


def _filled(filing: Filing, library: Library, documents: Sequence[Document]) -> Cells:
    names = _grades(library)
    cells: dict[tuple[str, str], list[tuple[Clause, Filed | None]]] = defaultdict(list)
    for document in documents:
        whole = {clause.id: describes_a_grade(clause, names) for clause in document.clauses}
        asked = [one for one in document.clauses if binds(one) and not whole[one.id]]
        filed = dict(filing.file([one for one in asked if filing.stated(one) or not _elsewhere(one)]))
        for clause in document.clauses:
            if clause.kind in ("not_required", "lead", "paragraph") and not binds(clause) and not whole[clause.id]:
                filed[clause.id] = filing.stated(clause)
            for place in filed.get(clause.id, ()):
                cells[place.code, document.meta.id].append((clause, place))
            if not filed.get(clause.id):
                other = matter(clause, whole[clause.id])
                if other is not None:
                    cells[other, document.meta.id].append((clause, None))
    return cells


def _elsewhere(clause: Clause) -> bool:
    """Whether headings put a clause among aims, conditions, procedure or annexes, which are no capabilities."""
    if clause.kind == "requirement":
        return states_aims(clause) or sets_conditions(clause)
    return states_aims(clause) or matter(clause, False) != "scope"


def _grades(library: Library) -> frozenset[str]:
    """Names of all tiers and tracks of the library."""
    names = (name for clause in library.clauses for name in (clause.tier_label, clause.track) if name)
    return frozenset(same_name(name) for name in names)


def _row(name: str, code: str, documents: Sequence[Document], cells: Cells) -> tuple[ViewCell, ...]:
    return (ViewCell(name), *(_cell(cells.get((code, document.meta.id), ())) for document in documents))


def _other(name: str, code: str, documents: Sequence[Document], cells: Cells) -> tuple[ViewCell, ...]:
    """The row of what is no capability: how many clauses there are."""
    held = [[clause.id for clause, _ in cells.get((code, document.meta.id), ())] for document in documents]
    counts = (ViewCell(f"{len(ids)}条" if ids else "无", tuple(ids), float(len(ids))) for ids in held)
    return (ViewCell(name), *counts)


def _cell(filed: Sequence[tuple[Clause, Filed | None]]) -> ViewCell:
    clauses = [clause for clause, _ in filed]
    asking = [clause for clause in clauses if binds(clause)]
    inferred = tuple(clause.id for clause, place in filed if place is not None and place.inferred)
    parts = [depth(clauses)]
    if asking:
        parts.append(f"{len(asking)}条")
    parts += [f"按意思归入{len(inferred)}条"] if inferred else []
    forces = "".join(f"{FORCE_WORDS[force]}{count}" for force in _COUNTED if (count := _holding(asking, force)))
    tiers = len({clause.tier for clause in asking if clause.tier})
    named = len({code for clause in asking for code in clause.systems})
    numbers = sum(1 for clause in asking for one in clause.quantities if one.comparator != "=" or one.unit == "%")
    spared = len({clause.tier for clause in clauses if clause.kind == "not_required"}) if asking else 0
    more = (
        forces,
        f"{tiers}级" if tiers > 1 else "",
        f"不要求{spared}级" if spared else "",
        f"系统{named}" if named else "",
        f"数{numbers}" if numbers else "",
    )
    text = " ".join(parts) + ("".join(f"\n{line}" for line in (" ".join(one for one in more if one),) if line))
    return ViewCell(
        text, tuple(one.id for one in clauses), float(len(asking)), inferred=bool(inferred), likely=inferred
    )


def depth(clauses: Sequence[Clause]) -> str:
    """How deeply a document treats a topic: the scale that the view's notes explain."""
    asking = [clause for clause in clauses if binds(clause)]
    if not clauses:
        return "未提及"
    if not asking:
        return "不做要求" if any(one.kind == "not_required" for one in clauses) else "提及"
    level = "有要求"
    if len({clause.tier for clause in asking if clause.tier}) > 1:
        level = "分级有要求"
    elif len({clause.track for clause in asking if clause.track}) > 1:
        level = "分类有要求"
    stated = any(one.comparator != "=" or one.unit == "%" for clause in asking for one in clause.quantities)
    return f"{level}＋量化" if stated else level


def _holding(clauses: Iterable[Clause], force: Force) -> int:
    return sum(force in clause.forces for clause in clauses)


def _totals(subdomains: Sequence[str], documents: Sequence[Document], cells: Cells) -> tuple[ViewCell, ...]:
    reached = [
        sum(any(binds(one) for one, _ in cells.get((code, document.meta.id), ())) for code in subdomains)
        for document in documents
    ]
    counts = (ViewCell(f"{count} / {len(subdomains)}", value=float(count)) for count in reached)
    return (ViewCell("有要求的子域数"), *counts)


def _notes(cells: Cells, library: Library) -> tuple[str, ...]:
    inferred = sum(place is not None and place.inferred for filed in cells.values() for _, place in filed)
    unfiled = sum(len(filed) for (code, _), filed in cells.items() if code == "unfiled")
    return (
        "深度：未提及；提及（只有引导语或说明）；不做要求（印作“/”）；有要求；分级有要求（两个以上等级都有）；"
        "分类有要求（两个以上类型都有）；＋量化（写有比较或百分数）。",
        "第二行：写有应、宜、可、鼓励的条数（一条两种都写则各计一次，都没写的只计入总条数）；几级；点名的系统数；写有的数。",
        "归入办法：文件自己写明所属子域、标题就是子域的名称或别名、条文开头列明的，照文件；其余按意思归入，"
        f"把握在 {LIKELY:.0%} 以上（条文里有子域名称的可低些），共 {inferred} 处，在单元格里标明。",
        f"一条可以列明几个子域，则各计一次；把握不够的不归入，共 {unfiled} 条，列在“其他要求”。"
        + ("" if library.meaning is not None else "这一次没有向量，只照文件的标题归入。"),
    )
