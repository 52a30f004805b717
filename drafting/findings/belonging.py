"""“A belongs to B” of two parts of the framework: held against where the text puts A."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.clause import Clause
from drafting.shelf import Shelf
from drafting.wording import place
from ontology.vocabulary import Scheme
from retrieval.frame import QueryFrame
from retrieval.overlap import without

_BELONGS = re.compile(
    r"属于|归(?:于|在|到|入)?|算(?:是|作|在|到)?|列在|是[^，,。]{1,12}(?:下面|里面|之一|的一[部项个])"
    r"|\b(?:belongs? to|part of|under)\b"
)
_DENIES = re.compile(r"(?<!是)不(?:属于|归|算|是|在|放)|并非|而非|\bnot\b")
_IS = r"[^，,。]{0,4}(?:是|对应|等于|等同|即|相当|叫|指|[（(])[^，,。]{0,4}"
_BASIS = 2
_GLOSS = re.compile(r"([一-鿿]{2,8})[（(]([一-鿿]{2,8})[）)]")


def misplaced(frame: QueryFrame, shelf: Shelf, capabilities: Scheme) -> Sequence[tuple[str, tuple[str, ...]]]:
    """A correction where the question puts a domain or subdomain under a part that it does not stand under.

    Returns:
        At most one pair of the correction and the clauses that it rests on.
    """
    if not frame.premise or frame.negated or not _BELONGS.search(frame.text) or _DENIES.search(frame.text):
        return []
    named = (*frame.elements, *frame.domains, *frame.subdomains)
    for child in (*frame.subdomains, *frame.domains):
        above = capabilities.ancestors(child)
        parents = [
            code for code in named if code != child and code not in above and child not in capabilities.ancestors(code)
        ]
        kinds = {capabilities.concepts[code].kind: code for code in above}
        for asserted in parents:
            true = kinds.get(capabilities.concepts[asserted].kind)
            if true is None or true in named:  # A and B belong to C and D
                continue
            names = tuple(capabilities.concepts[code].zh for code in (child, true, asserted))
            basis = _saying(shelf, names[0], names[1])
            if basis:
                text = f"前提不成立：“{names[0]}”属于“{names[1]}”，不属于“{names[2]}”。"
                return [(text, tuple(clause.id for clause in basis))]
    return []


def _saying(shelf: Shelf, child: str, parent: str) -> tuple[Clause, ...]:
    """The clauses that show where the part stands: those that name both, then those that are placed there."""
    telling = [one for one in shelf.of(kinds=("paragraph", "lead")) if child in one.plain and parent in one.plain]
    placed = [
        one for one in shelf.clauses if parent in (one.element, one.domain) and child in (one.domain, one.subdomain)
    ]
    return tuple((*telling, *placed)[:_BASIS])


def mispaired(frame: QueryFrame, shelf: Shelf) -> Sequence[tuple[str, tuple[str, ...]]]:
    """A correction where the question pairs two names that a clause pairs otherwise: 集成优化级（智能工厂）.

    Returns:
        At most one pair of the correction and the clause that it rests on.
    """
    if not frame.premise or frame.negated or _DENIES.search(frame.text):
        return []
    for clause in shelf.clauses:
        if frame.documents and clause.document not in frame.documents:
            continue
        glossed = [(found[1], found[2]) for found in _GLOSS.finditer(clause.plain)]
        for name, gloss in glossed:
            others = [other for other, meant in glossed if meant != gloss and _paired(other, gloss, frame.text)]
            if gloss in without(frame.text, others) and others and name not in frame.text:
                where = place(clause, shelf.titles)
                return [(f"前提不成立：原文是“{name}（{gloss}）”，不是“{others[0]}”（{where}）。", (clause.id,))]
    return []


def _paired(one: str, other: str, text: str) -> bool:
    """Whether a text says of two names that one is the other."""
    return any(re.search(f"{re.escape(a)}{_IS}{re.escape(b)}", text) for a, b in ((one, other), (other, one)))
