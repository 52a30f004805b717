"""Statements as three signs each, read from N-Triples: what definitions and reasoners are compared by.

A sign is a term as N-Triples writes it: ``<address>``, ``_:name`` or a literal in quotation marks.

Source: RDF 1.1 N-Triples, https://www.w3.org/TR/n-triples/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ontology.errors import OntologyError

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


class Fact(NamedTuple):
    """One statement in signs."""

    subject: str
    predicate: str
    object: str


def sign(address: str) -> str:
    """The sign of an address."""
    return f"<{address}>"


def address(term: str) -> str:
    """The address of a sign; a sign of something else as it stands."""
    return term[1:-1] if term.startswith("<") else term


A = sign(f"{RDF}type")


def read_facts(ntriples: str) -> frozenset[Fact]:
    """The statements of an N-Triples text.

    Args:
        ntriples: One statement a line, single spaces between its signs, as graph libraries write it.

    Raises:
        OntologyError: A line is no statement.
    """
    return frozenset(_read(ntriples))


def _read(ntriples: str) -> Iterator[Fact]:
    # Only a line feed ends a line: other signs that end lines elsewhere may stand in a text.
    for line in ntriples.split("\n"):
        if not line:
            continue
        parts = line.removesuffix(" .").split(" ", 2)
        if len(parts) != 3 or not line.endswith(" ."):
            raise OntologyError(f"statement {line[:80]!r}: not N-Triples. Export the graph again.")
        yield Fact(*parts)


def write_facts(facts: Iterable[Fact]) -> str:
    """The statements as N-Triples, sorted."""
    return "".join(f"{line}\n" for line in sorted(" ".join((*fact, ".")) for fact in facts))


def without_literals(facts: Iterable[Fact]) -> frozenset[Fact]:
    """The statements between things, without what says words and numbers of them."""
    return frozenset(fact for fact in facts if not fact.object.startswith('"'))
