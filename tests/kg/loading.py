"""A graph's file loaded by other programs, and written out again by each, to be held against the graph.

What is compared: every statement. Blank nodes are matched by what they are; numbers are compared by value, since two of
the programs write 1 as 1.0.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import owlready2
import pyoxigraph
import rdflib

FORMATS = {
    "ttl": (pyoxigraph.RdfFormat.TURTLE, "turtle"),
    "rdfxml": (pyoxigraph.RdfFormat.RDF_XML, "xml"),
    "jsonld": (pyoxigraph.RdfFormat.JSON_LD, "json-ld"),
    "nt": (pyoxigraph.RdfFormat.N_TRIPLES, "nt"),
}
_DOUBLE = pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#double")


def statements(triples: Iterable[pyoxigraph.Triple]) -> pyoxigraph.Dataset:
    """Statements that are equal to others where the graphs are."""
    found = pyoxigraph.Dataset(pyoxigraph.Quad(one.subject, one.predicate, _by_value(one.object)) for one in triples)
    found.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return found


def by_pyoxigraph(path: Path, form: str) -> pyoxigraph.Dataset:
    """What pyoxigraph reads."""
    return statements(quad.triple for quad in pyoxigraph.parse(path=str(path), format=FORMATS[form][0]))


def by_rdflib(path: Path, form: str) -> pyoxigraph.Dataset:
    """What rdflib reads; that its reader of JSON-LD uses what it calls outdated itself is not ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        loaded = rdflib.Graph().parse(path, format=FORMATS[form][1])
    return _from_lines(loaded.serialize(format="nt", encoding="utf-8"))


def by_owlready2(path: Path, form: str) -> pyoxigraph.Dataset:
    """What owlready2 reads into a world of its own; it knows RDF/XML and N-Triples from each other by itself."""
    assert form in ("rdfxml", "nt"), "owlready2 reads neither Turtle nor JSON-LD"
    world = owlready2.World()
    with path.open("rb") as file:
        ontology = world.get_ontology("https://w3id.org/gongbiao/ontology").load(fileobj=file)
    written = io.BytesIO()
    ontology.save(written, format="ntriples")
    return _from_lines(written.getvalue())


LOADERS: Mapping[str, Callable[[Path, str], pyoxigraph.Dataset]] = {
    "pyoxigraph": by_pyoxigraph,
    "rdflib": by_rdflib,
    "owlready2": by_owlready2,
}


def _from_lines(lines: bytes) -> pyoxigraph.Dataset:
    return statements(quad.triple for quad in pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES))


def _by_value(
    term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple,
) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple:
    if isinstance(term, pyoxigraph.Literal) and term.datatype == _DOUBLE:
        return pyoxigraph.Literal(repr(float(term.value)), datatype=_DOUBLE)
    return term
