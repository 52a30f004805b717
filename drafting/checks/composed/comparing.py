"""Sentences that compare: forces, numbers and names by side, what rows come to, what only one side has, and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.clause import Clause
from drafting.checks.alignment import letters, normalise
from drafting.checks.composed.broken_forms import broken
from drafting.checks.composed.compared import ComparedFacts, RowFacts
from drafting.checks.composed.comparison_forms import FORMS
from drafting.checks.composed.sides import side_pattern, sides_of
from drafting.checks.composed.view import Composed
from drafting.checks.composed.weighing import clearly_higher
from drafting.checks.composed.whole_claims import agreement, figureless, nearest
from drafting.wording import FORCE_WORDS
from kg.triples import comparison_text
from retrieval.overlap import pairs
from retrieval.sides import target_parts

_FORCE = "|".join(sorted(FORCE_WORDS.values(), key=len, reverse=True))
_LIST = r"(?:“[^“”]*(?:“[^“”]*”[^“”]*)*”)+"
_QUOTED = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”")
_ALIKE = 0.5
_COUNTED = re.compile(r"(?P<number>\d+)(?:处|places?)")
_CLAIMS = re.compile(
    r"要求更高|另有|逐字相同|说法相近|全文没有出现|都写到|没有找到对应|asksmore|alsohas|samewordforword|saymuchthesame|nowhere|nothingcorresponding"
)
"""Words of claims that must be made of a side."""


def check(view: Composed) -> Iterator[str]:
    """Name each claim of a comparison that the cited clauses, the rows or the library do not bear out."""
    if view.compared is None:
        if _COUNTED.search(view.bare):
            yield "没有比较的结果，却说了几处"
        return
    facts = view.compared
    name = side_pattern(facts, view.cited)
    if name and _CLAIMS.search(view.bare) and not re.search(name, view.sentence):
        yield "没有说明是哪一边"
    if not name:
        return
    yield from broken(view, facts)
    for look in (
        _forces,
        _words_used,
        _bare,
        _numbers,
        _also,
        _equal,
        _letters,
        _similar,
        _more,
        agreement,
        figureless,
        nearest,
        _alone,
        _absent,
        _both,
        _steps,
    ):
        yield from look(view, facts, name)


def _forces(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(rf"(?P<side>{name})(?:用|uses)“(?P<force>{_FORCE})”", view.sentence):
        own = sides_of(found["side"], facts, view).own
        if found["force"] not in _held(own):
            yield f"{found['side']}的条文没有“{found['force']}”"


def _words_used(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(rf"(?P<side>{name})(?:的用词有|hasthegoverningwords)(?P<words>{_LIST})", view.sentence):
        told = set(_QUOTED.findall(found["words"]))
        if told != _held(sides_of(found["side"], facts, view).own) - {FORCE_WORDS["none"]}:
            yield f"{found['side']}的用词与所说不符：{found['words']}"


def _bare(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(rf"(?P<side>{name})(?:{FORCE_WORDS['none']}|hasnogoverningword)", view.sentence):
        if any(clause.forces != ("none",) for clause in sides_of(found["side"], facts, view).own):
            yield f"{found['side']}的条文有规范用词"


def _numbers(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(rf"(?P<side>{name})(?:写|writes)(?P<words>{_LIST})", view.sentence):
        texts = _texts(sides_of(found["side"], facts, view).own)
        for word in _QUOTED.findall(found["words"]):
            if not any(word in text for text in texts):
                yield f"{found['side']}的条文没有“{word}”"


def _also(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(rf"(?P<side>{name})(?:另有|alsohas)(?P<words>{_LIST})", view.sentence):
        sides = sides_of(found["side"], facts, view)
        own, others = _texts(sides.own), _texts(sides.others)
        for word in _QUOTED.findall(found["words"]):
            if not any(word in text for text in own):
                yield f"{found['side']}的条文没有“{word}”"
            if any(word in text for text in others):
                yield f"“{word}”另一边也有"


def _equal(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(
        rf"(?P<side>{name})(?:与|and)(?P<other>{name})(?:逐字相同|arethesamewordforword)", view.sentence
    ):
        each = [sides_of(found[group], facts, view).own for group in ("side", "other")]
        spoken = [sorted(comparison_text(clause.plain) for clause in own) for own in each]
        if not spoken[0] or spoken[0] != spoken[1]:
            yield f"并非逐字相同：{found.group()}"


def _letters(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    form = rf"(?P<side>{name})(?:与|and)(?P<other>{name})(?:除标点和全半角外文字相同|arethesamebutfor)"
    for found in re.finditer(form, view.sentence):
        each = [sides_of(found[group], facts, view).own for group in ("side", "other")]
        spelt = [sorted(letters(clause.plain) for clause in own) for own in each]
        if not spelt[0] or spelt[0] != spelt[1]:
            yield f"文字并不相同：{found.group()}"


def _similar(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(rf"(?P<side>{name})(?:与|and)(?P<other>{name})(?:说法相近|saymuchthesame)", view.sentence):
        each = [
            pairs("".join(one.plain for one in sides_of(found[group], facts, view).own)) for group in ("side", "other")
        ]
        if min(len(one) for one in each) == 0 or len(each[0] & each[1]) < _ALIKE * min(len(one) for one in each):
            yield f"两边的字句并不相近：{found.group()}"
        if (row := _row(view, facts)) is not None and row.relation not in ("similar", "equal"):
            yield f"比较的结果是 {row.relation}：{found.group()}"


def _more(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    """Who asks more: one row's relation, or what most of the rows cited come to."""
    for found in re.finditer(
        rf"(?P<side>{name})(?P<all>的)?(?:要求更高|asksmore)(?![^;。.]{{0,4}}(?:\d|at\d))", view.sentence
    ):
        own = {clause.id for clause in sides_of(found["side"], facts, view).own}
        rows = [row for row in facts.rows if row.ids <= {clause.id for clause in view.cited}]
        if len(rows) == 1:
            borne_out = _favours(rows[0], own) == "own"
        else:
            side = clearly_higher([row.relation for row in rows])
            held = {one for row in rows for one in (row.left if side == "left" else row.right if side else ())}
            borne_out = bool(held & own)
        if not borne_out:
            yield f"比较的结果不支持：{found.group()}"


