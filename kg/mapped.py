"""The mapping claims with what the graph says of both sides: names, documents, trust, and how many requirements.

Source: the ``map`` object of the command line's contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.terms import GB
from ontology.mappings import MappingClaim

NO_MATCH = "no match"
STRONG = ("skos:closeMatch", "skos:broadMatch", "skos:narrowMatch")
"""Predicates by which at least a part of the subject serves the object."""

_TARGETS = ("scenarios", "maturity", "tiers")
_SUBDOMAIN_NUMBER = re.compile(r"capability:(\d+)")
_PRINTED_NUMBER = re.compile(r"\A\d+\s*[.．、]?\s*(?=[^\W\d])")

_NAMES = """
SELECT ?concept ?zh ?en (MIN(STR(?class)) AS ?kind) (MIN(STR(?where)) AS ?document) (MIN(?sure) AS ?trust)
       (MIN(?of) AS ?edition) (MIN(?rank) AS ?order) WHERE {
  VALUES ?concept { %s }
  ?concept skos:prefLabel ?zh, ?en ; a ?class .
  FILTER(LANG(?zh) = "zh" && LANG(?en) = "en" && STRSTARTS(STR(?class), STR(gb:)))
  FILTER NOT EXISTS { ?narrower rdfs:subClassOf ?class . ?concept a ?narrower . FILTER(?narrower != ?class) }
  OPTIONAL { ?concept skos:inScheme?/gb:definedIn ?where }
  OPTIONAL { ?concept gb:trust ?sure }
  OPTIONAL { ?concept gb:edition ?of }
  OPTIONAL { ?concept gb:order ?rank }
} GROUP BY ?concept ?zh ?en
"""
_REQUIREMENTS = """
SELECT ?concept (COUNT(DISTINCT ?requirement) AS ?requirements) WHERE {
  VALUES ?concept { %s }
  ?requirement a gb:Requirement ; gb:inSubdomain|gb:inDomain|gb:inElement|gb:inTier|gb:inTrack ?concept .
} GROUP BY ?concept
"""
_CALLED = """
SELECT DISTINCT ?found ?document WHERE {
  VALUES ?wanted { %s }
  ?named a gb:Capability ; skos:prefLabel|skos:altLabel|skos:notation ?name .
  FILTER(LCASE(STR(?name)) = ?wanted)
  ?found skos:broader* ?named ; skos:inScheme?/gb:definedIn ?document .
}
"""
_NUMBERED = """
SELECT DISTINCT ?found ?document WHERE {
  ?found a gb:CapabilitySubdomain ; skos:notation "%d" ; skos:inScheme?/gb:definedIn ?document .
}
"""


@dataclass(frozen=True, slots=True)
class Named:
    """What the graph says of a concept on either side of a claim.

    Attributes:
        zh, en: Its names.
        kind: The local name of its class, such as ``CapabilitySubdomain``.
        document: The id of the document that defines it; None at the national level.
        trust: ``A`` or ``B`` at the national level.
        edition: The edition of a national concept, where it is known.
        requirements: How many requirements belong to it.
        order: A tier's place in its scheme, from 1; 0 for what has no order.
    """

    zh: str
    en: str | None = None
    kind: str | None = None
    document: str | None = None
    trust: str | None = None
    edition: str | None = None
    requirements: int = 0
    order: int = 0


@dataclass(frozen=True, slots=True)
class Mapped:
    """A claim and both of its sides.

    Attributes:
        claim: The claim.
        subject: What is mapped.
        object: The national concept; only a name where nothing corresponds.
    """

    claim: MappingClaim
    subject: Named
    object: Named

    @property
    def subdomain_no(self) -> int | None:
        """The printed number of a subdomain, None for any other subject."""
        found = _SUBDOMAIN_NUMBER.fullmatch(self.claim.subject)
        return int(found[1]) if found else None

    @property
    def predicate(self) -> str:
        """The claim's predicate, or ``no match`` where nothing corresponds."""
        return self.claim.predicate if self.claim.matches else NO_MATCH

    def to_json(self) -> dict[str, Any]:
        """The row that the command line prints."""
        claim = self.claim
        return {
            "subject": claim.subject,
            "subject_label": self.subject.zh,
            "subject_label_en": self.subject.en,
            "subject_kind": self.subject.kind,
            "subdomain_no": self.subdomain_no,
            "document": self.subject.document,
            "requirements": self.subject.requirements,
            "predicate": self.predicate,
            "target": claim.target,
            "object": claim.object,
            "object_label": self.object.zh,
            "object_label_en": self.object.en,
            "trust": self.object.trust,
            "edition": self.object.edition,
            "justification": claim.justification,
            "confidence": claim.confidence,
            "status": claim.status,
            "rationale": claim.rationale,
            "set": claim.set_name,
        }


