"""The ontology's terms as the page shows them: labels, definitions, places in the file, and axioms in words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rdflib import BNode, Graph, URIRef  # noqa: E402
from rdflib.collection import Collection  # noqa: E402
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS  # noqa: E402
from rdflib.term import Node  # noqa: E402

from kg.terms import GB, PREFIXES  # noqa: E402
from ontology.statements import published_turtle, read_text  # noqa: E402

_HEADING = re.compile(r"^# (?P<words>.+)$")
_DESCRIBED = re.compile(r"^gb:(?P<name>\w+) a ")
_TRAITS = {
    OWL.FunctionalProperty: "函数性 functional",
    OWL.TransitiveProperty: "传递 transitive",
    OWL.AsymmetricProperty: "非对称 asymmetric",
    OWL.IrreflexiveProperty: "非自反 irreflexive",
}
_NAMED = tuple(sorted(PREFIXES.items(), key=lambda pair: -len(pair[1])))


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology.

    Attributes:
        name: Its compact address, such as ``gb:Clause``.
        zh, en: Its labels.
        zh_definition, en_definition: Its definitions.
        source: Where it comes from.
        place: What it is under or between: superclasses, or domain and range and traits.
    """

    name: str
    zh: str
    en: str
    zh_definition: str
    en_definition: str
    source: str
    place: tuple[str, ...]


class Ontology:
    """Everything that is published, and where in ``core.ttl`` each term stands."""

    def __init__(self) -> None:
        self.graph = Graph(bind_namespaces="none")
        self.core = Graph(bind_namespaces="none").parse(data=read_text("core.ttl"), format="turtle")
        for _, turtle in published_turtle():
            self.graph.parse(data=turtle, format="turtle")

    def sections(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The headings of ``core.ttl`` and the local names of the terms under each, in the order of the file."""
        heading = ""
        names: list[str] = []
        for line in read_text("core.ttl").splitlines():
            if found := _HEADING.match(line):
                if names:
                    yield heading, tuple(names)
                heading, names = found["words"], []
            elif found := _DESCRIBED.match(line):
                names.append(found["name"])
        if names:
            yield heading, tuple(names)

    def term(self, name: str) -> Term:
        """A term by its local name.

        Raises:
            KeyError: It is not described in both languages.
        """
        node = URIRef(GB + name)
        label, definition = self.words(node, RDFS.label), self.words(node, SKOS.definition)
        source = self.words(node, DCTERMS.source).get("zh", "")
        place = self._class_place(node) if self.is_class(name) else self._property_place(node)
        zh_definition, en_definition = definition["zh"], definition["en"]
        return Term(f"gb:{name}", label["zh"], label["en"], zh_definition, en_definition, source, tuple(place))

    def is_class(self, name: str) -> bool:
        """Whether a local name is a class's."""
        return (URIRef(GB + name), RDF.type, OWL.Class) in self.core

    def words(self, subject: Node, predicate: URIRef) -> dict[str, str]:
        """Words by language; several of one language are joined."""
        found: dict[str, list[str]] = {}
        for value in self.graph.objects(subject, predicate):
            found.setdefault(getattr(value, "language", None) or "", []).append(str(value))
        return {language: "；".join(sorted(all_)) for language, all_ in found.items()}

    def label(self, node: Node) -> str:
        """A term's Chinese label, or its compact address where it has none."""
        found = self.words(node, RDFS.label) or self.words(node, SKOS.prefLabel)
        return found.get("zh") or compact(node)

    def logic(self, name: str) -> str | None:
        """How a class is defined, in words; None where it is only described.

        A class equal to its description is written with ``＝``, one that only holds what fits with ``⊇``.
        """
        node = URIRef(GB + name)
        for description in self.core.objects(node, OWL.equivalentClass):
            return f"＝ {self._description(description)}"
        for description in self.core.subjects(RDFS.subClassOf, node):
            if isinstance(description, BNode):
                return f"⊇ {self._description(description)}"
        return None

    def disjoint_groups(self) -> Iterator[tuple[str, ...]]:
        """Classes that share nothing, group by group."""
        for group in self.core.subjects(RDF.type, OWL.AllDisjointClasses):
            members = self.core.value(group, OWL.members)
            assert members is not None
            yield tuple(compact(one) for one in Collection(self.core, members))
        for first, second in self.core.subject_objects(OWL.disjointWith):
            yield (compact(first), compact(second))

    def _description(self, node: Node) -> str:
        parts = self.core.value(node, OWL.intersectionOf)
        if parts is not None:
            return " 且 ".join(self._description(one) for one in Collection(self.core, parts))
        on = self.core.value(node, OWL.onProperty)
        if on is None:
            return self.label(node)
        value, kind = self.core.value(node, OWL.hasValue), self.core.value(node, OWL.someValuesFrom)
        if value is not None:
            return f"「{self.label(on)}」取值 {self.label(value)}"
        assert kind is not None, "a restriction of a kind that the page cannot put into words"
        return f"「{self.label(on)}」某个 {self.label(kind)}"

    def _class_place(self, node: URIRef) -> Iterator[str]:
        for wider in sorted(self.core.objects(node, RDFS.subClassOf), key=str):
            if isinstance(wider, URIRef):
                yield f"⊑\u00a0{linked(wider)}"

    def _property_place(self, node: URIRef) -> Iterator[str]:
        domain, range_ = self.core.value(node, RDFS.domain), self.core.value(node, RDFS.range)
        if domain is not None or range_ is not None:
            yield " → ".join(linked(one) if one is not None else "任意" for one in (domain, range_))
        for wider in sorted(self.core.objects(node, RDFS.subPropertyOf), key=str):
            yield f"⊑\u00a0{linked(wider)}"
        chains = (Collection(self.core, chain) for chain in self.core.objects(node, OWL.propertyChainAxiom))
        yield from sorted(f"⊒\u00a0{' ∘ '.join(linked(one) for one in chain)}" for chain in chains)
        traits = [words for kind, words in _TRAITS.items() if (node, RDF.type, kind) in self.core]
        if traits:
            yield "、".join(traits)


def compact(node: Node) -> str:
    """An address with its prefix, such as ``gb:Clause``."""
    for prefix, address in _NAMED:
        if str(node).startswith(address):
            return f"{prefix}:{str(node).removeprefix(address)}"
    return str(node)


def anchor(name: str) -> str:
    """The anchor of a term on the page."""
    return name.replace(":", "-")


def linked(node: Node) -> str:
    """A term's compact address in Markdown, as a link where the page describes it."""
    name = compact(node)
    return f"[`{name}`](#{anchor(name)})" if name.startswith("gb:") else f"`{name}`"
