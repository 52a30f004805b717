"""What a document uses a name for: it defines it, or it is a tier, a type, something to be recognised, a capability."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.clause import Clause
from corpus.library import Document
from kg.variants.difference import Words
from kg.views.library import heading_name, names_of, same_name
from kg.views.stretches import stretch

Role = Literal["defined", "tier", "grade", "track", "object", "element", "domain", "subdomain"]

ROLES: dict[Role, str] = {
    "defined": "定义",
    "tier": "等级",
    "grade": "等级的别称",
    "track": "类型",
    "object": "认定对象",
    "element": "要素",
    "domain": "能力域",
    "subdomain": "能力子域",
}
CAPABILITIES: frozenset[Role] = frozenset({"element", "domain", "subdomain"})
GRADES: frozenset[Role] = frozenset({"tier", "grade", "track", "object"})

_GRADE = re.compile(r"(?P<grade>[一-鿿]{2,6}级)[（(](?P<name>[^（）()、，,]{2,12})[）)]")
_OBJECT = re.compile(r"^(?P<name>[“\"]?[一-鿿]{2,10}?[”\"]?)(?:的)?(?:认定|评定|培育|创建|申报)(?=.)")
_SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？]?")
_DEFINING = re.compile(
    r"^\s*(?:本\S{2,4}所称)?[“\"]?(?P<name>[一-鿿（）()A-Za-z]{2,14}?)[”\"]?\s*[，,]?\s*(?:是指|系指|指的是|是|指)(?!否)"
)
_PROSE = frozenset({"paragraph", "lead", "requirement"})


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a name in one document.

    Attributes:
        name: The name as :func:`kg.views.library.same_name` writes it.
        printed: The name as the text prints it.
        document: The document's id.
        role: What it is used for.
        clause: The clause that says so, or the first that stands under it.
        words: The words that define or describe it.
    """

    name: str
    printed: str
    document: str
    role: Role
    clause: Clause
    words: Words


def uses(document: Document, known: Collection[str]) -> Iterator[Use]:
    """The uses of names in a document, in reading order, each name and role once.

    Args:
        document: The document.
        known: Names that a sentence may define: grades, types and terms of any document, and capabilities.
    """
    seen: set[tuple[str, Role]] = set()
    for use in _all(document, known):
        if (use.name, use.role) not in seen:
            seen.add((use.name, use.role))
            yield use


def grade_names(document: Document) -> Iterator[str]:
    """Names of tiers, types, recognised objects and terms, as :func:`same_name` writes them."""
    for clause in document.clauses:
        for label in (clause.tier_label, clause.track, clause.label if clause.kind == "term" else None):
            yield from names_of(label) if label else ()


def _all(document: Document, known: Collection[str]) -> Iterator[Use]:
    for clause in document.clauses:
        if clause.kind == "term" and clause.label:
            yield _use(clause.label, clause, "defined")
        if clause.kind in _PROSE:
            yield from _running(clause, known)
        if clause.kind in _PROSE or clause.kind == "term":
            yield from (_use(found["name"], clause, "grade", _around(clause, found)) for found in _graded(clause))
        if clause.kind == "heading":
            yield from _headed(document, clause)
        elif clause.kind != "not_required":
            yield from _placed(document, clause)


def _running(clause: Clause, known: Collection[str]) -> Iterator[Use]:
    """Sentences that define a known name: “未来工厂”是指…"""
    for sentence in _SENTENCE.finditer(clause.text):
        found = _DEFINING.match(sentence[0])
        if found is not None and same_name(found["name"]) in known:
            yield _use(found["name"], clause, "defined", stretch(clause, sentence.start(), sentence.end()))


def _graded(clause: Clause) -> Iterator[re.Match[str]]:
    """Names in brackets after a grade: 集成优化级（智能工厂）."""
    return _GRADE.finditer(clause.text)


def _around(clause: Clause, found: re.Match[str]) -> Words:
    for sentence in _SENTENCE.finditer(clause.text):
        if sentence.start() <= found.start() < sentence.end():
            return stretch(clause, sentence.start(), sentence.end())
    return stretch(clause, 0, len(clause.text))


def _headed(document: Document, heading: Clause) -> Iterator[Use]:
    """What a heading names: a type with its other names, or what is to be recognised."""
    title = heading_name(heading.path[-1]) if heading.path else ""
    below = _below(document, heading)
    if heading.track and same_name(heading.track) in names_of(title):
        for name in names_of(title):
            yield _use(name, below, "track")
    found = _OBJECT.match(title)
    if found is not None and heading.section:
        yield _use(found["name"].strip('“”"'), below, "object")


def _placed(document: Document, clause: Clause) -> Iterator[Use]:
    """The places of a clause; the first clause in a place stands for it."""
    if clause.tier_label and not (clause.subdomain or clause.domain or clause.element):
        yield _use(clause.tier_label, clause, "tier")
    if clause.tier_label:
        whole = (one for one in document.clauses if one.tier == clause.tier and not (one.subdomain or one.element))
        yield _use(clause.tier_label, next(whole, clause), "tier")
    if clause.track:
        yield _use(clause.track, clause, "track")
    if clause.element and not clause.domain:
        yield _use(clause.element, clause, "element")
    if clause.domain:
        yield _use(clause.domain, clause, "domain")
    if clause.subdomain:
        yield _use(clause.subdomain, clause, "subdomain")


def _below(document: Document, heading: Clause) -> Clause:
    """The first clause that is no heading after one; the heading itself where nothing follows."""
    at = document.clauses.index(heading)
    return next((one for one in document.clauses[at + 1 :] if one.kind != "heading"), heading)


def _use(name: str, clause: Clause, role: Role, words: Words | None = None) -> Use:
    return Use(same_name(name), name, clause.document, role, clause, words or stretch(clause, 0, len(clause.text)))
