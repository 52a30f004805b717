"""The check ``vocabularies``: whether texts and vocabularies use the same names, and each name means one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Clause
from kg.checks.completeness import short
from kg.checks.verdict import Check, Said, verdict
from kg.graph import GraphStore
from kg.linking import Linker
from ontology.vocabulary import Scheme

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-/+.][A-Za-z0-9]+)*")
_LISTED = 12

_BARE = """
SELECT DISTINCT ?concept ?language WHERE {
  VALUES ?language { "zh" "en" }
  ?concept skos:inScheme ?scheme .
  FILTER NOT EXISTS { ?concept skos:prefLabel ?label . FILTER(LANG(?label) = ?language) }
} ORDER BY ?concept ?language
"""
# Names are compared among concepts of one finest class: a domain and its only subdomain may share theirs.
_SHARED = """
SELECT DISTINCT ?one ?other ?name ?preferred WHERE {
  ?one skos:inScheme ?scheme ; skos:prefLabel|skos:altLabel ?name ; a ?class .
  ?other skos:inScheme ?scheme ; skos:prefLabel|skos:altLabel ?name ; a ?class .
  FILTER(STR(?one) < STR(?other) && STRSTARTS(STR(?class), STR(gb:)))
  FILTER NOT EXISTS { ?finer rdfs:subClassOf ?class . ?one a ?finer . FILTER(?finer != ?class) }
  BIND(EXISTS { ?one skos:prefLabel ?name } || EXISTS { ?other skos:prefLabel ?name } AS ?preferred)
} ORDER BY ?name ?one
"""
_UNUSED = """
SELECT DISTINCT ?concept WHERE {
  { ?concept a gb:Capability } UNION { ?concept a gb:Track }
  ?concept skos:inScheme/gb:definedIn ?document .
  FILTER EXISTS { ?clause gb:inDocument ?document }
  FILTER NOT EXISTS { ?used skos:broader* ?concept . ?clause gb:inElement|gb:inDomain|gb:inSubdomain|gb:inTrack ?used }
} ORDER BY ?concept
"""
_NAMED = """
SELECT ?id ?code WHERE {
  ?clause dcterms:identifier ?id ; (gb:namesSystem|gb:namesTechnology)/skos:notation ?code .
}
"""


def check_vocabularies(clauses: Sequence[Clause], systems: Scheme, technologies: Scheme, graph: GraphStore) -> Check:
    """Compare the names in texts, clauses, graph and vocabularies.

    Args:
        clauses: All clauses, with the systems and technologies that they name.
        systems: The vocabulary of systems.
        technologies: The vocabulary of technologies.
        graph: The graph of those clauses.

    Raises:
        GraphError: The graph cannot be read.
    """
    linker = Linker(systems, technologies)
    names = sum(len(clause.systems) + len(clause.technologies) for clause in clauses)
    shared = [(short(str(a)), short(str(b)), str(n), bool(p)) for a, b, n, p in graph.query(_SHARED).values]
    unknown = _unknown(clauses, linker)
    findings = [
        *_relinked(clauses, linker),
        *_ungraphed(clauses, graph),
        *(
            Said(f"{short(str(one))}：缺 {tag} 名称", f"{short(str(one))}: no name in {tag}")
            for one, tag in _rows(graph)
        ),
        *(Said(f"“{n}”：{a} 与 {b} 同名", f"“{n}”: both {a} and {b}") for a, b, n, preferred in shared if preferred),
        *(
            Said(f"{short(str(row[0]))}：没有条款用到", f"{short(str(row[0]))}: used by no clause")
            for row in graph.query(_UNUSED).values
        ),
    ]
    concepts = len(systems.concepts) + len(technologies.concepts)
    listed = "、".join(list(unknown)[:_LISTED])
    return verdict(
        "vocabularies",
        Said(
            f"{concepts} 个系统与技术概念，条目点名 {names} 次；词表之外的西文缩写 {len(unknown)} 个"
            + (f"（{listed}）" if unknown else "")
            + f"；{len(findings)} 处不符",
            f"{concepts} systems and technologies, named {names} times by clauses; "
            f"{len(unknown)} Latin abbreviations that no vocabulary knows"
            + (f" ({listed})" if unknown else "")
            + f"; {len(findings)} mismatches",
        ),
        findings,
        remarks=[
            *(_unlisted(name, places) for name, places in unknown.items()),
            *(
                Said(f"“{n}”兼指 {a} 与 {b}", f"“{n}” means both {a} and {b}")
                for a, b, n, preferred in shared
                if not preferred
            ),
        ],
        figures={"concepts": concepts, "names": names, "unknown_abbreviations": len(unknown)},
    )


def _relinked(clauses: Iterable[Clause], linker: Linker) -> Iterator[Said]:
    """Clauses whose systems and technologies are not those that the vocabularies find in their words."""
    for clause in clauses:
        found = linker.enrich(clause)
        before, after = {*clause.systems, *clause.technologies}, {*found.systems, *found.technologies}
        if before != after:
            names = "、".join(sorted(before ^ after))
            yield Said(
                f"{clause.id}：点名与词表不符：{names}", f"{clause.id}: names differ from the vocabularies: {names}"
            )


def _ungraphed(clauses: Iterable[Clause], graph: GraphStore) -> Iterator[Said]:
    held: dict[str, set[str]] = defaultdict(set)
    for identifier, code in graph.query(_NAMED).values:
        held[str(identifier)].add(str(code))
    for clause in clauses:
        differing = {*clause.systems, *clause.technologies} ^ held.get(clause.id, set())
        if differing:
            names = "、".join(sorted(differing))
            yield Said(f"{clause.id}：点名与图不符：{names}", f"{clause.id}: names differ from the graph: {names}")


def _rows(graph: GraphStore) -> Iterator[tuple[str, str]]:
    return ((str(concept), str(language)) for concept, language in graph.query(_BARE).values)


def _unknown(clauses: Iterable[Clause], linker: Linker) -> dict[str, list[str]]:
    """Abbreviations in capitals that name nothing known, each with the clauses that have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for clause in clauses:
        known = {
            place
            for mention in linker.mentions(clause.plain, colloquial=False)
            for place in range(mention.start, mention.end)
        }
        for word in _LATIN.finditer(clause.plain):
            abbreviates = sum(sign.isupper() for sign in word[0]) > 1 and len(set(word[0])) > 1  # XXXX holds a place
            if abbreviates and known.isdisjoint(range(*word.span())):
                found[word[0]].append(clause.id)
    return dict(sorted(found.items()))


def _unlisted(name: str, places: Sequence[str]) -> Said:
    return Said(
        f"{name}：词表里没有（{len(places)} 处，如 {places[0]}）",
        f"{name}: in no vocabulary ({len(places)} times, first in {places[0]})",
    )
