"""The check ``provenance``: whether every word can still be traced to the stored text that it was read from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from corpus.library import Document
from kg.checks.completeness import short
from kg.checks.verdict import Check, Said, verdict
from kg.graph import GraphStore

_CLAUSES = """
SELECT ?clause ?id ?document ?start ?end ?text ?hash WHERE {
  ?clause a gb:Clause ; dcterms:identifier ?id ; gb:inDocument/dcterms:identifier ?document ;
          gb:start ?start ; gb:end ?end ; gb:text ?text ; prov:wasDerivedFrom/gb:sha256 ?hash .
}
"""
_UNSOURCED = """
SELECT DISTINCT ?thing WHERE {
  { ?thing gb:trust ?trust } UNION { GRAPH graph:proposed { ?claim gb:claimObject|gb:claimSubject ?thing } }
  FILTER(?thing != sssom:NoTermFound)
  FILTER NOT EXISTS { ?thing dcterms:source ?source }
} ORDER BY ?thing
"""


def check_provenance(documents: Sequence[Document], graph: GraphStore) -> Check:
    """Compare clauses with the stored texts, and the graph with the clauses.

    Args:
        documents: The documents as a build keeps them.
        graph: The graph of that build.

    Raises:
        GraphError: The graph cannot be read.
    """
    findings = [*_texts(documents), *_clauses(documents), *_graph(documents, graph), *_sources(graph)]
    clauses = sum(len(document.clauses) for document in documents)
    pieces = sum(len(one.provisions) + len(one.quantities) for document in documents for one in document.clauses)
    return verdict(
        "provenance",
        Said(
            f"{len(documents)} 份文件的校验值、{clauses} 条条目及其 {pieces} 段规定与数量的起止和文字、图中同样的条目，"
            f"国家层面与对应两侧的来源：{len(findings)} 处不符",
            f"hashes of {len(documents)} documents, places and words of {clauses} clauses and their {pieces} "
            f"provisions and quantities, the same clauses in the graph, sources of national facts and mapped concepts: "
            f"{len(findings)} mismatches",
        ),
        findings,
        figures={"documents": len(documents), "clauses": clauses, "pieces": pieces},
    )


def _texts(documents: Sequence[Document]) -> Iterator[Said]:
    for document in documents:
        found = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        if found != document.meta.sha256:
            yield Said(
                f"{document.meta.id}：所存原文的校验值 {found[:16]}… 不是清单的 {document.meta.sha256[:16]}…",
                f"{document.meta.id}: the stored text has sha256 {found[:16]}…, "
                f"the manifest says {document.meta.sha256[:16]}…",
            )


def _clauses(documents: Sequence[Document]) -> Iterator[Said]:
    for document in documents:
        for clause in document.clauses:
            if document.text[clause.start : clause.end] != clause.text:
                yield Said(
                    f"{clause.id}：文字与原文 {clause.start}–{clause.end} 处不同",
                    f"{clause.id}: its text is not what stands at {clause.start}–{clause.end}",
                )
            provisions = [(provision.start, provision.end) for provision in clause.provisions]
            for start, end in (*provisions, *((quantity.start, quantity.end) for quantity in clause.quantities)):
                if not clause.start <= start < end <= clause.end:
                    yield Said(
                        f"{clause.id}：{start}–{end} 不在条目之内",
                        f"{clause.id}: {start}–{end} lies outside the clause",
                    )
            for quantity in clause.quantities:
                if document.text[quantity.start : quantity.end] != quantity.text:
                    yield Said(
                        f"{clause.id}：数量“{quantity.text}”与原文不同",
                        f"{clause.id}: the quantity “{quantity.text}” is not what the text says",
                    )


def _graph(documents: Sequence[Document], graph: GraphStore) -> Iterator[Said]:
    """Clauses that the graph lacks, has besides, or has otherwise."""
    expected = {
        clause.iri: (clause.id, document.meta.id, clause.start, clause.end, clause.text, document.meta.sha256)
        for document in documents
        for clause in document.clauses
    }
    held: dict[str, set[tuple[object, ...]]] = {}
    for row in graph.query(_CLAUSES).values:
        held.setdefault(str(row[0]), set()).add(tuple(row[1:]))
    for address in sorted(expected.keys() | held.keys()):
        if address not in held:
            yield Said(f"{expected[address][0]}：图中没有", f"{expected[address][0]}: not in the graph")
        elif address not in expected:
            yield Said(f"{short(address)}：图中有，文本中没有", f"{short(address)}: in the graph, but in no text")
        elif held[address] != {expected[address]}:
            yield Said(
                f"{expected[address][0]}：图中的起止、文字或文件与条目不同",
                f"{expected[address][0]}: place, words or file differ in the graph",
            )


def _sources(graph: GraphStore) -> Iterator[Said]:
    for row in graph.query(_UNSOURCED).values:
        yield Said(f"{short(str(row[0]))}：没有写明来源", f"{short(str(row[0]))}: tells no source")
