"""Building and asking with an embedder and a generator behind a server, from end to end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.assembly import Workspace
from app.settings import Settings, read_settings
from tests.app.command import Gongbiao
from tests.servers.running import made_up

KEY = "sk-made-up-secret"
QUESTIONS = ["智能工厂对设备运维有什么要求", "机器还没坏就想提前知道", "红烧肉要炖多久"]
CELL = "智能工厂对设备运维有什么要求"


@pytest.fixture(scope="module")
def server(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that gives the bundled embedder's vectors, from what the tests have embedded so far."""
    vectors = shutil.copytree(built_data / "vectors", tmp_path_factory.mktemp("kept") / "vectors")
    with made_up("--key", KEY, "--vectors", str(vectors)) as address:
        yield address


@pytest.fixture(scope="module")
def served_data(server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that was built with the server."""
    from app.assembly import build_data

    data = tmp_path_factory.mktemp("served")
    assert build_data(read_settings(data, environment=environment(server))).status == "built"
    return data


def environment(server: str, generator: str = "none", key: str = KEY) -> dict[str, str]:
    return {
        "GONGBIAO_EMBEDDER": f"openai:{server}#bundled",
        "GONGBIAO_EMBEDDER_KEY": key,
        "GONGBIAO_EMBEDDER_QUERY_PREFIX": "query: ",
        "GONGBIAO_EMBEDDER_PASSAGE_PREFIX": "passage: ",
        "GONGBIAO_GENERATOR": generator,
        "GONGBIAO_GENERATOR_KEY": key,
    }


@pytest.fixture
def gongbiao(
    served_data: Path, server: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Gongbiao:
    """The command over that data folder, with that server set."""
    for name, value in environment(server).items():
        monkeypatch.setenv(name, value)
    return Gongbiao(served_data, capsys)


def test_the_command_builds_with_a_server(gongbiao: Gongbiao, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGBIAO_EMBEDDER")
    done = gongbiao("build", "--embedder", f"openai:{server}#bundled", "--json")
    assert done.status == 0 and done.object["status"] == "unchanged"


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_vectors_give_the_same_answers(question: str, gongbiao: Gongbiao, built_data: Path) -> None:
    served = gongbiao("ask", question, "--json").object
    workspace = Workspace.open(Settings(built_data, generator="none"))
    assert workspace is not None
    bundled = workspace.ask(question).to_json()
    assert [one["id"] for one in served["citations"]] == [one["id"] for one in bundled["citations"]]
    assert (served["status"], served["answer"]) == (bundled["status"], bundled["answer"])


def test_no_key_is_kept_in_the_data(served_data: Path, gongbiao: Gongbiao) -> None:
    assert gongbiao("search", CELL, "--json").status == 0
    for path in served_data.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes()


def test_a_build_of_one_embedder_is_not_read_with_another(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGBIAO_EMBEDDER", "bundled")
    said = gongbiao("search", CELL).error
    assert "the build's vectors are of openai:http://127.0.0.1" in said and "Run `gongbiao build`" in said


def test_an_embedder_that_is_gone_is_an_error_with_the_remedy(
    served_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with made_up() as address:
        pass
    for name, value in environment(address).items():
        monkeypatch.setenv(name, value)
    said = Gongbiao(served_data.parent / "unbuilt", capsys)("build").err
    assert "error: embedder openai:" in said and "nothing answers at this address. Start the server" in said


def test_a_refused_key_is_an_error_that_does_not_show_it(gongbiao: Gongbiao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGBIAO_EMBEDDER_KEY", "sk-wrong")
    said = gongbiao("search", "机器还没坏就想提前知道").error
    assert "refuses the key (HTTP 401" in said and "sk-wrong" not in said


def test_a_generator_that_is_gone_leaves_quotations_and_a_remark(gongbiao: Gongbiao) -> None:
    done = gongbiao("ask", CELL, "--generator", "openai:http://127.0.0.1:9/v1#x", "--json")
    assert done.status == 0 and done.object["status"] == "answered" and done.object["citations"]
    assert (
        "本次没有模型撰写的句子" in done.object["answer"] and "nothing answers at this address" in done.object["answer"]
    )
    assert {one["origin"] for one in done.object["sentences"]} == {"composed", "quoted"}


def test_a_generator_that_dies_in_the_middle_leaves_quotations_and_a_remark(gongbiao: Gongbiao) -> None:
    with made_up("--key", KEY) as address:
        done = gongbiao("ask", CELL, "--generator", f"openai:{address}#dies", "--json")
    assert done.status == 0 and "broke off" in done.object["answer"]


@pytest.mark.parametrize("way", ["", "/chat/completions"])
def test_a_generator_behind_a_server_writes(gongbiao: Gongbiao, server: str, way: str) -> None:
    done = gongbiao("ask", CELL, "--generator", f"openai:{server}{way}#gist", "--json")
    (written,) = [one["text"] for one in done.object["sentences"] if one["origin"] == "generated"]
    assert written.startswith("省级智能工厂在设备运维方面应") and done.object["verified"]
    assert done.object["generator"] == f"openai:{server}{way}#gist"


def test_what_a_server_makes_up_is_not_shown(gongbiao: Gongbiao, server: str) -> None:
    done = gongbiao("ask", CELL, "--generator", f"openai:{server}#numb", "--json")
    assert "后后" not in done.object["answer"] and done.object["rejected_drafts"] > 0 and done.object["verified"]
