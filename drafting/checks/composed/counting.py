"""Counts and lists of composed sentences: the clauses cited must be as many, and each item must stand in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from drafting.checks.alignment import normalise
from drafting.checks.composed.figures import MONEY, POSITION
from drafting.checks.composed.view import Composed
from drafting.wording import FORCE_WORDS

_FORCE = "|".join(sorted(FORCE_WORDS.values(), key=len, reverse=True))
_CLAUSES = re.compile(
    rf"(?P<forces>(?:{_FORCE})(?:\+(?:{_FORCE}))*)?(?:\([a-z]+\))?(?<![a-z])(?<!附[件录])(?P<number>\d+)(?:条(?!款)|条条款|clauses?|(?=\)))"
)
_PART = rf"(?:{_FORCE})(?:\+(?:{_FORCE}))*\d+条"
_THINGS = re.compile(r"(?P<number>\d+)(?P<measure>[个项种步类行])(?P<what>[\u4e00-\u9fff]*)(?P<list>:[^。;]+)?")
_ORDER = re.compile(r"依次为:(?P<list>[^。;]+)")
_COMPARED = re.compile(
    r"(?:至少|至多|不低于|不超过|超过)\d+[条个项种步类行]|\d+[条个项种步类行]\w{0,6}?(?:以上|以下|以内|左右)"
)
_UNNAMED = re.compile(r"[:(、]\d+条(?=[、。)])")
_ENGLISH = re.compile(r"clauses?quoted|inall|found:")
_MORE = re.compile(r"等\d+项$")


def check(view: Composed) -> Iterator[str]:
    """Name each count that the cited clauses do not give, and each listed item that none of them has."""
    for found in (*_COMPARED.finditer(view.bare), *_UNNAMED.finditer(view.bare)):
        yield f"计数应为确数，并说明是什么：{found.group()}"
    yield from _clauses(view)
    yield from _by_force(view)
    yield from _things(view)
    yield from _english(view)
    yield from _figures(view)
    for found in _ORDER.finditer(view.bare):
        yield from _items(view, view.sentence[found.start("list") : found.end("list")], None)


def _clauses(view: Composed) -> Iterator[str]:
    counts: list[int] = []
    for found in _CLAUSES.finditer(view.bare):
        number, scope = int(found["number"]), _scope(view, found.start())
        if found["forces"]:
            held = [one for one in scope if "+".join(FORCE_WORDS[force] for force in one.forces) == found["forces"]]
            right = {len(held)}
        elif view.bare.endswith(("相差", "多", "少"), 0, found.start()):
            right = {abs(one - other) for one in counts for other in counts} - {0}
        else:
            right = {len(scope)} | ({len(_of_title(view, scope))} if "《" in view.sentence else set())
        counts.append(number)
        if number not in right:
            yield f"“{found.group()}”与所引条文的数目不符"


def _by_force(view: Composed) -> Iterator[str]:
    """Name each breakdown by force that tells a force twice, or not all of what it breaks down."""
    for found in re.finditer(rf"(?:{_PART}、)*{_PART}", view.bare):
        parts = [one.group("forces") for one in _CLAUSES.finditer(found.group())]
        numbers = [int(one["number"]) for one in _CLAUSES.finditer(found.group())]
        if len(set(parts)) < len(parts) or sum(numbers) != len(_scope(view, found.start())):
            yield f"“{found.group()}”与所引条文的数目不符"


def _english(view: Composed) -> Iterator[str]:
    for found in re.finditer(r"(?P<number>\d+)(?:inall|found:(?P<names>[^.]+))", view.bare):
        scope = _scope(view, found.start())
        names = re.split("[、,]", found["names"]) if found["names"] else []
        right = {len(names)} if names else {len(scope), *_distinct(scope, "能力子域"), *_distinct(scope, "能力域")}
        if int(found["number"]) not in right:
            yield f"“{found.group()}”与所引条文不符"
    for found in re.finditer(rf"(?:{_FORCE})\((?P<force>shall|should|may|encouraged)\)(?P<number>\d+)", view.bare):
        scope = _scope(view, found.start())
        if int(found["number"]) != sum(found["force"] in clause.forces for clause in scope):
            yield f"“{found.group()}”与所引条文的数目不符"


def _figures(view: Composed) -> Iterator[str]:
    """Name each bare figure, such as a section's, that no cited clause has."""
    known = (_CLAUSES, _THINGS, MONEY, POSITION)
    counted = [range(*found.span()) for one in known for found in one.finditer(view.bare)]
    for found in re.finditer(r"(?<![\d.,])\d+(?![\d.,]|inall|found|clause|万|亿|%|years?|处|places?)", view.bare):
        same = re.compile(rf"(?<!\d){found.group()}(?!\d)")
        told = any(found.start() in span for span in counted)
        if not told and not any(same.search(text) for text in view.texts):
            yield f"“{found.group()}”不在引用条文中"


