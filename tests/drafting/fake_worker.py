"""A child process that speaks the worker's language and misbehaves on demand.

The prompt says how: ``echo:TEXT`` streams the text a character at a time, ``crash`` aborts, ``crash-once:FILE`` aborts
the first time, ``late-crash`` aborts after two pieces, ``hang`` never answers and obeys nothing, ``slow`` streams until
it is cancelled, ``garbage`` writes what is no event, ``refuse`` refuses.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
import time
from pathlib import Path
from typing import Any

requests: queue.Queue[dict[str, Any]] = queue.Queue()
cancelled: set[int] = set()


def send(**event: Any) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def read() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "cancel":
            cancelled.add(request["id"])
        else:
            requests.put(request)
    os._exit(0)


def die() -> None:
    sys.stderr.write("GGML_ASSERT failed\n")
    sys.stderr.flush()
    os.abort()


def stream(number: int, text: str) -> None:
    for piece in text:
        send(event="token", id=number, text=piece)
    send(event="done", id=number, reason="stop", tokens=len(text))


def shortened(text: str, stop: list[str], longest: int) -> str:
    return min((text.partition(one)[0] for one in stop), key=len, default=text)[:longest]


def until_cancelled(number: int) -> None:
    while number not in cancelled:
        send(event="token", id=number, text="…")
        time.sleep(0.005)
    send(event="done", id=number, reason="cancelled", tokens=0)


def answer(number: int, how: str, rest: str) -> None:
    if how == "crash" or (how == "crash-once" and not Path(rest).exists()):
        Path(rest or os.devnull).touch()
        die()
    elif how == "late-crash":
        send(event="token", id=number, text="一")
        send(event="token", id=number, text="二")
        die()
    elif how == "hang":
        time.sleep(600)
    elif how == "slow":
        until_cancelled(number)
    elif how == "garbage":
        print("llama_model_loader: loaded meta data", flush=True)
    elif how == "refuse":
        send(event="refused", id=number, message="it is too long")
    else:
        stream(number, rest or str(os.getpid()))


def main() -> None:
    threading.Thread(target=read, daemon=True).start()
    if "--no-model" in sys.argv:
        send(event="failed", message="ValueError: no such weights")
        return
    send(event="ready")
    while True:
        request = requests.get()
        how, _, rest = request["prompt"].partition(":")
        if how == "echo":
            stream(request["id"], shortened(rest, request["stop"], request["max_tokens"]))
        else:
            answer(request["id"], how, rest)


main()
