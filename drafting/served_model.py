"""A generator behind a server that speaks the OpenAI-compatible protocol.

``openai:http://HOST:PORT/v1#MODEL`` continues a prompt with ``/completions``, which is what the prompts are made for.
An address that ends in ``/chat/completions`` is asked there: for servers that only hold conversations.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from drafting.event_stream import Piece, pieces_of, until_stopped
from drafting.generator import DraftingError
from retrieval.servers.address import Address
from retrieval.servers.model_server import ModelServer
from retrieval.servers.problem import ServerProblem

Way = Literal["/completions", "/chat/completions"]
CHAT: Way = "/chat/completions"
COMPLETIONS: Way = "/completions"
INSTRUCTION = (
    "接着下面的文字往下写，格式与前面的例子完全一样。只写接着的那一行，不重复已有的文字，不加解释，不用任何标记。"
)
"""What a model that holds conversations is told, so that it continues a prompt as another one does by itself."""
SEED = 20250101


class ServedModel:
    """Asks a server to continue prompts; several threads may ask at once.

    Args:
        name: The generator's name for people, ``openai:`` and the address.
        address: The address, with the model's name after ``#``; the model may be left out where there is only one.
        key: What the server is to be shown, or an empty string; it stands in no message.

    Raises:
        DraftingError: This is no address, or the key cannot be sent.
    """

    def __init__(self, address: str, key: str = "") -> None:
        try:
            where = Address.read(address)
            self._way: Way = CHAT if where.path.endswith(CHAT) else COMPLETIONS
            self._server = ModelServer(replace(where, path=where.path.removesuffix(self._way)), key)
        except ServerProblem as problem:
            # The address as it was given may hold a password: only the kind is named.
            raise DraftingError("generator openai", problem.why, problem.remedy) from None
        self._name = f"openai:{where}"
        self._closed = False

    @property
    def name(self) -> str:
        """``openai:`` and the address."""
        return self._name

    @property
    def learned(self) -> bool:
        """Nothing: an adapter belongs to one model."""
        return False

    def ready(self) -> bool:
        """Whether it can be asked; whether the server answers shows when it is."""
        return not self._closed

    def generate(
        self, prompt: str, *, max_tokens: int, stop: tuple[str, ...], deadline_s: float, within: str | None = None
    ) -> Iterator[str]:
        """Continue ``prompt``; see ``Generator.generate``. Leaving the iterator early ends the request.

        Raises:
            DraftingError: The server cannot be reached, refuses, is late, breaks off, or answers what is no text.
        """
        until = time.monotonic() + deadline_s
        try:
            if self._closed:
                raise ServerProblem("it was closed", "Open it again")
            body = self._body(prompt, max_tokens, stop, self._server.model(until))
            with self._server.call(self._way, body, until) as call:
                text = _at_most(pieces_of(call), max_tokens)
                # A conversation may begin with blank lines, at which a prompt's continuation would stop.
                yield from until_stopped(text, stop, skip_blank=self._way == CHAT)
        except ServerProblem as problem:
            why = "it was closed" if self._closed else problem.why
            raise DraftingError(f"generator {self._name}", why, problem.remedy) from None

    @property
    def model(self) -> str:
        """The model that the address names, or an empty string."""
        return self._server.address.model

    def served(self, within_s: float) -> tuple[str, ...]:
        """The models that the server lists.

        Raises:
            DraftingError: It does not answer within that many seconds, or refuses.
        """
        try:
            return self._server.models(time.monotonic() + within_s)
        except ServerProblem as problem:
            raise DraftingError(f"generator {self._name}", problem.why, problem.remedy) from None

    def close(self) -> None:
        """End whatever runs, from any thread. Later requests are refused."""
        self._closed = True
        self._server.end_all()

    def _body(self, prompt: str, max_tokens: int, stop: tuple[str, ...], model: str | None) -> dict[str, Any]:
        body: dict[str, Any] = {"max_tokens": max_tokens, "temperature": 0, "seed": SEED, "stream": True}
        if model is not None:
            body["model"] = model
        text = prompt.encode("utf-8", "replace").decode("utf-8")
        if self._way == COMPLETIONS:
            return body | {"prompt": text} | ({"stop": list(stop)} if stop else {})
        messages = [{"role": "system", "content": INSTRUCTION}, {"role": "user", "content": text}]
        return body | {"messages": messages}


def _at_most(pieces: Iterator[Piece], max_tokens: int) -> Iterator[str]:
    """The texts of so many pieces: a piece is a token or more, and some servers do not count."""
    for count, piece in enumerate((piece for piece in pieces if piece.text), start=1):
        yield piece.text
        if count == max_tokens and not piece.whole:
            return
