"""A profile read from a file: YAML, JSON or a filled workbook."""

from __future__ import annotations

from pathlib import Path

from drafting.generator import DraftingError
from drafting.profiles.checking import checked
from drafting.profiles.json_tree import read_json
from drafting.profiles.sections import Profile
from drafting.profiles.tree import LARGEST_FILE, Draft
from drafting.profiles.workbook_reading import read_workbook
from drafting.profiles.yaml_tree import read_yaml
from drafting.whole_files import read_whole

_TEXTS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}
_MARKS = {
    b"PK\x03\x04": "Excel 或压缩文件",
    b"\xd0\xcf\x11\xe0": "旧版 Office 文件",
    b"%PDF": "PDF",
    b"\xff\xfe": "UTF-16 文本",
    b"\xfe\xff": "UTF-16 文本",
}
_BLANK_REMEDY = "先用 gongbiao plan --template 生成模板，填好再读"


def read_profile(path: Path) -> Profile:
    """Read and check a profile.

    Args:
        path: A file that ends in .yaml, .yml, .json or .xlsx.

    Raises:
        DraftingError: It cannot be read, or something in it is wrong; each problem with its line or cell.
    """
    suffix = path.suffix.lower()
    if suffix != ".xlsx" and suffix not in _TEXTS:
        raise DraftingError(path.name, f"不认识的扩展名「{path.suffix}」", "档案用 .yaml、.json 或 .xlsx")
    content = _content(path)
    draft = read_workbook(content, path.name) if suffix == ".xlsx" else _draft(content, path.name, suffix)
    return checked(draft, path.name)


def _content(path: Path) -> bytes:
    content = read_whole(path, LARGEST_FILE, "只留档案的内容")
    if not content.strip():
        raise DraftingError(path.name, "文件是空的", _BLANK_REMEDY)
    return content


def _draft(content: bytes, name: str, suffix: str) -> Draft:
    kind = next((kind for mark, kind in _MARKS.items() if content.startswith(mark)), None)
    if kind:
        raise DraftingError(name, f"扩展名是 {suffix}，内容却是{kind}", "改对扩展名，或另存为 UTF-8 文本")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DraftingError(name, f"第 {line} 行：不是 UTF-8 编码", "用编辑器另存为 UTF-8") from error
    try:
        draft = _TEXTS[suffix](text)
    except ValueError as error:
        raise DraftingError(name, str(error), "改好后再读") from error
    if not isinstance(draft.root.value, dict):
        raise DraftingError(name, f"{draft.root.place}：最上层要写成「键: 值」，如 company: …", "照模板改写")
    return draft
