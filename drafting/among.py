"""Follow-ups on clauses quoted before: which systems these name, which of them are 宜. Nothing else is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from drafting.answer import Finding, Section, Sentence
from drafting.findings.things import THINGS, items_of
from drafting.wording import FORCE_WORDS, force_counts, joined
from retrieval.frame import QueryFrame
from retrieval.overlap import pairs, without

_ASKING = re.compile(
    r"其中|里面|要求|提到|提及|涉及|用到|需要|必须|应该|第[\d一二三四五六七八九十]+[条款点项]|[的和与跟要应宜可有了对在里]"
)
_NAMED = tuple(thing for thing in THINGS if thing.name in ("系统", "技术"))


def find_among(frame: QueryFrame, cited: Sequence[Clause]) -> Finding | None:
    """What some clauses name, or which of them have the force asked for; None where neither is asked.

    Args:
        frame: The follow-up in full.
        cited: The clauses that it keeps to.
    """
    if not cited:
        return None
    return _things(frame, cited) or _of_force(frame, cited)


def _things(frame: QueryFrame, cited: Sequence[Clause]) -> Finding | None:
    thing = next((one for one in _NAMED if one.asked.search(frame.about)), None)
    if thing is None:
        return None
    naming = tuple(clause for clause in cited if any(thing.named(clause)))
    said_of = pairs(_ASKING.sub(" ", thing.asked.sub(" ", without(frame.about, frame.tracks))))
    naming = tuple(clause for clause in naming if said_of & pairs(clause.plain)) or naming
    items = items_of(thing, naming)
    if items:
        text = f"上一问所引的条款提到的{thing.name}有 {len(items)} {thing.measure}：{joined(items)}。"
    else:
        text = f"上一问所引的条款没有提到{thing.name}。"
    quoted = naming or tuple(cited)
    said = Sentence(text, "composed", tuple(clause.id for clause in quoted))
    return Finding("answered", (Section(said=(said,), quoted=quoted),), {"kind": "set", "items": items}, query="among")


def _of_force(frame: QueryFrame, cited: Sequence[Clause]) -> Finding | None:
    if not frame.forces:
        return None
    kept = tuple(clause for clause in cited if set(frame.forces) & set(clause.forces))
    words = "”“".join(word for force, word in FORCE_WORDS.items() if force in frame.forces)
    ids = [clause.id for clause in kept]
    if kept:
        text = f"上一问所引的条款里，用“{words}”的有 {len(kept)} 条。"
    else:
        text = f"上一问所引的条款里没有用“{words}”的；这 {len(cited)} 条为：{force_counts(cited)}。"
    quoted = kept or tuple(cited)
    said = Sentence(text, "composed", tuple(clause.id for clause in quoted))
    counts = frame.intent == "count"
    result: dict[str, object] = {"kind": "count", "value": len(kept)} if counts else {"kind": "clauses", "ids": ids}
    return Finding("answered", (Section(said=(said,), quoted=quoted),), result, query="among")
