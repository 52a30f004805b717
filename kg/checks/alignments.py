"""The check ``alignments``: whether aligned clauses exist, twins say the same words, and the graph says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.checks.verdict import Check, Said, verdict
from kg.graph import GraphStore
from kg.variants.link import Link

_WORDS = "SELECT ?clause ?words WHERE { ?node gb:comparisonText ?words ; dcterms:identifier ?clause }"
_ALIGNED = """
SELECT ?left ?right WHERE {
  GRAPH graph:aligned { ?node a gb:ClauseAlignment ; gb:alignedLeft ?one ; gb:alignedRight ?two }
  OPTIONAL { ?one dcterms:identifier ?left }
  OPTIONAL { ?two dcterms:identifier ?right }
}
"""
_EXACT = "SELECT ?one ?two WHERE { GRAPH graph:aligned { ?one skos:exactMatch ?two } }"


def check_alignments(links: Sequence[Link], graph: GraphStore) -> Check:
    """Hold a build's links against its graph.

    Args:
        links: The links as the build keeps them.
        graph: The build's graph.

    Raises:
        GraphError: The graph cannot be read.
    """
    words = {str(clause): str(said) for clause, said in graph.query(_WORDS).values}
    findings = [*_wrong(links, words), *_twice(links), *_graphed(links, graph)]
    twins = sum(link.twin for link in links)
    return verdict(
        "alignments",
        Said(
            f"{len(links)} 对条款对齐，其中 {twins} 对逐字相同，与条款和图对照，{len(findings)} 处不符",
            f"{len(links)} aligned pairs of clauses, {twins} of them verbatim twins, held against clauses and graph, "
            f"{len(findings)} mismatches",
        ),
        findings,
        figures={"links": len(links), "twins": twins},
    )


def _wrong(links: Sequence[Link], words: dict[str, str]) -> Iterator[Said]:
    for link in links:
        for one in (link.left, link.right):
            if one not in words:
                yield _said(link, f"{one} 不存在", f"{one} does not exist")
        if not 0 <= link.confidence <= 1:
            yield _said(link, f"把握 {link.confidence} 不在 0 到 1 之间", f"{link.confidence} is not from 0 to 1")
        if not link.reasons:
            yield _said(link, "没有写明理由", "no reason")
        if {link.left, link.right} <= words.keys() and link.twin != (words[link.left] == words[link.right]):
            yield _said(link, "是否逐字相同与原文不符", "the texts say otherwise whether they are the same")


def _twice(links: Sequence[Link]) -> Iterator[Said]:
    for (left, right), times in Counter((link.left, link.right) for link in links).items():
        if times > 1:
            yield Said(f"{left} 与 {right}：出现 {times} 次", f"{left} and {right}: stand {times} times")


def _graphed(links: Sequence[Link], graph: GraphStore) -> Iterator[Said]:
    held = {(str(left), str(right)) for left, right in graph.query(_ALIGNED).values}
    for left, right in sorted(held ^ {(link.left, link.right) for link in links}):
        yield Said(f"{left} 与 {right}：图与构建文件不一", f"{left} and {right}: graph and file disagree")
    for one, two in graph.query(_EXACT).values:
        yield Said(f"{one} 与 {two}：对齐不能写成完全等同", f"{one} and {two}: an alignment is never an exact match")


def _said(link: Link, zh: str, en: str) -> Said:
    return Said(f"{link.left} 与 {link.right}：{zh}", f"{link.left} and {link.right}: {en}")
