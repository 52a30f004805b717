"""Everything of the national level that a subject could correspond to, whether or not anything does."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph import GraphStore
from kg.mapped import natural
from kg.terms import PREFIXES
from ontology.mappings import Target

_LISTED = """
SELECT ?concept ?zh ?en ?trust (MIN(?of) AS ?edition) (MIN(?rank) AS ?order) (MIN(?aboveZh) AS ?groupZh)
       (MIN(?aboveEn) AS ?groupEn) WHERE {
  VALUES ?class { %s }
  ?concept a ?class ; skos:prefLabel ?zh, ?en ; gb:trust ?trust ; skos:inScheme ?scheme .
  ?scheme dcterms:identifier "%s" .
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")
  OPTIONAL { ?concept gb:edition ?of }
  OPTIONAL { ?concept gb:order ?rank }
  OPTIONAL {
    ?concept skos:broader+ ?above .
    ?above skos:prefLabel ?aboveZh, ?aboveEn .
    FILTER(LANG(?aboveZh) = "zh" && LANG(?aboveEn) = "en")
    FILTER NOT EXISTS { ?above skos:broader ?higher }
  }
} GROUP BY ?concept ?zh ?en ?trust
"""
_SOUGHT: dict[Target, tuple[str, str, str]] = {
    "scenarios": ("gb:NationalScenario", "national-scenarios", "scenario"),
    "maturity": ("gb:MaturityDomain gb:MaturitySubdomain", "national-maturity", "maturity"),
    "tiers": ("gb:Tier", "national", "tier"),
}


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Something of the national level.

    Attributes:
        id: Its compact address, such as ``scenario:27``.
        zh, en: Its names.
        group_zh, group_en: Names of what it belongs to at the top: a link or an element; None for a tier.
        trust: ``A`` where unrelated publications agree on it, else ``B``.
        edition: The edition it was found in, where that is known.
        order: Its place among tiers, from 1; 0 for what has none.
    """

    id: str
    zh: str
    en: str
    group_zh: str | None
    group_en: str | None
    trust: str
    edition: str | None
    order: int


def counterparts(graph: GraphStore, target: Target) -> tuple[Counterpart, ...]:
    """What could be mapped to: scenarios by number, parts of the maturity model by element, tiers from low to high.

    Raises:
        GraphError: The graph cannot be read.
    """
    classes, scheme, prefix = _SOUGHT[target]
    found = []
    for row in graph.query(_LISTED % (classes, scheme)).records:
        named = {name: None if row[name] is None else str(row[name]) for name in ("groupZh", "groupEn", "edition")}
        found.append(
            Counterpart(
                f"{prefix}:{str(row['concept']).removeprefix(PREFIXES[prefix])}",
                str(row["zh"]),
                str(row["en"]),
                named["groupZh"],
                named["groupEn"],
                str(row["trust"]),
                named["edition"],
                int(str(row["order"] or 0)),
            )
        )
    if target == "maturity":
        return tuple(sorted(found, key=lambda one: (one.group_zh or "", one.id)))
    return tuple(sorted(found, key=lambda one: (one.order, natural(one.id))))
