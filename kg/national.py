"""The national level beside the documents: what is proposed to correspond to what, and what the national tiers ask.

No document states any of it. Correspondences are proposals with a reason and a confidence; what the national tiers ask
comes from publications that are not the official text, each fact with its trust.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.clause import Clause
from kg.coverage import Scenario, scenario_coverage
from kg.graph import GraphStore
from kg.mapped import NO_MATCH, Mapped, natural
from kg.terms import PREFIXES
from ontology.mappings import Target

CLOSENESS: Mapping[str, int] = {
    "skos:closeMatch": 0,
    "skos:narrowMatch": 1,
    "skos:broadMatch": 1,
    "skos:relatedMatch": 2,
    NO_MATCH: 3,
}
"""Ranks of predicates, the closest first; neither of wider and narrower is closer than the other."""

_CANDIDATES = """
SELECT DISTINCT ?clause ?scenario WHERE {
  GRAPH graph:proposed { ?requirement gb:candidateScenario ?scenario }
  ?requirement dcterms:identifier ?clause .
}
"""
_MEMBERS = """
SELECT DISTINCT ?subject ?clause WHERE {
  VALUES ?subject { %s }
  ?row gb:inSubdomain|gb:inDomain|gb:inElement|gb:inTrack ?subject ; dcterms:identifier ?clause .
}
"""
_FACTS = """
SELECT DISTINCT ?tier ?order ?tierZh ?tierEn ?aboutZh ?aboutEn ?zh ?en ?trust ?edition ?place ?levelZh WHERE {
  {
    ?tier gb:decidedBy ?zh, ?en ; gb:trust ?trust .
    gb:decidedBy rdfs:label ?aboutZh, ?aboutEn .
    BIND(0 AS ?place)
  } UNION {
    ?condition gb:conditionOf ?tier ; skos:prefLabel ?aboutZh, ?aboutEn ; gb:conditionText ?zh, ?en ; gb:trust ?trust .
    OPTIONAL { ?condition gb:edition ?edition }
    OPTIONAL {
      ?condition gb:requiresMaturityLevel ?level .
      ?level skos:prefLabel ?levelZh FILTER(LANG(?levelZh) = "zh")
    }
    OPTIONAL { ?condition gb:requiresConstructionLink ?link }
    OPTIONAL { ?condition gb:minimumShare ?least }
    BIND(IF(BOUND(?level), 1, IF(BOUND(?link), 2, IF(BOUND(?least), 3, 4))) AS ?place)
  }
  ?tier skos:prefLabel ?tierZh, ?tierEn ; gb:order ?order .
  FILTER(LANG(?tierZh) = "zh" && LANG(?tierEn) = "en")
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en" && LANG(?aboutZh) = "zh" && LANG(?aboutEn) = "en")
} ORDER BY ?order ?place ?zh
"""


_CALLED = """
SELECT DISTINCT ?id ?zh WHERE {
  VALUES ?id { "national-scenarios" "national-maturity" "national" }
  ?scheme dcterms:identifier ?id .
  { ?scheme skos:prefLabel ?zh } UNION { ?tier a gb:Tier ; skos:inScheme ?scheme ; skos:prefLabel ?zh }
  FILTER(LANG(?zh) = "zh")
}
"""
_LEVELS = """
SELECT ?zh ?en ?trust WHERE {
  ?level a gb:MaturityLevel ; skos:notation ?code ; skos:prefLabel ?zh, ?en ; gb:trust ?trust .
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")
} ORDER BY ?code
"""
_NAMED = """
SELECT ?zh ?en WHERE { <%s> skos:prefLabel ?zh, ?en FILTER(LANG(?zh) = "zh" && LANG(?en) = "en") }
"""
_SCHEMES: Mapping[str, Target] = {
    "national-scenarios": "scenarios",
    "national-maturity": "maturity",
    "national": "tiers",
}
_IN_BRACKETS = re.compile(r"[（(].*?[）)]")


@dataclass(frozen=True, slots=True)
class TierFact:
    """Something known of a national tier from publications: who decides on it, or one of its conditions.

    Attributes:
        tier_zh, tier_en: The tier's names.
        about_zh, about_en: What the fact is about.
        zh, en: The fact in words of ours.
        trust: ``A`` where unrelated publications agree, else ``B``.
        edition: The edition it was found in, where that matters.
        level: The Chinese name of the maturity level that it asks for.
        condition: Whether it is a condition; else it says who decides.
    """

    tier_zh: str
    tier_en: str
    about_zh: str
    about_en: str
    zh: str
    en: str
    trust: str
    edition: str | None = None
    level: str | None = None
    condition: bool = True


class NationalLevel:
    """Lookups over the claims and the facts of the national level; each is read when it is first asked for.

    Args:
        graph: The graph that knows which clauses belong to what is mapped.
        mapped: Gives the claims with both sides named.
    """

    def __init__(self, graph: GraphStore, mapped: Callable[[], Iterable[Mapped]]) -> None:
        self._graph = graph
        self._mapped = mapped

    @cached_property
    def rows(self) -> tuple[Mapped, ...]:
        """The claims with both sides named, the closest first."""
        return tuple(sorted(self._mapped(), key=_closeness))

    def of(self, subject: str, target: Target | None = None) -> tuple[Mapped, ...]:
        """What a subject (``capability:19``, ``tier:smart-factory``) is mapped to, the closest first."""
        return tuple(row for row in self._by_subject.get(subject, ()) if target in (None, row.claim.target))

    def reaching(self, counterpart: str) -> tuple[Mapped, ...]:
        """What is mapped to something national (``scenario:27``), the closest first."""
        return tuple(row for row in self.rows if row.claim.object == counterpart)

    def clauses_of(self, subject: str) -> frozenset[str]:
        """Ids of the rows that belong to a mapped capability or track."""
        return self._members.get(subject, frozenset())

    def scenarios(self, document: str | None = None) -> tuple[Scenario, ...]:
        """Every national scenario with what reaches it, counting only a document's requirements where one is given."""
        return scenario_coverage(self._graph, self.rows, document)

    def facts_of(self, tier: str) -> tuple[TierFact, ...]:
        """What is known of a national tier (``tier:national-advanced``): who decides, then its conditions."""
        return self._facts.get(tier, ())

    def name_of(self, counterpart: str) -> tuple[str, str]:
        """The Chinese and English names of something national; its compact address where it has none."""
        prefix, _, code = counterpart.partition(":")
        names = self._graph.query(_NAMED % (PREFIXES[prefix] + code)).values
        return (str(names[0][0]), str(names[0][1])) if names else (counterpart, counterpart)

    def called(self, target: Target) -> tuple[str, ...]:
        """What a text may call a part of the national level: the names of its scheme and of its tiers."""
        return self._called.get(target, ())

    @property
    def tiers(self) -> tuple[str, ...]:
        """The national tiers of which something is known, from low to high."""
        return tuple(self._facts)

    @cached_property
    def maturity_levels(self) -> tuple[tuple[str, str, str], ...]:
        """The Chinese and English names of the maturity model's levels, from low to high, each with its trust."""
        return tuple((str(zh), str(en), str(trust)) for zh, en, trust in self._graph.query(_LEVELS).values)

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for scheme, name in self._graph.query(_CALLED).values:
            found[_SCHEMES[str(scheme)]].append(_IN_BRACKETS.sub("", str(name)))
        return {target: tuple(names) for target, names in found.items()}

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Mapped, ...]]:
        found: dict[str, list[Mapped]] = defaultdict(list)
        for row in self.rows:
            found[row.claim.subject].append(row)
        return {subject: tuple(rows) for subject, rows in found.items()}

    @cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        subjects = {row.claim.addresses[0]: row.claim.subject for row in self.rows}
        query = _MEMBERS % " ".join(f"<{address}>" for address in sorted(subjects))
        found: dict[str, set[str]] = defaultdict(set)
        for address, clause in self._graph.query(query).values:
            found[subjects[str(address)]].add(str(clause))
        return {subject: frozenset(ids) for subject, ids in found.items()}

    @cached_property
    def _facts(self) -> Mapping[str, tuple[TierFact, ...]]:
        found: dict[str, list[TierFact]] = defaultdict(list)
        for row in self._graph.query(_FACTS).records:
            edition = None if row["edition"] is None else str(row["edition"])
            names = [str(row[name]) for name in ("tierZh", "tierEn", "aboutZh", "aboutEn", "zh", "en", "trust")]
            zh, en, about_zh, about_en, said_zh, said_en, trust = names
            # A condition's name repeats the tier's: 先进级：建设重点.
            about_zh, about_en = about_zh.rpartition("：")[2], about_en.rpartition(":")[2].strip()
            level = None if row["levelZh"] is None else str(row["levelZh"])
            asked = int(str(row["place"])) > 0
            fact = TierFact(zh, en, about_zh, about_en, said_zh, said_en, trust, edition, level, asked)
            found[_compact("tier", row["tier"])].append(fact)
        return {tier: tuple(facts) for tier, facts in found.items()}


def read_candidates(graph: GraphStore) -> Mapping[str, tuple[str, ...]]:
    """The national scenarios (``scenario:27``) that each requirement is a candidate for, by the clause's id.

    Raises:
        GraphError: The graph cannot be read.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for clause, scenario in graph.query(_CANDIDATES).values:
        found[str(clause)].append(_compact("scenario", scenario))
    return {clause: tuple(sorted(scenarios, key=natural)) for clause, scenarios in found.items()}


def with_candidates(clauses: Iterable[Clause], candidates: Mapping[str, tuple[str, ...]]) -> tuple[Clause, ...]:
    """The clauses with the scenarios that they are candidates for, as :func:`read_candidates` gives them."""
    return tuple(replace(clause, national=candidates.get(clause.id, ())) for clause in clauses)


def _closeness(row: Mapped) -> tuple[int, float]:
    return CLOSENESS[row.predicate], -row.claim.confidence


def _compact(prefix: str, address: object) -> str:
    return f"{prefix}:{str(address).removeprefix(PREFIXES[prefix])}"
