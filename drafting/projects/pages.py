"""How many pages a file of evidence has."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp"})


def count_pages(path: Path) -> int | None:
    """The number of pages: of a PDF as it says, of a picture one; None where it cannot be told.

    A PDF that is damaged or locked has no number: the file is still listed, with its hash.
    """
    suffix = path.suffix.lower()
    if suffix in _PICTURES:
        return 1
    if suffix != ".pdf":
        return None
    try:
        return len(PdfReader(path).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError):
        return None
