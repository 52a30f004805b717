"""Servers of models in processes of their own, for as long as a test needs them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.app.server import free_port

ROOT = Path(__file__).parents[2]
START_S = 60.0


@contextmanager
def made_up(*options: str) -> Iterator[str]:
    """The made-up server; gives its address without a model."""
    command = [sys.executable, "-m", "tests.servers.made_up_server", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        finally:
            process.kill()
            process.wait()


@contextmanager
def llama(weights: Path, *options: str) -> Iterator[str]:
    """The server of llama-cpp-python with a weights file; gives its address, without a model."""
    port = free_port()
    base = [sys.executable, "-m", "llama_cpp.server", "--model", str(weights), "--host", "127.0.0.1"]
    command = [*base, "--port", str(port), "--n_ctx", "2048", "--n_threads", "1", *options]
    with subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, f"http://127.0.0.1:{port}/v1/models")
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.kill()
            process.wait()


def asked(address: str, key: str = "") -> dict[str, int]:
    """How often the made-up server was asked for each model."""
    request = urllib.request.Request(f"{address.removesuffix('/v1')}/asked", headers={"Authorization": f"Bearer {key}"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        found = json.loads(answer.read())
    assert isinstance(found, dict)
    return found


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not start (status {process.poll()})")
