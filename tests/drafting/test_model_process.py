"""The model's process under a worker that crashes, hangs, babbles and dawdles."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.generator import DraftingError
from drafting.model_process import ModelProcess

WORKER = str(Path(__file__).with_name("fake_worker.py"))


@pytest.fixture
def model() -> Iterator[ModelProcess]:
    process = ModelProcess("fake", lambda: [sys.executable, WORKER], places=2)
    yield process
    process.close()


def text(model: ModelProcess, prompt: str, deadline_s: float = 20.0) -> str:
    return "".join(model.generate(prompt, max_tokens=8, stop=("\n",), deadline_s=deadline_s))


def test_pieces_arrive_in_order_and_the_child_is_kept(model: ModelProcess) -> None:
    assert list(model.generate("echo:设备联网", max_tokens=8, stop=(), deadline_s=20)) == ["设", "备", "联", "网"]
    assert text(model, "pid") == text(model, "pid")


def test_nothing_is_started_before_the_first_request() -> None:
    started: list[str] = []

    def command() -> list[str]:
        started.append("once")
        return [sys.executable, WORKER]

    process = ModelProcess("fake", command)
    assert process.ready() and started == []
    assert text(process, "echo:a") == "a" and started == ["once"]
    process.close()


def test_a_child_that_dies_before_any_text_is_started_again_once(model: ModelProcess, tmp_path: Path) -> None:
    before = text(model, "pid")
    mark = tmp_path / "crashed"
    assert text(model, f"crash-once:{mark}") == str(mark)
    assert mark.exists()
    assert text(model, "pid") != before


def test_a_child_that_dies_twice_is_an_error_with_its_last_words_and_the_next_request_works(
    model: ModelProcess,
) -> None:
    with pytest.raises(DraftingError, match=r"generator fake: its process stopped: .*GGML_ASSERT failed"):
        text(model, "crash")
    assert text(model, "echo:好") == "好"


def test_text_that_was_already_shown_is_not_written_twice(model: ModelProcess) -> None:
    seen: list[str] = []
    with pytest.raises(DraftingError, match="its process stopped"):
        for piece in model.generate("late-crash", max_tokens=8, stop=(), deadline_s=20):
            seen.append(piece)
    assert seen == ["一", "二"]
    assert text(model, "echo:好") == "好"


def test_a_hanging_child_is_killed_at_the_deadline(model: ModelProcess) -> None:
    before = text(model, "pid")
    with pytest.raises(DraftingError, match=r"no text within 0\.2 s"):
        text(model, "hang", deadline_s=0.2)
    assert text(model, "pid") != before


def test_a_late_request_is_cancelled_and_the_child_survives(model: ModelProcess) -> None:
    before = text(model, "pid")
    with pytest.raises(DraftingError, match=r"no text within 0\.3 s"):
        text(model, "slow", deadline_s=0.3)
    assert text(model, "pid") == before


def test_leaving_the_stream_early_cancels_it(model: ModelProcess) -> None:
    before = text(model, "pid")
    stream = model.generate("slow", max_tokens=8, stop=(), deadline_s=20)
    assert next(stream) == "…"
    del stream
    assert text(model, "pid") == before


def test_what_is_no_event_counts_as_a_crash(model: ModelProcess) -> None:
    with pytest.raises(DraftingError, match="ended or wrote nonsense"):
        text(model, "garbage")
    assert text(model, "echo:好") == "好"


def test_a_refused_request_is_an_error_and_keeps_the_child(model: ModelProcess) -> None:
    before = text(model, "pid")
    with pytest.raises(DraftingError, match="it is too long"):
        text(model, "refuse")
    assert text(model, "pid") == before


def test_the_queue_is_bounded(model: ModelProcess) -> None:
    running = model.generate("slow", max_tokens=8, stop=(), deadline_s=20)
    next(running)
    waited: list[str] = []
    waiting = threading.Thread(target=lambda: waited.append(text(model, "echo:二")))
    waiting.start()
    with pytest.raises(DraftingError, match=r"no turn came|too many requests"):
        for _ in range(2):
            text(model, "echo:三", deadline_s=0.05)
    del running
    waiting.join()
    assert waited == ["二"]


def test_requests_of_many_threads_do_not_mix() -> None:
    process = ModelProcess("fake", lambda: [sys.executable, WORKER], places=8)
    answers: dict[str, str] = {}
    threads = [
        threading.Thread(target=lambda word=word: answers.update({word: text(process, f"echo:{word * 5}")}))
        for word in "甲乙丙丁戊己"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    process.close()
    assert answers == {word: word * 5 for word in "甲乙丙丁戊己"}


def test_a_model_that_does_not_load_says_why() -> None:
    process = ModelProcess("fake", lambda: [sys.executable, WORKER, "--no-model"])
    with pytest.raises(DraftingError, match="no such weights"):
        text(process, "echo:a")
    process.close()


def test_a_program_that_does_not_exist_says_so(tmp_path: Path) -> None:
    process = ModelProcess("fake", lambda: [str(tmp_path / "none")])
    with pytest.raises(DraftingError, match="did not start"):
        text(process, "echo:a")
    process.close()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc to see whether a process lives")
def test_the_child_ends_with_its_parent() -> None:
    parent = (
        "import os, sys; from drafting.model_process import ModelProcess\n"
        f"model = ModelProcess('fake', lambda: [sys.executable, {WORKER!r}])\n"
        "print(''.join(model.generate('pid', max_tokens=8, stop=(), deadline_s=20)), flush=True)\n"
        "os._exit(0)\n"
    )
    root = str(Path(__file__).parents[2])
    ran = subprocess.run([sys.executable, "-c", parent], cwd=root, capture_output=True, text=True, timeout=30)
    child = Path(f"/proc/{int(ran.stdout)}/cmdline")
    until = time.monotonic() + 10
    while child.exists() and child.read_bytes() and time.monotonic() < until:
        time.sleep(0.01)
    assert not child.exists() or child.read_bytes() == b""


def test_a_closed_generator_refuses(model: ModelProcess) -> None:
    assert text(model, "echo:a") == "a"
    model.close()
    assert not model.ready()
    with pytest.raises(DraftingError, match="it was closed"):
        text(model, "echo:a")
