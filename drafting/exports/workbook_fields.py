"""Which values of a plan people edit in a workbook: how each is called, read from the plan and put back into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from drafting.exports.item_tables import SCENE_PARTS, script_rows
from drafting.exports.workbook_values import Value, ValueKind
from drafting.plans.plan import EvidencePlan, EvidenceRow, Item, Stage

SubjectKind = Literal["item", "point", "evidence", "condition", "scene"]
CHAIN = "chain:"
INDICATOR = "indicator:"


@dataclass(frozen=True, slots=True)
class Field:
    """A value that people edit.

    Attributes:
        key: Its stable name.
        head: The head of its column.
        width: The column's width.
        kind: What it may hold.
        get: Reads it from what it belongs to.
    """

    key: str
    head: str
    width: int
    kind: ValueKind
    get: Callable[[Any], Value]


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that people edit: a requirement, a point, a piece of evidence, a condition.

    Attributes:
        kind: Which of them.
        key: Its name from one plan to the next.
        label: What names its row in a sheet.
        value: The thing itself.
        says: The words that a person judged; an edit is to be looked at again when they change.
    """

    kind: SubjectKind
    key: str
    label: str
    value: Any
    says: str


def _own(key: str, head: str, width: int, kind: ValueKind = "text") -> Field:
    return Field(key, head, width, kind, lambda held: getattr(held, key))


def _indicator(key: str, head: str, width: int, kind: ValueKind = "number") -> Field:
    return Field(f"{INDICATOR}{key}", head, width, kind, lambda held: (held.indicator or {}).get(key))


STATUS = _own("status", "状态", 10, "status")
OWNER = _own("owner", "责任人", 14)
DUE = _own("due", "完成日期", 12, "day")
GAP = _own("gap", "缺口", 40)
ACTION = _own("action", "行动", 44)
PRIORITY = _own("priority", "优先级", 8, "priority")
ITEM_FIELDS = (
    STATUS,
    GAP,
    ACTION,
    PRIORITY,
    OWNER,
    DUE,
    _own("remark", "备注", 20),
    _own("narrative", "叙述", 90),
)
GAP_FIELDS = (STATUS, GAP, ACTION, PRIORITY, OWNER, DUE)
EVIDENCE_FIELDS = (
    _own("must_show", "须看清", 40),
    _own("from_system", "来源系统", 12),
    _own("owner", "责任人", 14),
    _own("held", "已有", 7, "yes"),
    _own("title", "材料名称", 24),
    _own("file", "文件", 22),
    _own("formed", "形成日期", 12),
    _own("valid_until", "有效期至", 12),
    _own("sealed", "已盖章", 8, "yes"),
    _own("masked", "已脱敏", 8, "yes"),
    _own("pages", "页码（页数）", 9, "pages"),
)
INDICATOR_FIELDS = (
    _indicator("value", "指标值", 9),
    _indicator("numerator", "分子", 9),
    _indicator("denominator", "分母", 9),
    _indicator("baseline", "基期数值", 9),
    _indicator("baseline_period", "基期", 10, "text"),
    _indicator("period", "统计期", 10, "text"),
    _indicator("source", "数据来源", 20, "text"),
)


def _scene(at: int, key: str, head: str, width: int) -> Field:
    return Field(key, head, width, "text", lambda row: row[at])


SCENE_FIELDS = tuple(
    _scene(at, key, head, width)
    for at, ((key, head), width) in enumerate(zip(SCENE_PARTS.items(), (26, 40, 20, 64), strict=True), 1)
)


def chain_fields(stages: tuple[str, ...]) -> tuple[Field, ...]:
    """One field for each link of the chain of proof."""
    return tuple(Field(f"{CHAIN}{stage}", f"链·{stage}", 12, "text", _link(stage)) for stage in stages)


def _link(stage: str) -> Callable[[Any], Value]:
    return lambda held: next((one.held for one in held.chain if one.name == stage), None)


def fields_of(kind: SubjectKind, stages: tuple[str, ...]) -> tuple[Field, ...]:
    """All that people edit of a kind of subject.

    Args:
        kind: The kind.
        stages: The links of the chain of proof, in order.
    """
    if kind == "evidence":
        return (*EVIDENCE_FIELDS, *chain_fields(stages), *INDICATOR_FIELDS)
    return _FIELDS[kind]


_FIELDS: Mapping[SubjectKind, tuple[Field, ...]] = MappingProxyType(
    {"item": ITEM_FIELDS, "point": (STATUS,), "condition": (STATUS,), "scene": SCENE_FIELDS}
)


def stages_of(plan: EvidencePlan) -> tuple[str, ...]:
    """The links of the chains of proof that a plan knows, in order."""
    rows = (row for item in (*plan.items, *plan.base) for row in item.evidence)
    return tuple(dict.fromkeys(stage.name for row in rows for stage in row.chain))


def subjects(plan: EvidencePlan) -> Iterator[Subject]:
    """Everything in a plan that people edit: requirements with points and evidence, conditions, scenes."""
    nos: Counter[str] = Counter()
    for item in (*plan.items, *plan.base):
        clause = item.requirement
        yield Subject("item", clause.id, clause.id, item, clause.text)
        for point in item.points:
            yield Subject("point", point.id, point.id, point, f"{point.says}\n{point.question}")
        for key, row in evidence_keys(item):
            nos[row.no] += 1
            label = row.no if nos[row.no] == 1 else f"{row.no}（{nos[row.no]}）"
            yield Subject("evidence", key, label, row, f"{row.what}（{row.point}）")
    for condition in plan.conditions:
        yield Subject("condition", condition.id, condition.id, condition, condition.question)
    for table in script_rows(plan):
        for scene in table.rows:
            yield Subject("scene", scene[0], scene[0], scene, scene[0])


def evidence_keys(item: Item) -> Iterator[tuple[str, EvidenceRow]]:
    """A requirement's evidence, each with a key that stays when rows before it come or go, as its number does not."""
    seen: Counter[tuple[str, str]] = Counter()
    for row in item.evidence:
        seen[row.point, row.type] += 1
        yield f"{row.point}|{row.type}|{seen[row.point, row.type]}", row


def put(row: EvidenceRow, field: str, value: Value) -> EvidenceRow:
    """A piece of evidence with one value put in its place."""
    if field.startswith(CHAIN):
        name, held = field.removeprefix(CHAIN), None if value is None else str(value)
        links = {stage.name: stage.held for stage in row.chain} | {name: held}
        return replace(row, chain=tuple(Stage(one, links[one]) for one in links))
    if field.startswith(INDICATOR):
        return replace(row, indicator={**(row.indicator or {}), field.removeprefix(INDICATOR): value})
    if field == "held":
        return replace(row, held=bool(value))
    if field == "must_show":
        return replace(row, must_show=str(value or ""))
    changed: dict[str, Any] = {field: value}
    return replace(row, **changed)