def mapped_claims(graph: GraphStore, claims: Iterable[MappingClaim]) -> tuple[Mapped, ...]:
    """The claims with both sides: by the subdomain's number and confidence, what has no number after them.

    Args:
        graph: The graph that names both sides.
        claims: The claims.

    Raises:
        GraphError: The graph cannot be read.
    """
    listed = tuple(claims)
    named = _named(graph, {address for claim in listed for address in (claim.addresses[0], claim.addresses[2])})
    rows = (
        Mapped(
            claim,
            named.get(claim.addresses[0], Named(claim.subject_label)),
            named.get(claim.addresses[2], Named(claim.object_label)) if claim.matches else Named(claim.object_label),
        )
        for claim in listed
    )
    return tuple(sorted(rows, key=_order))


def called(graph: GraphStore, name: str) -> Mapping[str, str]:
    """What a document calls so, and what belongs to it: the id of the document by address.

    Args:
        graph: The graph that names subdomains, domains and elements.
        name: A subdomain's number (``19``), or a printed or alternative name (``设备运维``, ``19.设备运维``). The name
            of a domain or element stands for its subdomains too.

    Raises:
        GraphError: Nothing is called so.
    """
    wanted = name.strip().lower()
    if wanted.isdecimal():
        query = _NUMBERED % int(wanted)
    else:
        names = {wanted, _PRINTED_NUMBER.sub("", wanted)}
        query = _CALLED % " ".join(f'"{_escaped(one)}"' for one in sorted(names))
    found = {str(address): _id(document) for address, document in graph.query(query).values}
    if not found:
        raise GraphError(
            f"subdomain {name}: nothing is called so. Give a number or a printed name, such as 19 or 设备运维."
        )
    return found


def _named(graph: GraphStore, addresses: Iterable[str]) -> Mapping[str, Named]:
    listed = " ".join(f"<{address}>" for address in sorted(addresses))
    counted = {str(concept): int(count or 0) for concept, count in graph.query(_REQUIREMENTS % listed).values}
    return {
        str(row["concept"]): Named(
            str(row["zh"]),
            str(row["en"]),
            str(row["kind"]).removeprefix(GB),
            None if row["document"] is None else _id(row["document"]),
            None if row["trust"] is None else str(row["trust"]),
            None if row["edition"] is None else str(row["edition"]),
            counted.get(str(row["concept"]), 0),
            int(row["order"] or 0),
        )
        for row in graph.query(_NAMES % listed).records
    }


def _order(row: Mapped) -> tuple[Any, ...]:
    number, claim = row.subdomain_no, row.claim
    named = row.subject
    place = (0, number) if number is not None else (1, named.document or "", named.order, natural(claim.subject))
    return (*place, -claim.confidence, _TARGETS.index(claim.target), natural(claim.object), claim.set_name)


def natural(text: str) -> list[tuple[int, str]]:
    """A key that puts 2 before 10, whatever words stand around the numbers.

    >>> sorted(["scenario:10", "scenario:2"], key=natural)
    ['scenario:2', 'scenario:10']
    """
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text)]


def _id(document: object) -> str:
    return str(document).rpartition("/")[2]


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
