"""The check ``indexes``: whether clauses, graph, words and vectors of a build are the same in number and complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.checks.verdict import Check, Said, verdict
from retrieval.snapshot_reader import Snapshot

_CLAUSES = "SELECT (COUNT(?clause) AS ?n) WHERE { ?clause a gb:Clause }"


def check_indexes(snapshot: Snapshot) -> Check:
    """Compare the parts of a build with each other and with its manifest.

    Raises:
        GraphError: The graph or the clauses cannot be read.
        RetrievalError: A part is missing or damaged.
    """
    findings = [*_files(snapshot), *_ids(snapshot), *_counts(snapshot)]
    name, files, clauses = snapshot.manifest.hash, len(snapshot.manifest.files), len(snapshot.clauses)
    vectors = snapshot.indexes.dense.vectors
    return verdict(
        "indexes",
        Said(
            f"构建 {name}：{clauses} 条条目与图、词索引、{vectors} 个向量对数，{files} 个文件与清单对大小，"
            f"{len(findings)} 处不符",
            f"build {name}: {clauses} clauses against the graph, the word index and {vectors} vectors, the sizes of "
            f"{files} files against the manifest, {len(findings)} mismatches",
        ),
        findings,
        figures={"clauses": clauses, "vectors": vectors, "files": files},
    )


def _files(snapshot: Snapshot) -> Iterator[Said]:
    for name, size in snapshot.manifest.files.items():
        path = snapshot.path / name
        found = path.stat().st_size if path.is_file() else None
        if found is None:
            yield Said(f"{name}：缺失", f"{name}: missing")
        elif found != size:
            yield Said(f"{name}：{found} 字节，清单写 {size}", f"{name}: {found} bytes, the manifest says {size}")


def _ids(snapshot: Snapshot) -> Iterator[Said]:
    for identifier, times in Counter(clause.id for clause in snapshot.clauses).items():
        if times > 1:
            yield Said(f"{identifier}：出现 {times} 次", f"{identifier}: stands {times} times")


def _counts(snapshot: Snapshot) -> Iterator[Said]:
    clauses = len(snapshot.clauses)
    found = (
        ("图", "the graph", snapshot.graph.query(_CLAUSES).values[0][0], clauses),
        ("词索引", "the word index", snapshot.indexes.lexical.rows, clauses),
        ("向量索引", "the vector index", snapshot.indexes.dense.vectors, 2 * clauses),
        ("清单", "the manifest", snapshot.manifest.clauses, clauses),
    )
    for zh, en, held, wanted in found:
        if held != wanted:
            yield Said(f"{zh}：{held} 条，应有 {wanted} 条", f"{en}: {held} rows instead of {wanted}")
