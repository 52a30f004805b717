"""Texts without any format: what stands in the file is what is stored, unless it is Markdown under another name."""

from __future__ import annotations

from dataclasses import replace

from corpus.readers.encoding import decode
from corpus.readers.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.marked.source import looks_marked


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a ``txt`` file; one that is marked up as Markdown is read without its marks, and a note says so.

    Args:
        data: The file.
        limits: How large, how deep and how long.

    Raises:
        UnreadableError: Its encoding cannot be told, or it is damaged.
    """
    decoded = decode(data)
    if looks_marked(decoded.text):
        from corpus.readers.marked.reading import read_marks

        marked = read_marks(decoded.text, limits)
        return replace(
            marked, format="txt", notes=(*decoded.notes, "文件用 Markdown 写成，已略去其标记。", *marked.notes)
        )
    return Extracted(decoded.text, "txt", notes=decoded.notes)
