"""The terms of RDF as plain values, and the addresses that the graph uses.

Source: RDF 1.1 Concepts, https://www.w3.org/TR/rdf11-concepts/; RFC 3987 for the signs an address may hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import NamedTuple
from urllib.parse import quote

from corpus.clause import IRI_ROOT

GB = f"{IRI_ROOT}ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
ELI = "http://data.europa.eu/eli/ontology#"
SSSOM = "https://w3id.org/sssom/"
PROPOSED = f"{IRI_ROOT}graph/proposed"
"""The named graph of what is only proposed: mappings to the national level, and what follows from them."""
ALIGNED = f"{IRI_ROOT}graph/aligned"
"""The named graph of what the product infers itself: which clauses of two documents speak of one matter."""

PREFIXES = {
    "gb": GB,
    "document": f"{IRI_ROOT}document/",
    "tier": f"{IRI_ROOT}tier/",
    "capability": f"{IRI_ROOT}capability/",
    "track": f"{IRI_ROOT}track/",
    "system": f"{IRI_ROOT}system/",
    "kind": f"{IRI_ROOT}system-kind/",
    "technology": f"{IRI_ROOT}technology/",
    "force": f"{IRI_ROOT}force/",
    "evidence": f"{IRI_ROOT}evidence/",
    "scenario": f"{IRI_ROOT}national/scenario/",
    "maturity": f"{IRI_ROOT}national/maturity/",
    "graph": f"{IRI_ROOT}graph/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": RDFS,
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "eli": ELI,
    "sssom": SSSOM,
    "semapv": "https://w3id.org/semapv/vocab/",
}

_NOT_IN_PATH = re.compile(
    r"[^A-Za-z0-9._~!$&'()*+,;=:@/\-"  # signs that a path may hold, then letters beyond ASCII, plane by plane
    + "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
    + "]"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a statement or of a query's answer.

    Attributes:
        kind: ``iri``, ``literal`` or ``blank``.
        value: The address, the words, or the blank node's name.
        language: The language tag of a literal that has one.
        datatype: The address of a literal's datatype; None for plain and tagged words.
    """

    kind: OneOf["iri", "literal", "blank"]
    value: str
    language: str | None = None
    datatype: str | None = None


class Triple(NamedTuple):
    """A statement; subject and predicate are addresses."""

    subject: str
    predicate: str
    object: Term


def iri(*parts: str | int) -> str:
    """An address under the project's root, what an address may not hold escaped: ``iri("tier", "smart-factory")``.

    A slash within a part stays; :func:`step` turns it into a sign like any other.
    """
    return IRI_ROOT + "/".join(_NOT_IN_PATH.sub(_percent, str(part)) for part in parts)


def step(text: str) -> str:
    """Words as one step of a path: a slash in them becomes the full-width one, since it would part two steps."""
    return text.replace("/", "／")


def fragment(subject: str, name: str) -> str:
    """The address of a part of something: ``subject#name``."""
    return f"{subject}#{name}"


def link(address: str) -> Term:
    """An address as the object of a statement."""
    return Term("iri", address)


def words(text: str, language: str | None = None) -> Term:
    """Words as the object of a statement."""
    return Term("literal", text, language)


def number(value: int | float) -> Term:
    """A number as the object of a statement: ``xsd:integer`` or ``xsd:double``."""
    if isinstance(value, int):
        return Term("literal", str(value), None, f"{XSD}integer")
    return Term("literal", repr(value), None, f"{XSD}double")


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")
