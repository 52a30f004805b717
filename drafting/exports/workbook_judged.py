"""The sheets of requirements and of what they consist of: matrix, lower tiers, points, gaps, conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from drafting.exports.update_edits import Merged, edited_spots
from drafting.exports.wording import KIND_LABELS, PROPOSED, by_priority, forces_of, source_of
from drafting.exports.workbook_fields import ACTION, DUE, GAP, ITEM_FIELDS, OWNER, PRIORITY, STATUS, Field
from drafting.exports.workbook_layout import EDITED_TAB, Line, Told, laid
from drafting.exports.workbook_tables import CONDITIONS, FOUNDATION, GAPS, MATRIX, NUMBER_HEAD, POINTS, Table
from drafting.plans.plan import STATUS_LABELS, Item
from drafting.plans.readiness import domain_of
from drafting.sheet import Sheet
from drafting.wording import printed_label
from ontology.statements import read_text
from ontology.vocabulary import parse_scheme

_SCENARIO = "scenario:"
_FIELDS = {field.key: field for field in ITEM_FIELDS}


def matrix_sheet(merged: Merged) -> Sheet:
    """Every requirement of the target, once, in order."""
    return _items(MATRIX, merged, merged.plan.items, merged.computed.items)


def foundation_sheet(merged: Merged) -> Sheet:
    """Every requirement of the tiers below."""
    return _items(FOUNDATION, merged, merged.plan.base, merged.computed.base)


def gap_sheet(merged: Merged) -> Sheet:
    """What is still open, the most urgent first, with who does it until when."""
    items = (*by_priority(merged.plan.items), *by_priority(merged.plan.base))
    columns: tuple[Told | Field, ...] = (
        Told(NUMBER_HEAD, 18, _number),
        Told("层次", 14, lambda line: _of(line).requirement.tier_label),
        Told("能力域", 12, lambda line: domain_of(_of(line))),
        Told("子域", 12, lambda line: _of(line).requirement.subdomain),
        Told("条文", 40, lambda line: _of(line).requirement.text),
        STATUS,
        PRIORITY,
        GAP,
        ACTION,
        OWNER,
        DUE,
    )
    return laid(GAPS.name, columns, [_line(item, item, merged) for item in items], 1, EDITED_TAB)


def point_sheet(merged: Merged) -> Sheet:
    """Every point of every requirement, with its judgement."""
    own = edited_spots(merged)
    items = zip((*merged.plan.items, *merged.plan.base), (*merged.computed.items, *merged.computed.base), strict=True)
    lines = [
        Line(point.id, point, before, item, ("point", point.id, STATUS.key) in own)
        for item, computed in items
        for point, before in zip(item.points, computed.points, strict=True)
    ]
    columns: tuple[Told | Field, ...] = (
        Told(NUMBER_HEAD, 20, _number),
        Told("层次", 14, lambda line: _of(line).requirement.tier_label),
        Told("子域", 12, lambda line: _of(line).requirement.subdomain or domain_of(_of(line))),
        Told("对应的原文", 30, lambda line: line.now.says),
        Told("审查要点", 40, lambda line: line.now.question),
        STATUS,
        Told("判断来源", 12, lambda line: line.judged_by),
        Told("判断理由（系统）", 36, lambda line: line.before.why),
        Told("依据（档案路径）", 24, lambda line: "\n".join(line.now.basis)),
        Told("满足的标准", 40, lambda line: line.now.passes),
        Told("常见退回原因", 34, lambda line: line.now.rejected),
        Told("由条文生成", 9, lambda line: "是" if line.now.derived else None),
    )
    return laid(POINTS.name, columns, lines, 1, EDITED_TAB)


def condition_sheet(merged: Merged) -> Sheet:
    """The conditions of applying and the vetoes, each with its source."""
    own = edited_spots(merged)
    lines = [
        Line(one.id, one, before, None, ("condition", one.id, STATUS.key) in own)
        for one, before in zip(merged.plan.conditions, merged.computed.conditions, strict=True)
    ]
    columns: tuple[Told | Field, ...] = (
        Told(NUMBER_HEAD, 24, _number),
        Told("类别", 10, lambda line: KIND_LABELS.get(line.now.kind, line.now.kind)),
        Told("条件", 44, lambda line: line.now.question),
        STATUS,
        Told("判断来源", 12, lambda line: line.judged_by),
        Told("判断理由（系统）", 32, lambda line: line.before.why),
        Told("依据（档案路径）", 24, lambda line: "\n".join(line.now.basis)),
        Told("来源", 40, lambda line: source_of(line.now)),
        Told("满足的标准", 40, lambda line: line.now.passes),
        Told("证明材料须显示", 44, lambda line: "\n".join(one["must_show"] for one in line.now.evidence)),
    )
    return laid(CONDITIONS.name, columns, lines, 1, EDITED_TAB)


def _items(table: Table, merged: Merged, items: Sequence[Item], computed: Sequence[Item]) -> Sheet:
    lines = [_line(item, before, merged) for item, before in zip(items, computed, strict=True)]
    columns: tuple[Told | Field, ...] = (
        Told(NUMBER_HEAD, 18, _number),
        Told("能力域", 12, lambda line: domain_of(_of(line))),
        Told("子域", 12, lambda line: line.now.requirement.subdomain),
        Told("条款", 8, lambda line: printed_label(line.now.requirement)),
        Told("约束词", 8, lambda line: forces_of(line.now)),
        Told("条文", 44, lambda line: line.now.requirement.text),
        _FIELDS["status"],
        Told("判断来源", 12, lambda line: line.judged_by),
        Told("判断理由", 40, _reasons),
        GAP,
        ACTION,
        PRIORITY,
        OWNER,
        DUE,
        _FIELDS["remark"],
        _FIELDS["narrative"],
        Told(f"国家场景（{PROPOSED}）", 18, lambda line: "\n".join(map(_scenario, line.now.requirement.national))),
        Told(f"服务的其他目标（{PROPOSED}）", 20, lambda line: "\n".join(line.now.also)),
    )
    return laid(table.name, columns, lines, 1, EDITED_TAB)


def _line(item: Item, before: Item, merged: Merged) -> Line:
    return Line(
        item.requirement.id, item, before, item, ("item", item.requirement.id, STATUS.key) in edited_spots(merged)
    )


def _number(line: Line) -> str:
    return line.label


def _of(line: Line) -> Item:
    if line.item is None:
        raise TypeError(f"row {line.label}: it belongs to no requirement. Show it elsewhere.")
    return line.item


def _reasons(line: Line) -> str:
    return "\n".join(_told(line.now, line.before))


def _told(item: Item, computed: Item) -> Iterator[str]:
    for number, (point, before) in enumerate(zip(item.points, computed.points, strict=True), 1):
        system = f"（系统：{STATUS_LABELS[before.status]}，{before.why}）" if point.status != before.status else ""
        yield f"{number}. {STATUS_LABELS[point.status]}：{point.why}{system}"


@cache
def _scenarios() -> dict[str, str]:
    scheme = parse_scheme("scenarios", read_text("national", "scenarios.ttl"))
    return {code: concept.zh for code, concept in scheme.concepts.items()}


def _scenario(identifier: str) -> str:
    """A national scenario by its number and its name."""
    code = identifier.removeprefix(_SCENARIO)
    return f"{code} {_scenarios().get(code, '')}".strip()
