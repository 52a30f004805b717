"""What the page calls things: statuses, priorities, steps, views, parts of a profile."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from app.web.language import language_now, say
from drafting.plans.statuses import Priority, Status
from drafting.profiles.sections import Profile
from drafting.profiles.slots import Slot

STATUS: Mapping[Status, str] = {
    "met": "满足",
    "partial": "部分满足",
    "gap": "缺项",
    "unknown": "待确认",
    "not_applicable": "不适用",
}
SIGNS: Mapping[Status, str] = {"met": "●", "partial": "◐", "gap": "○", "unknown": "？", "not_applicable": "－"}
"""A shape beside each colour, for those who cannot tell the colours apart."""
PRIORITY: Mapping[Priority, str] = {"high": "高", "medium": "中", "low": "低", "none": "—"}
STEPS: Mapping[str, str] = {"profile": "1 档案", "target": "2 目标", "plan": "3 计划", "files": "4 文件"}
VIEWS: Mapping[str, str] = {
    "summary": "概览",
    "items": "逐条",
    "gaps": "缺口",
    "conditions": "申报门槛",
    "table": "表格",
}
TABLES: Mapping[str, str] = {
    "要求矩阵": "要求矩阵",
    "下级基础": "下级基础",
    "判断点": "判断点",
    "证据登记": "证据登记",
    "申报条件": "申报条件",
    "现场核查脚本": "现场核查脚本",
}
"""The sheets of the workbook that people edit."""
HEADS = frozenset((
    "编号", "能力域", "子域", "条款", "约束词", "条文", "状态", "判断来源", "判断理由", "缺口", "行动",
    "优先级", "责任人", "完成日期", "备注", "叙述", "国家场景（推定）", "服务的其他目标（推定）", "层次",
    "对应的原文", "审查要点", "判断理由（系统）", "依据（档案路径）", "满足的标准", "常见退回原因",
    "由条文生成", "附件编号", "材料", "证明点", "须看清", "来源系统", "已有", "材料名称", "文件", "形成日期",
    "有效期至", "已盖章", "已脱敏", "页码（页数）", "须盖章", "须脱敏", "链·合同", "链·发票", "链·付款",
    "链·验收", "链·台账", "链·运行日志", "指标", "公式", "单位", "指标值", "分子", "分母", "基期数值",
    "基期", "统计期", "数据来源", "与哪一份相同", "这类材料一般须看清", "类别", "条件", "来源",
    "证明材料须显示", "内容", "地点", "屏幕", "人员", "演示",
))  # fmt: skip
"""The heads of the workbook's sheets that have their English."""
ORIGIN: Mapping[str, str] = {"composed": "据档案", "generated": "模型撰写，已核对", "edited": "人工改写"}
KINDS: Mapping[str, str] = {"condition": "申报条件", "veto": "否决项"}


def status_html(status: Status) -> str:
    """A status with its colour, its shape and its name."""
    return f'<span class="gb-stand gb-{status}"><i aria-hidden="true">{SIGNS[status]}</i>{say(STATUS[status])}</span>'


def draw_soft(text: str) -> None:
    """Draw a remark."""
    st.html(f'<p class="gb-soft">{escape(text)}</p>')


def section_name(section: str) -> str:
    """What a section of a profile is called."""
    title = Profile.model_fields[section].title or section
    return title if language_now() == "zh" else _spelt(section)


def head_name(head: str) -> str:
    """What a column of the workbook is called."""
    return say(head) if head in HEADS else head


def field_name(slot: Slot) -> str:
    """What a field of a profile is called, with a star where it must be filled."""
    name = slot.title if language_now() == "zh" else _spelt(slot.key)
    return f"{name} *" if slot.required else name


def _spelt(key: str) -> str:
    return key.replace("_", " ").capitalize()


def percent(share: float) -> str:
    """A share in percent, cut, so that nothing reads as done before it is."""
    return f"{int(share * 100 + 1e-9)}%"
