from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import RetrievalError
from retrieval.vector_cache import BATCH, VectorCache
from tests.retrieval.fake_parts import BagEmbedder, ignore

TEXTS = [f"第{number}条要求" for number in range(3 * BATCH)]


def test_each_text_is_embedded_once(tmp_path: Path) -> None:
    embedder, cache = BagEmbedder(), VectorCache(tmp_path)
    first, embedded = cache.passages(embedder, ["甲方", "乙方", "甲方"], ignore)
    second, again = cache.passages(embedder, ["乙方", "丙方"], ignore)
    assert (embedded, again) == (2, 1)
    assert sorted(embedder.embedded) == sorted(["甲方", "乙方", "丙方"])
    assert np.array_equal(first[0], first[2]) and np.array_equal(first[1], second[0])


def test_a_question_and_a_clause_of_the_same_words_have_vectors_of_their_own(tmp_path: Path) -> None:
    embedder, cache = BagEmbedder(), VectorCache(tmp_path)
    assert cache.passages(embedder, ["甲方"], ignore)[1] == 1
    vectors, embedded = cache.queries(embedder, ["甲方", "甲方"], ignore)
    assert embedded == 1 and np.array_equal(vectors[0], embedder.embed_queries(["甲方"])[0])
    assert cache.queries(embedder, ["甲方"], ignore)[1] == 0


def test_vectors_stand_in_the_order_of_the_texts(tmp_path: Path) -> None:
    embedder = BagEmbedder()
    texts = ["很长很长很长的一条要求", "短的", "中等的要求"]
    vectors, _ = VectorCache(tmp_path).passages(embedder, texts, ignore)
    assert np.array_equal(vectors, embedder.embed_queries(texts))


def test_a_killed_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        VectorCache(tmp_path).passages(BagEmbedder(dies_after=2), TEXTS, ignore)
    _, embedded = VectorCache(tmp_path).passages(BagEmbedder(), TEXTS, ignore)
    assert embedded == BATCH


def test_models_do_not_share_vectors(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path)
    cache.passages(BagEmbedder("one/model"), ["甲方"], ignore)
    assert cache.passages(BagEmbedder("one-model"), ["甲方"], ignore)[1] == 1


def test_fresh_embeds_again(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path)
    cache.passages(BagEmbedder(), ["甲方"], ignore)
    assert cache.passages(BagEmbedder(), ["甲方"], ignore, fresh=True)[1] == 1


def test_progress_ends_at_the_end(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    VectorCache(tmp_path).passages(BagEmbedder(), TEXTS, lambda *step: seen.append(step))
    assert seen[0] == ("embed", 0, len(TEXTS)) and seen[-1] == ("embed", len(TEXTS), len(TEXTS))


def test_no_texts_give_no_vectors(tmp_path: Path) -> None:
    vectors, embedded = VectorCache(tmp_path).passages(BagEmbedder(), [], ignore)
    assert vectors.shape == (0, BagEmbedder.dimension) and embedded == 0


def test_a_damaged_cache_says_what_to_do(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path)
    cache.passages(BagEmbedder(), ["甲方"], ignore)
    for file in tmp_path.iterdir():
        file.write_bytes(b"this is no database, but long enough to be looked at" * 20)
    with pytest.raises(RetrievalError, match="Remove the folder"):
        cache.passages(BagEmbedder(), ["甲方"], ignore)
