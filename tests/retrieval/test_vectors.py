from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.embedder import Vectors
from retrieval.errors import RetrievalError
from retrieval.vectors import DenseIndex


def unit(seed: int, rows: int, dimension: int = 8) -> Vectors:
    drawn = np.random.default_rng(seed).standard_normal((rows, dimension))
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


@given(st.integers(0, 1000), st.integers(1, 20), st.integers(1, 25), st.data())
def test_search_is_a_full_comparison_of_the_allowed_rows(seed: int, rows: int, k: int, data: st.DataObject) -> None:
    alone, in_place, query = unit(seed, rows), unit(seed + 1, rows), unit(seed + 2, 1)[0]
    allowed = np.array(data.draw(st.lists(st.booleans(), min_size=rows, max_size=rows)), dtype=np.bool_)
    cosines = np.maximum(alone @ query, in_place @ query)
    expected = sorted(np.flatnonzero(allowed).tolist(), key=lambda row: -cosines[row])[:k]
    found = DenseIndex.from_vectors(alone, in_place).search(query, k, allowed)
    assert [row for row, _ in found] == expected
    assert [cosine for _, cosine in found] == pytest.approx([float(cosines[row]) for row in expected], abs=1e-5)


def test_without_a_mask_all_rows_may_be_found() -> None:
    index = DenseIndex.from_vectors(unit(1, 3), unit(2, 3))
    assert sorted(row for row, _ in index.search(unit(3, 1)[0], 9)) == [0, 1, 2]


def test_a_row_is_as_near_as_the_nearer_of_its_vectors() -> None:
    alone, in_place, queries = unit(1, 4), unit(2, 4), unit(3, 2)
    expected = np.maximum(queries @ alone.T, queries @ in_place.T)
    assert DenseIndex.from_vectors(alone, in_place).cosines(queries) == pytest.approx(expected, abs=1e-5)
    nothing = np.zeros((0, 8), dtype=np.float32)
    assert DenseIndex.from_vectors(nothing, nothing).cosines(queries).shape == (2, 0)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    made, query = DenseIndex.from_vectors(unit(1, 5), unit(2, 5)), unit(3, 1)[0]
    made.save(tmp_path / "dense.faiss")
    assert DenseIndex.load(tmp_path / "dense.faiss").search(query, 5) == made.search(query, 5)


def test_an_empty_corpus_finds_nothing() -> None:
    nothing = np.zeros((0, 8), dtype=np.float32)
    assert DenseIndex.from_vectors(nothing, nothing).search(unit(1, 1)[0], 3) == []


@pytest.mark.parametrize("content", [None, b"", b"no index"])
def test_a_missing_or_damaged_index_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "dense.faiss"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RetrievalError, match="gongbiao build"):
        DenseIndex.load(path)
