"""What people read of the proposed mappings: predicates, targets, kinds of subjects, how far a scenario is reached."""

from __future__ import annotations

from collections.abc import Mapping

from kg.coverage import Reach
from ontology.mappings import Target

PREDICATES: Mapping[str, str] = {
    "skos:closeMatch": "相近",
    "skos:broadMatch": "国家概念较宽",
    "skos:narrowMatch": "国家概念较窄",
    "skos:relatedMatch": "相关",
    "no match": "无对应",
}
TARGETS: Mapping[Target, str] = {"scenarios": "典型场景", "maturity": "成熟度", "tiers": "等级"}
KINDS: Mapping[str, str] = {
    "CapabilityElement": "能力要素",
    "CapabilityDomain": "能力域",
    "CapabilitySubdomain": "能力子域",
    "Tier": "等级",
    "ConstructionType": "建设类型",
    "ProjectType": "项目类型",
    "ManufacturingMode": "智能制造模式",
}
REACHES: Mapping[Reach, str] = {
    "close": "有候选要求",
    "partial": "只有部分相合",
    "related": "只是相关",
    "none": "没有涉及",
}
NOTICE = "推定：由工标逐条读文本后提出，不是官方对应；可信度 B 的国家名称只有一份资料或措辞未定。"
STATUSES = {"proposed": "推定", "stated": "文本写明"}
