"""How many, and which: clauses, capabilities, tiers, alternatives, steps, terms, cells without a requirement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence, distinct
from drafting.findings.selection import select
from drafting.shelf import Shelf
from drafting.wording import force_counts, joined
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_QUOTED_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that can be counted.

    ``named`` gives the names of the things that a row names; equal names are one thing where ``distinct_names``.
    """

    name: str
    asked: re.Pattern[str]
    kinds: tuple[str, ...]
    named: Callable[[Clause], Sequence[str | None]]
    measure: str = "个"
    distinct_names: bool = True
    free_of_tiers: bool = False


def _annex(clause: Clause) -> tuple[str | None]:
    return (clause.plain if clause.id.rsplit("/", 1)[-1].startswith("annex") else None,)


_THINGS: tuple[_Thing, ...] = (
    _Thing(
        "不做要求的单元格",
        re.compile(
            r"[“\"]?/[”\"]?\s*(?:单元格|格)|不做要求的(?:格|单元格|条)|不作要求的格"
            r"|not.required cells?"
        ),
        ("not_required",),
        lambda clause: (clause.id,),
    ),
    _Thing(
        "不做要求的能力子域",
        re.compile(
            r"(?:子域|方面|内容|地方|项).*(?:不做要求|不作要求|没有要求|没要求|不要求)"
            r"|(?:不做要求|不作要求|没有要求|不要求).*(?:子域|方面|内容|项)"
            r"|not require"
        ),
        ("not_required",),
        lambda clause: (clause.subdomain,),
    ),
    _Thing("能力子域", re.compile(r"子域|subdomains?"), ("requirement",), lambda clause: (clause.subdomain,)),
    _Thing(
        "能力域",
        re.compile(r"能力域|领域|capability domains?|\bdomains?"),
        ("requirement",),
        lambda clause: (clause.domain,),
    ),
    _Thing(
        "要素",
        re.compile(r"(?:能力|建设)要素|大要素|\belements?"),
        ("requirement",),
        lambda clause: (clause.element,),
    ),
    _Thing(
        "系统",
        re.compile(
            r"(?:哪些|什么|哪几[个种]|几[个种])(?:信息化?|业务|工业)?(?:系统|软件)|which systems|how many systems"
        ),
        ("requirement", "threshold", "table_cell", "paragraph"),
        lambda clause: clause.systems,
    ),
    _Thing(
        "技术",
        re.compile(r"(?:哪些|什么|哪几[个种项]|几[种项])(?:新|先进|信息|数字)?技术|which technolog"),
        ("requirement", "threshold", "table_cell", "paragraph"),
        lambda clause: clause.technologies,
    ),
    _Thing("术语", re.compile(r"术语|\bterms?\b"), ("term",), lambda clause: (clause.label,)),
    _Thing("缩略语", re.compile(r"缩略语|缩写|abbreviations?"), ("abbreviation",), lambda clause: (clause.label,)),
    _Thing(
        "步骤",
        re.compile(r"步骤|几步|程序|环节.*申报|procedure|\bsteps?"),
        ("step",),
        lambda clause: clause.path[-1:],
        "步",
    ),
    _Thing(
        "类型",
        re.compile(
            r"建设类型|项目类型|(?:几|哪些|哪几|多少)[种个类]?(?:模式|类型|项目|建设)|有哪些模式"
            r"|(?:几|哪几|多少)种|types?\b|modes?\b"
        ),
        ("requirement", "table_cell", "threshold"),
        lambda clause: (clause.track,),
        "种",
        free_of_tiers=True,
    ),
    _Thing(
        "等级",
        re.compile(r"(?:几|哪几|多少|哪些)个?(?:等级|级别|级|档|层级)|\btiers?\b|\blevels?\b"),
        ("requirement",),
        lambda clause: (clause.tier_label,),
        free_of_tiers=True,
    ),
    _Thing("附件", re.compile(r"附件|表格|annex"), ("heading",), _annex),
)
_CLAUSES = _Thing(
    "要求",
    re.compile(r"条|要求|关键要素|要素|内容|requirements?|clauses?"),
    ("requirement", "threshold"),
    lambda clause: (clause.id,),
    "条",
)
_CLAUSE_MEASURE = re.compile(r"[几多少共]+\s*条(?!件)|条数|\b(?:requirement )?clauses?\b|\bhow many requirements\b")
_NOT_COUNTED = re.compile(r"[几多少]+\s*(?:年|个月|月|天|日|万|元|家|倍|名|人|分|吨|小时)")


