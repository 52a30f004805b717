"""How many, and which: clauses, capabilities, tiers, alternatives, steps, terms, cells without a requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.residue import residue, speaking_of
from drafting.findings.things import CLAUSES, Thing, items_of, parts_named, rows_of, showing, thing_asked
from drafting.shelf import Shelf
from drafting.wording import FORCE_WORDS, force_counts, ids_of, joined
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.intents import asking_part

_QUOTED_AT_MOST = 60
_SHOWN = 3
_GENERAL = frozenset({"系统", "技术", "能力域", "能力子域", "要素", "建设内容", "要求"})
"""Things whose names are said of other things too (行业领域), or that are asked for of some topic."""
_NAMED_IN_CLAUSES = frozenset({"系统", "技术"})
_MANY_WORDS = 4
"""The pairs of characters beside all names from which a question is about more than what it names."""
_NOT_COUNTED = re.compile(r"[几多少]+\s*(?:年|个月|月|天|日|万|元|家|倍|名|人|分|吨|小时)")
_EVERY = re.compile(
    r"(?:三|各|每|所有|全部)(?:个)?(?:档|级|等级).{0,4}(?:都|均)|(?:都|均)(?:有|要求|提|涉及)|every tier|all three"
)
_DIFFERS = re.compile(r"(?:相差|差|多出?|少)了?(?:几|多少)\s*(?:条|项|个要求)")
_EACH = re.compile(r"各|分别|每")
_EACH_PART = re.compile(r"(?:各个?|每一?个|按|分)(?:能力)?子?域")
_NUMBERED = re.compile(r"[两三四五六七八九十\d]+[大个项种](?=能力|要素|等级|类型|建设|模式)")


def find_count_or_list(
    frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None = None
) -> Finding | None:
    """Answer how many or which things there are within the frame's limits; None for questions of another kind."""
    names_them = frame.intent in ("definition", "lookup") and _NUMBERED.search(frame.about) and not frame.premise
    if (frame.intent not in ("count", "list") and not names_them) or _NOT_COUNTED.search(frame.text):
        return None
    thing = thing_asked(frame)
    if thing is None:
        return None
    if not frame.documents and default is not None:
        frame = replace(frame, documents=(default,))
    rows = rows_of(thing, frame, shelf, capabilities)
    if not rows and frame.tracks and thing is not CLAUSES:
        thing, rows = CLAUSES, rows_of(CLAUSES, frame, shelf, capabilities)  # 要素 of a mode are its items
    if rows and not (rows := _spoken_of(thing, rows, frame, shelf, capabilities)):
        return None
    items = items_of(thing, rows)
    if len(frame.tiers) > 1 and thing.distinct_names and _EVERY.search(frame.about):
        items = _in_every_tier(thing, items, rows, frame)
        frame = replace(frame, tiers=())
    if not items:
        return _none_of_force(frame, shelf, capabilities) if thing is CLAUSES and frame.forces else None
    if thing is CLAUSES and len(frame.tiers) == 2 and frame.intent == "count" and _DIFFERS.search(frame.about):
        return _difference(frame, rows)
    basis = showing(thing, items, rows, frame, shelf)
    if frame.intent != "count":
        return _list(frame, thing, items, basis)
    if thing is CLAUSES and (others := _of_other_forces(frame, rows, shelf, capabilities)):
        return _count_of_force(frame, rows, others)
    return _count(frame, thing, items, basis, rows)


def _spoken_of(
    thing: Thing, rows: Sequence[Clause], frame: QueryFrame, shelf: Shelf, capabilities: Scheme
) -> list[Clause]:
    """The rows that have the words which the question adds to the names in it; all of them where it adds few.

    None are left of a question that is about something else than what can be counted here (哪些行业领域).
    """
    if thing.name not in _GENERAL:
        return list(rows)
    asked = thing.asked.search(frame.about)
    frame = replace(frame, about=asking_part(frame.about))
    said = (*([asked.group()] if asked else ()), *parts_named(frame, shelf))
    words = residue(frame, shelf, capabilities, said)
    named_there = thing.name in _NAMED_IN_CLAUSES
    if frame.language == "en" or not rows or len(words) < (1 if named_there else _MANY_WORDS):
        return list(rows)
    kept = speaking_of(words, rows)
    return list(kept) if kept or (len(words) >= _MANY_WORDS and thing is not CLAUSES) else list(rows)


