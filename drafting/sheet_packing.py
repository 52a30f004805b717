"""Whether a file is packed as a workbook may be: no old format, no password, no bomb, no foreign XML."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from drafting.generator import DraftingError

LARGEST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 2_000


def check_packing(content: bytes, name: str) -> None:
    """Refuse what is no workbook before anything unpacks it.

    Args:
        content: The file.
        name: What the file is called in messages.

    Raises:
        DraftingError: It is no workbook, is damaged, or is larger than any filled template.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise DraftingError(name, "是旧版 .xls 或加了密码的工作簿", "去掉密码，另存为 .xlsx")
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise DraftingError(name, f"解压后超过 {LARGEST_UNPACKED // 2**20} MB", "只留档案的内容")
            if "xl/workbook.xml" not in packed.namelist():
                raise DraftingError(name, "不是 Excel 工作簿", "用模板另存为 .xlsx")
            if any(b"<!DOCTYPE" in packed.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))):
                raise DraftingError(name, "工作簿里有外来的 XML 声明", "用 Excel 打开并另存为 .xlsx")
    except DraftingError:
        raise
    except (BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
        raise DraftingError(name, "不是 Excel 工作簿，或已损坏", "用 Excel 打开并另存为 .xlsx") from error
