"""Named arrays in one file, as a build keeps what it has learned."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from retrieval.errors import RetrievalError


def read_arrays(what: str, path: Path, names: tuple[str, ...]) -> list[npt.NDArray[Any]]:
    """Read arrays that ``numpy.savez`` wrote.

    Args:
        what: What they are, for the error.
        path: The file.
        names: The arrays wanted, in this order.

    Raises:
        RetrievalError: The file or an array is missing or damaged.
    """
    try:
        with np.load(path) as read:
            return [read[name] for name in names]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as problem:
        raise RetrievalError(f"{what} {path}: cannot be read ({problem}). Run `gongbiao build`.") from None
