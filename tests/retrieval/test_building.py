from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.clause import Clause
from corpus.library import Corpus, Document
from corpus.manifest import Meta
from kg.snapshot import DataFolder
from retrieval.building import build
from retrieval.errors import RetrievalError
from retrieval.fingerprint import fingerprint
from retrieval.snapshot_reader import MANIFEST, Snapshot
from tests.retrieval.fake_parts import BagEmbedder, clause

LINES = ("应实现设备联网", "应通过制造执行系统管理质量", "宜建立数字孪生模型")


def document(lines: Sequence[str] = LINES, document_id: str = "doc") -> Document:
    text = "\n".join(lines) + "\n"
    rows: list[Clause] = []
    for number, line in enumerate(lines):
        start = sum(len(before) + 1 for before in lines[:number])
        at = {"id": f"{document_id}/{number}", "document": document_id, "start": start, "end": start + len(line)}
        rows.append(clause(number, line, **at))
    meta = Meta(
        id=document_id,
        file=f"{document_id}.txt",
        title="某省智能工厂建设要求",
        issuer=None,
        region=None,
        level=None,
        year=None,
        year_basis="文中未写",
        status=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return Document(meta, text, tuple(rows), ("一处缺号",))


CORPUS = Corpus((document(),))


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def opened(data: DataFolder) -> Snapshot:
    path = data.current()
    assert path is not None
    return Snapshot.open(path)


def test_what_was_built_is_read_back(data: DataFolder) -> None:
    report = build(data, CORPUS, BagEmbedder())
    snapshot = opened(data)
    assert (report.status, report.documents, report.clauses) == ("built", 1, 3)
    assert report.path == snapshot.path and report.hash == snapshot.manifest.hash
    read = snapshot.documents[0]
    assert (read.meta, read.text, read.notes) == (CORPUS.documents[0].meta, CORPUS.documents[0].text, ("一处缺号",))
    assert all(read.text[row.start : row.end] == row.text for row in read.clauses)
    assert [row.systems for row in snapshot.clauses] == [(), ("MES",), ()]
    assert snapshot.clauses[2].technologies == ("数字孪生",)


def test_a_build_can_be_searched_and_its_graph_asked(data: DataFolder) -> None:
    build(data, CORPUS, BagEmbedder())
    snapshot = opened(data)
    assert snapshot.searcher(BagEmbedder()).search("MES怎么管质量")[0].clause.id == "doc/1"
    found = snapshot.graph.query(
        "SELECT ?id WHERE { ?clause a gb:SystemRequirement ; <http://purl.org/dc/terms/identifier> ?id }"
    )
    assert found.values == (("doc/1",),)


def test_the_same_inputs_are_not_built_again(data: DataFolder) -> None:
    first, embedder = build(data, CORPUS, BagEmbedder()), BagEmbedder()
    second = build(data, CORPUS, embedder)
    assert (second.status, second.hash, second.path, embedder.embedded) == ("unchanged", first.hash, first.path, [])


def test_only_what_changed_is_embedded(data: DataFolder) -> None:
    build(data, CORPUS, BagEmbedder())
    embedder = BagEmbedder()
    report = build(data, Corpus((document((*LINES[:2], "宜建立知识图谱")),)), embedder)
    assert report.status == "built"
    assert len(embedder.embedded) == report.embedded and set(embedder.embedded) == {"宜建立知识图谱"}


def test_force_builds_and_embeds_all_again(data: DataFolder) -> None:
    first, embedder = build(data, CORPUS, BagEmbedder()), BagEmbedder()
    report = build(data, CORPUS, embedder, force=True)
    assert (report.status, report.hash) == ("built", first.hash)
    assert set(LINES) <= set(embedder.embedded)
    assert build(data, CORPUS, BagEmbedder()).status == "unchanged"


def test_a_killed_build_leaves_the_former_and_goes_on_later(data: DataFolder) -> None:
    former = build(data, CORPUS, BagEmbedder())
    larger = Corpus((document([f"应满足第{number}项" for number in range(100)]),))
    with pytest.raises(KeyboardInterrupt):
        build(data, larger, BagEmbedder(dies_after=1))
    assert data.current() == former.path and len(opened(data).clauses) == 3
    embedder = BagEmbedder()
    report = build(data, larger, embedder)
    assert report.clauses == 100 and 0 < len(embedder.embedded) < 100


def test_the_hash_covers_what_a_build_depends_on() -> None:
    documents = CORPUS.documents
    base = fingerprint(documents, "bag")
    others = [
        fingerprint(documents, "another"),
        fingerprint((document(LINES[:2]),), "bag"),
        fingerprint((replace(documents[0], notes=()),), "bag"),
        fingerprint((replace(documents[0], clauses=documents[0].clauses[:2]),), "bag"),
        fingerprint((document(document_id="other"),), "bag"),
        fingerprint((), "bag"),
    ]
    assert len({base, *others}) == len(others) + 1
    assert fingerprint((document(),), "bag") == base


def test_progress_names_the_stages_in_order(data: DataFolder) -> None:
    seen: list[str] = []
    build(data, CORPUS, BagEmbedder(), progress=lambda stage, done, total: seen.append(stage))
    assert list(dict.fromkeys(seen)) == ["link", "graph", "embed", "align", "publish"]


def test_an_empty_corpus_can_be_built_and_asked(data: DataFolder) -> None:
    build(data, Corpus(()), BagEmbedder())
    searcher = opened(data).searcher(BagEmbedder())
    assert searcher.search("设备运维") == []


def test_another_embedder_than_the_builds_is_refused(data: DataFolder) -> None:
    build(data, CORPUS, BagEmbedder())
    with pytest.raises(RetrievalError, match=r"other.*bag.*gongbiao build"):
        opened(data).searcher(BagEmbedder("other"))


@pytest.mark.parametrize("damage", ["missing", "cut", "layout", "clauses", "indexes", "text"])
def test_a_damaged_build_says_what_to_do(data: DataFolder, damage: str) -> None:
    path = build(data, CORPUS, BagEmbedder()).path
    manifest = path / MANIFEST
    if damage == "missing":
        manifest.unlink()
    elif damage == "cut":
        manifest.write_text(manifest.read_text(encoding="utf-8")[:40], encoding="utf-8")
    elif damage == "layout":
        manifest.write_text(json.dumps(json.loads(manifest.read_bytes()) | {"layout": 0}), encoding="utf-8")
    elif damage == "clauses":
        rows = (path / "clauses.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        (path / "clauses.jsonl").write_text("".join(rows[:-1]), encoding="utf-8")
    elif damage == "indexes":
        shutil.rmtree(path / "indexes")
    else:
        (path / "texts" / "doc.txt").unlink()
    with pytest.raises(RetrievalError, match="gongbiao build"):
        snapshot = Snapshot.open(path)
        assert snapshot.documents and snapshot.indexes


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("indexes/words.txt", "missing"),
        ("indexes/dense.faiss", "empty"),
        ("graph/CURRENT", "missing"),
        ("clauses.jsonl", "cut"),
        ("texts/doc.txt", "missing"),
        (MANIFEST, "missing"),
        (MANIFEST, "cut"),
    ],
)
def test_a_build_heals_what_was_damaged(data: DataFolder, file: str, damage: str) -> None:
    broken = build(data, CORPUS, BagEmbedder()).path / file
    if damage == "missing":
        broken.unlink()
    else:
        broken.write_bytes(broken.read_bytes()[: 0 if damage == "empty" else -1])
    embedder = BagEmbedder()
    report = build(data, CORPUS, embedder)
    snapshot = opened(data)
    assert (report.status, embedder.embedded) == ("built", [])
    assert snapshot.documents[0].text == CORPUS.documents[0].text
    assert snapshot.searcher(BagEmbedder()).search("MES怎么管质量")[0].clause.id == "doc/1"
    assert snapshot.graph.query("ASK { ?clause a gb:Clause }").truth
    assert build(data, CORPUS, BagEmbedder()).status == "unchanged"


def test_reading_a_build_leaves_it_whole(data: DataFolder) -> None:
    build(data, CORPUS, BagEmbedder())
    snapshot = opened(data)
    assert snapshot.documents and snapshot.indexes and snapshot.graph.query("ASK { ?s ?p ?o }").truth
    assert build(data, CORPUS, BagEmbedder()).status == "unchanged"
