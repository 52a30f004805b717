"""What relations, changes and forces are called and coloured; each is told by its words and by how dark it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from corpus.clause import Force
from drafting.exports.wording import FORCE_LABELS, Tint
from kg.ladders.ladder import Change
from kg.variants.comparison import RowRelation
from kg.variants.difference import NameKind

UNOFFICIAL = "推定，非官方"
INFERRED_MARK = "推定"
NATIONAL = "national"
SCENARIOS = "国家典型场景"
LEFT_INK, RIGHT_INK = "9B1C1C", "1F4E79"

RELATION_LABELS: Mapping[RowRelation, str] = MappingProxyType(
    {
        "equal": "逐字相同",
        "similar": "要求相近",
        "stronger": "左边要求更高",
        "weaker": "右边要求更高",
        "overlaps": "部分重合",
        "only_left": "只有左边写",
        "only_right": "只有右边写",
    }
)
RELATION_MEANINGS: Mapping[RowRelation, str] = MappingProxyType(
    {
        "equal": "除编号、空白和句末标点外逐字相同",
        "similar": "措辞不同，要求相近",
        "stronger": "同一件事，左边要求得更多、更高，或用词更重",
        "weaker": "同一件事，右边要求得更多、更高，或用词更重",
        "overlaps": "讲同一件事，两边各有对方没有的要求",
        "only_left": "右边没有找到讲同一件事的条文",
        "only_right": "左边没有找到讲同一件事的条文",
    }
)
CHANGE_LABELS: Mapping[Change, str] = MappingProxyType(
    {
        "new": "新增",
        "same": "相同",
        "raised": "宜→应",
        "relaxed": "用词转弱",
        "widened": "扩大",
        "changed": "改变",
        "not_restated": "仍适用",
    }
)
CHANGE_MEANINGS: Mapping[Change, str] = MappingProxyType(
    {
        "new": "下一级没有，这一级才提出",
        "same": "两级要求相同",
        "raised": "“宜”“可”变为“应”",
        "relaxed": "较高等级印的是较弱的用词，原文如此",
        "widened": "范围、系统、技术或数量增加",
        "changed": "讲同一件事而要求不同",
        "not_restated": "这一级没有重复下一级的要求；较高等级建立在较低等级之上，所以仍然适用",
    }
)
KIND_LABELS: Mapping[NameKind, str] = MappingProxyType(
    {"system": "系统", "technology": "技术", "object": "对象", "scope": "范围"}
)
COUNTERPART_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "skos:closeMatch": "相近",
        "skos:narrowMatch": "场景较窄",
        "skos:broadMatch": "场景较宽",
        "skos:relatedMatch": "相关",
    }
)

TONES: Mapping[str, Tint] = MappingProxyType(
    {
        "equal": Tint("37474F", "FFFFFF"),
        "similar": Tint("37474F", "F1F4F6"),
        "stronger": Tint("9B1C1C", "F6C9C4"),
        "weaker": Tint("1F4E79", "C7DDF2"),
        "overlaps": Tint("6B4E00", "FFF1CC"),
        "only_left": Tint("7A1414", "E9A9A2"),
        "only_right": Tint("173B5C", "9FC3E6"),
        "new": Tint("1B5E20", "CDE9D0"),
        "same": Tint("37474F", "FFFFFF"),
        "raised": Tint("9B1C1C", "F6C9C4"),
        "relaxed": Tint("7A4B00", "FFE1A3"),
        "widened": Tint("1F4E79", "C7DDF2"),
        "changed": Tint("6B4E00", "FFF1CC"),
        "not_restated": Tint("616161", "E4E4E4"),
        "inferred": Tint("7A4B00", "FFF1CC"),
    }
)


def force_word(force: Force) -> str:
    """How a force is named where one speaks of the word itself: “应”."""
    return FORCE_LABELS[force] if force == "none" else f"“{FORCE_LABELS[force]}”"
