"""The check ``ontology``: whether every term of the ontology explains itself and is used; how many axioms there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.checks.completeness import short
from kg.checks.verdict import Check, Said, verdict
from kg.graph import GraphStore
from kg.terms import RDFS
from ontology.facts import OWL, RDF, A, Fact, read_facts, sign

_KINDS = {
    "Class": "classes",
    "ObjectProperty": "object",
    "DatatypeProperty": "data",
    "AnnotationProperty": "annotation",
}
_TERMS = """
SELECT DISTINCT ?term ?kind WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
  ?term a ?kind . FILTER(STRSTARTS(STR(?term), STR(gb:)))
} ORDER BY ?term
"""
_UNEXPLAINED = """
SELECT DISTINCT ?term ?what ?language WHERE {
  { VALUES (?what ?language) { (rdfs:label "zh") (rdfs:label "en") (skos:definition "zh") (skos:definition "en") }
    ?term a ?kind . FILTER NOT EXISTS { ?term ?what ?words . FILTER(LANG(?words) = ?language) } }
  UNION { VALUES ?what { dcterms:source } ?term a ?kind . FILTER NOT EXISTS { ?term ?what ?source } }
  FILTER(?kind IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty))
  FILTER(STRSTARTS(STR(?term), STR(gb:)))
} ORDER BY ?term ?what ?language
"""
_USED = """
SELECT DISTINCT ?term WHERE {
  { ?one a ?term } UNION { GRAPH ?inferred { ?one a ?term } }
  UNION { ?one ?term ?other } UNION { GRAPH ?inferred { ?one ?term ?other } }
  FILTER(STRSTARTS(STR(?term), STR(gb:)))
}
"""
_PROFILE = "SELECT ?profile WHERE { ?ontology a owl:Ontology ; rdfs:seeAlso ?profile } ORDER BY ?profile"

_CHARACTERISTICS = frozenset(
    sign(f"{OWL}{name}Property")
    for name in ("Functional", "InverseFunctional", "Transitive", "Symmetric", "Asymmetric", "Reflexive", "Irreflexive")
)
_AXIOMS = frozenset(
    {sign(f"{OWL}{name}") for name in ("equivalentClass", "equivalentProperty", "disjointWith", "inverseOf")}
    | {sign(f"{OWL}{name}") for name in ("propertyChainAxiom", "propertyDisjointWith")}
    | {sign(f"{RDFS}{name}") for name in ("subClassOf", "subPropertyOf", "domain", "range")}
)
_GROUPS = frozenset(sign(f"{OWL}{name}") for name in ("AllDisjointClasses", "AllDisjointProperties"))


def check_ontology(graph: GraphStore) -> Check:
    """Look at the project's own terms, as the graph describes and uses them.

    Raises:
        GraphError: The graph cannot be read.
    """
    facts = read_facts(graph.canonical("stated"))
    kinds = {str(term): str(kind).removeprefix(OWL) for term, kind in graph.query(_TERMS).values}
    used = {str(row[0]) for row in graph.query(_USED).values}
    counts = Counter(_KINDS[kind] for kind in kinds.values())
    axioms = count_axioms(facts)
    profiles = "、".join(str(row[0]).rpartition("/")[2] for row in graph.query(_PROFILE).values) or "—"
    findings = list(_unexplained(graph))
    idle = [short(term) for term in kinds if term not in used]
    return verdict(
        "ontology",
        Said(
            f"{len(kinds)} 个术语（类 {counts['classes']}、对象属性 {counts['object']}、数据属性 {counts['data']}、"
            f"注释属性 {counts['annotation']}），关于类与属性的公理 {axioms} 条，声明的剖面 OWL 2 {profiles}；"
            f"本图没有用到 {len(idle)} 个；{len(findings)} 处不符",
            f"{len(kinds)} terms ({counts['classes']} classes, {counts['object']} object, {counts['data']} data and "
            f"{counts['annotation']} annotation properties), {axioms} axioms about classes and properties, declared "
            f"profile OWL 2 {profiles}; {len(idle)} not used in this graph; {len(findings)} mismatches",
        ),
        findings,
        remarks=[Said(f"{term}：本图没有用到", f"{term}: not used in this graph") for term in idle],
        figures={"terms": len(kinds), "axioms": axioms, "profile": f"OWL 2 {profiles}", **dict(counts)},
    )


def count_axioms(facts: Iterable[Fact]) -> int:
    """How many logical axioms about classes and properties the facts hold; those about individuals do not count.

    Source: Mapping to RDF Graphs, https://www.w3.org/TR/owl2-mapping-to-rdf/.
    """
    listed = list(facts)
    notes = {one.subject for one in listed if one.predicate == A and one.object == sign(f"{OWL}AnnotationProperty")}
    return sum(
        one.predicate in _AXIOMS or (one.predicate == A and one.object in _CHARACTERISTICS | _GROUPS)
        for one in listed
        if one.subject not in notes
    )


def _unexplained(graph: GraphStore) -> Iterator[Said]:
    for term, what, language in graph.query(_UNEXPLAINED).values:
        missing = short(str(what).replace(RDF, "rdf:")) + (f" @{language}" if language else "")
        yield Said(f"{short(str(term))}：缺 {missing}", f"{short(str(term))}: lacks {missing}")
