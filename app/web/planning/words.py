"""What the page calls things: statuses, priorities, steps, views, parts of a profile."""

from __future__ import annotations

from collections.abc import Mapping

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
    "conditions": "门槛",
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
ORIGIN: Mapping[str, str] = {"composed": "据档案", "generated": "模型撰写，已核对", "edited": "人工改写"}
KINDS: Mapping[str, str] = {"condition": "申报条件", "veto": "否决项"}


def status_html(status: Status) -> str:
    """A status with its colour, its shape and its name."""
    return f'<span class="gb-stand gb-{status}"><i aria-hidden="true">{SIGNS[status]}</i>{say(STATUS[status])}</span>'


def section_name(section: str) -> str:
    """What a section of a profile is called."""
    title = Profile.model_fields[section].title or section
    return title if language_now() == "zh" else _spelt(section)


def field_name(slot: Slot) -> str:
    """What a field of a profile is called, with a star where it must be filled."""
    name = slot.title if language_now() == "zh" else _spelt(slot.key)
    return f"{name} *" if slot.required else name


def _spelt(key: str) -> str:
    return key.replace("_", " ").capitalize()


def percent(share: float) -> str:
    """A share in percent, cut, so that nothing reads as done before it is."""
    return f"{int(share * 100 + 1e-9)}%"
