"""Where a server of models is: ``http://127.0.0.1:8080/v1#model``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from retrieval.servers.problem import ServerProblem

FORM = "Write openai:http://HOST:PORT/v1#MODEL"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, and which of its models is meant.

    Attributes:
        secure: Whether the connection is encrypted (https).
        host: The machine.
        port: The port.
        path: What all paths begin with (``/v1``), without a slash at its end.
        model: The model's name; empty where none is named.
    """

    secure: bool
    host: str
    port: int
    path: str
    model: str

    @classmethod
    def read(cls, text: str) -> Address:
        """Read ``http://127.0.0.1:8080/v1#model``.

        Raises:
            ServerProblem: It is no such address, or holds what does not belong in one: a password or a query.
        """
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError:
            raise ServerProblem("this is no address", FORM) from None
        if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
            raise ServerProblem("this is no address", FORM)
        if parts.username is not None or parts.query:
            raise ServerProblem("the address holds a user, a password or a query, which would be shown", FORM)
        secure = parts.scheme == "https"
        return cls(
            secure, parts.hostname, port or (443 if secure else 80), parts.path.rstrip("/"), unquote(parts.fragment)
        )

    @property
    def root(self) -> str:
        """The address without the model."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _usual_port(self.secure) else f":{self.port}"
        return f"http{'s' if self.secure else ''}://{host}{port}{self.path}"

    def __str__(self) -> str:
        return f"{self.root}#{self.model}" if self.model else self.root


def _usual_port(secure: bool) -> int:
    return 443 if secure else 80
