"""What a named query may be asked about: its parameters, and how a value gets into its text.

A query's file stands alone as SPARQL: each parameter is a line ``VALUES ?tier { "smart-factory" }`` that holds its
default. Another value replaces that line as a literal written here, so it can be nothing but a value.

Source: SPARQL 1.1 Query, https://www.w3.org/TR/sparql11-query/#inline-data and #rSTRING_LITERAL2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import GraphError
from kg.terms import GB

NUMBER = "number"

_HEADER = re.compile(r"^# parameter: (?P<line>.+)$", re.MULTILINE)
_PARTS = re.compile(
    r"(?P<name>[a-z][a-z_]*) = (?P<default>[^|]+?) \| of: (?P<of>gb:[A-Za-z]+|number)"
    r" \| zh: (?P<zh>[^|]+?) \| en: (?P<en>.+)"
)
_PLACE = re.compile(r"VALUES \?(?P<name>[a-z][a-z_]*) \{ (?P<value>[^{}]*) \}")
_PLAIN = re.compile(r'[^"\\\x00-\x1f\x7f]{1,200}')
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a named query can be asked about.

    Attributes:
        name: Its name, which is also the query's variable.
        default: The value that the query's file holds.
        of: What its values are: codes of things of a class (``gb:Tier``), or ``number``.
        zh: What it means, in Chinese.
        en: What it means, in English.
    """

    name: str
    default: str
    of: str
    zh: str
    en: str

    @property
    def codes_query(self) -> str | None:
        """A query for all values that it can have, or None where it is a number."""
        if self.of == NUMBER:
            return None
        kind = f"<{GB}{self.of.removeprefix('gb:')}>"
        return (
            f"SELECT DISTINCT ?code WHERE {{ ?thing a {kind} ; skos:notation|dcterms:identifier ?code }} ORDER BY ?code"
        )

    def literal(self, value: str) -> str:
        """A value as SPARQL writes it.

        Args:
            value: A code, or a number such as ``0.5``.

        Raises:
            GraphError: No code or no number looks like this.
        """
        if self.of == NUMBER:
            if _DECIMAL.fullmatch(value):
                return value
            raise GraphError(f"parameter {self.name}: {value!r} is no number. Give one such as {self.default}.")
        if _PLAIN.fullmatch(value):
            return f'"{value}"'
        raise GraphError(f"parameter {self.name}: {value!r} is no code. Give one such as {self.default}.")

    def require_place(self, query: str, sparql: str) -> None:
        """Nothing where a query's text holds the parameter's default in one place.

        Raises:
            GraphError: It does not, so that a value could not be set.
        """
        found = [place["value"] for place in _PLACE.finditer(sparql) if place["name"] == self.name]
        if found != [self.literal(self.default)]:
            line = f"VALUES ?{self.name} {{ {self.literal(self.default)} }}"
            raise GraphError(f"query {query}: needs {line!r} once, for its parameter. Add it.")


def read_parameters(query: str, sparql: str) -> Iterator[Parameter]:
    """The parameters that a query's file declares, in its order.

    Each is a line ``# parameter: tier = smart-factory | of: gb:Tier | zh: 等级代码 | en: code of a tier``.

    Args:
        query: The query's name.
        sparql: The text of its file.

    Raises:
        GraphError: Such a line is written otherwise, or the query has no place for the value.
    """
    for header in _HEADER.finditer(sparql):
        parts = _PARTS.fullmatch(header["line"])
        if parts is None:
            raise GraphError(
                f"query {query}: the parameter line {header['line']!r} is not "
                "'NAME = DEFAULT | of: gb:Class or number | zh: … | en: …'. Correct it."
            )
        parameter = Parameter(**parts.groupdict())
        parameter.require_place(query, sparql)
        yield parameter


def with_values(sparql: str, literals: Mapping[str, str]) -> str:
    """A query with other values; all are set in one pass, so that none is looked for within another.

    Args:
        sparql: The text of the query's file.
        literals: What :meth:`Parameter.literal` wrote, by the names of parameters.
    """

    def value(place: re.Match[str]) -> str:
        name = place["name"]
        return f"VALUES ?{name} {{ {literals[name]} }}" if name in literals else place[0]

    return _PLACE.sub(value, sparql)
