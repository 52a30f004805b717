"""The numbers of things that a question takes for granted: four tiers of a document that has three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.clause import Clause
from corpus.quantity import quantities
from drafting.answer import Finding
from drafting.findings.assertions import DIFFERENCE, Contradictions
from drafting.findings.counting import find_count_or_list
from drafting.findings.things import CLAUSES, COUNTED_NAMES, counts_of
from drafting.shelf import Shelf
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame

_ALIASES = {
    "子域": "能力子域",
    "模式": "类型",
    "级": "等级",
    "档": "等级",
    "步": "步骤",
    "条要求": "要求",
    "条条款": "要求",
}
_NUMBER = r"(?P<number>\d+|[一二两三四五六七八九十]+)"
_COUNTED = re.compile(
    rf"(?<!第){_NUMBER}\s*(?:[个大种项]|条(?=术语|缩略语))?\s*(?P<name>{'|'.join((*COUNTED_NAMES, *_ALIASES))})"
)
_COUNTED_AFTER = re.compile(
    rf"(?P<name>{'|'.join((*COUNTED_NAMES, *_ALIASES))})[^，,。\d第]{{0,4}}?(?:有|分(?:成|为)?|共|是)"
    rf"{_NUMBER}\s*[个种项条级步大]"
)
_AS_TOTAL = re.compile(r"(?:分(?:成|为)?|一共|总共|共|规定了?|设(?:立|置)?了?|划分(?:成|为)?|有|包括)[^，。]{0,3}$")
_OF_ANYTHING = frozenset({"等级", "步骤", "类型"})
"""Things that anybody may have of their own (企业分五步上系统)."""
_ASKERS = re.compile(
    r"(?:^|[，,。；;])[^，,。；;]*?(?<![把将对给])"
    r"(?:我们?|咱们?|本[厂司]|公司|企业|厂[里子]?|车间|班组|员工|客户|供应商|供方)[^，,。；;]{0,10}$"
)
_OF_TIERS = frozenset({"能力域", "能力子域"})
_COVERS = re.compile(r"覆盖|涵盖|全部|所有|全都|都[要得]|做[满齐全]|满足|包括")

Counts = tuple[tuple[int, tuple[Clause, ...]], ...]


@dataclass(frozen=True, slots=True)
class Asserted:
    """A number of things as a question asserts it.

    Attributes:
        words: The question's words.
        asking: The same words with 几 for the number.
        named: What it calls the things.
        name: What they are called here.
        number: How many there are said to be.
        counts: How many there are, each with the clauses that show it, the likeliest meant first.
    """

    words: str
    asking: str
    named: str
    name: str
    number: int
    counts: Counts


def numbers_corrected(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Contradictions:
    """Corrections of numbers that the documents give otherwise."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for one in _asserted(frame, shelf, capabilities):
        if one.counts and one.number > 1 and one.number not in [number for number, _ in one.counts]:
            stated, basis = one.counts[0]
            measure, named = ("条", one.name) if one.name == CLAUSES.name else ("个", one.named)
            measure = "" if named[0] in "条级档步" else measure
            text = f"前提不成立：问题说“{one.words}”，文中为 {stated} {measure}{named}。"
            found.append((text, tuple(clause.id for clause in basis)))
    return found


def number_confirmed(frame: QueryFrame, shelf: Shelf, capabilities: Scheme, default: str | None) -> Finding | None:
    """The count that a question asserts rightly, where its things can be counted; None where it asserts none."""
    if not frame.premise or frame.negated:
        return None
    for one in _asserted(frame, shelf, capabilities):
        asking = frame.about.replace(one.words, one.asking, 1)
        open_frame = replace(frame, about=asking, intent="count", premise=False)
        counted = find_count_or_list(open_frame, shelf, capabilities, default)
        if counted is not None and counted.result == {"kind": "count", "value": one.number}:
            return counted
    return None


def _asserted(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Iterator[Asserted]:
    if frame.intent == "count":
        return
    for said in (*_COUNTED.finditer(frame.text), *(_COUNTED_AFTER.finditer(frame.text) if frame.premise else ())):
        if DIFFERENCE.search(frame.text[: said.start("number")]) or not (name := _name_counted(said, frame)):
            continue  # 多10个 is no total
        counts = _counts(name, frame, shelf, capabilities)
        if frame.premise and _speaks_of_own(frame, counts, name):
            counts = counts[:1]  # what a tier or an alternative has, not what there is in all
        words = _with_bound(said, frame.text)
        number = quantities(f"{said['number']}个")
        counts = counts or _stated_number(name, frame, shelf)
        asking = words.replace(said["number"], "几", 1)
        yield Asserted(words, asking, said["name"], name, int(number[0].value) if number else 0, counts)


def _with_bound(said: re.Match[str], text: str) -> str:
    """The asserted words with what bounds their number (满14个能力域), which must not be cut off."""
    start = min((one.start for one in quantities(text) if one.start < said.start() < one.end), default=said.start())
    return text[start : said.end()]


def _name_counted(said: re.Match[str], frame: QueryFrame) -> str:
    """What a number is asserted of; empty where it is asserted of nothing in the texts."""
    name = _ALIASES.get(said["name"], said["name"])
    before = frame.text[: said.start()]
    if said.re is _COUNTED_AFTER:
        return CLAUSES.name if frame.tracks and said.group()[-1] in "条项" else name
    if name != said["name"] and not _AS_TOTAL.search(before):
        return ""  # 两种模式 may be two of five
    own = name in _OF_ANYTHING and not frame.premise and not frame.documents_named
    return "" if own and _ASKERS.search(before) else name


def _speaks_of_own(frame: QueryFrame, counts: Counts, name: str) -> bool:
    """Whether a number is said of the tier or the alternative named, and not of the document that they are in."""
    if frame.tracks and name == CLAUSES.name:
        return True
    numbers = [int(one.value) for one in quantities(frame.text)]
    own_said = bool(counts) and counts[0][0] in numbers
    return len(frame.tiers) == 1 and not own_said and (name in _OF_TIERS or _COVERS.search(frame.text) is not None)


def _counts(name: str, frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Counts:
    """How many such things there are in the documents meant; in any of them where the question means none."""
    each = [frame] if frame.documents else [replace(frame, documents=(one,)) for one in shelf.documents]
    return tuple(count for one in each for count in counts_of(name, one, shelf, capabilities))


def _stated_number(name: str, frame: QueryFrame, shelf: Shelf) -> Counts:
    """The number of such things that a clause of the documents states in words (“三个等级”)."""
    stated = re.compile(rf"(?P<number>\d+|[一二两三四五六七八九十]+)\s*[个大种项]\s*{re.escape(name)}")
    found: list[tuple[int, tuple[Clause, ...]]] = []
    for clause in shelf.clauses:
        meant = not frame.documents or clause.document in frame.documents
        hit = stated.search(clause.plain) if meant else None
        number = quantities(f"{hit['number']}个") if hit else ()
        if number:
            found.append((int(number[0].value), (clause,)))
    return tuple(found)
