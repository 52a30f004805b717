"""The shapes that every graph must fit: completeness, checked by SHACL.

Source: Shapes Constraint Language, https://www.w3.org/TR/shacl/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from pyshacl import validate

from ontology.errors import OntologyError
from ontology.memory_graph import Graph, add_turtle, graph_of, statements_in
from ontology.statements import RDF_TYPE, Statement, read_text

SHACL = "http://www.w3.org/ns/shacl#"
STATED = ("clauses", "documents", "concepts", "stated")
"""Shapes of what the texts and vocabularies state."""
PROPOSED = ("proposals",)
"""Shapes of what is proposed; they look at what is stated, too."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A thing that does not fit a shape.

    Attributes:
        focus: The address of the thing.
        value: What it has that it should not have, if anything.
        path: The address of the property that is wrong, if it is one.
        zh, en: What the shape asks.
    """

    focus: str
    value: str | None
    path: str | None
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class ShapeReport:
    """What a validation found.

    Attributes:
        validator: The validator and its version.
        shapes: How many shapes with a target there are.
        violations: What does not fit, by thing.
    """

    validator: str
    shapes: int
    violations: tuple[Violation, ...]


def shape_text(name: str) -> str:
    """The Turtle text of one file of shapes.

    Raises:
        OntologyError: There is no such file.
    """
    return read_text("shapes", f"{name}.ttl")


def check_shapes(stated: str, proposed: str = "") -> ShapeReport:
    """Validate a graph against all shapes.

    Args:
        stated: N-Triples of what the texts and vocabularies state.
        proposed: N-Triples of what is proposed.

    Raises:
        OntologyError: A text is not N-Triples, or a shape cannot be used.
    """
    graph = graph_of(stated)
    found, shapes = _validate(graph, STATED)
    graph += graph_of(proposed)
    more, others = _validate(graph, PROPOSED)
    violations = sorted({*found, *more}, key=lambda one: (one.focus, one.zh, one.value or ""))
    return ShapeReport(f"pySHACL {version('pyshacl')}", shapes + others, tuple(violations))


def _validate(graph: Graph, names: Sequence[str]) -> tuple[list[Violation], int]:
    shapes = Graph(bind_namespaces="none")
    for name in names:
        add_turtle(shapes, shape_text(name))
    _, report, text = validate(graph, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, Graph):
        raise OntologyError(f"shapes {', '.join(names)}: they cannot be applied ({text}). Correct the shapes.")
    targets = sum(1 for one in statements_in(shapes) if one.predicate == RDF_TYPE and one.value == f"{SHACL}NodeShape")
    return list(_violations(report)), targets


def _violations(report: Graph) -> Iterator[Violation]:
    results: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements_in(report):
        results[statement.subject].append(statement)
    for about in results.values():
        if any(one.predicate == RDF_TYPE and one.value == f"{SHACL}ValidationResult" for one in about):
            yield Violation(
                _value(about, "focusNode") or "",
                _value(about, "value"),
                _value(about, "resultPath"),
                _message(about, "zh"),
                _message(about, "en"),
            )


def _value(about: Sequence[Statement], name: str) -> str | None:
    return next((one.value for one in about if one.predicate == SHACL + name), None)


def _message(about: Sequence[Statement], language: str) -> str:
    """The message in a language; the validator drops the tags of a query's messages, whose first sign tells then."""
    return next(
        (
            one.value
            for one in about
            if one.predicate == f"{SHACL}resultMessage"
            and (one.language or ("en" if one.value[:1].isascii() else "zh")) == language
        ),
        "",
    )
