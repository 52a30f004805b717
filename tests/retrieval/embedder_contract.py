"""What every embedder keeps to: a test class of each inherits it and gives the fixture ``embedder``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from retrieval.embedder import Embedder, Vectors

TEXTS = ["应实现设备联网", "应建立产品质量数据库", "what is required for equipment maintenance"]
ODD = ["", " ", "\n", "a\x00b", "\ud800", "😀", "<b>&amp;</b>", "مصنع", "１２％", "\u200b"]
CLOSE = 1e-3
"""How far the components of one text's vectors may lie apart: a server's arithmetic depends on what else it does."""


class EmbedderContract:
    """The contract; nothing in it asks that a model knows meanings."""

    @staticmethod
    def both(embedder: Embedder) -> tuple[Callable[[Sequence[str]], Vectors], ...]:
        return embedder.embed_queries, embedder.embed_passages

    def test_shape_type_and_length(self, embedder: Embedder) -> None:
        assert embedder.dimension > 1
        for embed in self.both(embedder):
            vectors = embed(TEXTS)
            assert vectors.shape == (3, embedder.dimension) and vectors.dtype == np.float32
            assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-4)

    def test_equal_texts_have_equal_vectors(self, embedder: Embedder) -> None:
        for embed in self.both(embedder):
            assert embed(TEXTS) == pytest.approx(embed(TEXTS), abs=CLOSE)

    def test_a_text_alone_or_among_many_has_one_vector(self, embedder: Embedder) -> None:
        many = [f"{text}{number}" for number in range(12) for text in TEXTS]
        for embed in self.both(embedder):
            together = embed(many)
            assert together.shape == (36, embedder.dimension)
            for place in (0, 17, 35):
                assert embed([many[place]])[0] == pytest.approx(together[place], abs=CLOSE)

    def test_other_texts_have_other_vectors(self, embedder: Embedder) -> None:
        vectors = embedder.embed_passages(TEXTS)
        assert (vectors @ vectors.T)[0, 1:].max() < 0.999

    def test_a_text_lies_nearest_to_itself(self, embedder: Embedder) -> None:
        near = embedder.embed_queries(TEXTS) @ embedder.embed_passages(TEXTS).T
        assert near.argmax(axis=1).tolist() == [0, 1, 2]

    def test_no_texts_give_no_vectors(self, embedder: Embedder) -> None:
        for embed in self.both(embedder):
            assert embed([]).shape == (0, embedder.dimension)

    def test_a_very_long_text_has_a_vector(self, embedder: Embedder) -> None:
        assert np.isfinite(embedder.embed_queries(["长" * 100_000])).all()

    @pytest.mark.parametrize("text", ODD, ids=ascii)
    def test_any_text_has_a_vector(self, text: str, embedder: Embedder) -> None:
        vectors = embedder.embed_queries([text, TEXTS[0]])
        assert np.isfinite(vectors).all() and vectors.shape == (2, embedder.dimension)

    def test_it_may_be_called_from_several_threads(self, embedder: Embedder) -> None:
        expected = embedder.embed_queries([TEXTS[0]])
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda _: embedder.embed_queries([TEXTS[0]]), range(8)))
        assert all(vector == pytest.approx(expected, abs=CLOSE) for vector in found)

    def test_its_name_is_one_line_and_stays(self, embedder: Embedder) -> None:
        before = embedder.name
        embedder.embed_queries(["设备"])
        assert embedder.name == before and before.isprintable() and before == before.strip() != ""
