"""What a document puts under a capability's name: the parts of the same name need not be the same in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corpus.clause import Clause
from corpus.library import Document
from kg.views.filing import listed_items
from kg.views.library import same_name

_SHORTEST = 3


def contents(document: Document, called: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The parts of each element and domain of a document, in reading order, by the name above them.

    Args:
        document: The document.
        called: Codes by names of capabilities.
    """
    found: dict[str, dict[str, None]] = {}
    for clause in document.clauses:
        for above, part in _parts(clause, called):
            if same_name(above) != same_name(part):
                found.setdefault(same_name(above), {}).setdefault(part)
    return {name: tuple(parts) for name, parts in found.items()}


def _parts(clause: Clause, called: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a part of it that a clause shows."""
    if clause.domain and clause.subdomain:
        yield clause.domain, clause.subdomain
    if clause.element and clause.domain:
        yield clause.element, clause.domain
    if clause.element and not clause.domain and clause.kind == "requirement":
        if clause.label and len(clause.label) >= _SHORTEST and not clause.label.isascii():
            yield clause.element, clause.label
        yield from ((clause.element, item) for item in listed_items(clause, called))


def unlike(held: Mapping[str, Iterable[str]], called: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The parts of one name that not every document has, each with the documents that have it.

    Args:
        held: The parts, by document; a document that shows none is not there.
        called: Codes by names: parts of one code are the same part, told by the first name.
    """
    names: dict[str, str] = {}
    having: dict[str, dict[str, None]] = {}
    for document, parts in held.items():
        for part in parts:
            code = called.get(same_name(part), same_name(part))
            names.setdefault(code, part)
            having.setdefault(code, {}).setdefault(document)
    return {names[code]: tuple(where) for code, where in having.items() if len(where) < len(held)}
