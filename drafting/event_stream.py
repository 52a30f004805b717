"""Reading what a server streams: server-sent events that hold a completion piece by piece.

Source: WHATWG HTML, "Server-sent events"; the OpenAI API reference, streaming of completions and chat completions.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from retrieval.servers.call import Call
from retrieval.servers.model_server import parsed
from retrieval.servers.problem import ServerProblem

_LONGEST_LINE = 1 << 20
_DONE = "[DONE]"
_REMEDY = "Look at what runs at the address"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a completion.

    Attributes:
        text: What it adds; may be empty.
        last: Whether the server says that the text ends here.
        whole: Whether it is all of the text, from a server that does not stream.
    """

    text: str
    last: bool
    whole: bool = False


def pieces_of(call: Call) -> Iterator[Piece]:
    """The pieces that a server sends, up to the last one.

    Raises:
        ServerProblem: It broke off before the end, or sends what is no completion.
    """
    if call.content_type == "application/json":
        yield _piece(parsed(call.body()), whole=True)
        return
    for line in lines_of(call.pieces()):
        name, _, value = line.partition(":")
        if name != "data":  # a comment that keeps the connection open, an event's name or number
            continue
        value = value.strip()
        if value == _DONE:
            return
        piece = _piece(parsed(value))
        yield piece
        if piece.last:
            return
    raise ServerProblem("it broke off in the middle of the text", "Look at the server's log, ask again")


def lines_of(data: Iterable[bytes]) -> Iterator[str]:
    """Lines of UTF-8 that arrives cut anywhere; a last line without an end is none.

    Raises:
        ServerProblem: A line does not end.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    kept = ""
    for some in data:
        *whole, kept = (kept + decoder.decode(some)).split("\n")
        yield from (line.rstrip("\r") for line in whole)
        if len(kept) > _LONGEST_LINE:
            raise ServerProblem("what it sends is no stream of events", _REMEDY)


def _piece(event: Any, *, whole: bool = False) -> Piece:
    """One piece of either kind of completion."""
    if isinstance(event, Mapping) and event.get("error"):
        said = event["error"]
        message = said.get("message", "") if isinstance(said, Mapping) else said
        raise ServerProblem(f"it failed ({' '.join(str(message).split())[:200]})", "Look at the server's log")
    choices = event.get("choices") if isinstance(event, Mapping) else None
    if isinstance(choices, list) and not choices:  # an event that only counts tokens
        return Piece("", last=False)
    choice = choices[0] if isinstance(choices, list) else None
    if not isinstance(choice, Mapping):
        raise ServerProblem("what it sends is no completion", _REMEDY)
    message = choice.get("delta") or choice.get("message") or {}
    text = choice.get("text") if "text" in choice else message.get("content") if isinstance(message, Mapping) else None
    if text is not None and not isinstance(text, str):
        raise ServerProblem("what it sends is no text", _REMEDY)
    # Half of a pair of surrogates, which a server that cuts between its halves sends, is no character.
    text = (text or "").encode("utf-8", "replace").decode("utf-8")
    return Piece(text, last=bool(choice.get("finish_reason")), whole=whole)


def until_stopped(texts: Iterable[str], stop: Sequence[str], *, skip_blank: bool = False) -> Iterator[str]:
    """Texts up to the first stop string, which may lie across several; what may be its beginning is held back.

    Args:
        texts: As they come.
        stop: Strings that end the text; they are not part of it.
        skip_blank: Leave out blanks and line ends before the first character.

    >>> list(until_stopped(["设备", "联网。\\n", "条款"], ("\\n",)))
    ['设备', '联网。']
    """
    held, begun = "", not skip_blank
    longest = max(map(len, stop), default=0)
    for text in texts:
        held += text
        if not begun:
            held = held.lstrip()
            begun = bool(held)
        at = min((place for one in stop if one and (place := held.find(one)) >= 0), default=-1)
        if at >= 0:
            if held[:at]:
                yield held[:at]
            return
        keep = _beginning(held, stop, longest)
        if out := held[: len(held) - keep]:
            yield out
        held = held[len(held) - keep :]
    if held:
        yield held


def _beginning(text: str, stop: Sequence[str], longest: int) -> int:
    """How many characters at the end of a text may be the beginning of a stop string."""
    sizes = range(min(longest - 1, len(text)), 0, -1)
    return next((size for size in sizes if any(one.startswith(text[-size:]) for one in stop)), 0)
