"""The program of the child process that holds the language model.

It reads one JSON object a line from its standard input and writes one a line to its standard output. It imports
nothing of the product, so that it starts fast and can be killed without harm. Requests:

    {"op": "generate", "id": 1, "prompt": "…", "max_tokens": 48, "stop": ["\\n"], "deadline_s": 5, "within": null}
    {"op": "cancel", "id": 1}

Events: ``{"event": "ready"}`` once the model is loaded, ``{"event": "token", "id", "text"}``,
``{"event": "done", "id", "reason", "tokens"}``, ``{"event": "refused", "id", "message"}`` (this request cannot be
served) and ``{"event": "failed", "message"}``, after which it ends. It also ends when its standard input does: when
its parent is gone.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

SEED = 20250101
LONGEST_PIECE = 16
"""Characters of the longest token that can be of use; longer ones are runs of blanks and signs."""


class Wire:
    """The private copy of standard output. What the model library prints to file 1 goes to standard error."""

    def __init__(self) -> None:
        self._stream: BinaryIO = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)

    def send(self, event: dict[str, Any]) -> None:
        """Write one event and flush it."""
        self._stream.write(json.dumps(event).encode("ascii") + b"\n")
        self._stream.flush()


class Requests:
    """What the parent asked for; a thread fills it, so that a cancellation is seen while the model writes."""

    def __init__(self) -> None:
        self.waiting: queue.Queue[dict[str, Any]] = queue.Queue()
        self.cancelled: set[int] = set()

    def read(self) -> None:
        """Take in requests until the parent closes the pipe, then end the process at once."""
        try:
            for line in sys.stdin.buffer:
                request = json.loads(line)
                if request["op"] == "cancel":
                    self.cancelled.add(request["id"])
                else:
                    self.waiting.put(request)
        finally:
            os._exit(0)


class Pieces:
    """The model's tokens by their text, gathered when first asked for."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._ids: dict[str, list[int]] = {}

    def within(self, text: str) -> npt.NDArray[np.int64]:
        """The tokens whose text stands somewhere in ``text``, and those that end a text."""
        if not self._ids:
            self._gather()
        found = {self._model.token_eos(), *self._ids["\n"]}
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + LONGEST_PIECE) + 1):
                found.update(self._ids.get(text[start:end], ()))
        return np.array(sorted(found), dtype=np.int64)

    def _gather(self) -> None:
        """A token that is no whole character has no text of its own, and is never written within given words."""
        for number in range(self._model.n_vocab()):
            piece = self._model.detokenize([number]).decode("utf-8", "replace")
            if piece and "\ufffd" not in piece:
                self._ids.setdefault(piece, []).append(number)


def only(allowed: npt.NDArray[np.int64]) -> Callable[[Any, npt.NDArray[np.float32]], npt.NDArray[np.float32]]:
    """What leaves the model these tokens alone."""

    def keep(_: Any, scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        kept = np.full_like(scores, -np.inf)
        kept[allowed] = scores[allowed]
        return kept

    return keep


def load(path: str, context: int, threads: int, adapter: str | None) -> Any:
    """Load the weights file at ``path``, with what an adapter file adds to them.

    The attention cache keeps its full size, so that the shared beginning of two prompts is evaluated only once.
    """
    from llama_cpp import Llama

    return Llama(
        path,
        n_ctx=context,
        n_batch=256,
        n_threads=threads,
        n_threads_batch=threads,
        seed=SEED,
        lora_path=adapter,
        swa_full=True,
        verbose=False,
    )


def complete(model: Any, pieces_of: Pieces, request: dict[str, Any], requests: Requests, wire: Wire) -> None:
    """Write the tokens of one request and how it ended.

    The prompt is cut into tokens without the model's control tokens: text that spells one stays text.
    """
    prompt = model.tokenize(request["prompt"].encode("utf-8", "replace"), add_bos=True, special=False)
    if len(prompt) + request["max_tokens"] > model.n_ctx():
        message = f"{len(prompt)} tokens do not fit a context of {model.n_ctx()}"
        wire.send({"event": "refused", "id": request["id"], "message": message})
        return
    number, start, count, reason = request["id"], time.monotonic(), 0, "end"
    within = request.get("within")
    pieces = model.create_completion(
        prompt,
        max_tokens=request["max_tokens"],
        stop=request["stop"],
        temperature=0.0,
        repeat_penalty=1.0,
        seed=SEED,
        stream=True,
        logits_processor=None if within is None else [only(pieces_of.within(within))],
    )
    for piece in pieces:
        if number in requests.cancelled:
            reason = "cancelled"
            break
        if time.monotonic() - start > request["deadline_s"]:
            reason = "deadline"
            break
        choice = piece["choices"][0]
        count += 1
        if choice["text"]:
            wire.send({"event": "token", "id": number, "text": choice["text"]})
        if choice["finish_reason"]:
            reason = choice["finish_reason"]
    requests.cancelled.discard(number)
    wire.send({"event": "done", "id": number, "reason": reason, "tokens": count})


def main() -> None:
    """Load the model, then serve requests one after another."""
    parser = argparse.ArgumentParser()
    parser.add_argument("weights")
    parser.add_argument("--context", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--adapter")
    options = parser.parse_args()
    wire, requests = Wire(), Requests()
    threading.Thread(target=requests.read, daemon=True).start()
    try:
        model = load(options.weights, options.context, options.threads, options.adapter)
        pieces = Pieces(model)
        wire.send({"event": "ready"})
        while True:
            complete(model, pieces, requests.waiting.get(), requests, wire)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        wire.send({"event": "failed", "message": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    main()
