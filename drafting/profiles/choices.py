"""How choices are read: by code, by name, and by what else people write for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from drafting.profiles.tree import shortened

STATE_WORDS: Mapping[str, tuple[str, ...]] = {
    "in_use": (
        "已上线", "已投用", "运行中", "正式运行", "已正式运行", "正式上线", "已正式上线", "正常运行", "使用中",
        "正在使用", "已使用", "已启用", "已投入使用", "已投入运行",
    ),
    "trial": ("试用", "试用中", "试运行中", "正在试运行"),
    "building": ("建设中", "实施中", "正在建设", "正在实施", "部署中", "开发中"),
    "planned": ("规划中", "计划中", "拟建", "拟建设", "筹建", "筹建中", "待建"),
    "retired": ("已停用", "停止使用", "已下线"),
    "absent": ("未建", "未建设", "无", "暂无"),
    "not_applicable": ("不涉及",),
}  # fmt: skip
INDUSTRY_WORDS: Mapping[str, tuple[str, ...]] = {
    "discrete": ("离散型", "离散制造", "离散型制造", "离散制造业", "离散行业"),
    "process": ("流程型", "流程制造", "流程型制造", "流程制造业", "流程行业"),
    "mixed": ("混合型", "混合制造", "混合型制造"),
}
SCALE_WORDS: Mapping[str, tuple[str, ...]] = {
    "large": ("大型企业",),
    "medium": ("中型企业",),
    "small": ("小型企业",),
    "micro": ("微型企业",),
}

_YES = {
    **dict.fromkeys(("是", "有", "yes", "true", "y", "1", "√", "✓", "✔"), True),
    **dict.fromkeys(("否", "无", "没有", "no", "false", "n", "0", "×", "✗", "✘"), False),
}


def code_of(
    names: Mapping[str, str], words: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> Callable[[Any], str]:
    """What reads a choice.

    Args:
        names: The codes with their names.
        words: What else is written for a code.

    Returns:
        A function that turns a code, a name or another word for it into the code, and raises ``ValueError`` at others.
    """
    known = {name: code for code, name in names.items()} | {code: code for code in names}
    codes = {one: code for code, others in words.items() for one in others} | known

    def read(given: Any) -> str:
        written = re.sub(r"\s", "", normalize("NFKC", given)) if isinstance(given, str) else None
        if written is None or written not in codes:
            near = get_close_matches(str(given), known, n=1, cutoff=0.5) or get_close_matches(str(given), codes, n=1)
            meant = f"，是不是「{names[codes[near[0]]]}」？" if near else "；"
            raise ValueError(f"「{shortened(given)}」不在可选之列{meant}只能写 {'、'.join(names.values())}")
        return codes[written]

    return read


def yes_or_no(given: Any) -> bool:
    """What reads truth.

    Raises:
        ValueError: It is neither yes nor no.
    """
    said = given if isinstance(given, bool) else _YES.get(str(given).strip().casefold())
    if said is None:
        raise ValueError(f"「{shortened(given)}」不是「是」或「否」")
    return said
