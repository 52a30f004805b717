"""An embedder behind a server that speaks the OpenAI-compatible protocol, ``/v1/embeddings``."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from retrieval.embedder import EmbedderOptions, Vectors, readable, unit_length
from retrieval.errors import RetrievalError
from retrieval.servers.address import Address
from retrieval.servers.model_server import ModelServer
from retrieval.servers.problem import ServerProblem

PATIENCE_S = 120.0
"""Seconds for one batch: a large model on a slow machine, and a server that first has to load it."""
BATCH = 32
"""Texts in one request."""
ATTEMPTS = 4
"""How often a server that has too much to do is asked."""
LONGEST_WAIT_S = 20.0
_NOTHING = " "
"""Stands for an empty text, which servers refuse."""


class ServedEmbedder:
    """Asks a server for vectors.

    Its name tells address, model and prefixes. A server may begin to serve another model under the same name, which no
    name can tell: a build therefore compares what it is given with what it keeps, see :mod:`retrieval.calibration`.

    Args:
        address: ``http://127.0.0.1:8080/v1#model``; the model may be left out where the server has only one.
        options: The key and the prefixes.
        sleep: Waits a number of seconds.

    Raises:
        RetrievalError: This is no address, or the key cannot be sent.
    """

    def __init__(self, address: str, options: EmbedderOptions, sleep: Callable[[float], None] = time.sleep) -> None:
        self._options = options
        self._sleep = sleep
        self._dimension: int | None = None
        try:
            self._server = ModelServer(Address.read(address), options.key)
        except ServerProblem as problem:
            # The address as it was given may hold a password: only the form is named.
            raise RetrievalError(f"embedder openai: {problem.why}. {problem.remedy}.") from None

    @property
    def name(self) -> str:
        """Address, model and prefixes."""
        return f"openai:{self._server.address}{self._options.mark}"

    @property
    def dimension(self) -> int:
        """The length of the server's vectors; the first time, the server is asked.

        Raises:
            RetrievalError: The server cannot be reached or refuses.
        """
        if self._dimension is None:
            self._embed([_NOTHING], self._options.query_prefix)
        assert self._dimension is not None
        return self._dimension

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors, shape (n, dimension).

        Raises:
            RetrievalError: The server cannot be reached, refuses, or answers what are no vectors.
        """
        return self._embed(texts, self._options.query_prefix)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Clauses to vectors, shape (n, dimension).

        Raises:
            RetrievalError: The server cannot be reached, refuses, or answers what are no vectors.
        """
        return self._embed(texts, self._options.passage_prefix)

    @property
    def model(self) -> str:
        """The model that the address names, or an empty string."""
        return self._server.address.model

    def served(self, within_s: float) -> tuple[str, ...]:
        """The models that the server lists.

        Raises:
            RetrievalError: It does not answer within that many seconds, or refuses.
        """
        try:
            return self._server.models(time.monotonic() + within_s)
        except ServerProblem as problem:
            raise self._error(problem) from None

    def _embed(self, texts: Sequence[str], prefix: str | None) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        sent = [(prefix or "") + readable(text) or _NOTHING for text in texts]
        found = [vector for at in range(0, len(sent), BATCH) for vector in self._batch(sent[at : at + BATCH])]
        self._dimension = self._dimension or len(found[0])
        if any(len(vector) != self._dimension for vector in found):
            raise RetrievalError(
                f"embedder {self.name}: its vectors have different lengths. Serve one model at the address."
            )
        return unit_length(found, self.name)

    def _batch(self, texts: Sequence[str]) -> list[list[float]]:
        """The server's vectors of some texts; asked again where it has too much to do."""
        waited = 0
        while True:
            try:
                return self._asked(texts)
            except ServerProblem as problem:
                waited += 1
                if problem.retry_after_s is None or waited == ATTEMPTS:
                    raise self._error(problem) from None
                self._sleep(min(problem.retry_after_s, LONGEST_WAIT_S))

    def _asked(self, texts: Sequence[str]) -> list[list[float]]:
        until = time.monotonic() + PATIENCE_S
        body: dict[str, Any] = {"input": list(texts), "encoding_format": "float"}
        if model := self._server.model(until):
            body["model"] = model
        return _vectors(self._server.ask("/embeddings", body, until), len(texts))

    def _error(self, problem: ServerProblem) -> RetrievalError:
        return RetrievalError(f"embedder {self.name}: {problem.why}. {problem.remedy}.")


def _vectors(answer: Any, count: int) -> list[list[float]]:
    """The vectors of an answer in the order of the texts.

    Raises:
        ServerProblem: There are not as many as texts, or they are no lists of numbers.
    """
    rows = answer.get("data") if isinstance(answer, Mapping) else None
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ServerProblem("its answer holds no vectors", "Give the address of a server of embeddings")
    found = {str(row.get("index", place)): row.get("embedding") for place, row in enumerate(rows)}
    if len(rows) != count or set(found) != set(map(str, range(count))):
        raise ServerProblem(f"it gave {len(rows)} vectors for {count} texts", "Look at what runs at the address")
    if not all(_is_vector(vector) for vector in found.values()):
        raise ServerProblem("what it gave are no vectors", "Serve a model of embeddings, one vector a text")
    return [found[str(place)] for place in range(count)]


def _is_vector(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, int | float) and not isinstance(one, bool) and math.isfinite(one) for one in value)
    )
