"""Arrays as a build keeps them: named ones in one file, and vectors beside the labels of their rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from retrieval.errors import RetrievalError

_LABELS = "labels.json"
_VECTORS = "vectors.npy"


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


def write_labelled(folder: Path, labels: Sequence[Any], vectors: npt.NDArray[Any]) -> None:
    """Write vectors and the labels of their rows into ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _LABELS).write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    np.save(folder / _VECTORS, vectors)


def read_labelled(what: str, folder: Path) -> tuple[list[Any], npt.NDArray[Any]]:
    """Read what ``write_labelled`` wrote.

    Args:
        what: What they are, for the error.
        folder: The folder.

    Raises:
        RetrievalError: The folder holds no such vectors.
    """
    try:
        labels = json.loads((folder / _LABELS).read_text(encoding="utf-8"))
        return labels, np.load(folder / _VECTORS)
    except (OSError, ValueError) as problem:
        raise RetrievalError(f"{what} {folder}: cannot be read ({problem}). Run `gongbiao build`.") from None
