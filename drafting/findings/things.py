"""The things that questions count and list: what they are called, which rows name them, and how to gather them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.clause import Clause
from drafting.answer import distinct
from drafting.findings.sections import points_at
from drafting.findings.selection import select
from drafting.shelf import Shelf
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs


@dataclass(frozen=True, slots=True)
class Thing:
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


_STANDARD = re.compile(r"(?:GB|DB|ISO|IEC|JB|YD|SJ)[A-Z0-9]*(?:/[A-Z])?\s*[\d.]+(?:[—-]\d{4})?")


def _annex(clause: Clause) -> tuple[str | None]:
    return (clause.plain if clause.id.rsplit("/", 1)[-1].startswith("annex") else None,)


def _table(clause: Clause) -> tuple[str | None]:
    return (clause.plain if re.match(r"表\s*\d", clause.plain) else None,)


THINGS: tuple[Thing, ...] = (
    Thing(
        "不做要求的单元格",
        re.compile(
            r"[“\"]?/[”\"]?\s*(?:单元格|格|的)|(?:斜杠|斜线|空)(?:单元)?格|(?:斜杠|斜线)|不做要求的(?:格|单元格|条)|不作要求的格"
            r"|not.required cells?"
        ),
        ("not_required",),
        lambda clause: (clause.id,),
    ),
    Thing(
        "不做要求的能力子域",
        re.compile(
            r"(?:子域|方面|内容|地方|项).*(?:不做要求|不作要求|没有要求|没要求|不要求|不[用必]做|可以不[做管]|免做|免了)"
            r"|(?:不做要求|不作要求|没有要求|不要求|不[用必]做|可以不[做管]|免做).*(?:子域|方面|内容|项)"
            r"|not require"
        ),
        ("not_required",),
        lambda clause: (clause.subdomain,),
    ),
    Thing("能力子域", re.compile(r"子域|subdomains?"), ("requirement",), lambda clause: (clause.subdomain,)),
    Thing(
        "能力域",
        re.compile(r"能力域|领域|capability domains?|\bdomains?"),
        ("requirement",),
        lambda clause: (clause.domain,),
    ),
    Thing(
        "建设内容",
        re.compile(r"建设内容|内容项"),
        ("requirement",),
        lambda clause: (clause.label if clause.section.startswith("附件") else None,),
        "项",
    ),
    Thing(
        "要素",
        re.compile(r"(?<!风险)(?<!生产)(?<!数据)(?<!信息)(?<!资源)要素|\belements?"),
        ("requirement",),
        lambda clause: (clause.element,),
    ),
    Thing(
        "系统",
        re.compile(
            r"(?:哪些|什么|哪几[个种]|几[个种])(?:信息化?|业务|工业)?(?:系统|软件)"
            r"|\b(?:which|what|how many) (?:(?:software|information|it|business|industrial) )?(?:systems|software)\b"
        ),
        ("requirement", "threshold", "table_cell", "paragraph"),
        lambda clause: clause.systems,
    ),
    Thing(
        "技术",
        re.compile(
            r"(?:哪些|什么|哪几[个种项]|几[种项])(?:新|先进|信息|数字)?技术"
            r"|\b(?:which|what|how many) (?:new )?technolog"
        ),
        ("requirement", "threshold", "table_cell", "paragraph"),
        lambda clause: clause.technologies,
    ),
    Thing(
        "引用的标准",
        re.compile(
            r"引用.{0,8}(?:标准|国标|地标|文件)|(?:标准|国标|地标)[^，,。]{0,6}引用"
            r"|normative references?|(?:cite|refer)\w*\b.{0,20}standards?|standards?\b.{0,24}(?:cite|refer)"
        ),
        ("paragraph",),
        lambda clause: _STANDARD.findall(clause.plain) if _STANDARD.match(clause.plain) else (),
        "项",
    ),
    Thing("术语", re.compile(r"术语|\bterms?\b"), ("term",), lambda clause: (clause.label,)),
    Thing("缩略语", re.compile(r"缩略语|缩写|abbreviations?"), ("abbreviation",), lambda clause: (clause.label,)),
    Thing(
        "步骤",
        re.compile(r"步骤|几步|程序|环节.*申报|procedure|\bsteps?"),
        ("step",),
        lambda clause: clause.path[-1:],
        "步",
    ),
    Thing(
        "类型",
        re.compile(
            r"建设类型|项目类型|项目[^，,。]{0,4}(?:哪几|几|哪些)[类种个]|(?:几|哪些|哪几|多少)[种个类]?(?:模式|类型|项目|建设)|有哪些模式"
            r"|哪[两三四五六七八九十][种个类](?:模式|类型)|(?:模式|类型)(?:有|分|包括)(?:哪些|哪几|几)"
            r"|[两三四五六七八九十][种个类](?:模式|类型)(?:分别|都)?(?:叫|是哪|有哪)"
            r"|(?:which|what|how many|list|name)\b.{0,40}\b(?:types|modes)\b|\b(?:types|modes) (?:are|does)\b"
        ),
        ("requirement", "table_cell", "threshold"),
        lambda clause: (clause.track,),
        "种",
        free_of_tiers=True,
    ),
    Thing(
        "等级",
        re.compile(
            r"(?:几|哪几|多少|哪些)个?(?:等级|级别|级|档|层级)|[两三四五]个?(?:等级|级别|档)(?:分别|都)?(?:叫|是哪|有哪)"
            r"|(?:which|what|how many|list|name)\b.{0,20}\b(?:tiers?|levels?)\b"
        ),
        ("requirement",),
        lambda clause: (clause.tier_label,),
        free_of_tiers=True,
    ),
    Thing("表", re.compile(r"[几多少]+[个张]?表(?!格|示|述)|how many tables"), ("heading",), _table, "张"),
    Thing("附件", re.compile(r"附件(?!\s*(?:里|中|内|的|上|下面|之|\d|[一二三四]))|表格|annex"), ("heading",), _annex),
)
_MEASURED_TERMS = re.compile(r"[几多少]+[条个项](?:术语|缩略语|缩写|标准|附件)")
_BY_MEASURE = re.compile(r"(?:几|哪几|多少)种")
_MEASURED = re.compile(
    r"分别|包括|包含|分(?:成|为)?|一共|总共|共|有|是|都|的|里|中|了|说|写|列|给出|规定|划分|要求|哪|几|多少|种|什么|请问|各|支持|设|定"
)
CLAUSES = Thing(
    "要求",
    re.compile(r"条|要求|关键要素|要素|内容|requirements?|clauses?"),
    ("requirement", "threshold"),
    lambda clause: (clause.id,),
    "条",
)
_CLAUSE_MEASURE = re.compile(r"[几多少共]+\s*条(?!件)|条数|\b(?:requirement )?clauses?\b|\bhow many requirements\b")
_IN_ANNEX = re.compile(r"附件|附录|附表")
_PART_LENGTH = 4
_OF_TRACKS = re.compile(r"模式|类型|[各几五四]种|各类")
TYPES = next(thing for thing in THINGS if thing.name == "类型")
SUBDOMAINS = next(thing for thing in THINGS if thing.name == "能力子域")
COUNTED_NAMES = tuple(thing.name for thing in THINGS[2:])


def thing_asked(frame: QueryFrame) -> Thing | None:
    """What the question counts or lists; a measure word for clauses outranks the names of things."""
    text = frame.about
    of_others = THINGS[0].asked.search(text) or _MEASURED_TERMS.search(text)
    if frame.intent == "count" and _CLAUSE_MEASURE.search(text) and not of_others:
        return CLAUSES
    found = next((thing for thing in THINGS if thing.asked.search(text)), None)
    if found is not None:
        return found
    if _BY_MEASURE.search(text) and not pairs(_MEASURED.sub(" ", text)):
        return TYPES
    counts = frame.intent == "count" and re.search(r"[几多少](?:条|项|个要求)|要求|requirements?", text)
    lists = frame.intent == "list" and bool(frame.forces) and not frame.subdomains and not frame.names_object
    return CLAUSES if counts or lists else None


def rows_of(thing: Thing, frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> list[Clause]:
    """The rows that name things within the frame; where body and annex name the same kind, the body speaks."""
    limits = replace(frame, tiers=(), tracks=()) if thing.free_of_tiers else frame
    parts = parts_named(frame, shelf)
    limits = replace(limits, elements=(), domains=(), subdomains=()) if parts else limits
    rows = [
        clause
        for clause in select(limits, shelf, capabilities, thing.kinds)
        if any(thing.named(clause)) and points_at(frame, clause) and (not parts or parts & _parts_of(clause))
    ]
    if _IN_ANNEX.search(frame.about):
        rows = [clause for clause in rows if clause.section.startswith("附件")] or rows
    if thing is CLAUSES and not frame.tracks and _OF_TRACKS.search(frame.about):
        rows = [clause for clause in rows if clause.track] or rows
    body = [clause for clause in rows if not clause.section.startswith("附件")]
    return body if thing.distinct_names and len(items_of(thing, body)) > 1 and "附件" not in frame.text else rows


def parts_named(frame: QueryFrame, shelf: Shelf) -> frozenset[str]:
    """The parts of a document without tiers that the question calls by the document's own names for them."""
    if len(frame.documents) != 1 or shelf.tiers(frame.documents[0]):
        return frozenset()
    names = {name for clause in shelf.of(frame.documents[0]) for name in _parts_of(clause)}
    return frozenset(name for name in names if len(name) >= _PART_LENGTH and name.lower() in frame.about)


