"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from kg.errors import GraphError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of another when all is written; until then that one stays.

    Args:
        path: The file to replace or make.

    Raises:
        GraphError: The place holds something else than a file, or cannot be written.
    """
    beside = path.parent / f".{token_hex(8)}.part"
    try:
        if path.exists() and not path.is_file():
            raise GraphError(f"{path}: cannot be written (it is no ordinary file). Choose another file.")
        try:
            with beside.open("xb") as file:
                yield file
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise GraphError(f"{path}: cannot be written ({error.strerror or error}). Choose another file.") from error
