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
    "参数": "Parameters",
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
    "共": "of",
    "条（全部编号：--json）": "clauses (all ids: --json)",
    "毫秒": "ms",
    "秒": "s",
    "未采用模型草稿": "drafts rejected:",
    "是": "yes",
    "否": "no",
    "未写明": "not stated",
    "详情": "Detail",
    "对象": "Subject",
    "关系": "Relation",
    "国家概念": "National concept",
    "置信度": "Confidence",
    "理由（推定）": "Reason (proposed)",
    "相近": "close",
    "国家概念较宽": "national is broader",
    "国家概念较窄": "national is narrower",
    "相关": "related",
    "无对应": "no match",
    "典型场景": "scenario",
    "成熟度": "maturity",
    "等级": "tier",
    "可信度": "trust",
    "条推定对应": "proposed mappings",
    "覆盖（推定）": "Coverage (proposed)",
    "对应到": "Mapped to",
    "总数": "All",
    "部分": "in part",
    "未作对应": "unmapped",
    "能力要素": "capability element",
    "能力域": "capability domain",
    "能力子域": "capability subdomain",
    "建设类型": "construction type",
    "项目类型": "project type",
    "智能制造模式": "manufacturing mode",
    "国家典型场景": "National scenarios",
    "有候选要求": "with candidate requirements",
    "只有部分相合": "served in part",
    "只是相关": "only related",
    "没有涉及": "not touched",
    "条要求是某个场景的候选": "requirements are candidates for a scenario",
    "每个场景都有要求与之相合。": "Requirements serve every scenario, at least in part.",
    "没有要求与之相合的场景：": "Scenarios that no requirement serves:",
    "推定：由工标逐条读文本后提出，不是官方对应；可信度 B 的国家名称只有一份资料或措辞未定。": (
        "Proposed (推定) by Gongbiao from a reading of each text, not official. "
        "National names of trust B rest on one source or uncertain wording."
    ),
}


def label(text: str, language: Language) -> str:
    """A label in the language asked for; a label without a translation stays as it is.

    >>> label("标题", "en"), label("标题", "zh")
    ('Title', '标题')
    """
    return _ENGLISH.get(text, text) if language == "en" else text
