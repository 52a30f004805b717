"""How far the mappings reach, both ways: which subjects are mapped, and which national scenarios requirements serve.

A scenario is ``close`` where requirements are candidates for it, ``partial`` where a wider or narrower subject with
requirements corresponds to it, ``related`` where it is only touched on, and ``none`` where nothing names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Literal

from kg.graph import GraphStore
from kg.mapped import NO_MATCH, STRONG, Mapped, natural
from kg.terms import GB, PREFIXES
from ontology.mappings import Target

Reach = Literal["close", "partial", "related", "none"]

_SCENARIOS = """
SELECT ?scenario ?number ?zh ?en ?link ?linkEn ?trust ?edition WHERE {
  ?scenario a gb:NationalScenario ; skos:notation ?number ; skos:prefLabel ?zh, ?en ; gb:trust ?trust ;
            skos:broader ?group .
  ?group skos:prefLabel ?link, ?linkEn .
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en" && LANG(?link) = "zh" && LANG(?linkEn) = "en")
  OPTIONAL { ?scenario gb:edition ?edition }
}
"""
_CANDIDATES = """
SELECT DISTINCT ?scenario ?clause ?document ?ordinal WHERE {
  GRAPH graph:proposed { ?requirement gb:candidateScenario ?scenario }
  ?requirement dcterms:identifier ?clause ; gb:ordinal ?ordinal ; gb:inDocument/dcterms:identifier ?document .
} ORDER BY ?document ?ordinal ?scenario
"""
_TOTALS = """
SELECT ?document (COUNT(DISTINCT ?requirement) AS ?n) WHERE {
  ?requirement a gb:Requirement ; gb:inDocument/dcterms:identifier ?document .
} GROUP BY ?document
"""
_OF_CLASS = """
SELECT DISTINCT ?concept ?zh WHERE {
  ?concept a <%s> ; skos:inScheme?/gb:definedIn <%s> ; skos:prefLabel ?zh . FILTER(LANG(?zh) = "zh")
}
"""
_ABOVE = "SELECT DISTINCT ?above WHERE { VALUES ?mapped { %s } ?mapped skos:broader+ ?above }"

_RANKS = ("skos:closeMatch", "partial", "skos:relatedMatch", NO_MATCH)
"""How good a subject's best row is, the best first."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A national scenario and what reaches it.

    Attributes:
        number: Its number in the list.
        zh, en: Its names.
        link, link_en: Names of the link it belongs to.
        trust, edition: Of its name.
        reach: How far requirements serve it.
        requirements: Ids of the requirements that are candidates for it, in reading order.
        rows: What is mapped to it, whatever the predicate.
    """

    number: int
    zh: str
    en: str
    link: str
    link_en: str
    trust: str
    edition: str | None
    reach: Reach
    requirements: tuple[str, ...]
    rows: tuple[Mapped, ...]

    @property
    def id(self) -> str:
        """Its compact address."""
        return f"scenario:{self.number}"

    def to_json(self) -> dict[str, Any]:
        """The scenario as the command line prints it."""
        return {
            "id": self.id,
            "label": self.zh,
            "label_en": self.en,
            "link": self.link,
            "trust": self.trust,
            "edition": self.edition,
            "reach": self.reach,
            "requirements": list(self.requirements),
            "subjects": [
                {"subject": row.claim.subject, "subject_label": row.subject.zh, "predicate": row.predicate}
                for row in self.rows
            ],
        }


@dataclass(frozen=True, slots=True)
class SubjectCoverage:
    """How many subjects of a kind a document has, and how far each is mapped at its best.

    Attributes:
        document: The document's id.
        kind: The local name of the subjects' class.
        target: What they are mapped to.
        subjects: How many there are.
        close, partial, related, no_match: How many have such a row as their best.
        unmapped: Names of those without any row.
    """

    document: str
    kind: str
    target: Target
    subjects: int
    close: int
    partial: int
    related: int
    no_match: int
    unmapped: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The figures as the command line prints them."""
        return {name: getattr(self, name) for name in self.__slots__} | {"unmapped": list(self.unmapped)}