def _difference(frame: QueryFrame, rows: Sequence[Clause]) -> Finding:
    """By how many requirements two tiers differ."""
    groups = {tier: [clause for clause in rows if clause.holds_for(tier)] for tier in frame.tiers}
    counts = [len(held) for held in groups.values()]
    names = [held[0].tier_label or tier if held else tier for tier, held in groups.items()]
    told = "，".join(f"{name} {count} 条" for name, count in zip(names, counts, strict=True))
    where = "、".join(dict.fromkeys(clause.subdomain or "" for clause in rows)) if frame.subdomains else ""
    text = f"{f'“{where}”：' if where else ''}{told}，相差 {abs(counts[0] - counts[1])} 条。"
    said = Sentence(text, "composed", tuple(clause.id for clause in rows))
    result = {"kind": "count", "value": abs(counts[0] - counts[1])}
    section = Section(said=(said,), quoted=tuple(rows[:_QUOTED_AT_MOST]))
    return Finding("answered", (section,), result=result, query="count")


def _none_of_force(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Finding | None:
    """That no clause within the limits has the force asked for, with the forces that they have."""
    rows = rows_of(CLAUSES, replace(frame, forces=()), shelf, capabilities)
    if not rows:
        return None
    where, words = _scope(frame, rows) or "所问范围", _force_words(frame)
    text = f"{where}没有用“{words}”的条款；{len(rows)} 条为：{force_counts(rows)}。"
    said = Sentence(text, "composed", tuple(clause.id for clause in rows))
    counts = frame.intent == "count"
    result: dict[str, object] = {"kind": "count", "value": 0} if counts else {"kind": "clauses", "ids": []}
    return Finding("answered", (Section(said=(said,), quoted=tuple(rows[:_SHOWN])),), result=result, query="list")


def _of_other_forces(
    frame: QueryFrame, rows: Sequence[Clause], shelf: Shelf, capabilities: Scheme
) -> tuple[Clause, ...]:
    """The clauses within the same limits that have none of the forces asked for; none where no force is asked for."""
    if not frame.forces:
        return ()
    held = {clause.id for clause in rows}
    every = rows_of(CLAUSES, replace(frame, forces=()), shelf, capabilities)
    return tuple(one for one in _spoken_of(CLAUSES, every, frame, shelf, capabilities) if one.id not in held)


def _count_of_force(frame: QueryFrame, rows: Sequence[Clause], others: Sequence[Clause]) -> Finding:
    """How many clauses have the force asked for, and how many beside them have not."""
    every = (*rows, *others)
    asked = f"用“{_force_words(frame)}”的要求共有 {len(rows)} 条（{force_counts(rows)}）"
    first = Sentence(f"{_scope(frame, rows)}{asked}。", "composed", ids_of(rows))
    rest = Sentence(f"该处共 {len(every)} 条：{force_counts(every)}。", "composed", ids_of(every))
    section = Section(said=(first, rest, *_by_part(frame, rows)), quoted=tuple(rows[:_QUOTED_AT_MOST]))
    return Finding("answered", (section,), result={"kind": "count", "value": len(rows)}, query="count")


def _force_words(frame: QueryFrame) -> str:
    return "”“".join(FORCE_WORDS[force] for force in FORCE_WORDS if force in frame.forces)


def _in_every_tier(thing: Thing, items: Sequence[str], rows: Sequence[Clause], frame: QueryFrame) -> list[str]:
    each = [set(items_of(thing, (clause for clause in rows if clause.holds_for(tier)))) for tier in frame.tiers]
    return [item for item in items if all(item in named for named in each)]


def _scope(frame: QueryFrame, rows: Sequence[Clause]) -> str:
    labels = list(dict.fromkeys(clause.tier_label for clause in rows if clause.tier_label and frame.tiers))
    tracks = list(dict.fromkeys(clause.track for clause in rows if clause.track and frame.tracks))
    places = list(dict.fromkeys(name for name in (*frame.elements, *frame.domains) if name))
    places += list(dict.fromkeys(clause.subdomain or "" for clause in rows if frame.subdomains))
    who = "、".join([*labels, *tracks])
    what = "、".join(f"“{name}”" for name in places if name)
    return f"{who}在{what}方面" if who and what else who or what


def _count(
    frame: QueryFrame, thing: Thing, items: list[str], basis: tuple[Clause, ...], rows: Sequence[Clause]
) -> Finding:
    scope = _scope(frame, rows)
    repeated = len(rows) - len(items) if thing.kinds in (("term",), ("abbreviation",)) else 0
    doubled = f"（印出 {len(rows)} 行，有重复）" if repeated else ""
    detail = f"（{force_counts(rows)}）" if thing is CLAUSES else doubled
    text = f"{scope + '共' if scope else '共'}有 {len(items)} {thing.measure}{thing.name}{detail}。"
    cited = rows if thing is CLAUSES else basis
    said = Sentence(text, "composed", tuple(clause.id for clause in cited))
    named = "" if thing is CLAUSES or thing.kinds == ("not_required",) else f"依次为：{joined(items)}。"
    more = (Sentence(named, "composed", said.citations),) if named else _by_part(frame, rows)
    more = (*_names_by_tier(frame, thing, rows), *more) if named else more
    return Finding(
        "answered",
        (Section(said=(said, *more), quoted=tuple(cited[:_QUOTED_AT_MOST])),),
        result={"kind": "count", "value": len(items)},
        query="count",
    )


def _names_by_tier(frame: QueryFrame, thing: Thing, rows: Sequence[Clause]) -> tuple[Sentence, ...]:
    """How many things each tier names, where the question asks for each."""
    labels = list(dict.fromkeys(clause.tier_label for clause in rows if clause.tier_label))
    if len(frame.tiers) < 2 or not _EACH.search(frame.about) or len(labels) < 2:
        return ()
    each = {label: [clause for clause in rows if clause.tier_label == label] for label in labels}
    told = "、".join(f"{label} {len(items_of(thing, held))} {thing.measure}" for label, held in each.items())
    return (Sentence(f"其中{told}。", "composed", tuple(clause.id for clause in rows)),)


def _by_part(frame: QueryFrame, rows: Sequence[Clause]) -> tuple[Sentence, ...]:
    """The count of each tier where the question names several; of each domain or subdomain where it asks for that."""
    each = _EACH_PART.search(frame.about)
    tracks = len({clause.track for clause in rows if clause.track}) > 1 and _EACH.search(frame.about) is not None
    if len(frame.tiers) < 2 and each is None and not tracks:
        return ()
    groups: dict[str, list[str]] = {}
    for clause in rows:
        name = clause.tier_label or clause.track
        if each is not None:
            name = clause.subdomain if "子" in each.group() else clause.domain
        if name:
            groups.setdefault(name, []).append(clause.id)
    if not groups:
        return ()
    text = "其中" + "、".join(f"{label} {len(ids)} 条" for label, ids in groups.items()) + "。"
    return (Sentence(text, "composed", tuple(one for ids in groups.values() for one in ids)),)


def _list(frame: QueryFrame, thing: Thing, items: list[str], basis: tuple[Clause, ...]) -> Finding:
    scope = _scope(frame, basis)
    joint = "的" if scope and not scope.endswith("方面") and not thing.name.startswith("不") else ""
    one_tier = len({clause.tier for clause in basis}) == 1
    cells = {one.id: f"{'' if one_tier else one.tier_label}{one.subdomain}" for one in basis}
    named = f"（{force_counts(basis)}）" if thing is CLAUSES else f"：{joined([cells.get(one, one) for one in items])}"
    text = f"{scope}{joint}{thing.name}有 {len(items)} {thing.measure}{named}。"
    said = Sentence(text, "composed", tuple(clause.id for clause in basis))
    return Finding(
        "answered",
        (Section(said=(said,), quoted=basis[:_QUOTED_AT_MOST]),),
        result={"kind": "clauses", "ids": items} if set(items) <= set(cells) else {"kind": "set", "items": items},
        query="list",
    )
