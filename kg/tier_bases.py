"""Which tier builds on which, as the document itself says it, and the clause that says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from corpus.clause import Clause
from kg.own_tiers import own_tiers
from kg.terms import GB, Triple, iri, link
from ontology.vocabulary import Concept, Scheme

_KINDS = frozenset({"paragraph", "lead", "requirement"})
_MEETING = "(?:应|须)?(?:满足|达到|符合|具备)"
_CONDITIONS = "(?:认定|培育|建设|申报|基本)?(?:条件|要求|标准|要素)"

_PARTS = re.compile(r"(?<=[。；;，,])")


def tier_base_triples(document_id: str, tiers: Scheme, clauses: Iterable[Clause]) -> Iterator[Triple]:
    """``gb:buildsOn`` between the tiers of a document, where a clause about a tier as a whole says so.

    What is read is 在〈a tier〉的基础上, 在满足〈a tier〉条件的基础上, 除满足〈a tier〉要求外 or 以〈a tier〉为基础,
    in a clause that belongs to another tier of the document and to no capability. A part of a sentence that opens with
    a tier's name speaks of that tier.

    Args:
        document_id: The document, with its edition where it has one.
        tiers: The vocabulary of tiers.
        clauses: The document's clauses.
    """
    scheme = document_id.partition("@")[0]
    rows = tuple(clauses)
    described = [tier for tier in tiers.concepts.values() if tier.scheme == scheme]
    own = described or list(own_tiers(document_id, rows))
    for tier, base, clause in _stated(rows, own):
        yield Triple(tier.iri, f"{GB}buildsOn", link(base.iri))
        yield Triple(tier.iri, f"{GB}buildsOnStatement", link(iri("clause", clause.id)))


def _stated(rows: Iterable[Clause], own: Sequence[Concept]) -> Iterator[tuple[Concept, Concept, Clause]]:
    """Each tier with one that it builds on and the clause that says so; none that would lead round in a circle."""
    known: dict[str, set[str]] = {}
    for clause in rows:
        here = next((tier for tier in own if tier.code == clause.tier), None)
        if here is None or clause.subdomain is not None or clause.kind not in _KINDS:
            continue
        for part in _PARTS.split(clause.plain):
            tier = _spoken_of(part, own) or here
            for base in _bases(part, [one for one in own if one.code != tier.code]):
                if tier.iri not in _reached(base.iri, known):
                    known.setdefault(tier.iri, set()).add(base.iri)
                    yield tier, base, clause


def _spoken_of(part: str, own: Sequence[Concept]) -> Concept | None:
    """The tier with whose name a part of a sentence opens (智能工厂在满足数字化车间要求的基础上建设)."""
    opening = part.lstrip('“"')
    named = [(len(name), tier) for tier in own for name in (tier.zh, *tier.alternatives) if opening.startswith(name)]
    return max(named, key=lambda one: one[0])[1] if named else None


def _reached(start: str, known: Mapping[str, Collection[str]]) -> set[str]:
    """What a tier is built on, directly or through others, with itself."""
    reached, waiting = set[str](), [start]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(known.get(here, ()))
    return reached


def builds_on(text: str, names: Iterable[str]) -> bool:
    """Whether a text says of something that it is built on a tier.

    Args:
        text: The text.
        names: What the tier is called.

    >>> builds_on("应在满足基础级条件的基础上，达到", ["基础级"]), builds_on("与基础级相比", ["基础级"])
    (True, False)
    """
    either = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
    named = rf"[“\"]?(?:{either})[”\"]?(?:智能工厂|工厂|车间)?"
    said = (
        rf"在(?:已有|现有|{_MEETING})?{named}(?:建设|的?(?:全部|所有|各项)?{_CONDITIONS})?的?基础上"
        rf"|除{_MEETING}{named}的?(?:全部|所有|各项)?{_CONDITIONS}?(?:以|之)?外|以{named}为基础"
    )
    return re.search(said, text) is not None


def _bases(text: str, others: Sequence[Concept]) -> Iterator[Concept]:
    return (tier for tier in others if builds_on(text, (tier.zh, *tier.alternatives)))
