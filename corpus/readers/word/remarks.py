"""What reading a Word document left out or decided, told to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

Matter = Literal[
    "deleted", "inserted", "hidden", "comments", "contents", "pictures", "objects", "diagrams", "formulas", "readings",
    "symbols", "fields", "outside", "notes", "boxes", "rows", "macros", "covered",
]  # fmt: skip
Tally = Counter[Matter]
_TOLD: dict[Matter, str] = {
    "macros": "文件带宏，宏未读取、未运行。",
    "inserted": "带修订：插入的文字按已接受处理（{} 字）。",
    "deleted": "带修订：删除的文字未收录（{} 字）。",
    "hidden": "隐藏的文字未收录（{} 字）。",
    "comments": "批注未收录（{} 条）。",
    "contents": "目录未收录（{} 行，与正文标题重复）。",
    "pictures": "图片未收录（{} 处），图中文字未读。",
    "diagrams": "图表、图示未收录（{} 处），其中文字未读。",
    "objects": "嵌入的对象未收录（{} 个）。",
    "boxes": "文本框中的文字排在所在段落之后（{} 处）。",
    "formulas": "公式写成一行（{} 处）：分数用 /，上标用 ^，下标用 _。",
    "readings": "注音未收录（{} 处）。",
    "symbols": "符号字体中的符号无法辨认，未收录（{} 个）。",
    "fields": "没有结果的域未收录（{} 个）。",
    "outside": "引自其他文件或格式的内容未收录（{} 处）。",
    "notes": "脚注或尾注的内容缺失（{} 处）。",
    "rows": "隐藏的表格行未收录（{} 行）。",
    "covered": "被合并单元格盖住的文字并入该单元格（{} 处）。",
}
_EXCERPT = 40
_FEW = 3


def remarks(tally: Tally, margins: Sequence[str]) -> tuple[str, ...]:
    """Notes in Chinese.

    Args:
        tally: How often each matter was met.
        margins: What stands in headers and footers.
    """
    told = tuple(sentence.format(tally[matter]) for matter, sentence in _TOLD.items() if tally[matter])
    if not margins:
        return told
    shown = "；".join(f"“{text if len(text) <= _EXCERPT else text[:_EXCERPT] + '…'}”" for text in margins[:_FEW])
    return (*told, f"页眉页脚未收录：{shown}{'等' if len(margins) > _FEW else ''}。")
