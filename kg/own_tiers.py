"""The tiers that only single documents of a library have, put beside those that the vocabulary describes.

A province calls its tiers as it likes. What its own text calls them is all that is known: the code and the name that
its rows carry. A question may use that name, or the grade in it (先进级 of 先进级智能工厂).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from corpus.clause import Clause
from corpus.folding import folded
from kg.terms import iri, step
from ontology.vocabulary import Concept, Scheme

_REGION = re.compile(r"^[\u4e00-\u9fff]{2,8}?(?:自治区|省|市|县|区)(?!级)")
_AWARDED = re.compile(r"^(?:国家|省|市|县|区|州|自治区)级(?=..)")
_GRADE = re.compile(r"^(?P<grade>[\u4e00-\u9fffA-Z\d]{1,4}级|[一二三四五1-5]星级?)(?=[\u4e00-\u9fff])")
_FACTORY = ("智能工厂", "工厂", "智能车间", "数字化车间", "车间")
_KIND = "Tier"


def with_own_tiers(scheme: Scheme, clauses: Iterable[Clause]) -> Scheme:
    """The vocabulary of tiers with those of documents that it does not describe: behind its own, as texts order them.

    Args:
        scheme: The vocabulary of tiers.
        clauses: All rows of the library.

    Returns:
        The vocabulary itself where it describes all tiers. A code that several documents have stands once.
    """
    found: dict[str, Concept] = {}
    for document, rows in _by_document(clauses).items():
        for tier in own_tiers(document, rows):
            if tier.code in scheme.concepts:
                continue
            known = found.get(tier.code, tier)
            names = dict.fromkeys((*known.alternatives, tier.zh, *tier.alternatives))
            found[tier.code] = replace(known, alternatives=tuple(name for name in names if name != known.zh))
    if not found:
        return scheme
    return replace(scheme, concepts=MappingProxyType({**scheme.concepts, **found}))


def own_tiers(document: str, clauses: Iterable[Clause]) -> tuple[Concept, ...]:
    """The tiers that the rows of one document belong to, in the order of the text, under the document's own address.

    Args:
        document: The document's id, with its edition where it has one.
        clauses: Its rows.
    """
    labels: dict[str, dict[str, None]] = defaultdict(dict)
    for clause in clauses:
        if clause.tier is not None:
            labels[clause.tier][clause.tier_label or clause.tier] = None
    return tuple(_concept(code, list(names), document) for code, names in labels.items())


def _by_document(clauses: Iterable[Clause]) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        found[clause.document].append(clause)
    return found


def _concept(code: str, labels: Sequence[str], document: str) -> Concept:
    names = dict.fromkeys(name for label in labels for name in (label, *_short(label)))
    shown = next(iter(names))
    others = tuple(name for name in dict.fromkeys((*names, *map(folded, names))) if name != shown)
    address = iri("tier", document, step(code))
    return Concept(code, shown, shown, others, (), (), document, _KIND, iri=address)


def _short(label: str) -> Iterable[str]:
    """The name without whose it is and who awards it, and the grade in it, alone and of what it is awarded to.

    >>> list(_short("省级示范车间")), list(_short("山东省基础级"))[:3]
    (['示范车间'], ['基础级', '基础级', '基础级智能工厂'])
    """
    bare = _AWARDED.sub("", _REGION.sub("", label))
    if bare != label:
        yield bare
    if graded := _GRADE.match(f"{bare}{_FACTORY[0]}"):
        yield from (graded["grade"], *(f"{graded['grade']}{what}" for what in _FACTORY))
