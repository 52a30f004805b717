"""What tests of the running app need: a port, and to know when its server answers."""

from __future__ import annotations

import socket
import subprocess
import time
from urllib.request import urlopen

import pytest

START_S = 60.0


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Waits until the server answers; fails where it ends or is too slow."""
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended before it was ready"
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server was not ready within {START_S:g} s")