def _parts_of(clause: Clause) -> frozenset[str]:
    return frozenset(name for name in (clause.element, clause.domain, clause.subdomain) if name)


def items_of(thing: Thing, rows: Iterable[Clause]) -> list[str]:
    """The names of the things that the rows name."""
    names = [name for clause in rows for name in thing.named(clause) if name]
    return list(dict.fromkeys(names)) if thing.distinct_names else names


def showing(
    thing: Thing, items: Sequence[str], rows: Sequence[Clause], frame: QueryFrame, shelf: Shelf
) -> tuple[Clause, ...]:
    """The clauses that show the things: those that state the number or name them all, then the first row of each."""
    first: dict[str, Clause] = {}
    for clause in rows:
        for name in thing.named(clause):
            if name in items:
                first.setdefault(name or clause.id, clause)
    headed = _headed(thing, items, frame, shelf)
    shown = headed if len(headed) == len(items) else tuple(first.values())
    return distinct((*_stating(thing, items, frame, shelf), *shown))


def _headed(thing: Thing, items: Sequence[str], frame: QueryFrame, shelf: Shelf) -> tuple[Clause, ...]:
    """The headings that name the alternatives of a document."""
    if thing is not TYPES or frame.names_object:
        return ()
    names = tuple(f"{item}{end}" for item in items for end in ("", "。", "："))
    headings = (one for document in frame.documents for one in shelf.of(document, kinds=("heading",)))
    return tuple(one for one in headings if one.plain.strip() in names)


