"""One request to a server of models, with a deadline that holds and an end that another thread can set.

The connection is the standard library's, since it is the caller's then: its socket's patience is set anew before every
read, so that a server which sends one byte a second is late at the deadline and not an hour after it, and another
thread can end a read that waits. No proxy is used and no redirect followed: the key goes to the address that was given
and nowhere else.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any

from retrieval.servers.address import FORM, Address
from retrieval.servers.problem import ServerProblem

CONNECT_S = 5.0
"""Seconds that a server may take to accept a connection."""
_PIECE = 1 << 16
_LONGEST_BODY = 1 << 26
_LONGEST_ERROR = 1 << 14
_LONGEST_MESSAGE = 200


class Call:
    """One request on a connection of its own.

    Args:
        address: The server.
        key: What it is to be shown, or an empty string.
        until: When it is too late, on the monotonic clock.
    """

    def __init__(self, address: Address, key: str, until: float) -> None:
        self._address = address
        self._key = key
        self._until = until
        self._socket: socket.socket | None = None
        self._response: HTTPResponse | None = None
        self._ended = False

    @property
    def content_type(self) -> str:
        """The kind of what the server sends."""
        return (self._response.headers.get_content_type() if self._response else "").lower()

    def send(self, path: str, body: Mapping[str, Any] | None) -> None:
        """Send the request and wait until the server begins to answer it.

        Args:
            path: What follows the address's path.
            body: Sent as JSON by POST; None for GET.

        Raises:
            ServerProblem: It cannot be reached, is late, or refuses.
        """
        headers = {"Accept": "application/json, text/event-stream", "Connection": "close"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body).encode("ascii")
        with self._told():
            connection = self._connected()
            connection.request("POST" if data is not None else "GET", self._address.path + path, data, headers)
            self._response = connection.getresponse()
        if self._response.status != 200:
            raise self._refused(path, self._response)

    def pieces(self) -> Iterator[bytes]:
        """What the server sends, as it comes.

        Raises:
            ServerProblem: It broke off, or is late.
        """
        assert self._response is not None and self._socket is not None
        while True:
            with self._told():
                self._socket.settimeout(self._left())
                piece = self._response.read1(_PIECE)
            if not piece:
                if self._ended or self._response.length:
                    raise _broken_off()
                return
            yield piece

    def body(self, longest: int = _LONGEST_BODY) -> bytes:
        """All that the server sends.

        Raises:
            ServerProblem: It broke off, is late, or sends too much.
        """
        whole = bytearray()
        for piece in self.pieces():
            whole += piece
            if len(whole) > longest:
                raise ServerProblem(f"it sends more than {longest} bytes", "Look at what runs at the address")
        return bytes(whole)

    def end(self) -> None:
        """End the request, from any thread; a read that waits ends at once."""
        self._ended = True
        if self._socket is not None:
            with suppress(OSError):  # it is closed already
                self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the connection up."""
        if self._response is not None:
            self._response.close()
        if self._socket is not None:
            self._socket.close()

    def _connected(self) -> HTTPConnection:
        address, patience = self._address, min(CONNECT_S, self._left())
        if address.secure:
            context = ssl.create_default_context()
            connection: HTTPConnection = HTTPSConnection(address.host, address.port, timeout=patience, context=context)
        else:
            connection = HTTPConnection(address.host, address.port, timeout=patience)
        connection.connect()
        self._socket = connection.sock
        if self._ended:
            raise _broken_off()
        self._socket.settimeout(self._left())
        return connection

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say of whatever goes wrong on a connection what it is and what helps."""
        try:
            yield
        except TimeoutError:
            raise ServerProblem("it did not answer in time", "Ask again, or allow more time") from None
        except ConnectionRefusedError:
            raise ServerProblem("nothing answers at this address", "Start the server, or mend the address") from None
        except socket.gaierror:
            raise ServerProblem(f"there is no machine {self._address.host}", "Mend the address") from None
        except ssl.SSLError as error:
            reason = error.reason or "no encrypted connection"
            raise ServerProblem(f"no trusted connection ({reason})", "Mend the address or the certificate") from None
        except (HTTPException, OSError, ValueError) as error:
            raise _broken_off(type(error).__name__) from None

    def _refused(self, path: str, response: HTTPResponse) -> ServerProblem:
        status = response.status
        try:
            said = _message(self.body(_LONGEST_ERROR))
        except ServerProblem:  # what it says of its refusal cannot be read; the status says enough
            said = ""
        if self._key:
            said = said.replace(self._key, "…")
        what = f"HTTP {status}{f', {said}' if said else ''}"
        why, remedy = _meaning(status, path)
        return ServerProblem(f"{why} ({what})", remedy, status, _wait(response) if status in (429, 503) else None)


def _meaning(status: int, path: str) -> tuple[str, str]:
    """What a status that is not 200 says, and what helps."""
    if status in (401, 403):
        return "it refuses the key", "Set the key's environment variable, see docs/models.md"
    if status == 404:
        return f"it has no {path}, or no such model", f"Mend the address. {FORM}"
    if status in (429, 503):
        return "it has too much to do", "Try again later"
    if 300 <= status < 400:
        return "it points to another address", "Give the address that it points to"
    if status >= 500:
        return "it failed", "Look at the server's log"
    return "it refuses the request", "Look at its message, and at which model it serves"


def _wait(response: HTTPResponse) -> float:
    """The seconds after which the server wants to be asked again; one second where it gives a date or nothing."""
    wait = response.headers.get("Retry-After", "")
    return float(wait) if re.fullmatch(r"\d+(?:\.\d+)?", wait) else 1.0


def _message(body: bytes) -> str:
    """What a server says of its refusal, on one line; servers wrap it in different ways."""
    text = body.decode("utf-8", "replace")
    with suppress(ValueError):
        said = json.loads(text)
        for name in ("error", "message", "detail"):
            if isinstance(said, Mapping) and name in said:
                said = said[name]
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return " ".join(text.split())[:_LONGEST_MESSAGE]


def _broken_off(how: str = "") -> ServerProblem:
    return ServerProblem(f"the connection broke off{f' ({how})' if how else ''}", "Look at the server's log, ask again")
