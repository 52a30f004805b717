"""The queries and rules that come with the graph, each a file that says in two languages what it answers or infers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from kg.errors import GraphError
from kg.query_parameters import Parameter, read_parameters, with_values

_HEADER = re.compile(r"^# (zh|en): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that comes with the graph.

    Attributes:
        name: The file's name without its ending, such as ``cells-not-required``.
        zh: What it answers, in Chinese.
        en: What it answers, in English.
        sparql: The query; its parameters have their defaults.
        parameters: What it may be asked about.
    """

    name: str
    zh: str
    en: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()

    def asking(self, values: Mapping[str, str]) -> str:
        """The query with other values than its defaults.

        Args:
            values: Values by the names of parameters; a parameter left out keeps its default.

        Raises:
            GraphError: There is no such parameter, or a value cannot be one.

        Example:
            >>> "future-factory" in named_query("requirements-of-cell").asking({"tier": "future-factory"})
            True
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise GraphError(f"query {self.name}: has no parameter {name!r}. {self.offer()}")
        return with_values(self.sparql, {name: known[name].literal(value) for name, value in values.items()})

    def offer(self) -> str:
        """A sentence that says which parameters can be set."""
        if not self.parameters:
            return "It has none."
        return f"It has {', '.join(f'{one.name}={one.default}' for one in self.parameters)}."


def named_queries() -> tuple[NamedQuery, ...]:
    """All queries that come with the graph, by name.

    Raises:
        GraphError: A query's file lacks its description in one of the languages.
    """
    return _read("queries")


def named_rules(graph: Literal["data", "proposed"]) -> tuple[NamedQuery, ...]:
    """The rules that a build applies to its graph until nothing new follows, by name.

    Args:
        graph: Whether what follows is as certain as the data, or only proposed.

    Raises:
        GraphError: A rule's file lacks its description in one of the languages.
    """
    return _read("rules", graph)


def _read(*folders: str) -> tuple[NamedQuery, ...]:
    folder = files("kg").joinpath(*folders)
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".rq")), key=lambda path: path.name)
    return tuple(parse_query(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8")) for path in paths)


def named_query(name: str) -> NamedQuery:
    """The query of a name.

    Raises:
        GraphError: There is none.
    """
    known = {query.name: query for query in named_queries()}
    if name not in known:
        raise GraphError(f"{name!r}: no query has this name. Choose one of {', '.join(known)}.")
    return known[name]


def parse_query(name: str, text: str) -> NamedQuery:
    """A query from its file's text.

    Args:
        name: The file's name without its ending.
        text: SPARQL, below lines ``# zh: …`` and ``# en: …`` that say what it answers, and a line for each parameter.

    Raises:
        GraphError: The description lacks in one of the languages, or a parameter has no place in the query.
    """
    described = dict(_HEADER.findall(text))
    if set(described) != {"zh", "en"}:
        raise GraphError(f"query {name}: needs one line '# zh: …' and one '# en: …'. Add them.")
    return NamedQuery(name, described["zh"], described["en"], text, tuple(read_parameters(name, text)))
