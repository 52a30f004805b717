"""An empty profile in YAML, with comments that say what to write, and the questionnaire to be filled in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import east_asian_width

from drafting.profiles.questionnaire import Question
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile, sections
from drafting.profiles.slots import Kind, Slot, slots

HEAD = """\
# 企业档案（空白模板）
#
# 填法
#   冒号后面空一格再写；没有的留空，不要编。留空的算「不清楚」，不算满足。
#   标 * 的必填。# 后面是说明，读取时不看。
#   每个栏目里有一条写成注释的样例：去掉行首的 #，改成自己的内容；有几条写几条，每条以 - 开头。
#   日期写 2023、2023-06 或 2023-06-01；金额用万元；比例用百分数，85 就是 85%，不写 0.85。
#   几个词用顿号或分号隔开；含冒号、井号的文字加引号。
#   依托、证明什么等处引用别的栏目时，写它的编号、代码或名称。
#   只有「在用」而且写了投用日期的，才算已经投用；试运行算部分，在建和计划算差距。
"""
QUESTIONS_HEAD = """\
  # 每题填 state（状态），再写 since（投用日期）、by（依托）、how（做法）、effect（成效）。
  # 不答的整题留空，原样留着就行。
  # 「问」后括号里是约束词：应＝必须，宜＝推荐，可、鼓励＝可以，—＝原文没有用词，按应对待。
  # 「填」写着要分子、分母的，填 covered（已覆盖）和 total（应覆盖）；要数值的，填 value（数值）和 unit（单位）。
  # 缺了分子、分母或数值，在用也只算部分满足；没有投用日期也是部分满足。
  # 不适用的题 state 写 不适用，并加一行 reason: 理由。
  # 几题答案相同，可以只写一条：points: [题号, 题号]。
  # 问题和满足的标准是工标的建议，不是官方口径；条文是原文。"""
COMMENTS_AT = 36
"""The column, in widths of a Latin letter, where comments begin."""

_SAMPLES: dict[Kind, str] = {
    "text": "（{title}）",
    "number": "10",
    "date": "2023-06",
    "yes": "是",
    "words": "（{title}）",
}
_SHARES = ("all", "key", "share")


def yaml_template(questions: Sequence[Question]) -> str:
    """An empty profile with comments.

    Args:
        questions: What the questionnaire asks, in order.

    Returns:
        YAML that can be read once the required fields of the enterprise are filled.
    """
    parts = [HEAD]
    for key, title, kind, many in sections():
        head = Profile.model_fields[key].description
        parts.append(f"# {title}{f'：{head}' if head else ''}")
        if key == "practices":
            parts += [f"{key}:", QUESTIONS_HEAD, *_questionnaire(questions), ""]
        elif many:
            parts += [f"{key}:", *_sample(kind), ""]
        else:
            parts += [f"{key}:", *_form(kind), ""]
    return "\n".join(parts)


def _form(kind: type[Row]) -> Iterator[str]:
    for slot in slots(kind):
        preset = kind.model_fields[slot.key].default if not slot.required else None
        filled = "" if preset is None else f" {slot.said(preset)}"
        yield _commented(f"  {slot.key}:{filled}", slot)


def _sample(kind: type[Row]) -> Iterator[str]:
    for number, slot in enumerate(slots(kind)):
        value = next(iter(slot.choices.values()), "") or _SAMPLES[slot.kind].format(title=slot.title)
        yield _commented(f"  # {'-' if number == 0 else ' '} {slot.key}: {value}", slot)


def _commented(line: str, slot: Slot) -> str:
    offered = "、".join(slot.choices.values())
    told = "；".join(part for part in (slot.description, offered) if part)
    wide = sum(east_asian_width(sign) in "WFA" for sign in line)
    return (
        f"{line.ljust(COMMENTS_AT - wide)} # {'* ' if slot.required else ''}{slot.title}{f'：{told}' if told else ''}"
    )


def _questionnaire(questions: Sequence[Question]) -> Iterator[str]:
    for group, asked in groupby(questions, key=lambda one: one.group):
        yield ""
        yield f"  # ==== {_line(group)} ===="
        for requirement, points in groupby(asked, key=lambda one: one.requirement):
            listed = tuple(points)
            yield ""
            of = _line(listed[0].tier_label or listed[0].document)
            yield f"  # 条文 {requirement}（{of}）：{_line(listed[0].text)}"
            for question in listed:
                yield from _asked(question)


def _asked(question: Question) -> Iterator[str]:
    yield f"  # 问（{question.force_word}）：{_line(question.ask)}"
    yield f"  # 满足：{_line(question.passes)}"
    yield f"  # 填：{_line(question.to_fill)}"
    yield f'  - points: ["{question.id}"]'
    yield "    state:"
    yield "    since:"
    if question.scope in _SHARES or question.answer == "share":
        counted = f" # {_line(question.counted)}" if question.counted else ""
        yield f"    covered:{counted}"
        yield "    total:"
    if question.answer in ("number", "share"):
        yield "    value:"
        yield "    unit:"
    yield from ("    by:", "    how:", "    effect:")


def _line(text: str) -> str:
    return " ".join(text.split())
