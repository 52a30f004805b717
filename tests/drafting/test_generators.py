"""Every generator against the one contract: the child process, a weights file, and servers, made up and real."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.bundled_model import open_generator
from drafting.generator import Missing
from drafting.model_process import ModelProcess
from drafting.served_model import ServedModel
from tests.drafting.generator_contract import Closing, GeneratorContract, written
from tests.servers.running import llama, made_up

WORKER = str(Path(__file__).with_name("fake_worker.py"))
FRUIT = "水果：苹果，颜色：红\n水果：香蕉，颜色：黄\n水果："


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with made_up() as address:
        yield address


@pytest.fixture(scope="module")
def llama_server(weights: Path) -> Iterator[str]:
    with llama(weights) as address:
        yield address


def opened(name: str, folder: Path) -> Iterator[Closing]:
    generator = open_generator(name, folder)
    assert isinstance(generator, ModelProcess | ServedModel)
    yield generator
    generator.close()


class Echoing(GeneratorContract):
    """The prompts of what says what it is told."""

    @pytest.fixture
    def prompt(self) -> str:
        return "echo:应实现设备联网和数据采集"

    @pytest.fixture
    def endless(self) -> str:
        return "slow"


class Continuing(GeneratorContract):
    """The prompts of a real model."""

    @pytest.fixture
    def prompt(self) -> str:
        return FRUIT

    @pytest.fixture
    def endless(self) -> str:
        return FRUIT


class TestModelProcess(Echoing):
    @pytest.fixture
    def generator(self) -> Iterator[Closing]:
        process = ModelProcess("fake", lambda: [sys.executable, WORKER])
        yield process
        process.close()


class TestMadeUpServer(Echoing):
    @pytest.fixture(params=["", "/chat/completions"], ids=["completions", "chat"])
    def generator(self, request: pytest.FixtureRequest, server: str, tmp_path: Path) -> Iterator[Closing]:
        yield from opened(f"openai:{server}{request.param}#echo", tmp_path)


@pytest.mark.model
class TestLlamaServer(Continuing):
    """llama-cpp-python's own server."""

    @pytest.fixture(params=["", "/chat/completions"], ids=["completions", "chat"])
    def generator(self, request: pytest.FixtureRequest, llama_server: str, tmp_path: Path) -> Iterator[Closing]:
        yield from opened(f"openai:{llama_server}{request.param}", tmp_path)


@pytest.mark.model
class TestWeightsFile(Continuing):
    @pytest.fixture
    def generator(self, weights: Path, tmp_path: Path) -> Iterator[Closing]:
        yield from opened(f"gguf:{weights}", tmp_path)


@pytest.mark.model
def test_one_model_writes_the_same_bundled_as_a_file_and_served(
    weights: Path, llama_server: str, tmp_path: Path
) -> None:
    texts = set()
    for name in ("bundled:prompts", f"gguf:{weights}", f"openai:{llama_server}"):
        for generator in opened(name, weights.parent if name == "bundled:prompts" else tmp_path):
            texts.add(written(generator, FRUIT, "\n"))
    assert len(texts) == 1 and texts.pop().strip()


@pytest.mark.model
def test_a_file_that_is_no_model_is_said(tmp_path: Path) -> None:
    (tmp_path / "text.gguf").write_text("this is a text", encoding="utf-8")
    missing = open_generator(f"gguf:{tmp_path / 'text.gguf'}", tmp_path)
    assert isinstance(missing, Missing) and "this is no GGUF file. Give the path" in missing.message
