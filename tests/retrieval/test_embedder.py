"""The embedder that the installation carries, and the names that there are."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.embedder import Embedder, EmbedderOptions, unit_length
from retrieval.embedders.bundled import BundledEmbedder, bundled_weights
from retrieval.embedders.opening import open_embedder
from retrieval.errors import RetrievalError
from tests.retrieval.embedder_contract import EmbedderContract
from tests.retrieval.fake_parts import BagEmbedder


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return open_embedder("bundled")


class TestBundled(EmbedderContract):
    @pytest.fixture
    def embedder(self, bundled: Embedder) -> Embedder:
        return bundled


class TestTheFakeOfOtherTests(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return BagEmbedder()


def test_the_bundled_model_knows_meanings_across_languages(bundled: Embedder) -> None:
    question = bundled.embed_queries(["机器保养和维修"])[0]
    near, far = bundled.embed_passages(["equipment maintenance and repair", "今天杭州天气晴朗"]) @ question
    assert near > far


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


def test_a_key_is_not_shown_with_the_options() -> None:
    options = EmbedderOptions(key="sk-secret", query_prefix="query: ")
    assert "sk-secret" not in repr(options) + str(options) + options.mark and "query: " in options.mark


@pytest.mark.parametrize("vectors", [[[0.0, 0.0]], [[float("nan"), 1.0]], [[float("inf"), 1.0]]])
def test_what_has_no_direction_is_no_vector(vectors: list[list[float]]) -> None:
    with pytest.raises(RetrievalError, match="embedder made-up: it gives vectors without a length"):
        unit_length(vectors, "made-up")
