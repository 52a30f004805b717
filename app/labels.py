"""Labels of tables in Chinese and English; texts of documents are never translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["zh", "en"]

_ENGLISH: Mapping[str, str] = {
    "编号": "Id",
    "标题": "Title",
    "地区": "Region",
    "年份（依据）": "Year (basis)",
    "状态": "Status",
    "条目数": "Clauses",
    "注意": "Notes",
    "种类": "Kind",
    "用词": "Force",
    "标号": "Label",
    "内容": "Text",
    "出处": "Source",
    "来源": "Found by",
    "句子": "Sentence",
    "条目": "Clause",
    "位置": "Place",
    "标题链": "Headings",
    "原文": "Source text",
    "文件": "File",
    "逐字相符": "Verbatim",
    "切分规则": "Rule",
    "名称": "Name",
    "说明": "Description (zh)",
    "用途": "Use",
    "模型": "Model",
    "许可": "Licence",
    "大小": "Size",
    "向量": "embedding",
    "写作": "writing",
    "已回答": "answered",
    "不做要求": "not required",
    "前提有误，已更正": "corrected",
    "不予回答": "refused",
    "引用": "Citations",
    "条": "hits",
    "毫秒": "ms",
    "秒": "s",
    "未采用模型草稿": "drafts rejected:",
    "是": "yes",
    "否": "no",
    "未写明": "not stated",
    "详情": "Detail",
}


def label(text: str, language: Language) -> str:
    """A label in the language asked for; a label without a translation stays as it is.

    >>> label("标题", "en"), label("标题", "zh")
    ('Title', '标题')
    """
    return _ENGLISH.get(text, text) if language == "en" else text
