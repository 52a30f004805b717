"""Runs the page's server as a child process that never outlives the command, whichever way that is asked to end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from app.errors import AppError

ADDRESS = "127.0.0.1"
OBEY_S = 5.0
"""Seconds that a server has to end by itself before it is killed."""
_LOOK_S = 0.5
_REQUESTS_TO_END = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


def require_free(port: int) -> None:
    """Nothing where a server can listen on a port of this machine.

    Raises:
        AppError: Another program holds the port, or it takes rights that this one does not have.
    """
    try:
        socket.create_server((ADDRESS, port)).close()
    except PermissionError:
        raise AppError(f"port {port}: it may not be opened. Choose one above 1023 with --port.") from None
    except OSError:
        raise AppError(f"port {port}: it is in use. Choose another with --port.") from None


def serve(command: Sequence[str], obey_s: float = OBEY_S) -> int:
    """Run a server until it ends or this process is asked to end; then nothing of it is left.

    Args:
        command: The server's program and arguments.
        obey_s: Seconds that it has to end by itself.

    Returns:
        The server's exit status; 0 where it was asked to end.
    """
    with _asked_to_end() as asked:
        server = _started(command)
        try:
            while server.poll() is None and not asked.wait(_LOOK_S):
                pass
            return 0 if asked.is_set() else server.returncode
        finally:
            _end(server, obey_s)


@contextmanager
def _asked_to_end() -> Iterator[threading.Event]:
    """An event that requests to end set within the block; a lost terminal is none for a process meant to outlive it."""
    asked = threading.Event()

    def note(number: int, frame: FrameType | None) -> None:
        asked.set()

    heard = {one: signal.getsignal(one) for one in signal.Signals if one.name in _REQUESTS_TO_END}
    heard = {one: before for one, before in heard.items() if one.name != "SIGHUP" or before is not signal.SIG_IGN}
    try:
        for number in heard:
            signal.signal(number, note)
        yield asked
    finally:
        for number, before in heard.items():
            signal.signal(number, before)


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """The server in a group of its own, so that a request to end reaches it once, from here, with its children."""
    if sys.platform == "win32":
        return subprocess.Popen(list(command), creationflags=subprocess.CREATE_NEW_PROCESS_GROUP)
    return subprocess.Popen(list(command), start_new_session=True)


def _end(server: subprocess.Popen[bytes], obey_s: float) -> None:
    """Ask the server to end, wait a little, then kill it and what it started."""
    if server.poll() is None:
        if sys.platform == "win32":
            server.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(obey_s)
    if sys.platform == "win32":
        if server.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(server.pid)], check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
    server.wait()