def scenario_coverage(graph: GraphStore, rows: Iterable[Mapped], document: str | None = None) -> tuple[Scenario, ...]:
    """Every national scenario with what reaches it, in the order of the list.

    Args:
        graph: The graph with scenarios and candidates.
        rows: The claims; those to other targets are passed over.
        document: Count only what this document asks.

    Raises:
        GraphError: The graph cannot be read.
    """
    reaching: dict[str, list[Mapped]] = defaultdict(list)
    for row in rows:
        if row.claim.matches and row.claim.target == "scenarios" and document in (None, row.subject.document):
            reaching[row.claim.addresses[2]].append(row)
    candidates: dict[str, list[str]] = defaultdict(list)
    for scenario, clause, where, _ in graph.query(_CANDIDATES).values:
        if document in (None, where):
            candidates[str(scenario)].append(str(clause))
    found = (
        _scenario(one, tuple(candidates[str(one["scenario"])]), tuple(reaching[str(one["scenario"])]))
        for one in graph.query(_SCENARIOS).records
    )
    return tuple(sorted(found, key=lambda one: one.number))


def subject_coverage(
    graph: GraphStore, rows: Iterable[Mapped], document: str | None = None
) -> tuple[SubjectCoverage, ...]:
    """How far each kind of subject is mapped, by document, kind and target.

    Where one subject of a kind is mapped to a target, all of that kind in the document are counted, but for those that
    are mapped through what is narrower.

    Args:
        graph: The graph that knows all subjects.
        rows: The claims.
        document: Only this document's.

    Raises:
        GraphError: The graph cannot be read.
    """
    best: dict[tuple[str, str, Target], dict[str, int]] = defaultdict(dict)
    for row in rows:
        where, kind = row.subject.document, row.subject.kind
        if where is not None and kind is not None and document in (None, where):
            group = best[where, kind, row.claim.target]
            address = row.claim.addresses[0]
            group[address] = min(_rank(row), group.get(address, len(_RANKS)))
    mapped: dict[tuple[str, Target], set[str]] = defaultdict(set)
    for (where, _, target), subjects in best.items():
        mapped[where, target] |= subjects.keys()
    groups = sorted(best, key=lambda one: (natural(one[0]), one[1:]))
    return tuple(_covered(graph, *group, best[group], mapped[group[0], group[2]]) for group in groups)


def requirement_counts(graph: GraphStore, scenarios: Sequence[Scenario], document: str | None = None) -> dict[str, int]:
    """How many requirements there are, and how many are candidates for a scenario.

    Args:
        graph: The graph.
        scenarios: From :func:`scenario_coverage`, of the same document.
        document: Count only this document's.

    Raises:
        GraphError: The graph cannot be read.
    """
    total = sum(int(count or 0) for where, count in graph.query(_TOTALS).values if document in (None, where))
    return {"requirements": total, "candidates": len({one for each in scenarios for one in each.requirements})}


def _rank(row: Mapped) -> int:
    if row.predicate in _RANKS:
        return _RANKS.index(row.predicate)
    return _RANKS.index("partial")


def _covered(
    graph: GraphStore, document: str, kind: str, target: Target, best: Mapping[str, int], mapped: AbstractSet[str]
) -> SubjectCoverage:
    known = {
        str(address): str(name)
        for address, name in graph.query(_OF_CLASS % (GB + kind, PREFIXES["document"] + document)).values
    }
    listed = " ".join(f"<{address}>" for address in sorted(mapped))
    parted = {str(row[0]) for row in graph.query(_ABOVE % listed).values}
    unmapped = sorted((name for address, name in known.items() if address not in best.keys() | parted), key=natural)
    close, partial, related, no_match = (list(best.values()).count(rank) for rank in range(len(_RANKS)))
    return SubjectCoverage(
        document, kind, target, len(best) + len(unmapped), close, partial, related, no_match, tuple(unmapped)
    )


def _scenario(one: Mapping[str, Any], requirements: tuple[str, ...], rows: tuple[Mapped, ...]) -> Scenario:
    reach: Reach = "related" if rows else "none"
    if any(row.predicate in STRONG and row.subject.requirements for row in rows):
        reach = "partial"
    if requirements:
        reach = "close"
    return Scenario(
        int(one["number"]),
        str(one["zh"]),
        str(one["en"]),
        str(one["link"]),
        str(one["linkEn"]),
        str(one["trust"]),
        None if one["edition"] is None else str(one["edition"]),
        reach,
        requirements,
        rows,
    )
