"""A server of models in a process of its own, standard library alone: the protocol on the wire, and its faults.

    python made_up_server.py [--key KEY] [--vectors FOLDER]

It writes its port on one line. The model that is asked for says how it behaves. Vectors are those of words in common
(``bag``, ``other``) or, with ``--vectors``, the bundled embedder's (``bundled``: the texts begin with ``query: `` or
``passage: ``). A text to be continued ends in ``echo:TEXT``, and the server goes on with TEXT; it goes on with ``slow``
slowly and without end. ``gist`` writes the first phrase of a clause. Other models are faults:
``status-N``, ``busy-once``, ``silent``, ``trickle``, ``gone``, ``dies``, ``no-json``, ``error-event``, ``endless``,
``whole``, ``numb`` and those of ``FALSE_VECTORS``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

FALSE_VECTORS: dict[str, Any] = {
    "no-vectors": {"data": "none"},
    "few-vectors": {"data": [{"index": 0, "embedding": [1.0, 0.0]}] * 9},
    "words": {"data": [{"index": 0, "embedding": ["a", "b"]}]},
    "token-vectors": {"data": [{"index": 0, "embedding": [[1.0, 0.0], [0.0, 1.0]]}]},
    "zero": {"data": [{"index": 0, "embedding": [0.0, 0.0]}]},
    "no-number": {"data": [{"index": 0, "embedding": [float("nan"), 1.0]}]},
    "a-list": [1, 2, 3],
}
ASKED: Counter[str] = Counter()


class Handler(BaseHTTPRequestHandler):
    """One request; the server that it belongs to holds the key and the embedders."""

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads a log."""

    def do_GET(self) -> None:
        """The list of models, and what was asked so far."""
        if not self._let_in():
            return
        if self.path == "/v1/models":
            self._json(200, {"object": "list", "data": [{"id": name} for name in self.server.listed]})
        elif self.path == "/asked":
            self._json(200, dict(ASKED))
        else:
            self._json(404, {"detail": "Not Found"})

    def do_POST(self) -> None:
        """Vectors and texts."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._let_in():
            return
        model = asked.get("model", self.server.listed[0])
        ASKED[model] += 1
        if model.startswith("status-"):
            self._json(int(model.removeprefix("status-")), {"error": {"message": f"said by the server, {self._key()}"}})
        elif model == "busy-once" and ASKED[model] % 2:
            self._json(429, {"error": {"message": "slow down"}}, {"Retry-After": "0"})
        elif model == "silent":
            time.sleep(30)
        elif model == "no-json":
            self._send(200, "text/html", b"<html>a page</html>")
        elif self.path == "/v1/embeddings":
            self._vectors(model, asked["input"])
        elif self.path in ("/v1/completions", "/v1/chat/completions"):
            self._text(model, asked)
        else:
            self._json(404, {"detail": "Not Found"})

    def _vectors(self, model: str, texts: list[str]) -> None:
        if any(not text for text in texts):
            self._json(400, {"error": {"message": "'$.input' is invalid: empty"}})
        elif model in FALSE_VECTORS:
            self._json(200, FALSE_VECTORS[model])
        else:
            rows = [{"index": place, "embedding": vector} for place, vector in enumerate(self._embedded(model, texts))]
            self._json(200, {"object": "list", "data": rows[::-1], "model": model})

    def _embedded(self, model: str, texts: list[str]) -> list[list[float]]:
        return self.server.embed(model, texts)

    def _text(self, model: str, asked: dict[str, Any]) -> None:
        chat = self.path.endswith("/chat/completions")
        prompt = asked["messages"][-1]["content"] if chat else asked["prompt"]
        text = prompt.rpartition("echo:")[2]
        if model == "numb":
            text = "后" * 100
        if model == "gist":  # the first phrase of the clause that the prompt of the product ends with
            text = prompt.rpartition("条款：")[2].partition("。")[0].partition("，")[0] + "。\n"
        for stop in asked.get("stop") or ():
            text = text.partition(stop)[0]
        pieces = list(("\n" if chat else "") + text[: asked["max_tokens"]]) or [""]
        if model == "whole" or not asked.get("stream"):
            self._json(200, {"choices": [_choice(chat, "".join(pieces), "stop", "message")]})
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if chat:
            self._event({"choices": [{"index": 0, "delta": {"role": "assistant"}, "finish_reason": None}]})
        self._stream("endless" if prompt == "slow" else model, chat, pieces)

    def _stream(self, model: str, chat: bool, pieces: list[str]) -> None:
        while model == "endless":
            self._event({"choices": [_choice(chat, "字", None)]})
            time.sleep(0.02)
        while model == "trickle":
            self._chunk(b" ")
            time.sleep(0.02)
        for place, piece in enumerate(pieces):
            if place == 2 and model in ("gone", "dies", "error-event", "no-json-event"):
                self._break(model)
                return
            self._event({"choices": [_choice(chat, piece, None)]})
        self._event({"choices": [_choice(chat, "", "stop")]})
        self._event({"choices": [], "usage": {"total_tokens": 1}})
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _break(self, model: str) -> None:
        if model == "dies":
            os._exit(1)
        if model == "error-event":
            self._event({"error": {"message": "out of memory"}})
        if model == "no-json-event":
            self._chunk(b"data: {half\n\n")
        self.close_connection = True

    def _event(self, event: dict[str, Any]) -> None:
        data = b": still here\n\ndata: " + json.dumps(event).encode() + b"\r\n\r\n"
        middle = len(data) // 2  # a chunk ends anywhere
        self._chunk(data[:middle])
        self._chunk(data[middle:])

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))

    def _let_in(self) -> bool:
        if not self.server.key or self.headers.get("Authorization") == f"Bearer {self.server.key}":
            return True
        self._json(401, {"error": {"message": f"Incorrect API key provided: {self._key()}"}})
        return False

    def _key(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    def _json(self, status: int, value: Any, headers: dict[str, str] | None = None) -> None:
        self._send(status, "application/json", json.dumps(value).encode(), headers)

    def _send(self, status: int, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _choice(chat: bool, text: str, reason: str | None, holder: str = "delta") -> dict[str, Any]:
    return {"index": 0, "finish_reason": reason} | ({holder: {"content": text}} if chat else {"text": text})


class Server(ThreadingHTTPServer):
    """The server.

    Args:
        key: What it wants to be shown, or an empty string.
        vectors: A folder of the bundled embedder's vectors.
        listed: The names that it lists as models.
    """

    daemon_threads = True

    def __init__(self, key: str, vectors: Path | None, listed: list[str]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.key = key
        self.listed = listed
        self._vectors = vectors
        self._turn = threading.Lock()
        self._remembered: Any = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is no news."""

    def embed(self, model: str, texts: list[str]) -> list[list[float]]:
        """Vectors of another length than 1, as some servers give them."""
        from tests.retrieval.fake_parts import BagEmbedder, Remembered

        if model == "bundled":
            assert self._vectors is not None, "start it with --vectors"
            with self._turn:
                self._remembered = self._remembered or Remembered(self._vectors)
            kind = texts[0].partition(": ")[0]
            bare = [text.removeprefix(f"{kind}: ") for text in texts]
            known = self._remembered
            with self._turn:
                found = known.embed_queries(bare) if kind == "query" else known.embed_passages(bare)
        else:
            found = BagEmbedder().embed_queries([f"{model[:1]}{text}" if model == "other" else text for text in texts])
        return [[3.0 * float(value) for value in vector] for vector in found]


def main() -> None:
    """Serve until the process ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--key", default="")
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--listed", nargs="*", default=["bag"])
    options = parser.parse_args()
    server = Server(options.key, options.vectors, options.listed)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
