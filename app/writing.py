"""Writing a result file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from retrieval.errors import RetrievalError


def write_atomically(target: Path, text: str) -> None:
    """Write a UTF-8 file; what stood there before stays until the new one is whole.

    Raises:
        RetrievalError: The file cannot be written there.
    """
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False, suffix=".part") as beside:
            beside.write(text)
        os.replace(beside.name, target)
    except OSError as error:
        message = f"file {target}: it cannot be written ({error.strerror}). Choose another place."
        raise RetrievalError(message) from error
