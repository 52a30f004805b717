"""The page's sections on what is described with the ontology: vocabularies, the national level, mappings, queries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ontology_sections import table
from ontology_terms import Ontology, compact
from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Node

from kg.mapped import NO_MATCH, natural
from kg.named_queries import NamedQuery, named_queries, named_rules
from kg.terms import GB
from ontology.mappings import load_mappings, mapping_files

_PREDICATES = {
    "skos:closeMatch": "相近 close",
    "skos:broadMatch": "国家较宽 broader",
    "skos:narrowMatch": "国家较窄 narrower",
    "skos:relatedMatch": "相关 related",
    NO_MATCH: "无对应 no match",
}
_TITLE = re.compile(r"^#\s*mapping_set_title:\s*(.+)$", re.MULTILINE)


def vocabularies(ontology: Ontology) -> Iterator[str]:
    """The schemes of concepts and how many of each class they hold."""
    graph = ontology.graph
    rows = []
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        names = ontology.words(scheme, SKOS.prefLabel)
        kinds = Counter(kind for concept in graph.subjects(SKOS.inScheme, scheme) for kind in _kinds(ontology, concept))
        held = "、".join(f"{ontology.term(kind).zh} {count}" for kind, count in sorted(kinds.items()))
        rows.append((f"`{str(scheme).partition('gongbiao/')[2]}`", f"{names['zh']}<br>{names['en']}", held))
    yield from table(("地址 address", "名称 name", "概念数 concepts"), rows)


def system_kinds(ontology: Ontology) -> Iterator[str]:
    """The tree of kinds of systems, each with the codes of its systems."""
    top = [one for one in _of(ontology, "SystemKind") if not _broader(ontology, one)]
    for kind in top:
        yield from _kind(ontology, kind, 0)
    yield ""


def _kind(ontology: Ontology, kind: Node, depth: int) -> Iterator[str]:
    below = sorted(ontology.graph.subjects(SKOS.broader, kind), key=lambda one: natural(str(one)))
    kinds = [one for one in below if "SystemKind" in _kinds(ontology, one)]
    systems = [_notation(ontology, one) for one in below if "System" in _kinds(ontology, one)]
    names = ontology.words(kind, SKOS.prefLabel)
    listed = f"：{'、'.join(systems)}" if systems else ""
    yield f"{'  ' * depth}- **{names['zh']}** {names['en']} `{compact(kind)}`{listed}"
    for narrower in kinds:
        yield from _kind(ontology, narrower, depth + 1)


def scenarios(ontology: Ontology) -> Iterator[str]:
    """The national scenarios by link; a name of trust B is marked."""
    rows = []
    found = sorted(_of(ontology, "NationalScenario"), key=lambda one: natural(_notation(ontology, one)))
    links = dict.fromkeys(link for one in found for link in ontology.graph.objects(one, SKOS.broader))
    for link in links:
        names = ontology.words(link, SKOS.prefLabel)
        held = [one for one in found if (one, SKOS.broader, link) in ontology.graph]
        listed = "、".join(f"{_notation(ontology, one)} {_named(ontology, one)}" for one in held)
        rows.append((f"**{names['zh']}** {names['en']}", listed))
    yield from table(("环节 link", "场景 scenarios"), rows)


def gradient(ontology: Ontology) -> Iterator[str]:
    """The national tiers: who decides, and each condition with its trust and edition."""
    graph = ontology.graph
    rows = []
    tiers = [one for one in _of(ontology, "Tier") if graph.value(one, _gb("decidedBy"))]
    for tier in sorted(tiers, key=lambda one: int(str(graph.value(one, _gb("order"))))):
        who = ontology.words(tier, _gb("decidedBy"))
        name = ontology.words(tier, SKOS.prefLabel)["zh"]
        rows.append((f"**{name}**", "认定方 decided by", f"{who['zh']}<br>{who['en']}", _trust(ontology, tier), ""))
        for condition in sorted(graph.subjects(_gb("conditionOf"), tier), key=str):
            label, text = ontology.words(condition, SKOS.prefLabel), ontology.words(condition, _gb("conditionText"))
            edition = str(graph.value(condition, _gb("edition")) or "")
            rows.append((name, label["zh"], f"{text['zh']}<br>{text['en']}", _trust(ontology, condition), edition))
    yield from table(("等级 tier", "条件 condition", "内容 text", "可信度 trust", "版次 edition"), rows)


def maturity(ontology: Ontology) -> Iterator[str]:
    """The maturity model: levels, then elements with domains and subdomains."""
    levels = sorted(_of(ontology, "MaturityLevel"), key=lambda one: natural(_notation(ontology, one)))
    yield f"等级 levels：{'、'.join(_named(ontology, one) for one in levels)}"
    yield ""
    rows = []
    for element in _of(ontology, "MaturityElement"):
        domains = sorted(ontology.graph.subjects(SKOS.broader, element), key=str)
        listed = "；".join(_with_parts(ontology, domain) for domain in domains)
        rows.append((f"**{_named(ontology, element)}**", listed))
    yield from table(("能力要素 element", "能力域（子域）domains (subdomains)"), rows)


def _with_parts(ontology: Ontology, domain: Node) -> str:
    parts = sorted(ontology.graph.subjects(SKOS.broader, domain), key=str)
    listed = f"（{'、'.join(_named(ontology, one) for one in parts)}）" if parts else ""
    return f"{_named(ontology, domain)}{listed}"


def mapping_sets() -> Iterator[str]:
    """The mapping sets and how many rows of each predicate they hold."""
    titles = {name: _TITLE.findall(text) for name, text in mapping_files()}
    claims = load_mappings()
    rows = []
    for name, found in titles.items():
        predicates = Counter(one.predicate if one.matches else NO_MATCH for one in claims if one.set_name == name)
        title = found[0].strip("\"'") if found else ""
        counts = [str(predicates[predicate]) for predicate in _PREDICATES]
        rows.append((f"`{name}`<br>{title}", str(sum(predicates.values())), *counts))
    yield from table(("对应集 set", "行 rows", *_PREDICATES.values()), rows)


def rules() -> Iterator[str]:
    """The rules that a build applies, by the graph that they fill."""
    heads = ("规则 rule", "推出什么 what follows")
    yield "数据图（与原文同样确定）default graph, as certain as the texts："
    yield ""
    yield from table(heads, map(_said, named_rules("data")))
    yield "推定图（仅供参考）graph of proposals："
    yield ""
    yield from table(heads, map(_said, named_rules("proposed")))


def queries() -> Iterator[str]:
    """The queries that come with the graph, with their parameters."""
    rows = (
        (*_said(query), "<br>".join(f"`{one.name}` {one.zh}（{one.default}）" for one in query.parameters))
        for query in named_queries()
    )
    yield from table(("名称 name", "答什么 what it answers", "参数（默认值）parameters (default)"), rows)


def _said(query: NamedQuery) -> tuple[str, str]:
    return (f"`{query.name}`", f"{query.zh}<br>{query.en}")


def _of(ontology: Ontology, kind: str) -> Sequence[Node]:
    return sorted(ontology.graph.subjects(RDF.type, _gb(kind)), key=str)


def _gb(name: str) -> URIRef:
    return URIRef(GB + name)


def _kinds(ontology: Ontology, concept: Node) -> list[str]:
    """The local names of a concept's narrowest classes."""
    kinds = {one for one in ontology.graph.objects(concept, RDF.type) if str(one).startswith(GB)}
    wider = {above for one in kinds for above in ontology.core.transitive_objects(one, RDFS.subClassOf) if above != one}
    return sorted(str(one).removeprefix(GB) for one in kinds - wider)


def _broader(ontology: Ontology, concept: Node) -> Node | None:
    return ontology.graph.value(concept, SKOS.broader, any=True)


def _notation(ontology: Ontology, concept: Node) -> str:
    return str(ontology.graph.value(concept, SKOS.notation) or compact(concept))


def _named(ontology: Ontology, concept: Node) -> str:
    mark = "（B）" if _trust(ontology, concept) == "B" else ""
    return f"{ontology.words(concept, SKOS.prefLabel)['zh']}{mark}"


def _trust(ontology: Ontology, concept: Node) -> str:
    return str(ontology.graph.value(concept, _gb("trust")) or "")
