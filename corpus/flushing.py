"""Folders whose entries are on the disk before anything rests on them."""

from __future__ import annotations

import os
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """Have the names that a folder holds written to the disk.

    Raises:
        OSError: The folder cannot be opened or written.
    """
    if os.name == "nt":  # Windows flushes a folder's entries by itself and opens no folder as a file
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
