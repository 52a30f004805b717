"""A client's file read whole within bounds, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from drafting.generator import DraftingError
from kg.errors import GraphError
from kg.replacing import replacing


def read_whole(path: Path, largest: int, remedy: str) -> bytes:
    """Read a file that is no larger than it may be.

    Args:
        path: The file.
        largest: The most bytes that it may have.
        remedy: What to do about a larger one.

    Raises:
        DraftingError: It cannot be read, or is larger.
    """
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise DraftingError(str(path), "读不到（文件不存在、是文件夹或没有权限）", "检查路径") from error
    if len(content) > largest:
        raise DraftingError(path.name, f"文件超过 {largest // 2**20} MB", remedy)
    return content


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
