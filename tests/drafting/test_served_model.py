"""A generator behind a server: what it sends, how it reads what streams back, and the server's faults."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.bundled_model import open_generator
from drafting.event_stream import lines_of, until_stopped
from drafting.generator import DraftingError
from drafting.served_model import ServedModel
from tests.servers.running import made_up

KEY = "sk-made-up-secret"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with made_up("--key", KEY) as address:
        yield address


def written(model: ServedModel, prompt: str = "echo:应实现设备联网", *stop: str, deadline_s: float = 20.0) -> str:
    return "".join(model.generate(prompt, max_tokens=32, stop=stop, deadline_s=deadline_s))


def test_it_is_opened_by_its_name_and_asks_nothing_yet(tmp_path: Path) -> None:
    opened = open_generator("openai:http://127.0.0.1:9/v1#some", tmp_path, KEY)
    assert isinstance(opened, ServedModel) and opened.ready() and opened.name == "openai:http://127.0.0.1:9/v1#some"
    assert KEY not in repr(opened)


@pytest.mark.parametrize("way", ["", "/completions", "/chat/completions"])
def test_either_way_of_asking_continues_the_prompt(server: str, way: str) -> None:
    assert written(ServedModel(f"{server}{way}#echo", KEY)) == "应实现设备联网"
    assert written(ServedModel(f"{server}{way}#echo", KEY), "echo:应实现\n设备", "\n") == "应实现"


def test_the_only_model_need_not_be_named(server: str) -> None:
    assert written(ServedModel(server, KEY)) == "应实现设备联网"


def test_a_server_that_does_not_stream_is_read_whole(server: str) -> None:
    assert written(ServedModel(f"{server}#whole", KEY), "echo:一\n二", "\n") == "一"
    assert written(ServedModel(f"{server}/chat/completions#whole", KEY)) == "应实现设备联网"


def test_a_server_that_does_not_count_is_stopped(server: str) -> None:
    assert written(ServedModel(f"{server}#endless", KEY)) == "字" * 32


FAULTS = {
    "status-400": "it refuses the request .HTTP 400, said by the server",
    "status-403": "it refuses the key .HTTP 403.*environment variable",
    "status-404": "it has no /completions, or no such model .HTTP 404.*Mend the address",
    "status-429": "it has too much to do .HTTP 429.*Try again later",
    "status-500": "it failed .HTTP 500, said by the server.*log",
    "status-302": "it points to another address",
    "no-json": "it broke off in the middle of the text",
    "no-json-event": "what it sends is no JSON",
    "error-event": "it failed .out of memory",
    "gone": "the connection broke off",
    "silent": "it did not answer in time",
    "trickle": "it did not answer in time",
}


@pytest.mark.parametrize("model", FAULTS)
def test_a_fault_is_one_error_that_says_what_helps(model: str, server: str) -> None:
    began = time.monotonic()
    with pytest.raises(DraftingError, match=FAULTS[model]) as caught:
        written(ServedModel(f"{server}#{model}", KEY), deadline_s=0.7)
    said = str(caught.value)
    assert said.startswith(f"generator openai:{server}#{model}: ") and KEY not in said and "\n" not in said
    assert time.monotonic() - began < 5


def test_what_came_before_a_break_was_shown(server: str) -> None:
    shown: list[str] = []
    with pytest.raises(DraftingError, match="broke off"):
        for piece in ServedModel(f"{server}#gone", KEY).generate("echo:一二三四", max_tokens=9, stop=(), deadline_s=9):
            shown.append(piece)
    assert "".join(shown) == "一二"


def test_a_server_that_dies_in_the_middle_is_said() -> None:
    with made_up() as address:
        model = ServedModel(f"{address}#dies")
        with pytest.raises(DraftingError, match="the connection broke off"):
            written(model)
    with pytest.raises(DraftingError, match=r"nothing answers at this address\. Start the server"):
        written(model)


@pytest.mark.parametrize("key", ["", "sk-wrong"])
def test_a_key_that_is_wrong_or_missing_is_said(server: str, key: str) -> None:
    with pytest.raises(DraftingError, match=r"refuses the key .HTTP 401, Incorrect API key provided") as caught:
        written(ServedModel(f"{server}#echo", key))
    assert not key or key not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "http://me:sk-secret@127.0.0.1/v1", "http://127.0.0.1/v1?k=sk-secret"]
)
def test_what_is_no_address_or_holds_a_secret_is_refused_unshown(address: str, tmp_path: Path) -> None:
    with pytest.raises(DraftingError, match="Write openai:") as caught:
        open_generator(f"openai:{address}", tmp_path)
    assert "sk-secret" not in str(caught.value)


def test_what_takes_connections_and_never_answers_is_late() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        model = ServedModel(f"http://127.0.0.1:{mute.getsockname()[1]}/v1#x")
        began = time.monotonic()
        with pytest.raises(DraftingError, match="it did not answer in time"):
            written(model, deadline_s=0.3)
        with pytest.raises(DraftingError, match="it did not answer in time"):
            model.served(0.2)
    assert time.monotonic() - began < 3


@given(
    st.text(alphabet="ab\n。", max_size=30),
    st.lists(st.text(alphabet="ab\n。", min_size=1, max_size=3), max_size=3),
    st.lists(st.integers(1, 5)),
)
def test_a_text_stops_at_the_same_place_however_it_is_cut(text: str, stop: list[str], sizes: list[int]) -> None:
    pieces, rest = list[str](), text
    for size in sizes:
        pieces, rest = [*pieces, rest[:size]], rest[size:]
    expected = min((text.partition(one)[0] for one in stop), key=len, default=text)
    assert "".join(until_stopped([*pieces, rest], stop)) == expected


@given(st.lists(st.text(alphabet="字a\r :", max_size=5), max_size=5), st.integers(1, 7))
def test_lines_are_the_same_however_the_bytes_are_cut(lines: list[str], size: int) -> None:
    data = "".join(f"{line}\n" for line in lines).encode()
    assert list(lines_of(data[at : at + size] for at in range(0, len(data), size))) == [
        line.rstrip("\r") for line in lines
    ]


def test_blank_beginnings_are_left_out_on_request() -> None:
    assert "".join(until_stopped(["\n", " \n应", "实现\n二"], ("\n",), skip_blank=True)) == "应实现"
    assert "".join(until_stopped(["\n", "应实现"], ("\n",))) == ""
