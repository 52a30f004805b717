"""The queries that :mod:`kg.neighbours` asks, and what it calls kinds of things and links."""

from __future__ import annotations

from collections.abc import Mapping

from kg.terms import GB, SKOS

CLASSES: Mapping[str, str] = {
    "Tier": "tier",
    "CapabilityElement": "capability",
    "CapabilityDomain": "capability",
    "CapabilitySubdomain": "capability",
    "Document": "document",
    "Track": "track",
    "System": "system",
    "SystemKind": "system",
    "Technology": "technology",
    "Clause": "clause",
    "NationalScenario": "national",
    "MaturityCapability": "national",
    "EvidenceType": "evidence",
    "DefinedTerm": "term",
    "Industry": "industry",
    "Region": "region",
}
"""The kinds of things, in the order in which they are given, by the local names of their classes."""

RELATIONS: Mapping[str, tuple[str, str]] = {
    f"{GB}{name}": words
    for name, words in {
        "RequiredCell": ("有要求", "asked for"),
        "NotRequiredCell": ("不做要求", "not required"),
        "byClauses": ("条款里提到", "named in its clauses"),
        "inTier": ("所属等级", "of the tier"),
        "inElement": ("所属能力要素", "in the element"),
        "inDomain": ("所属能力域", "in the domain"),
        "inSubdomain": ("所属能力子域", "in the subdomain"),
        "inTrack": ("所属类型", "of the track"),
        "inDocument": ("所在文件", "in the document"),
        "namesSystem": ("提到系统", "names the system"),
        "namesTechnology": ("提到技术", "names the technology"),
        "definesTerm": ("定义术语", "defines the term"),
        "definedIn": ("定义所在", "defined in"),
        "forIndustry": ("适用行业", "for the industry"),
        "directlyAbove": ("紧邻高于", "directly above"),
        "buildsOn": ("建立在", "builds on"),
        "buildsOnStatement": ("基础的依据", "stated to build on in"),
        "candidateEvidence": ("可用的证明材料", "candidate evidence"),
        "candidateScenario": ("候选场景", "candidate scenario"),
        "sameMatterAs": ("同一事项", "same matter as"),
        "sameWordsAs": ("逐字相同", "same words as"),
    }.items()
} | {
    "http://purl.org/dc/terms/spatial": ("地区", "region"),
    f"{SKOS}broader": ("上位", "broader"),
    f"{SKOS}related": ("相关", "related"),
    f"{SKOS}closeMatch": ("相近", "close match"),
    f"{SKOS}narrowMatch": ("对方较窄", "narrower match"),
    f"{SKOS}broadMatch": ("对方较宽", "broader match"),
    f"{SKOS}relatedMatch": ("相关", "related match"),
}
"""What links are called in Chinese and English; others are not followed."""

_CLASSES = f"VALUES ?class {{ {' '.join(f'gb:{name}' for name in CLASSES)} }}"
_NAMES = """
  OPTIONAL { ?thing skos:prefLabel ?label FILTER(LANG(?label) = "zh") }
  OPTIONAL { ?thing dcterms:title ?title } OPTIONAL { ?thing dcterms:identifier ?identifier }
  BIND(COALESCE(?title, ?identifier) AS ?name)
"""


def _named(pattern: str) -> str:
    return f"SELECT DISTINCT ?other ?relation WHERE {{ {pattern} BIND(gb:byClauses AS ?relation) }}"


THINGS = f"""
SELECT DISTINCT ?thing ?class ?label ?name WHERE {{
  {_CLASSES} FILTER(?class != gb:Clause)
  ?thing a ?class . {_NAMES}
}}
"""
"""Everything but clauses."""

DESCRIBED = f"""
SELECT ?thing ?class ?label ?name ?ordinal WHERE {{
  VALUES ?thing {{ THINGS }} ?thing a ?class . {_CLASSES}
  FILTER NOT EXISTS {{ ?thing a gb:Heading }}
  {_NAMES}
  OPTIONAL {{ ?thing gb:ordinal ?place }} OPTIONAL {{ ?thing gb:order ?rank }}
  BIND(COALESCE(?place, ?rank, 0) AS ?ordinal)
}} ORDER BY ?ordinal ?thing
"""
"""Some things in the order of their texts; THINGS stands for their addresses. Headings are none."""


LINKS: tuple[tuple[str, bool, bool], ...] = (
    ("SELECT ?other ?relation WHERE { THING ?relation ?other }", True, False),
    ("SELECT ?other ?relation WHERE { ?other ?relation THING }", False, False),
    ("SELECT ?other ?relation WHERE { GRAPH ?graph { THING ?relation ?other } }", True, True),
    ("SELECT ?other ?relation WHERE { GRAPH ?graph { ?other ?relation THING } }", False, True),
    ("SELECT ?other ?relation WHERE { ?cell gb:cellOf THING ; gb:atTier ?other ; a ?relation }", True, False),
    ("SELECT ?other ?relation WHERE { ?cell gb:atTier THING ; gb:cellOf ?other ; a ?relation }", False, False),
    (_named("?clause gb:inSubdomain THING ; gb:namesSystem|gb:namesTechnology ?other"), True, False),
    (_named("?clause gb:namesSystem|gb:namesTechnology THING ; gb:inSubdomain ?other"), False, False),
    (_named("?clause gb:inDocument THING ; gb:inTier|gb:inElement|gb:inTrack ?other"), True, False),
)
"""Queries for the links of one thing, with whether they lead from it and whether no text states them.

THING stands for its address. They are asked one by one: together, the store would go through all of the graph.
"""
