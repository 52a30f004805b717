"""The contract of every embedder, and what is particular to the bundled one."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from retrieval.embedder import Embedder
from retrieval.embedders.bundled import BundledEmbedder, bundled_weights
from retrieval.embedders.opening import open_embedder
from retrieval.errors import RetrievalError
from tests.retrieval.fake_parts import BagEmbedder

TEXTS = ["应实现设备联网", "应建立产品质量数据库", "what is required for equipment maintenance"]


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return open_embedder("bundled")


@pytest.fixture(params=["bundled", "bag"])
def embedder(request: pytest.FixtureRequest, bundled: Embedder) -> Embedder:
    return BagEmbedder() if request.param == "bag" else bundled


def test_shape_type_and_length(embedder: Embedder) -> None:
    for vectors in (embedder.embed_queries(TEXTS), embedder.embed_passages(TEXTS)):
        assert vectors.shape == (3, embedder.dimension) and vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-4)


def test_a_text_alone_or_among_others_has_one_vector(embedder: Embedder) -> None:
    together = embedder.embed_queries(TEXTS)
    alone = np.concatenate([embedder.embed_queries([text]) for text in TEXTS])
    assert together == pytest.approx(alone, abs=1e-4)


def test_it_may_be_called_from_several_threads(embedder: Embedder) -> None:
    expected = embedder.embed_queries([TEXTS[0]])
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: embedder.embed_queries([TEXTS[0]]), range(8)))
    assert all(vector == pytest.approx(expected, abs=1e-5) for vector in found)


def test_the_bundled_model_knows_meanings_across_languages(bundled: Embedder) -> None:
    question = bundled.embed_queries(["机器保养和维修"])[0]
    near, far = bundled.embed_passages(["equipment maintenance and repair", "今天杭州天气晴朗"]) @ question
    assert near > far


@pytest.mark.parametrize("text", ["", "a\x00b", "\ud800", "长" * 5000])
def test_the_bundled_model_takes_any_text(text: str, bundled: Embedder) -> None:
    assert np.isfinite(bundled.embed_queries([text])).all()


def test_no_texts_give_no_vectors(bundled: Embedder) -> None:
    assert bundled.embed_passages([]).shape == (0, 384)


def test_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    open_embedder("bundled").embed_queries(["设备"])
    assert dict(os.environ) == before


def test_nothing_is_loaded_before_the_first_text(tmp_path: Path) -> None:
    lazy = BundledEmbedder(replace(bundled_weights(), path=tmp_path / "missing.bin"))
    assert lazy.dimension == 384 and lazy.name.startswith("multilingual-e5-small")
    with pytest.raises(RetrievalError, match=r"missing\.bin.*Install"):
        lazy.embed_queries(["设备"])


def test_other_weights_than_the_pinned_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"other weights")
    with pytest.raises(RetrievalError, match="not the pinned"):
        BundledEmbedder(replace(bundled_weights(), path=other)).embed_queries(["设备"])


@pytest.mark.parametrize("name", ["", "openai", "openai:", "sentence-transformers:", "bundled:x", "word2vec"])
def test_unknown_embedders_are_refused_with_the_remedy(name: str) -> None:
    with pytest.raises(RetrievalError, match="Use bundled, sentence-transformers"):
        open_embedder(name)
