"""How large a file and what is taken out of it may be: beyond, it is refused with the limit that it broke."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of reading one file.

    Attributes:
        file_bytes: Of the file itself.
        unpacked_bytes: Of all that an archive (docx, xlsx) unpacks to together.
        unpack_ratio: How many times larger than packed one part of an archive may be, once it is above a mebibyte.
        parts: Files inside an archive.
        characters: Of the stored text.
        pages: Of a PDF.
        cells: Of all tables together.
        depth: Of nested elements in XML or HTML.
        seconds: For reading one file, recognition of its pages not counted; and for the recognition of each page.
        told: Told how many pages of how many had to be recognised; what it raises ends the reading.
    """

    file_bytes: int = 50 * _MIB
    unpacked_bytes: int = 200 * _MIB
    unpack_ratio: int = 200
    parts: int = 5_000
    characters: int = 3_000_000
    pages: int = 600
    cells: int = 200_000
    depth: int = 256
    seconds: float = 120.0
    told: Callable[[int, int], None] | None = field(default=None, compare=False, repr=False)
