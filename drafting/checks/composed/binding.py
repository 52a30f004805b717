"""Forces and denials in composed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clause import Clause
from corpus.force import governing
from drafting.checks.alignment import normalise
from drafting.checks.composed.verdict import is_verdict
from drafting.checks.composed.view import Composed
from drafting.wording import FORCE_WORDS

_FORCE = "|".join(sorted(FORCE_WORDS.values(), key=len, reverse=True))
_NONE = FORCE_WORDS["none"]
_PLACED_FORCE = re.compile(
    rf"(?P<place>[^,;:。“”]{{1,40}})(?:“(?P<force>(?:{_FORCE})(?:、(?:{_FORCE}))*)”|(?P<bare>{_NONE}))(?=[,;。])"
)
_NO = re.compile(r"没有|不(?!做要求|要求□|成立|是□|属于□|同|一样:)")
_NO_CLAUSE = re.compile(r"没有(?:条款提到|用“|由“)")
_HALVED = re.compile(r"(?<!无)规范用词|前提(?!不成立)|(?<!不)做要求|范围内条款")
"""Fixed words of composed sentences that lost their negation."""


def check_forces(view: Composed) -> Iterator[str]:
    """Name each force that the clause at the place told does not have, and each said to be absent that is there."""
    by_place = {_short_place(clause): clause for clause in view.cited}
    for found in _PLACED_FORCE.finditer(view.sentence):
        clause = by_place.get(found["place"])
        words = [FORCE_WORDS[force] for force in clause.forces] if clause else []
        told = (found["force"] or found["bare"]).split("、")
        if clause is not None and told != words and (len(told) > 1 or told[0] not in words):
            yield f"条文写“{'、'.join(words)}”：{found.group()}"
    held = {FORCE_WORDS[force] for clause in view.cited for force in clause.forces}
    for told in re.finditer(rf"(?P<no>没有用|不是)?“(?P<force>{_FORCE})”", view.sentence):
        if told["no"] == "没有用" and told["force"] in held:
            yield f"引用条文有“{told['force']}”"
        elif told["no"] == "不是" and told["force"] in held:
            yield f"引用条文是“{told['force']}”"
        elif told["no"] is None and told["force"] not in held and "问题说" not in view.sentence:
            yield f"引用条文没有“{told['force']}”"


def check_binding(view: Composed) -> Iterator[str]:
    """Name each governing word that counts nothing: a composed sentence quotes what binds, and never says it."""
    for modal in governing(view.bare) if not is_verdict(view) else ():
        if not re.match(r"[\d+(]", view.bare[modal.end :]) and modal.force != "encouraged":
            yield f"句子自己用了“{view.bare[modal.start : modal.end]}”"
    for found in re.finditer(r"(?<![应宜可励])\((?:shall|should|may|encouraged)\)", view.bare):
        yield f"少了用词：{found.group()}"
    for found in re.finditer(rf"(?P<zh>{_FORCE})\((?P<en>shall|should|may|encouraged)\)", view.bare):
        if found["en"] not in {force for force, word in FORCE_WORDS.items() if word == found["zh"]}:
            yield f"中英用词不一致：{found.group()}"


def _short_place(clause: Clause) -> str:
    label = f"{clause.label})" if clause.label and len(clause.label) <= 2 and clause.label.isascii() else ""
    return normalise(f"{clause.tier_label or ''}{clause.subdomain or ''}{label}")


def check_required(view: Composed) -> Iterator[str]:
    """Name what is said to be asked, or not to be asked, against the cells; and any other unbacked denial."""
    empty = [clause.kind == "not_required" for clause in view.cited]
    denied = "不做要求" in view.bare or "不要求" in view.bare or "notrequired" in view.bare.lower()
    if denied and not any(empty):
        yield "引用条文没有不做要求的"
    for found in _HALVED.finditer(view.bare):
        yield f"少了否定：{found.group()}"
    for found in _NO.finditer(view.bare) if not is_verdict(view) else ():
        if not _is_frame(view, found.start(), found.end()) and not _in_name(view, found.start()):
            yield f"没有依据的否定：{view.sentence[found.start() : found.start() + 8]}"


def _in_name(view: Composed, at: int) -> bool:
    """Whether a sign of denial is part of a name over a cited clause (不良品率)."""
    names = {normalise(name) for one in view.cited for name in (one.subdomain, one.element) if name}
    spans = (found.span() for name in names for found in re.finditer(re.escape(name), view.bare))
    return any(start <= at < end for start, end in spans)


def _is_frame(view: Composed, start: int, end: int) -> bool:
    """Whether a denial is one that composed sentences make, or denies something other than clauses."""
    if not view.bare.startswith("没有", start):
        return False
    known = _NO_CLAUSE.match(view.sentence, start) or view.bare.startswith("□", end)
    return bool(known) or "条" not in view.bare[end : end + 6]
