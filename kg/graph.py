"""The graph on disk: written once by a build, then opened read-only by any number of processes.

This is the layer's one contact with the graph library, whose terms are turned into ours and back here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Literal as OneOf
from typing import cast

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
    serialize,
)
from pyoxigraph import Triple as ForeignTriple

from kg.errors import GraphError
from kg.named_queries import named_rules
from kg.query_guard import require_harmless
from kg.replacing import replacing
from kg.rows import Rows
from kg.terms import ALIGNED, PREFIXES, PROPOSED, Term, Triple
from ontology.statements import published_turtle

Format = OneOf["ttl", "rdfxml", "jsonld", "nt"]

_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
}
_PROPOSED, _ALIGNED = NamedNode(PROPOSED), NamedNode(ALIGNED)
_PLACE = re.compile(r"at (\d+):(\d+)")
_ForeignTerm = NamedNode | BlankNode | Literal | ForeignTriple


def write_graph(folder: Path, triples: Iterable[Triple], proposals: Iterable[Triple] = ()) -> int:
    """Write a new graph: the ontology, the vocabularies, the statements given, and what the rules infer.

    Args:
        folder: Where the graph will lie; it must not exist or be empty.
        triples: Statements; those that stand twice count once.
        proposals: Statements that are only proposed; they stand in a graph of their own.

    Returns:
        How many statements the graph holds.

    Raises:
        GraphError: The folder holds something, or cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise GraphError(f"{folder}: holds something already. Give a new folder.")
    try:
        store = Store(str(folder))
        _fill(store, triples, proposals)
        store.flush()
        store.optimize()
        return len(store)
    except OSError as error:
        raise GraphError(f"{folder}: the graph cannot be written ({error}). Check the disk.") from error


def add_alignments(folder: Path, triples: Iterable[Triple]) -> None:
    """Add what is inferred of aligned clauses to a graph that :func:`write_graph` wrote, in a graph of its own.

    Args:
        folder: The graph's folder.
        triples: Statements about aligned clauses.

    Raises:
        GraphError: The folder holds no graph, or cannot be written.
    """
    if not (folder / "CURRENT").is_file():
        raise GraphError(f"{folder}: holds no graph. Build again.")
    try:
        store = Store(str(folder))
        store.bulk_extend(_foreign_quad(triple, _ALIGNED) for triple in triples)
        store.flush()
        store.optimize()
    except OSError as error:
        raise GraphError(f"{folder}: the graph cannot be written ({error}). Check the disk.") from error


class GraphStore:
    """A graph to ask; nothing can change it through here."""

    def __init__(self, store: Store, name: str) -> None:
        """Wrap an open store; use :meth:`open_read_only` or :meth:`in_memory`.

        Args:
            store: The graph library's store.
            name: What to call the graph in errors.
        """
        self._store = store
        self._name = name

    @classmethod
    def open_read_only(cls, folder: Path) -> GraphStore:
        """Open a graph that :func:`write_graph` wrote; other processes may have it open too.

        Raises:
            GraphError: There is no graph, or it is damaged.
        """
        if not (folder / "CURRENT").is_file():
            raise GraphError(f"{folder}: holds no graph. Build again.")
        try:
            return cls(Store.read_only(str(folder)), str(folder))
        except OSError as error:
            raise GraphError(f"{folder}: the graph cannot be opened ({error}). Build again.") from error

    @classmethod
    def in_memory(
        cls,
        triples: Iterable[Triple],
        proposals: Iterable[Triple] = (),
        alignments: Iterable[Triple] = (),
        *,
        ontology: bool = True,
    ) -> GraphStore:
        """A graph that lives as long as this object.

        Args:
            triples: Statements.
            proposals: Statements that are only proposed.
            alignments: Statements about aligned clauses.
            ontology: Whether the ontology and the vocabularies are part of it, and what the rules infer.
        """
        store = Store()
        if ontology:
            _fill(store, triples, proposals)
        else:
            store.extend(_foreign_quad(triple) for triple in triples)
        store.extend(_foreign_quad(triple, _ALIGNED) for triple in alignments)
        return cls(store, "graph in memory")

    @property
    def foreign(self) -> Store:
        """The graph library's own store, for the view as an rdflib graph; read it only."""
        return self._store

    def __len__(self) -> int:
        """How many statements the graph holds."""
        return len(self._store)

    def query(self, sparql: str, *, max_rows: int | None = None) -> Rows:
        """Ask the graph.

        Args:
            sparql: A SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE query. The prefixes of ``kg.terms.PREFIXES``
                need not be declared.
            max_rows: Stop after so many rows, and say so in ``Rows.cut``.

        Raises:
            GraphError: The query is malformed, is an update, or would ask another machine.
        """
        require_harmless(sparql)
        try:
            found = self._store.query(sparql, prefixes=PREFIXES)
            if isinstance(found, QueryBoolean):
                return Rows("ask", (), (), bool(found))
            if isinstance(found, QuerySolutions):
                names = tuple(variable.value for variable in found.variables)
                answers = (tuple(_term(solution[name]) for name in names) for solution in found)
                return _gathered("select", names, answers, max_rows)
            triples = ((_term(one.subject), _term(one.predicate), _term(one.object)) for one in found)
            return _gathered("graph", ("subject", "predicate", "object"), triples, max_rows)
        except SyntaxError as error:
            raise GraphError(f"query: not SPARQL ({_fault(sparql, error)}). Correct it there.") from error
        except (OSError, RuntimeError, ValueError) as error:
            reason = " ".join(str(error).split())
            raise GraphError(
                f"{self._name}: the query cannot be answered ({reason}). Change it, or build again."
            ) from (error)

    def export(self, path: Path, form: Format) -> None:
        """Write the whole graph to a file, what is proposed or inferred with the rest.

        The file is replaced when all is written.

        Args:
            path: The file.
            form: ``ttl``, ``rdfxml``, ``jsonld`` or ``nt``.

        Raises:
            GraphError: The file cannot be written.
        """
        with replacing(path) as file:
            serialize(self._statements(), file, _FORMATS[form], prefixes=PREFIXES)

    def canonical(self, graph: OneOf["stated", "proposed", "aligned"]) -> str:
        """One of the three graphs as N-Triples, the same for equal graphs: sorted, blank nodes named by what they are.

        Args:
            graph: What the texts and vocabularies state (and what follows from it), what is only proposed,
                or which clauses are aligned.

        Source: RDF Dataset Canonicalization, https://www.w3.org/TR/rdf-canon/.
        """
        names: dict[str, NamedNode | DefaultGraph] = {"stated": DefaultGraph(), "proposed": _PROPOSED}
        name = names.get(graph, _ALIGNED)
        dataset = Dataset(Quad(*quad.triple) for quad in self._store.quads_for_pattern(None, None, None, name))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        written = serialize((quad.triple for quad in dataset), format=RdfFormat.N_TRIPLES) or b""
        # Only a line feed ends a line: other signs that end lines elsewhere may stand in a text.
        return "".join(sorted(f"{line}\n" for line in written.decode("utf-8").split("\n") if line))

    def _statements(self) -> Iterator[ForeignTriple]:
        """Every statement once, whichever graph it stands in."""
        yield from (quad.triple for quad in self._store.quads_for_pattern(None, None, None, DefaultGraph()))
        for graph in (_PROPOSED, _ALIGNED):
            for quad in self._store.quads_for_pattern(None, None, None, graph):
                if Quad(*quad.triple) not in self._store:
                    yield quad.triple