def find_count_or_list(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """Answer how many or which things there are within the frame's limits; None for questions of another kind."""
    if frame.intent not in ("count", "list") or _NOT_COUNTED.search(frame.text):
        return None
    thing = _thing(frame)
    if thing is None or not (frame.documents or frame.names_capability or frame.tracks):
        return None
    rows = _rows(thing, frame, shelf, capabilities)
    items = _items(thing, rows)
    if not items:
        return None
    basis = distinct((*_stating(thing, items, frame, shelf), *_basis(thing, rows)))
    return _count(frame, thing, items, basis, rows) if frame.intent == "count" else _list(frame, thing, items, basis)


def _thing(frame: QueryFrame) -> _Thing | None:
    """What the question counts or lists; a measure word for clauses outranks the names of things."""
    text = frame.text
    if frame.intent == "count" and _CLAUSE_MEASURE.search(text) and not _THINGS[0].asked.search(text):
        return _CLAUSES
    found = next((thing for thing in _THINGS if thing.asked.search(text)), None)
    if found is None and frame.intent == "count" and _CLAUSES.asked.search(text):
        return _CLAUSES
    return found


def _rows(thing: _Thing, frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> list[Clause]:
    """The rows that name things within the frame; where body and annex name the same kind, the body speaks."""
    limits = frame
    if thing.free_of_tiers:
        limits = replace(frame, tiers=(), tracks=())
    rows = [clause for clause in select(limits, shelf, capabilities, thing.kinds) if any(thing.named(clause))]
    body = [clause for clause in rows if not clause.section.startswith("附件")]
    return body if thing.distinct_names and len(_items(thing, body)) > 1 and "附件" not in frame.text else rows


def _items(thing: _Thing, rows: Sequence[Clause]) -> list[str]:
    names = [name for clause in rows for name in thing.named(clause) if name]
    return list(dict.fromkeys(names)) if thing.distinct_names else names


def _stating(thing: _Thing, items: Sequence[str], frame: QueryFrame, shelf: Shelf) -> tuple[Clause, ...]:
    """Clauses that themselves state the number or name every item."""
    if not thing.distinct_names:
        return ()
    stated = re.compile(rf"(?<!\d){len(items)}\s*[个项种大]+(?:能力)?{re.escape(thing.name)}")
    found = [
        clause
        for clause in shelf.of(kinds=("paragraph", "lead"))
        if (not frame.documents or clause.document in frame.documents)
        and (not frame.tiers or clause.tier in (None, *frame.tiers))
        and (stated.search(clause.plain) or (len(items) > 2 and all(item in clause.plain for item in items)))
    ]
    return tuple(sorted(found, key=lambda clause: clause.tier not in frame.tiers)[:2])


def counts_of(
    name: str, frame: QueryFrame, shelf: Shelf, capabilities: Scheme
) -> tuple[tuple[int, tuple[Clause, ...]], ...]:
    """How many things of a name (等级, 能力域 …) there are: within the frame, then in its documents as a whole.

    Each count comes with the clauses that show it; empty where there is no such thing.
    """
    thing = next((thing for thing in _THINGS if thing.name == name), None)
    if thing is None:
        return ()
    bare = replace(frame, forces=(), systems=(), technologies=())
    found: list[tuple[int, tuple[Clause, ...]]] = []
    for limits in (bare, replace(bare, tiers=(), tracks=(), elements=(), domains=(), subdomains=())):
        items = _items(thing, rows := _rows(thing, limits, shelf, capabilities))
        if items:
            found.append((len(items), distinct((*_stating(thing, items, limits, shelf), *_basis(thing, rows)))))
    return tuple(found)


COUNTED_NAMES = tuple(thing.name for thing in _THINGS[2:])


def _basis(thing: _Thing, rows: Sequence[Clause]) -> tuple[Clause, ...]:
    """A row for each thing: the first that names it."""
    first: dict[str, Clause] = {}
    for clause in rows:
        for name in thing.named(clause):
            first.setdefault(name or clause.id, clause)
    return distinct(first.values())


def _scope(frame: QueryFrame, rows: Sequence[Clause]) -> str:
    labels = list(dict.fromkeys(clause.tier_label for clause in rows if clause.tier_label and frame.tiers))
    tracks = list(dict.fromkeys(clause.track for clause in rows if clause.track and frame.tracks))
    places = list(dict.fromkeys(name for name in (*frame.elements, *frame.domains) if name))
    places += list(dict.fromkeys(clause.subdomain or "" for clause in rows if frame.subdomains))
    who = "、".join([*labels, *tracks])
    what = "、".join(f"“{name}”" for name in places if name)
    return f"{who}在{what}方面" if who and what else who or what


def _count(
    frame: QueryFrame, thing: _Thing, items: list[str], basis: tuple[Clause, ...], rows: Sequence[Clause]
) -> Finding:
    scope = _scope(frame, rows)
    repeated = len(rows) - len(items) if thing.kinds in (("term",), ("abbreviation",)) else 0
    doubled = f"（印出 {len(rows)} 行，有重复）" if repeated else ""
    detail = f"（{force_counts(rows)}）" if thing is _CLAUSES else doubled
    text = f"{scope + '共' if scope else '共'}有 {len(items)} {thing.measure}{thing.name}{detail}。"
    cited = rows if thing is _CLAUSES else basis
    said = Sentence(text, "composed", tuple(clause.id for clause in cited))
    named = "" if thing is _CLAUSES or thing.kinds == ("not_required",) else f"依次为：{joined(items)}。"
    more = (Sentence(named, "composed", said.citations),) if named else _by_tier(frame, rows)
    return Finding(
        "answered",
        (Section(said=(said, *more), quoted=tuple(cited[:_QUOTED_AT_MOST])),),
        result={"kind": "count", "value": len(items)},
        query="count",
    )


def _by_tier(frame: QueryFrame, rows: Sequence[Clause]) -> tuple[Sentence, ...]:
    """The count of each tier, where the question names several."""
    if len(frame.tiers) < 2:
        return ()
    groups: dict[str, list[str]] = {}
    for clause in rows:
        if clause.tier_label:
            groups.setdefault(clause.tier_label, []).append(clause.id)
    text = "其中" + "、".join(f"{label} {len(ids)} 条" for label, ids in groups.items()) + "。"
    return (Sentence(text, "composed", tuple(one for ids in groups.values() for one in ids)),)


def _list(frame: QueryFrame, thing: _Thing, items: list[str], basis: tuple[Clause, ...]) -> Finding:
    scope = _scope(frame, basis)
    joint = "的" if scope and not scope.endswith("方面") and not thing.name.startswith("不") else ""
    text = f"{scope}{joint}{thing.name}有 {len(items)} {thing.measure}：{joined(items)}。"
    said = Sentence(text, "composed", tuple(clause.id for clause in basis))
    return Finding(
        "answered",
        (Section(said=(said,), quoted=basis[:_QUOTED_AT_MOST]),),
        result={"kind": "set", "items": items},
        query="list",
    )
