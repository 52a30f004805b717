"""A profile as a workbook to fill: a sheet a section, with the questionnaire."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from drafting.profiles.answer_rows import Practice
from drafting.profiles.fields import STATES
from drafting.profiles.questionnaire import FORCES, Question
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile, sections
from drafting.profiles.sheet_layout import FORM_HEADS, GUIDE, QUESTION_HEADS
from drafting.profiles.slots import Kind, Slot, slots
from drafting.sheet import Column, Sheet, Written
from drafting.sheets import write_sheets

SPARE_ROWS = 40
YES_NO = ("是", "否")
STATE_COLOURS = {
    STATES["in_use"]: "C6E0B4",
    STATES["trial"]: "FFE699",
    STATES["building"]: "F8CBAD",
    STATES["planned"]: "F8CBAD",
    STATES["retired"]: "F4B6B6",
    STATES["absent"]: "F4B6B6",
    STATES["not_applicable"]: "D9D9D9",
}
FORCE_COLOURS = {
    FORCES["shall"]: "F8CBAD",
    FORCES["should"]: "FFE699",
    FORCES["may"]: "DDEBF7",
    FORCES["encouraged"]: "DDEBF7",
}
_WIDTHS: dict[Kind, int] = {"text": 20, "number": 11, "date": 13, "yes": 10, "words": 28, "choice": 13}
_LONG = frozenset(
    ("how", "effect", "content", "description", "detail", "goals", "basis", "problems", "approach", "effects")
)
_QUESTION_WIDTHS = (10, 14, 11, 8, 40, 44, 50, 30)
_SEEN_ALWAYS = 6
"""Columns of the questionnaire that stay when one scrolls: as far as the question."""
_GUIDE = (
    (
        "怎么填",
        "棕色栏名的必填，蓝色的有就填，灰色的是给定内容，不要改。没有的留空，不要编：留空的算「不清楚」，不算满足。",
    ),
    ("下拉", "有下拉列表的格子只能选列表里的。栏名上有批注，说明填什么。"),
    ("日期", "写 2023、2023-06 或 2023-06-01。"),
    (
        "数字",
        "金额用万元，5000万元、1.95亿也认；比例用百分数，85 和 85% 一样，0.85 说不清，不认。不要写公式。",
    ),
    ("几个词", "用分号或顿号隔开，或在格子里换行。"),
    ("引用", "依托、证明什么等处写别的表里的编号、代码或名称，如 MES、设备管理制度。"),
    ("约束词", "应：必须做到；宜：推荐做到；可、鼓励：可以做；—：原文没有用词，按应对待。问卷里各占一色。"),
    (
        "分子、分母和数值",
        "「这题填什么」写着要分子、分母（已覆盖、应覆盖）或数值的，缺了就算在用也只是部分满足；没有投用日期的也是部分满足。",
    ),
    ("状态", "只有「在用」并写了投用日期的才算已经投用；试运行算部分，在建和计划算差距。"),
    (
        "问卷",
        "一行一个问题，填状态及其后各栏；不答的留空。内容完全相同的几行，读取时合成一条。问题和满足的标准是工标的建议，不是官方口径。",
    ),
    ("不要改", "不要改工作表名和栏名，不要隐藏工作表。可以加行、排序、筛选。"),
)


def write_workbook(profile: Profile | None, questions: Sequence[Question], path: Path) -> None:
    """Write an empty template, or a filled profile that is read back the same.

    An answer to several questions becomes a row for each of them.

    Args:
        profile: The profile; None for an empty template.
        questions: What the questionnaire asks, in order; answers to other questions follow below.
        path: The file to write or replace.

    Raises:
        DraftingError: The file cannot be written.
    """
    write_sheets(path, _sheets(profile, questions))


def _sheets(profile: Profile | None, questions: Sequence[Question]) -> Iterator[Sheet]:
    yield _guide()
    for key, title, kind, many in sections():
        held = getattr(profile, key) if profile else None
        if key == "practices":
            yield _questionnaire(title, held or (), questions)
        elif many:
            rows = [tuple(_cell(slot, row) for slot in slots(kind)) for row in held or ()]
            yield Sheet(title, tuple(map(_column, slots(kind))), rows, spare=SPARE_ROWS, frozen=1)
        else:
            yield _form(title, kind, held)


def _guide() -> Sheet:
    rows: list[tuple[Written, ...]] = [*_GUIDE]
    for key, title, kind, many in sections():
        required = "、".join(slot.title for slot in slots(kind) if slot.required)
        said = Profile.model_fields[key].description
        rows.append((f"工作表「{title}」", f"{said or title}。{'一行一条' if many else '一项一行'}；必填：{required}"))
    columns = (Column("项目", 22, "given"), Column("说明", 100, "given"))
    return Sheet(GUIDE, columns, rows, filtered=False)


def _form(title: str, kind: type[Row], held: Row | None) -> Sheet:
    """A sheet of one record, a field a row."""
    listed = slots(kind)
    presets = {slot.key: kind.model_fields[slot.key].default for slot in listed if not slot.required}
    rows = []
    for slot in listed:
        value = _cell(slot, held) if held else _value(slot, presets.get(slot.key))
        rows.append((slot.title, value, f"{'必填。' if slot.required else ''}{_told(slot)}"))
    columns = (Column(FORM_HEADS[0], 22, "given"), Column(FORM_HEADS[1], 50), Column(FORM_HEADS[2], 50, "given"))
    choices = {f"B{number}": _offered(slot) for number, slot in enumerate(listed, start=2) if _offered(slot)}
    return Sheet(title, columns, rows, choices_at=choices, frozen=1, filtered=False)


def _questionnaire(title: str, practices: Sequence[Practice], questions: Sequence[Question]) -> Sheet:
    first, *filled = slots(Practice)
    given = tuple(
        Column(head, width, "given", colours=FORCE_COLOURS if head == "约束词" else {})
        for head, width in zip(QUESTION_HEADS, _QUESTION_WIDTHS, strict=True)
    )
    columns = (Column(first.title, 18, "given", _told(first)), *given, *map(_column, filled))
    rows: list[tuple[Written, ...]] = []
    for question in questions:
        for practice in [one for one in practices if question.id in one.points] or (None,):
            answer = tuple(_cell(slot, practice) if practice else None for slot in filled)
            rows.append((question.id, *_told_of(question), *answer))
    asked = {question.id for question in questions}
    for practice in practices:
        others = [point for point in practice.points if point not in asked]
        blank = (None,) * len(given)
        rows += [(point, *blank, *(_cell(slot, practice) for slot in filled)) for point in others]
    return Sheet(title, columns, rows, frozen=_SEEN_ALWAYS)


def _told_of(question: Question) -> tuple[Written, ...]:
    number = "" if question.subdomain_no is None else f"{question.subdomain_no} "
    subdomain = f"{number}{question.subdomain}" if question.subdomain else None
    asked = (question.force_word, question.ask, question.passes, question.text, question.to_fill)
    return (question.domain, subdomain, question.tier_label, *asked)


def _column(slot: Slot) -> Column:
    return Column(
        slot.title,
        40 if slot.key in _LONG else _WIDTHS[slot.kind],
        "required" if slot.required else "free",
        _told(slot),
        _offered(slot),
        as_text=slot.kind != "number",
        colours=STATE_COLOURS if slot.key == "state" else {},
    )


def _told(slot: Slot) -> str:
    return slot.description or ("日期，如 2023-06" if slot.kind == "date" else "")


def _offered(slot: Slot) -> tuple[str, ...]:
    return YES_NO if slot.kind == "yes" else tuple(slot.choices.values())


def _cell(slot: Slot, row: Row) -> Written:
    return _value(slot, getattr(row, slot.key))


def _value(slot: Slot, value: object) -> Written:
    if value is None or value == ():
        return None
    return slot.entered(value) if slot.kind == "number" and isinstance(value, int | float) else slot.said(value)
