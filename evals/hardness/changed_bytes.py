"""Random bytes, and bytes of good files changed, cut, doubled, or given another name."""

from __future__ import annotations

from functools import cache
from random import Random

from evals.hardness.hard_input import HardInput
from evals.ingestion.suite import SuiteFile, suite_files

GOOD = (
    "lanhe-notice.docx.docx", "daling-mixed.docx.docx", "nanqu-stars.docx-numbered.docx", "tianmu-scores.xlsx.xlsx",
    "nanqu-transposed.xlsx.xlsx", "lanhe-notice.pdf.pdf", "daling-mixed.pdf.pdf", "lanhe-notice.html-content.html",
    "daling-mixed.html-content.html", "nanqu-stars.html-layout.html", "lanhe-notice.md.md", "nanqu-stars.md-saved.md",
    "yunling-rules.txt.txt", "yunling-rules.txt-gb18030.txt",
)  # fmt: skip
"""Open files of the suite, one or more of each format."""
_NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.xlsx", "a.pdf", "a", "a.doc", "文件.TXT")
_HEADS = (
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"<!DOCTYPE html><table>",
    b"\xd0\xcf\x11\xe0",
    b"# ", b"{\\rtf1", b"<?xml version='1.0' encoding='utf-16'?>", b"<meta charset=utf-7>",
)  # fmt: skip
_WORDS = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&#x110000;",
    b"\xed\xa0\x80",
    b"99999999999",
    b"-1",
    b"]]>",
    b"\x1b[31m",
    b"\r",
)


@cache
def good_files(suffix: str | None = None) -> tuple[SuiteFile, ...]:
    """Good files to change, of one format or all."""
    return tuple(
        file for name in GOOD if suffix is None or name.endswith(f".{suffix}") for file in suite_files("dev", name)
    )


def random_bytes(chance: Random) -> HardInput:
    """Bytes without sense behind the head of some format."""
    data = chance.choice(_HEADS) + chance.randbytes(chance.choice((1, 20, 500, 20_000)))
    return HardInput("bytes, random", chance.choice(_NAMES), data)


def changed_file(chance: Random) -> HardInput:
    """A good file with some of its bytes overwritten, cut out, doubled or put elsewhere."""
    file = chance.choice(good_files())
    data = bytearray(file.made.data)
    for _ in range(chance.choice((1, 2, 5, 30))):
        at = chance.randrange(len(data) or 1)
        end = min(len(data), at + chance.choice((1, 4, 100)))
        deed = chance.randrange(5)
        if deed == 0:
            data[at:end] = chance.randbytes(end - at)
        elif deed == 1:
            del data[at:end]
        elif deed == 2:
            data[at:at] = data[at:end]
        elif deed == 3:
            data[at:at] = chance.choice(_WORDS)
        elif chance.random() < 0.2:
            del data[at:]
    return HardInput(f"bytes, changed {file.name.rpartition('.')[2]}", file.name, bytes(data))


def renamed_file(chance: Random) -> HardInput:
    """A good file under the name of another format."""
    file = chance.choice(good_files())
    return HardInput("bytes, renamed", chance.choice(_NAMES), file.made.data)