def _stating(thing: Thing, items: Sequence[str], frame: QueryFrame, shelf: Shelf) -> tuple[Clause, ...]:
    if not thing.distinct_names:
        return ()
    stated = re.compile(rf"(?<!\d){len(items)}\s*[个项种大]+(?:能力)?{re.escape(thing.name)}")
    found = [
        clause
        for clause in shelf.of(kinds=("paragraph", "lead"))
        if (not frame.documents or clause.document in frame.documents)
        and (not frame.tiers or clause.holds_for_any((None, *frame.tiers)))
        and (
            (stated.search(clause.plain) and any(item in clause.plain for item in items))
            or (len(items) > 2 and all(item in clause.plain for item in items))
            or (stated.search(clause.plain) and clause.holds_for_any(frame.tiers))
        )
    ]
    return tuple(sorted(found, key=lambda clause: clause.tier not in frame.tiers)[:2])


def counts_of(
    name: str, frame: QueryFrame, shelf: Shelf, capabilities: Scheme
) -> tuple[tuple[int, tuple[Clause, ...]], ...]:
    """How many things of a name (等级, 能力域 …) there are: within the frame, then in its documents as a whole.

    Each count comes with the clauses that show it; empty where there is no such thing.
    """
    thing = next((thing for thing in (*THINGS, CLAUSES) if thing.name == name), None)
    if thing is None:
        return ()
    bare = replace(frame, forces=(), systems=(), technologies=())
    found: list[tuple[int, tuple[Clause, ...]]] = []
    for limits in (bare, replace(bare, tiers=(), tracks=(), elements=(), domains=(), subdomains=())):
        items = items_of(thing, rows := rows_of(thing, limits, shelf, capabilities))
        if items:
            found.append((len(items), showing(thing, items, rows, limits, shelf)))
    return tuple(found)
