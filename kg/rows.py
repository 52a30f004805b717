"""What a query answers, as plain values and as JSON.

Source: SPARQL 1.1 Query Results JSON Format, https://www.w3.org/TR/sparql11-results-json/.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from typing import Literal as OneOf

from kg.terms import XSD, Term

Plain = str | int | float | bool | None

_WHOLE = frozenset(XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "gYear"))
_BROKEN = frozenset(XSD + name for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a query.

    Attributes:
        form: ``select``, ``ask`` or ``graph`` (of CONSTRUCT and DESCRIBE).
        variables: The columns' names; for a graph ``subject``, ``predicate``, ``object``.
        terms: The rows; None where a variable has no value.
        truth: The answer of ASK, else None.
        cut: Whether there were more rows than were asked for.
    """

    form: OneOf["select", "ask", "graph"]
    variables: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    truth: bool | None = None
    cut: bool = False

    @property
    def values(self) -> tuple[tuple[Plain, ...], ...]:
        """The rows as Python values: addresses and words as str, numbers and truth as what they are."""
        return tuple(tuple(plain_value(term) for term in row) for row in self.terms)

    @property
    def records(self) -> tuple[dict[str, Plain], ...]:
        """The rows as dictionaries by variable."""
        return tuple(dict(zip(self.variables, row, strict=True)) for row in self.values)

    def to_json(self) -> dict[str, Any]:
        """The answer as the standard's JSON object; a graph as ``{"triples": [...]}``."""
        if self.form == "ask":
            return {"head": {}, "boolean": self.truth}
        bindings = [
            {name: _binding(term) for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.terms
        ]
        if self.form == "graph":
            return {"triples": bindings}
        return {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}


def plain_value(term: Term | None) -> Plain:
    """A term as a Python value; a number written wrongly stays the words it is."""
    if term is None:
        return None
    try:
        if term.datatype in _WHOLE:
            return int(term.value)
        if term.datatype in _BROKEN:
            return float(term.value)
    except ValueError:
        return term.value
    if term.datatype == f"{XSD}boolean":
        return term.value in ("true", "1")
    return term.value


def _binding(term: Term) -> dict[str, str]:
    kind = {"iri": "uri", "literal": "literal", "blank": "bnode"}[term.kind]
    binding = {"type": kind, "value": term.value}
    if term.language is not None:
        binding["xml:lang"] = term.language
    elif term.datatype is not None:
        binding["datatype"] = term.datatype
    return binding
