"""The queries and rules that come with the graph, each a file that says in two languages what it answers or infers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from kg.errors import GraphError

_HEADER = re.compile(r"^# (zh|en): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that comes with the graph.

    Attributes:
        name: The file's name without its ending, such as ``cells-not-required``.
        zh: What it answers, in Chinese.
        en: What it answers, in English.
        sparql: The query.
    """

    name: str
    zh: str
    en: str
    sparql: str


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
    return tuple(_parse(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8")) for path in paths)


def named_query(name: str) -> NamedQuery:
    """The query of a name.

    Raises:
        GraphError: There is none.
    """
    known = {query.name: query for query in named_queries()}
    if name not in known:
        raise GraphError(f"{name!r}: no query has this name. Choose one of {', '.join(known)}.")
    return known[name]


def _parse(name: str, text: str) -> NamedQuery:
    described = dict(_HEADER.findall(text))
    if set(described) != {"zh", "en"}:
        raise GraphError(f"query {name}: needs one line '# zh: …' and one '# en: …'. Add them.")
    return NamedQuery(name, described["zh"], described["en"], text)
