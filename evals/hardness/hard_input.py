"""A document made to break the reading of documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class HardInput:
    """A document.

    Attributes:
        kind: What sort of attack it is.
        name: Its file name; where it came from.
        data: Its bytes; a text's in UTF-8.
        bare: Whether it is a text as a reader would give it, so that no reader stands before the cutting.
    """

    kind: str
    name: str
    data: bytes
    bare: bool = False


Maker = Callable[[Random], HardInput]
"""Makes one input from chance; the same chance makes the same input."""


def bare_text(kind: str, name: str, text: str) -> HardInput:
    """A text that goes to the cutting without a reader."""
    return HardInput(kind, name, text.encode("utf-8", "surrogatepass"), bare=True)
