"""What stored vectors say of clauses, over a small build with an embedder that knows only characters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kg.linking import Linker
from retrieval.clause_meaning import StoredMeaning, aligner_over
from retrieval.errors import RetrievalError
from retrieval.indexes import Indexes, load_schemes, make_indexes, read_indexes
from retrieval.vector_cache import VectorCache
from tests.retrieval.fake_parts import BagEmbedder, cell, clause

SCHEMES = load_schemes()
LINKER = Linker(SCHEMES["systems"], SCHEMES["technologies"])
ROWS = tuple(
    LINKER.enrich(one)
    for one in (
        cell(0, "smart-factory", "应实现设备联网，对设备状态进行在线采集和监控；"),
        clause(1, "应采集设备状态。", path=("6.2.5 设备运维",)),
        clause(2, "应通过MES系统下发生产指令。"),
        clause(0, "应实现设备联网，对设备状态进行在线采集和监控。", id="other/0", document="other"),
        clause(1, "企业应培养专业人才。", id="other/1", document="other"),
    )
)


@pytest.fixture
def indexes(tmp_path: Path) -> Indexes:
    return make_indexes(ROWS, {}, SCHEMES, BagEmbedder(), VectorCache(tmp_path), lambda stage, done, total: None)


def test_vectors_are_of_length_one_and_in_the_order_asked_for(indexes: Indexes) -> None:
    meaning = StoredMeaning(ROWS, indexes, SCHEMES)
    both = meaning.vectors(["other/0", "doc/0"])
    assert both.shape == (2, 64) and np.linalg.norm(both, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert meaning.vectors(["doc/0"])[0] == pytest.approx(both[1])


def test_what_a_text_or_a_heading_states_is_likeliest(indexes: Indexes) -> None:
    topics = StoredMeaning(ROWS, indexes, SCHEMES).topics([row.id for row in ROWS])
    place = indexes.topics.codes.index("19")
    assert topics.shape == (5, len(indexes.topics.codes)) and topics.sum(axis=1) == pytest.approx(np.ones(5), abs=1e-4)
    assert topics[0, place] >= 0.85, "filed there by number"
    bare = StoredMeaning([replace(row, path=()) for row in ROWS], indexes, SCHEMES).topics([row.id for row in ROWS])
    assert topics[1, place] > 2 * bare[1, place] > 0, "a heading bears its name"
    assert topics[2:].tolist() == bare[2:].tolist() and bare[:, place].argmax() == 0
    assert StoredMeaning(ROWS, indexes, SCHEMES).topics([]).shape == (0, len(indexes.topics.codes))


def test_a_clause_without_a_vector_is_named(indexes: Indexes) -> None:
    with pytest.raises(RetrievalError, match="doc/9"):
        StoredMeaning(ROWS, indexes, SCHEMES).vectors(["doc/9"])


def test_indexes_that_were_read_back_align_alike(indexes: Indexes, tmp_path: Path) -> None:
    indexes.save(tmp_path / "indexes")
    again = aligner_over(ROWS, read_indexes(tmp_path / "indexes"), SCHEMES)
    links = again.align(ROWS[:3], ROWS[3:])
    assert links == aligner_over(ROWS, indexes, SCHEMES).align(ROWS[:3], ROWS[3:])
    twin = links[0]
    assert (twin.left, twin.right, twin.confidence, twin.twin) == ("doc/0", "other/0", 1.0, True)