def _fill(store: Store, triples: Iterable[Triple], proposals: Iterable[Triple]) -> None:
    for _, turtle in published_turtle():
        store.bulk_extend(Quad(*triple) for triple in parse(turtle, format=RdfFormat.TURTLE))
    store.bulk_extend(_foreign_quad(triple) for triple in triples)
    _infer(store, "data", DefaultGraph())
    store.bulk_extend(_foreign_quad(triple, _PROPOSED) for triple in proposals)
    _infer(store, "proposed", _PROPOSED)


def _infer(store: Store, rules: OneOf["data", "proposed"], graph: NamedNode | DefaultGraph) -> None:
    """Apply the rules to the graph until nothing new follows."""
    before = -1
    while before != len(store):
        before = len(store)
        for rule in named_rules(rules):
            found = cast(QueryTriples, store.query(rule.sparql))
            store.extend([Quad(one.subject, one.predicate, one.object, graph) for one in found])


def _gathered(
    form: OneOf["select", "graph"],
    variables: tuple[str, ...],
    found: Iterator[tuple[Term | None, ...]],
    max_rows: int | None,
) -> Rows:
    rows = tuple(islice(found, max_rows))
    return Rows(form, variables, rows, cut=max_rows is not None and next(found, None) is not None)


def _fault(sparql: str, error: SyntaxError) -> str:
    """Where a query is wrong, and what stands there."""
    place = _PLACE.search(str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    lines = sparql.splitlines()
    there = lines[line - 1][column - 1 :][:30].strip() if line <= len(lines) else ""
    return f"line {line}, column {column}, at {there!r}" if there else f"line {line}, column {column}, at its end"


def _foreign_quad(triple: Triple, graph: NamedNode | DefaultGraph | None = None) -> Quad:
    value: NamedNode | BlankNode | Literal
    term = triple.object
    if term.kind == "iri":
        value = NamedNode(term.value)
    elif term.kind == "blank":
        value = BlankNode(term.value)
    elif term.language is not None:
        value = Literal(term.value, language=term.language)
    else:
        value = Literal(term.value, datatype=None if term.datatype is None else NamedNode(term.datatype))
    return Quad(NamedNode(triple.subject), NamedNode(triple.predicate), value, graph or DefaultGraph())


def _term(found: _ForeignTerm | None) -> Term | None:
    if found is None:
        return None
    if isinstance(found, NamedNode):
        return Term("iri", found.value)
    if isinstance(found, BlankNode):
        return Term("blank", found.value)
    if isinstance(found, Literal):
        plain = found.language is not None or found.datatype.value.endswith("#string")
        return Term("literal", found.value, found.language, None if plain else found.datatype.value)
    return Term("literal", str(found))
