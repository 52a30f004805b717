"""Turtle files in, plain Python statements out: the layer's only contact with the RDF library.

Source: RDF 1.1 Turtle, https://www.w3.org/TR/turtle/.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.errors import OntologyError

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
GB = "https://w3id.org/gongbiao/ontology#"


class Statement(NamedTuple):
    """One triple, its terms as strings; ``language`` is set for language-tagged text only."""

    subject: str
    predicate: str
    value: str
    language: str | None


def read_text(*parts: str) -> str:
    """The text of a file that is installed with this package.

    Args:
        parts: The path inside the package, such as ``"vocabularies", "systems.ttl"``.

    Raises:
        OntologyError: The file is not there.
    """
    path = files("ontology").joinpath(*parts)
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise OntologyError(f"{'/'.join(parts)}: not among the installed files. Install Gongbiao again.") from error


def read_statements(text: str, name: str) -> Iterator[Statement]:
    """The statements of a Turtle text about named things, in the order of the file.

    Args:
        text: Turtle.
        name: What to call the text in an error.

    Raises:
        OntologyError: The text is not Turtle.
    """
    try:
        for triple in parse(text, format=RdfFormat.TURTLE):
            subject, value = triple.subject, triple.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            language = value.language if isinstance(value, Literal) else None
            yield Statement(subject.value, triple.predicate.value, value.value, language)
    except SyntaxError as error:
        raise OntologyError(f"{name}: not Turtle ({error}). Correct the file.") from error


def published_turtle() -> Iterator[tuple[str, str]]:
    """Name and text of every Turtle file that is published: the ontology, the vocabularies, the national level.

    Raises:
        OntologyError: The ontology is not among the installed files.
    """
    yield "core.ttl", read_text("core.ttl")
    for folder in ("vocabularies", "national"):
        for path in sorted(files("ontology").joinpath(folder).iterdir(), key=lambda path: path.name):
            if path.name.endswith(".ttl"):
                yield path.name, path.read_text(encoding="utf-8")
