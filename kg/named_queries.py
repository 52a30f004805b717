"""The queries that come with the graph, each a file in ``kg/queries/`` that says in two languages what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

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
    folder = files("kg").joinpath("queries")
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
