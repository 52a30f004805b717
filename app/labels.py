"""Labels of tables in Chinese and English; texts of documents are never translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from corpus.assessing import LayoutName

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
    "适配器": "adapter",
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
    "：": ": ",
    "主题": "Topic",
    "左": "Left",
    "右": "Right",
    "差别": "Difference",
    "最接近的（不算对应）": "Nearest (no counterpart)",
    "没有可比的条款。": "There is nothing to compare.",
    "按意思对齐（由工标推定，供参考），逐字相同者除外；强弱从左边看。": (
        "Aligned by meaning (proposed by Gongbiao) but for clauses that are the same; left and right as named here."
    ),
    "推定：与国家典型场景的对应由工标提出，不是官方对应。": (
        "Proposed: the counterparts among the national scenarios are Gongbiao's and not official."
    ),
    "逐字相同": "same word for word",
    "要求相近": "much the same",
    "左边要求更高": "left asks for more",
    "右边要求更高": "right asks for more",
    "部分重合": "overlapping",
    "只有左边写": "only left",
    "只有右边写": "only right",
    "只有左边": "Only left",
    "只有右边": "Only right",
    "对方别处写到": "Named elsewhere by the other side",
    "场景较窄": "narrower scenario",
    "场景较宽": "broader scenario",
    "（按意思归入）": " (filed by meaning)",
}


_LAYOUTS: Mapping[LayoutName, str] = {
    "articles": "条款式",
    "outline": "提纲式",
    "standard": "标准式",
    "tier-table": "等级表",
    "row-table": "逐行的表",
    "form": "填报表格",
    "prose": "段落",
    "mixed": "混合",
}


def layout_name(layout: LayoutName, language: Language = "zh") -> str:
    """The name of a layout; in English its code.

    >>> layout_name("mixed"), layout_name("tier-table", "en")
    ('混合', 'tier-table')
    """
    return _LAYOUTS[layout] if language == "zh" else layout


def told_label(text: str, language: Language) -> str:
    """A label in the language asked for.

    Raises:
        ValueError: It has no English.
    """
    if language == "en" and text not in _ENGLISH:
        raise ValueError(f"label {text!r}: it has no English. Add it to app/labels.py.")
    return label(text, language)


def label(text: str, language: Language) -> str:
    """A label in the language asked for; a label without a translation stays as it is.

    >>> label("标题", "en"), label("标题", "zh")
    ('Title', '标题')
    """
    return _ENGLISH.get(text, text) if language == "en" else text