def _scope(view: Composed, end: int) -> Sequence[Clause]:
    """The cited clauses that a count is about: those of the tiers named last before it, else all."""
    start = 0 if _ENGLISH.search(view.bare) else view.bare.rfind(";", 0, end) + 1
    of_track = [one for one in view.cited if one.track and view.bare.endswith(normalise(one.track), start, end)]
    if of_track:
        return of_track
    names = "|".join(sorted((re.escape(normalise(name)) for name in view.lexicon.tiers), key=len, reverse=True))
    listed = list(re.finditer(rf"(?:{names})(?:、(?:{names}))*", view.bare[start:end]))
    if not listed:
        return view.cited
    english = _ENGLISH.search(view.bare) is not None
    told = {one.group() for one in re.finditer(names, view.bare)} if english else set(listed[-1].group().split("、"))
    codes = {code for name, ids in view.lexicon.tiers.items() if normalise(name) in told for code in ids}
    return [clause for clause in view.cited if clause.holds_for_any(codes) and clause.kind != "paragraph"] or view.cited


def _of_title(view: Composed, scope: Sequence[Clause]) -> list[Clause]:
    return [clause for clause in scope if normalise(view.titles.get(clause.document, "")) in view.sentence]


def _things(view: Composed) -> Iterator[str]:
    for found in _THINGS.finditer(view.bare):
        number, what = int(found["number"]), found["what"]
        if found["list"]:
            yield from _items(view, view.sentence[found.start("list") + 1 : found.end("list")], number)
            continue
        right = _distinct(_scope(view, found.start()), what)
        if found["measure"] == "行":
            right = {sum(clause.kind != "heading" for clause in view.cited)}
        stated = re.compile(rf"(?<!\d){number}[个项种类]{what[:4]}")
        if not right:  # no rule for this thing: the number must at least stand in a clause or count them
            tiers = {tier for clause in view.cited for tier in clause.every_tier}
            right = {len(view.cited), len({clause.label for clause in view.cited})}
            right |= {len(tiers)} if what.startswith("等级") else set()
            stated = re.compile(rf"(?<!\d){number}(?!\d)|{_numeral(number)}[个项种类]")
        if number not in right and not any(stated.search(text) for text in _stating(view, found.start())):
            yield f"“{found.group()}”与所引条文不符"


def _stating(view: Composed, end: int) -> list[str]:
    """What the clauses that a count is about say themselves."""
    scope = _scope(view, end)
    return [normalise(clause.plain) for clause in (*scope, *(one for one in view.cited if one.tier is None))]


def _distinct(scope: Sequence[Clause], what: str) -> set[int]:
    """How many of a thing the clauses hold; nothing for things that clauses do not count by."""
    if what.startswith("不做要求"):
        return {sum(clause.kind == "not_required" for clause in scope)}
    if what.startswith("能力子域"):
        return {len({clause.subdomain_no for clause in scope if clause.subdomain_no is not None})}
    if what.startswith("能力域"):
        return {len({clause.domain for clause in scope if clause.domain})}
    for word, kind in (("术语", "term"), ("步骤", "step")):
        if what.startswith(word):
            return {sum(clause.kind == kind for clause in scope)}
    return set()


def _items(view: Composed, told: str, number: int | None) -> Iterator[str]:
    """What is wrong with a list: its length, and items that no cited clause has."""
    items = re.split(r"、(?![^()]*\))", _MORE.sub("", told).strip(",。"))
    if number is not None and len(items) != number and not _MORE.search(told) and "□" not in told:
        yield f"列出 {len(items)} 项，句子说 {number} 项"
    if len(set(items)) < len(items):
        yield "列举有重复"
    for item in items:
        codes = {mention.code for mention in view.lexicon.mentions(item)}
        stated = {code for clause in view.cited for code in (*clause.systems, *clause.technologies)}
        if item and not codes & stated and not any(item in text for text in view.texts):
            yield f"“{item}”不在引用条文中"


def _numeral(number: int) -> str:
    return "零一二三四五六七八九十"[number] if number <= 10 else str(number)
