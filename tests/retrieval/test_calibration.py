"""What another embedder's cosines mean: measured at the build, and nothing changed for the bundled one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import load_corpus
from kg.snapshot import DataFolder
from ontology.vocabulary import load_scheme
from retrieval.building import build
from retrieval.calibration import (
    FAR,
    FILE,
    Anchors,
    Calibration,
    Line,
    anchors,
    foreign,
    lines,
    measure,
    of_field,
    reference,
)
from retrieval.embedder import Embedder, Vectors
from retrieval.errors import RetrievalError
from retrieval.nearness import nearness
from retrieval.search import Searcher
from retrieval.snapshot_reader import Snapshot
from tests.retrieval.fake_parts import BagEmbedder, Remembered

ASKED = ["机器坏了提前知道", "智能工厂对设备运维有什么要求", "红烧肉怎么做", "明天会下雨吗", "what about energy use"]


class Squashed:
    """The bundled model with all cosines between ``floor`` and 1: each vector leans towards one direction.

    Args:
        floor: What a cosine of 0 becomes.
    """

    dimension = 385

    def __init__(self, model: Embedder, floor: float) -> None:
        self._model = model
        self._floor = floor
        self.name = f"squashed-{floor}"

    def lean(self, vectors: Vectors) -> Vectors:
        common = np.full((len(vectors), 1), np.sqrt(self._floor))
        return np.hstack([vectors * np.sqrt(1 - self._floor), common]).astype(np.float32)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self.lean(self._model.embed_queries(texts))

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self.lean(self._model.embed_passages(texts))


@pytest.fixture(scope="module")
def bundled(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    """The bundled embedder with a copy of what the tests have embedded so far."""
    return Remembered(shutil.copytree(built_data / "vectors", tmp_path_factory.mktemp("kept") / "vectors"))


@pytest.fixture(scope="module")
def wanted(built_data: Path, bundled: Embedder) -> Searcher:
    """The search as the bundled embedder has it."""
    current = DataFolder(built_data).current()
    assert current is not None
    return Snapshot.open(current).searcher(bundled)


@pytest.fixture(scope="module")
def squashed(bundled: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The founding corpus, built with an embedder of other cosines and read from its folder."""
    model = Squashed(bundled, 0.4)
    report = build(DataFolder(tmp_path_factory.mktemp("squashed")), load_corpus(), model)
    return Snapshot.open(report.path).searcher(model)


def test_nothing_is_measured_with_the_bundled_embedder(built_data: Path) -> None:
    assert Calibration().near("设备", 0.875) == 0.875 and Calibration().zh.back(0.01) == 0.01
    assert not list(built_data.glob(f"builds/*/indexes/{FILE}"))


def test_the_reference_is_what_the_bundled_embedder_gives(wanted: Searcher, bundled: Embedder) -> None:
    others, english = bundled.embed_queries(foreign("zh")), bundled.embed_queries(foreign("en"))
    own = bundled.embed_queries(of_field(load_scheme("capabilities")))

    def near(vectors: Vectors) -> Vectors:
        return nearness(wanted.dense.cosines(vectors), wanted.asked.cosines(vectors, len(wanted.clauses)))

    found, held = anchors(others, own, english, near), reference()
    assert found.foreign == pytest.approx(held.foreign, abs=0.005)
    assert found.related == pytest.approx(held.related, abs=0.005)
    assert found.foreign_en == pytest.approx(held.foreign_en, abs=0.005)


@pytest.mark.parametrize("question", ASKED)
def test_other_cosines_mean_the_same_after_calibration(question: str, wanted: Searcher, squashed: Searcher) -> None:
    query = squashed.prepare(question)
    raw = nearness(query.near.texts[None], query.near.wordings[None])[0]
    assert squashed.similarity(query) == pytest.approx(wanted.similarity(question), abs=0.006)
    assert raw > wanted.similarity(question) + 0.015  # uncalibrated, everything would count as near
    ids = [hit.clause.id for hit in squashed.search(question)]
    assert ids[:3] == [hit.clause.id for hit in wanted.search(question)][:3]


def test_an_embedder_that_cannot_tell_keeps_everything_far_and_in_order() -> None:
    assert lines(Anchors(0.9, 0.9, 0.9), reference()) == (FAR, FAR)
    assert lines(Anchors(0.9, 0.8, 0.9), reference()) == (FAR, FAR)
    assert FAR(1.0) <= 0.0 and FAR(0.9) > FAR(0.8)


@given(st.floats(-1, 0.8), st.floats(0.05, 0.9), st.floats(-1, 1))
def test_the_line_takes_the_anchors_to_the_reference(foreign_zh: float, apart: float, foreign_en: float) -> None:
    zh, en = lines(Anchors(foreign_zh, foreign_zh + apart, foreign_en), reference())
    assert zh(foreign_zh) == pytest.approx(reference().foreign)
    assert zh(foreign_zh + apart) == pytest.approx(reference().related)
    assert en(foreign_en) == pytest.approx(reference().foreign_en)
    assert zh.back(reference().apart) == pytest.approx(apart)


def test_it_is_kept_with_the_build(tmp_path: Path) -> None:
    held = Calibration(Line(2.0, -0.5), Line(2.0, -0.4), (0.6, 0.8))
    held.save(tmp_path)
    assert Calibration.load(tmp_path) == held
    (tmp_path / FILE).write_text('{"zh": 1}', encoding="utf-8")
    with pytest.raises(RetrievalError, match=r"calibration .*cannot be read.*Run `gongbiao build`"):
        Calibration.load(tmp_path)


def test_another_model_under_the_same_name_is_noticed() -> None:
    before, after = BagEmbedder("served"), Squashed(BagEmbedder(), 0.9)
    kept = Calibration(probe=tuple(before.embed_queries([foreign("zh")[0]])[0].tolist()))
    kept.check(before)
    with pytest.raises(RetrievalError, match=r"gives other vectors than before.*build --force"):
        kept.check(after)
    remembered = before.embed_queries
    with pytest.raises(RetrievalError, match=r"holds another model now.*build with --force"):
        measure(after, remembered, ["x"], lambda vectors: vectors[:, 0])


def test_the_foreign_questions_are_many_and_none_twice() -> None:
    zh, en = foreign("zh"), foreign("en")
    assert len(zh) == len(set(zh)) >= 40 and len(en) == len(set(en)) >= 20
    assert all(one.isascii() for one in en)
