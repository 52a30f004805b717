"""A server of language models that speaks the OpenAI-compatible protocol.

Source: the OpenAI API reference (``/v1/models``, ``/v1/embeddings``, ``/v1/completions``, ``/v1/chat/completions``),
which llama.cpp, vLLM, Ollama and others implement.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from retrieval.servers.address import FORM, Address
from retrieval.servers.call import Call
from retrieval.servers.problem import ServerProblem


class ModelServer:
    """A server of models; it may be asked from several threads.

    Args:
        address: Where it is.
        key: What it is to be shown, or an empty string.

    Raises:
        ServerProblem: The key cannot be sent.
    """

    def __init__(self, address: Address, key: str = "") -> None:
        if not re.fullmatch(r"[\x21-\x7e]*", key):
            raise ServerProblem("the key holds characters that no key has", "Set it without spaces or line breaks")
        self.address = address
        self._key = key
        self._calls: set[Call] = set()
        self._lock = threading.Lock()
        self._served: str | None = None

    @contextmanager
    def call(self, path: str, body: Mapping[str, Any] | None, until: float) -> Iterator[Call]:
        """A request that was sent and is being answered; leaving the block gives it up.

        Raises:
            ServerProblem: It cannot be reached, is late, or refuses.
        """
        call = Call(self.address, self._key, until)
        with self._lock:
            self._calls.add(call)
        try:
            call.send(path, body)
            yield call
        finally:
            with self._lock:
                self._calls.discard(call)
            call.close()

    def ask(self, path: str, body: Mapping[str, Any] | None, until: float) -> Any:
        """The JSON that answers a request.

        Raises:
            ServerProblem: It cannot be reached, is late, refuses, or answers what is no JSON.
        """
        with self.call(path, body, until) as call:
            return parsed(call.body())

    def model(self, until: float) -> str | None:
        """The model to ask for: the address's own, else the only one that the server lists; None where it lists none.

        Raises:
            ServerProblem: It cannot be reached, or lists several.
        """
        if self.address.model:
            return self.address.model
        if self._served is None:
            names = self.models(until)
            if len(names) > 1:
                several = ", ".join(names[:8])
                raise ServerProblem(f"it serves {len(names)} models ({several})", f"Name one. {FORM}")
            self._served = names[0] if names else ""
        return self._served or None

    def models(self, until: float) -> tuple[str, ...]:
        """The names that the server lists; none where it has no list.

        Raises:
            ServerProblem: It cannot be reached, or its list is none.
        """
        try:
            listed = self.ask("/models", None, until)
        except ServerProblem as problem:
            if problem.status in (404, 405, 501):
                return ()
            raise
        rows = listed.get("data") if isinstance(listed, Mapping) else None
        if not isinstance(rows, list) or not all(isinstance(one, Mapping) and "id" in one for one in rows):
            raise ServerProblem("what it lists as models is no list of models", "Look at what runs at the address")
        return tuple(str(one["id"]) for one in rows)

    def end_all(self) -> None:
        """End every request that runs, from any thread."""
        with self._lock:
            running = list(self._calls)
        for call in running:
            call.end()


def parsed(data: bytes | str) -> Any:
    """JSON that a server sent.

    Raises:
        ServerProblem: It is none.
    """
    try:
        return json.loads(data)
    except ValueError:
        raise ServerProblem("what it sends is no JSON", "Look at what runs at the address") from None
