"""Writing a result file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from retrieval.errors import RetrievalError


def write_atomically(target: Path, text: str) -> None:
    """Write a UTF-8 file; what stood there before stays until the new one is whole.

    Raises:
        RetrievalError: The file cannot be written there.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            beside.write_text(text, encoding="utf-8")
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        message = f"file {target}: it cannot be written ({error.strerror}). Choose another place."
        raise RetrievalError(message) from error
