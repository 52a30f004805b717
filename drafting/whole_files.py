"""Writing a file of a client whole or not at all."""

from __future__ import annotations

from pathlib import Path

from drafting.generator import DraftingError
from kg.errors import GraphError
from kg.replacing import replacing


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; what was there before stays when writing fails.

    Args:
        path: The file to replace or make.
        content: All of it.

    Raises:
        DraftingError: The place holds something else than a file, or cannot be written.
    """
    try:
        with replacing(path) as file:
            file.write(content)
    except GraphError as error:
        raise DraftingError(
            str(path), "写不进去（不是普通文件，或文件夹不存在、没有权限、被占用）", "换一个位置"
        ) from error
