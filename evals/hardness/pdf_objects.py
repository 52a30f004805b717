"""PDF files whose objects refer elsewhere, whose numbers are impossible, and whose drawing commands are exchanged."""

from __future__ import annotations

import base64
import re
import zlib
from random import Random

from evals.hardness.changed_bytes import good_files
from evals.hardness.hard_input import HardInput

_OBJECT = re.compile(rb"(\d+ 0 obj)(.*?)(endobj)", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w#])-?\d+(?:\.\d+)?")
_REFERENCE = re.compile(rb"\d+ 0 R")
_NAME = re.compile(rb"/[A-Za-z]\w*")
_NUMBERS = (b"0", b"-1", b"1e9", b"99999999999", b"-0.0000001", b"3.4e38", b"65536", b"nan", b"1000000")
_COMMANDS = (
    b" q" * 5_000, b" Q" * 50, b" BT", b" ET", b" 0 0 0 0 0 0 cm", b" 1e30 0 0 1e30 0 0 cm", b" 0 0 1e9 1e9 re f",
    b" /F9 0 Tf",
    b" [(" + b"A" * 5_000 + b") -1e9] TJ", b" 0 Tz", b" /Fm0 Do", b" 9 Tr", b" <FFFF> Tj", b" (\\777) Tj",
    b" 0 0 m 100 0 l S" * 500, b" 1 1 1 1 re" * 3_000,
)  # fmt: skip


def changed_pdf(chance: Random) -> HardInput:
    """A PDF with objects or drawing commands changed; its table of places is no longer right."""
    file = chance.choice(good_files("pdf"))
    found = [match[1] + match[2] + match[3] for match in _OBJECT.finditer(file.made.data)]
    tail = file.made.data[file.made.data.rfind(b"trailer") :]
    for _ in range(chance.choice((1, 2, 6))):
        at = chance.randrange(len(found))
        found[at] = _changed(found[at], chance)
        drawn = chance.random()
        if drawn < 0.05:
            found.append(found[chance.randrange(len(found))])
        elif drawn < 0.1 and len(found) > 1:
            del found[at]
    if chance.random() < 0.1:
        tail = _NUMBER.sub(lambda _: chance.choice(_NUMBERS), tail)
    return HardInput("objects, pdf", file.name, b"%PDF-1.4\n" + b"\n".join(found) + b"\n" + tail)


def _changed(one: bytes, chance: Random) -> bytes:
    stream = _STREAM.search(one)
    head = one[: stream.start()] if stream else one
    if stream is None or chance.random() < 0.3:
        head = _one_of(_NUMBER, head, chance.choice(_NUMBERS), chance) if chance.random() < 0.5 else head
        head = _one_of(_REFERENCE, head, b"%d 0 R" % chance.randint(0, 30), chance)
        head = _one_of(_NAME, head, chance.choice(_NAME.findall(one) or [b"/X"]), chance)
        return head + one[stream.start() :] if stream else head
    commands = _plain(stream[1], head)
    if commands is None:
        return one
    for _ in range(chance.choice((1, 4, 40))):
        drawn = chance.random()
        if drawn < 0.6:
            commands = _one_of(_NUMBER, commands, chance.choice(_NUMBERS), chance)
        else:
            at = chance.randrange(len(commands) + 1)
            commands = commands[:at] + chance.choice(_COMMANDS) + commands[at:]
    number = one.partition(b" ")[0]
    return b"%s 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj" % (number, len(commands), commands)


def _plain(data: bytes, head: bytes) -> bytes | None:
    """The commands of a stream, where it is packed in the ways that are known."""
    try:
        if b"ASCII85Decode" in head:
            data = base64.a85decode(data.strip().removesuffix(b"~>"))
        return zlib.decompress(data) if b"FlateDecode" in head else data
    except (ValueError, zlib.error):
        return None


def _one_of(pattern: re.Pattern[bytes], data: bytes, new: bytes, chance: Random) -> bytes:
    places = [match.span() for match in pattern.finditer(data)]
    if not places:
        return data
    start, end = chance.choice(places)
    return data[:start] + new + data[end:]