def _favours(row: RowFacts, own: set[str]) -> str:
    """Whether a row asks more on the side of some clauses, on the other, or on neither."""
    strongest = {"shall": 3, "should": 2, "may": 1, "encouraged": 1}
    if row.relation in ("stronger", "weaker"):
        higher = row.left if row.relation == "stronger" else row.right
        return "own" if higher <= own else "other"
    sides = set()
    for change in filter(None, row.forces.split("；")):
        left, right = (strongest.get(one, 0) for one in change.split("→"))
        if left and right and left != right:
            sides.add("own" if (row.left if left > right else row.right) <= own else "other")
    return next(iter(sides)) if len(sides) == 1 else ""


def _alone(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    form = rf"(?P<side>{name})(?:另写的有|saysmoreat)(?P<number>\d+)(?:处|places?)"
    for found in re.finditer(form, view.sentence):
        cited = {clause.id for clause in view.cited}
        rows = [row for row in facts.rows if row.ids <= cited]
        wrong = [row for row in rows if row.relation not in ("only_left", "only_right")]
        if wrong or len(rows) != int(found["number"]) or cited - {one for row in rows for one in row.ids}:
            yield f"比较的结果不支持：{found.group()}"
        if sides_of(found["side"], facts, view).others:
            yield f"引用了另一边的条文：{found.group()}"


def _absent(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    for found in re.finditer(
        rf"(?P<side>{name})(?:全文没有出现(?P<words>{_LIST})|has(?P<en>{_LIST})nowhere)", view.sentence
    ):
        document = sides_of(found["side"], facts, view).document
        texts = _texts(facts.library(document))
        for word in _QUOTED.findall(found["words"] or found["en"]):
            if any(word.lower() in text.lower() for text in texts):
                yield f"{found['side']}里有“{word}”"


def _both(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    form = rf"(?P<first>{name})(?:和|and)(?P<second>{name})(?:都写到|have)(?P<words>{_LIST})"
    for found in re.finditer(form, view.sentence):
        for group in ("first", "second"):
            texts = _texts(sides_of(found[group], facts, view).own)
            for word in _QUOTED.findall(found["words"]):
                if not any(word.lower() in text.lower() for text in texts):
                    yield f"{found[group]}的条文没有“{word}”"


_CHANGES = {
    "新增": "new", "用词变强": "raised", "用词变弱": "relaxed", "范围扩大": "widened", "内容有变": "changed",
    "照旧": "same", "未再写": "not_restated", "未再写、仍然有效": "not_restated",
    "notrestatedat": "not_restated", "newat": "new", "astrongerwordat": "raised",
    "aweakerwordat": "relaxed", "widerat": "widened", "changedat": "changed", "thesameat": "same",
    "notrestatedandstillstandingat": "not_restated",
}  # fmt: skip
_RELATIONS = {
    "逐字相同": "equal",
    "说法相近": "similar",
    "各有侧重": "overlaps",
    "wordforwordat": "equal",
    "muchthesameat": "similar",
    "initsownwayat": "overlaps",
}


_LABELS = {normalise(label): change for forms in FORMS.values() for change, label in forms.labels.items()}
_LABEL = re.compile(rf"^[^:]*:(?P<label>{'|'.join(map(re.escape, _LABELS))})(?=[;.。])")
_SINGLE = (
    (r":(?:{0})新增。|:newin(?:{0})\.", "new"),
    (r"(?:{0})未再写(?:,仍然有效|。)|notrestatedby(?:{0})[,.]", "not_restated"),
)


def _steps(view: Composed, facts: ComparedFacts, name: str) -> Iterator[str]:
    """Counts of rows by what they come to or how a step changes them, and what a single change is said to be."""
    cited = {clause.id for clause in view.cited}
    rows = [row for row in facts.rows if row.ids <= cited and _is_told_of(row, view, facts)]
    for found in _COUNTED.finditer(view.sentence):
        before, number = view.sentence[: found.start()], int(found["number"])
        right = _expected(before, rows, facts, view, name)
        if right is None and not re.search(rf"{name}(?:另写的有|saysmoreat)$", before):
            yield f"没有说明是怎样的几处：{before[-12:]}{found.group()}"
        elif right is not None and right != number:
            yield f"应为 {right} 处：{before[-12:]}{found.group()}"
    row = _row(view, facts)
    label = _LABEL.search(view.sentence)
    if label and row is not None and row.change != _LABELS[label["label"]]:
        yield f"比较的结果不是“{label['label']}”"
    for form, change in _SINGLE:
        if re.search(form.format(name), view.sentence) and (row is None or row.change != change):
            yield f"比较的结果不是 {change}"


def _is_told_of(row: RowFacts, view: Composed, facts: ComparedFacts) -> bool:
    """Whether a sentence that names both tiers of a step names those of this row."""
    called = {target_parts(target)[1]: normalise(name) for name, target in facts.sides.items()}
    named = {code for code, name in called.items() if name in view.sentence}
    return not row.lower or len(named) != 2 or named == {row.lower, row.upper}


def _expected(before: str, rows: Sequence[RowFacts], facts: ComparedFacts, view: Composed, name: str) -> int | None:
    """How many rows a count must name, by the words before it; None where another check counts them."""
    for words, change in _CHANGES.items():
        if before.endswith(words):
            if change in ("same",) and not any(row.change for row in rows):
                break
            return sum(row.change == change for row in rows)
    for words, relation in _RELATIONS.items():
        if before.endswith(words):
            return sum(row.relation == relation for row in rows)
    if found := re.search(rf"(?P<side>{name})(?:要求更高|asksmoreat)$", before):
        own = {clause.id for clause in sides_of(found["side"], facts, view).own}
        return sum(row.relation in ("stronger", "weaker") and _favours(row, own) == "own" for row in rows)
    if found := re.search(rf"(?:(?P<side>{name})另写|morein(?P<en>{name})at)$", before):
        own = {clause.id for clause in sides_of(found["side"] or found["en"], facts, view).own}
        return sum(row.relation in ("only_left", "only_right") and row.ids <= own for row in rows)
    if re.search(r"(?:用词由弱变强的共|用词由强变弱的共|wordat)$", before):
        return len(rows)
    return None


def _row(view: Composed, facts: ComparedFacts) -> RowFacts | None:
    """The row that a sentence cites, just that one."""
    cited = frozenset(clause.id for clause in view.cited)
    return next((row for row in facts.rows if row.ids == cited), None)


def _held(clauses: Sequence[Clause]) -> set[str]:
    return {FORCE_WORDS[force] for clause in clauses for force in clause.forces}


def _texts(clauses: Sequence[Clause]) -> list[str]:
    return [normalise(clause.plain) for clause in clauses]
