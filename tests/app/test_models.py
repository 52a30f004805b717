"""What is told of the models in use, whichever they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models import model_facts
from app.settings import Settings
from drafting.generator import DraftingError
from retrieval.embedder import EmbedderOptions
from retrieval.errors import RetrievalError
from tests.app.command import Gongbiao
from tests.servers.running import made_up

KEYS = {"role", "name", "model", "licence", "size", "sha256", "path", "installed", "reachable", "detail"}
KEY = "sk-made-up-secret"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with made_up("--key", KEY) as address:
        yield address


def settings(data: Path, embedder: str = "bundled", generator: str = "none", key: str = KEY) -> Settings:
    options = EmbedderOptions(key)
    return Settings(data, embedder=embedder, generator=generator, embedder_options=options, generator_key=key)


def test_a_server_is_told_with_what_it_lists(server: str, tmp_path: Path) -> None:
    for model in model_facts(settings(tmp_path, f"openai:{server}#bag", f"openai:{server}"))["models"]:
        assert set(model) == KEYS
        assert (model["reachable"], model["installed"], model["model"], model["detail"]) == (True, False, "bag", "bag")
        assert {model[name] for name in ("licence", "size", "sha256", "path")} == {None}
        assert KEY not in str(model)


def test_a_server_that_is_not_there_is_told_with_the_remedy(tmp_path: Path) -> None:
    gone = "openai:http://127.0.0.1:9/v1#x"
    for model in model_facts(settings(tmp_path, gone, gone))["models"]:
        assert set(model) == KEYS and model["reachable"] is False
        assert "nothing answers at this address. Start the server" in model["detail"]


def test_a_server_that_wants_another_key_is_told(server: str, tmp_path: Path) -> None:
    (embedder, _) = model_facts(settings(tmp_path, f"openai:{server}#bag", key="sk-wrong"))["models"]
    assert embedder["reachable"] is False and "refuses the key" in embedder["detail"]
    assert "sk-wrong" not in str(embedder)


@pytest.mark.model
def test_a_weights_file_is_told_with_its_hash(weights: Path, tmp_path: Path) -> None:
    (_, generator) = model_facts(settings(tmp_path, generator=f"gguf:{weights}"))["models"]
    assert set(generator) == KEYS and generator["installed"] and generator["licence"] is None
    assert (generator["path"], generator["size"]) == (str(weights), weights.stat().st_size)
    assert generator["sha256"] == hashlib.sha256(weights.read_bytes()).hexdigest()


@pytest.mark.transformer
def test_a_folder_of_sentence_transformers_is_told(tmp_path: Path) -> None:
    from tests.retrieval.test_embedder_transformer import packaged_model

    folder = packaged_model()
    (embedder, _) = model_facts(settings(tmp_path, f"sentence-transformers:{folder}"))["models"]
    assert set(embedder) == KEYS and embedder["installed"] and embedder["path"] == str(folder)
    assert embedder["size"] > 80e6 and len(embedder["sha256"]) == 64 and embedder["licence"] is None


def test_what_is_missing_says_why(tmp_path: Path) -> None:
    chosen = settings(tmp_path, f"sentence-transformers:{tmp_path}", f"gguf:{tmp_path / 'none.gguf'}")
    embedder, generator = model_facts(chosen)["models"]
    assert not embedder["installed"] and "holds no model" in embedder["detail"]
    assert not generator["installed"] and generator["detail"]


def test_a_name_that_there_is_not_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RetrievalError, match="there is no such embedder"):
        model_facts(settings(tmp_path, "word2vec"))
    with pytest.raises(DraftingError, match="there is no such generator"):
        model_facts(settings(tmp_path, generator="gpt"))


def test_the_table_shows_a_server_and_no_key(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGBIAO_EMBEDDER", f"openai:{server}#bag")
    monkeypatch.setenv("GONGBIAO_EMBEDDER_KEY", KEY)
    monkeypatch.setenv("GONGBIAO_GENERATOR", "openai:http://127.0.0.1:9/v1")
    done = Gongbiao(tmp_path, capsys)("models")
    assert done.status == 0 and "bag" in done.out and KEY not in done.out + done.err
