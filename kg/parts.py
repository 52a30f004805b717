"""The parts of a document: what stands under one heading, and which part holds which.

A part is known by its path of headings. Where a heading is printed on a line of its own, the part points at that
clause; a heading that runs into its sentence is only the part's title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Clause
from kg.terms import DCTERMS, GB, RDF_TYPE, Triple, iri, link, number, step, words

Path = tuple[str, ...]


def part_triples(document_id: str, clauses: Sequence[Clause]) -> Iterator[Triple]:
    """The parts of a document, in reading order, and the clauses directly in them.

    Args:
        document_id: The document, with its edition where it has one.
        clauses: Its clauses in reading order.
    """
    headings: dict[Path, Clause] = {}
    for clause in clauses:
        if clause.kind == "heading" and clause.path:
            headings.setdefault(clause.path, clause)
    for ordinal, path in enumerate(_paths(clauses), start=1):
        part = _address(document_id, path)
        yield Triple(part, RDF_TYPE, link(f"{GB}Part"))
        yield Triple(part, f"{DCTERMS}title", words(path[-1], "zh"))
        yield Triple(part, f"{GB}inDocument", link(iri("document", document_id)))
        yield Triple(part, f"{GB}ordinal", number(ordinal))
        if len(path) > 1:
            yield Triple(part, f"{GB}partOf", link(_address(document_id, path[:-1])))
        if path in headings:
            yield Triple(part, f"{GB}hasHeading", link(iri("clause", headings[path].id)))
            if headings[path].section:
                yield Triple(part, f"{GB}section", words(headings[path].section))
    for clause in clauses:
        if clause.path:
            yield Triple(iri("clause", clause.id), f"{GB}inPart", link(_address(document_id, clause.path)))


def _paths(clauses: Iterable[Clause]) -> tuple[Path, ...]:
    """Every path and its beginnings, each once, in reading order."""
    paths = (clause.path[:length] for clause in clauses for length in range(1, len(clause.path) + 1))
    return tuple(dict.fromkeys(paths))


def _address(document_id: str, path: Path) -> str:
    return iri("part", document_id, *(step(heading) for heading in path))
