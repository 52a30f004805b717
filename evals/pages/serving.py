"""The app as a command of its own over a data folder, and when it can be used."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from evals.errors import EvalError

LONGEST_S = 120.0
_COMMAND = (sys.executable, "-m", "app.cli", "app")
_OBEY_S = 20.0


@dataclass(frozen=True, slots=True)
class Served:
    """An app that runs.

    Attributes:
        address: Where.
        waited_s: Seconds from its start until it answered.
    """

    address: str
    waited_s: float


@contextmanager
def served(data: Path, log: Path) -> Iterator[Served]:
    """The app over a built data folder, writing no sentences of its own; ended afterwards.

    Args:
        data: The data folder.
        log: Where what the app says is kept.

    Raises:
        EvalError: It ended, or did not answer in time.
    """
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "GONGBIAO_GENERATOR": "none", "GONGBIAO_DATA": str(data)}
    with log.open("ab") as said:
        began = time.perf_counter()
        command = [*_COMMAND, "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, server, log)
            yield Served(address, time.perf_counter() - began)
        finally:
            server.terminate()
            server.wait(_OBEY_S)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until:
        if server.poll() is not None:
            raise EvalError(f"app: it ended with status {server.returncode}. Read {log}.")
        try:
            urlopen(f"{address}/_stcore/health", timeout=2).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise EvalError(f"app: it did not answer within {LONGEST_S:g} s. Read {log}.")
