"""Texts without any format: what stands in the file is what is stored."""

from __future__ import annotations

from corpus.readers.encoding import decode
from corpus.readers.extracted import Extracted
from corpus.readers.limits import Limits


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a ``txt`` file.

    Args:
        data: The file.
        limits: Held by whoever opens the file.

    Raises:
        UnreadableError: Its encoding cannot be told, or it is damaged.
    """
    decoded = decode(data)
    return Extracted(decoded.text, "txt", notes=decoded.notes)
