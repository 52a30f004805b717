"""Embedders behind servers: a real one, the made-up one as it should be, and its faults."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from retrieval.embedder import Embedder, EmbedderOptions
from retrieval.embedders.opening import open_embedder
from retrieval.embedders.served import ATTEMPTS, ServedEmbedder
from retrieval.errors import RetrievalError
from tests.retrieval.embedder_contract import EmbedderContract
from tests.servers.made_up_server import FALSE_VECTORS
from tests.servers.running import asked, llama, made_up

KEY = "sk-made-up-secret"
MEAN_OF_TOKENS = ("--embedding", "true", "--kv_overrides", "gemma3.pooling_type=int:1")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with made_up("--key", KEY) as address:
        yield address


@pytest.fixture(scope="module")
def llama_server(weights: Path) -> Iterator[str]:
    with llama(weights, *MEAN_OF_TOKENS) as address:
        yield address


def served(address: str, key: str = KEY) -> Embedder:
    return open_embedder(f"openai:{address}", EmbedderOptions(key))


class TestMadeUpServer(EmbedderContract):
    @pytest.fixture
    def embedder(self, server: str) -> Embedder:
        return served(f"{server}#bag")


@pytest.mark.model
class TestLlamaServer(EmbedderContract):
    """llama-cpp-python's own server; the local language model stands in for one that was trained to embed."""

    @pytest.fixture
    def embedder(self, llama_server: str) -> Embedder:
        return open_embedder(f"openai:{llama_server}")


@pytest.mark.model
def test_a_model_that_gives_a_vector_for_each_token_is_refused(weights: Path) -> None:
    with llama(weights, "--embedding", "true") as address, pytest.raises(RetrievalError, match="one vector a text"):
        open_embedder(f"openai:{address}").embed_queries(["设备联网"])


def test_the_name_tells_address_model_and_prefixes(server: str) -> None:
    names = {
        served(f"{server}#bag").name,
        served(f"{server}#other").name,
        served(f"{server}/deeper#bag").name,
        open_embedder(f"openai:{server}#bag", EmbedderOptions(KEY, query_prefix="query: ")).name,
        open_embedder(f"openai:{server}#bag", EmbedderOptions(KEY, passage_prefix="query: ")).name,
    }
    assert len(names) == 5 and f"openai:{server}#bag" in names
    assert not any(KEY in name for name in names)


def test_nothing_is_asked_before_the_first_text() -> None:
    assert served("http://127.0.0.1:9/v1#x").name == "openai:http://127.0.0.1:9/v1#x"


def test_prefixes_are_put_before_each_text(server: str) -> None:
    prefixed = open_embedder(f"openai:{server}#bag", EmbedderOptions(KEY, "问：", "文："))
    plain = served(f"{server}#bag")
    assert prefixed.embed_queries(["设备"]) == pytest.approx(plain.embed_queries(["问：设备"]))
    assert prefixed.embed_passages(["设备"]) == pytest.approx(plain.embed_queries(["文：设备"]))


def test_the_only_model_need_not_be_named(server: str) -> None:
    assert served(server).embed_queries(["设备"]) == pytest.approx(served(f"{server}#bag").embed_queries(["设备"]))
    with made_up("--listed", "one", "two") as several, pytest.raises(RetrievalError, match=r"2 models \(one, two\)"):
        served(several).embed_queries(["设备"])


def test_a_server_with_too_much_to_do_is_asked_again(server: str) -> None:
    waits: list[float] = []
    busy = ServedEmbedder(f"{server}#busy-once", EmbedderOptions(KEY), waits.append)
    assert busy.embed_queries(["设备"]).shape == (1, 64) and waits == [0.0]
    for status in (429, 503):
        waits.clear()
        never = ServedEmbedder(f"{server}#status-{status}", EmbedderOptions(KEY), waits.append)
        with pytest.raises(RetrievalError, match=f"too much to do .*{status}.*Try again later"):
            never.embed_queries(["设备"])
        assert waits == [1.0] * (ATTEMPTS - 1) and asked(server, KEY)[f"status-{status}"] == ATTEMPTS


FAULTS = {
    "status-400": "it refuses the request .HTTP 400, said by the server",
    "status-403": "it refuses the key .HTTP 403.*environment variable",
    "status-404": "it has no /embeddings, or no such model .HTTP 404.*Mend the address",
    "status-500": "it failed .HTTP 500, said by the server.*log",
    "status-302": "it points to another address",
    "no-json": "what it sends is no JSON",
    "no-vectors": "its answer holds no vectors",
    "a-list": "its answer holds no vectors",
    "few-vectors": "it gave 9 vectors for 1 texts",
    "words": "what it gave are no vectors",
    "token-vectors": "what it gave are no vectors",
    "no-number": "what it gave are no vectors",
    "zero": "vectors without a length",
}


def test_every_false_answer_is_tried() -> None:
    assert set(FALSE_VECTORS) <= set(FAULTS)


@pytest.mark.parametrize("model", FAULTS)
def test_a_fault_is_one_error_that_says_what_helps(model: str, server: str) -> None:
    with pytest.raises(RetrievalError, match=FAULTS[model]) as caught:
        served(f"{server}#{model}").embed_queries(["设备"])
    said = str(caught.value)
    assert said.startswith(f"embedder openai:{server}#{model}: ") and said.endswith(".")
    assert KEY not in said and "\n" not in said


def test_a_key_that_is_wrong_or_missing_is_said(server: str) -> None:
    for key in ("", "sk-wrong"):
        with pytest.raises(RetrievalError, match=r"refuses the key .HTTP 401, Incorrect API key provided") as caught:
            served(f"{server}#bag", key).embed_queries(["设备"])
        assert not key or key not in str(caught.value)


@pytest.mark.parametrize("key", ["a b", "a\nb", "钥匙", "x\r\nX-Other: y"])
def test_a_key_that_no_header_can_hold_is_refused_unshown(key: str, server: str) -> None:
    with pytest.raises(RetrievalError, match="the key holds characters") as caught:
        served(f"{server}#bag", key)
    assert key not in str(caught.value)


def test_where_nothing_listens_the_error_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        free = holder.getsockname()[1]
    with pytest.raises(RetrievalError, match=r"nothing answers at this address\. Start the server"):
        served(f"http://127.0.0.1:{free}/v1#bag").embed_queries(["设备"])


def test_a_server_that_goes_away_is_said() -> None:
    with made_up() as address:
        embedder = served(f"{address}#bag", "")
        first = embedder.embed_queries(["设备"])
    with pytest.raises(RetrievalError, match="nothing answers at this address"):
        embedder.embed_queries(["设备"])
    assert np.linalg.norm(first) == pytest.approx(1)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:8080", "ftp://127.0.0.1/v1", "http://", "http://127.0.0.1:port/v1", "http://a b/v1", "//127.0.0.1/v1"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(RetrievalError, match=r"this is no address\. Write openai:"):
        served(address)


@pytest.mark.parametrize("address", ["http://me:sk-secret@127.0.0.1/v1", "http://127.0.0.1/v1?key=sk-secret"])
def test_a_secret_in_an_address_is_refused_unshown(address: str) -> None:
    with pytest.raises(RetrievalError, match="a user, a password or a query") as caught:
        served(address)
    assert "sk-secret" not in str(caught.value)
