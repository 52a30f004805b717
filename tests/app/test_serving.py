"""The page's server ends with the command that started it, and a port that is taken is said at once."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.errors import AppError
from app.serving import require_free, serve
from tests.app.command import Gongbiao
from tests.app.server import free_port, wait_for

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(60)
"""


def alive(process: int) -> bool:
    """Whether a process runs; one that ended and waits for its parent's notice does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not (stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


def test_a_server_that_ends_gives_its_status() -> None:
    assert serve([sys.executable, "-c", "raise SystemExit(3)"]) == 3


@pytest.mark.skipif(os.name == "nt", reason="one process cannot send another these signals there")
@pytest.mark.parametrize("request_to_end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stubborn_server_is_killed_with_what_it_started(tmp_path: Path, request_to_end: signal.Signals) -> None:
    note = tmp_path / "child"
    before = signal.getsignal(request_to_end)

    def ask_to_end() -> None:
        until = time.monotonic() + 20
        while not (note.exists() and note.read_text(encoding="utf-8")) and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(os.getpid(), request_to_end)

    asking = threading.Thread(target=ask_to_end)
    asking.start()
    assert serve([sys.executable, "-c", STUBBORN, str(note)], obey_s=0.3) == 0
    asking.join()
    until = time.monotonic() + 5
    while alive(int(note.read_text(encoding="utf-8"))) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(int(note.read_text(encoding="utf-8")))
    assert signal.getsignal(request_to_end) is before


@pytest.mark.skipif(os.name == "nt", reason="one process cannot send another these signals there")
def test_the_app_leaves_nothing_behind(built_data: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "app.cli", "app", "--port", str(port), "--data", str(built_data)]
    environment = os.environ | {"GONGBIAO_GENERATOR": "none"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as app:
        wait_for(f"http://127.0.0.1:{port}", app)
        app.terminate()
        written = app.communicate(timeout=30)[1].decode("utf-8")
    assert app.returncode == 0 and f"http://127.0.0.1:{port}" in written and "Traceback" not in written
    require_free(port)


def test_a_port_in_use_is_said_and_nothing_started(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        taken = holder.getsockname()[1]
        done = Gongbiao(tmp_path, capsys)("app", "--port", str(taken))
    assert (done.status, done.error) == (1, f"port {taken}: it is in use. Choose another with --port.")
    assert list(tmp_path.iterdir()) == []


def test_a_free_port_is_no_error() -> None:
    require_free(free_port())
    with pytest.raises(AppError, match="in use"), socket.create_server(("127.0.0.1", 0)) as holder:
        require_free(holder.getsockname()[1])


def test_the_app_does_not_open_without_the_model_asked_for(
    built_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGBIAO_GENERATOR", "gguf:/nowhere")
    done = Gongbiao(built_data, capsys)("app", "--port", str(free_port()))
    assert done.status == 1 and done.error.startswith("generator gguf:/nowhere: ")
