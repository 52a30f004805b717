from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import RetrievalError
from retrieval.lexical import LexicalIndex, best_rows
from retrieval.normalise import Normaliser
from retrieval.tokeniser import Tokeniser

TOKENISER = Tokeniser({"设备": 900, "质量": 500, "点检": 10, "追溯": 20}, ["设备运维", "MES"], Normaliser())
TEXTS = ["开展设备点检", "通过MES实现质量追溯", "建立质量数据库"]
HEADINGS = ["设备运维", "质量管控", "质量管控"]
FIELDS = {"text": TEXTS, "heading": HEADINGS, "text+bigrams": TEXTS}
WEIGHTS = {"text": 1.0, "heading": 1.0, "text+bigrams": 0.5}


def index() -> LexicalIndex:
    return LexicalIndex.from_fields(FIELDS, WEIGHTS, TOKENISER)


def test_the_row_with_the_rarer_word_comes_first() -> None:
    assert [row for row, _ in index().search("质量追溯", 5)] == [1, 2]


def test_headings_count() -> None:
    assert index().search("设备运维", 1)[0][0] == 0


def test_only_allowed_rows_are_found() -> None:
    allowed = np.array([True, False, True])
    assert [row for row, _ in index().search("质量追溯", 5, allowed)] == [2]


def test_unknown_words_find_nothing() -> None:
    assert index().search("天气", 5) == []
    assert index().search("", 5) == []


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = index()
    made.save(tmp_path / "lexical")
    read = LexicalIndex.load(tmp_path / "lexical", TOKENISER)
    for query in ("质量追溯", "设备", "mes 点检"):
        assert read.search(query, 5) == made.search(query, 5)


def test_a_field_without_words_is_no_obstacle(tmp_path: Path) -> None:
    made = LexicalIndex.from_fields({"text": ["设备", ""], "heading": ["", ""]}, {}, TOKENISER)
    made.save(tmp_path)
    assert LexicalIndex.load(tmp_path, TOKENISER).search("设备", 5)[0][0] == 0


def test_an_empty_corpus_finds_nothing() -> None:
    assert LexicalIndex.from_fields({"text": []}, {}, TOKENISER).search("设备", 5) == []


def test_a_missing_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RetrievalError, match="gongbiao build"):
        LexicalIndex.load(tmp_path, TOKENISER)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30), st.integers(1, 10))
def test_best_rows_are_those_of_a_full_sort(values: list[int], k: int) -> None:
    scores = np.array(values, dtype=np.float32)
    expected = sorted((row for row, value in enumerate(values) if value > 0), key=lambda row: (-values[row], row))[:k]
    assert [row for row, _ in best_rows(scores, k)] == expected
