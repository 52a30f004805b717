"""A plan as Markdown: the same content as the Word document, compact, to be read or compared line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from drafting.exports.item_tables import (
    compact_rows,
    evidence_rows,
    forces_and_place,
    point_rows,
    script_rows,
    served_by,
)
from drafting.exports.plan_tables import (
    Rows,
    action_rows,
    condition_rows,
    conflict_rows,
    document_rows,
    figures,
    gap_rows,
    national_rows,
    readiness_rows,
    source_rows,
)
from drafting.exports.wording import (
    FICTIONAL,
    NATIONAL,
    NO_FORM,
    PROPOSED,
    document_title,
    other_name,
    plan_title,
    requirement_no,
    target_name,
)
from drafting.markdown_text import escaped, escaped_line, in_cell, table
from drafting.plans.plan import PRIORITY_LABELS, STATUS_LABELS, EvidencePlan, Item
from drafting.plans.readiness import domain_of
from drafting.whole_files import write_whole


def write_markdown(plan: EvidencePlan, path: Path) -> None:
    """Write a plan as Markdown.

    Raises:
        DraftingError: The file cannot be written.
    """
    write_whole(path, markdown(plan).encode())


def markdown(plan: EvidencePlan) -> str:
    """A plan as Markdown; what a profile holds comes out as words, never as a mark, a link or a tag."""
    return "\n".join(_parts(plan)) + "\n"


def _parts(plan: EvidencePlan) -> Iterator[str]:
    mark = f"（{FICTIONAL}）" if plan.fictional else ""
    yield f"# {escaped(plan_title(plan))}{mark}\n"
    yield f"- 申报单位：{escaped(plan.company)}\n- 申报目标：{escaped(target_name(plan))}（{escaped(plan.target)}）"
    yield f"- 依据文件：{escaped(document_title(plan, plan.document))}\n- 基准日：{escaped(plan.as_of)}"
    yield f"\n> {NO_FORM}\n"
    yield "## 总览\n"
    for told in figures(plan):
        yield f"{escaped(told)}\n"
    yield from _titled(readiness_rows(plan.domains))
    if plan.next:
        told = f"另有 {plan.next.requirements} 条要求，按现有档案已满足 {plan.next.met} 条。"
        yield f"### 再上一层：{escaped(plan.next.tier_label)}\n\n{told}\n"
        yield _table(readiness_rows(plan.next.domains))
    for rows in (condition_rows(plan), gap_rows(plan), action_rows(plan), conflict_rows(plan)):
        yield from _titled(rows)
    for domain, group in groupby(plan.items, key=domain_of):
        yield f"## {escaped(domain)}\n"
        for item in group:
            yield from _item(item)
    yield from _appendices(plan)


def _item(item: Item) -> Iterator[str]:
    clause = item.requirement
    subdomain = f" {escaped(clause.subdomain)}" if clause.subdomain else ""
    priority = "" if item.priority == "none" else f"，优先级 {PRIORITY_LABELS[item.priority]}"
    yield f"### {escaped(requirement_no(clause))}{subdomain}［{STATUS_LABELS[item.status]}{priority}］\n"
    yield f"{escaped(forces_and_place(item))}\n"
    yield "".join(f"> {escaped_line(line)}\n" for line in clause.text.split("\n"))
    yield _table(point_rows(item.points))
    yield "\n".join(f"{escaped_line(line)}\n" for line in item.narrative.split("\n"))
    if item.rejected_drafts:
        yield f"模型的 {item.rejected_drafts} 份草稿没有通过核对，没有采用。\n"
    if item.remark:
        yield f"备注：{escaped(item.remark)}\n"
    if item.evidence:
        yield _table(evidence_rows(item.evidence))
    if item.also:
        yield f"同一证明可能还用于（{PROPOSED}）：{escaped('、'.join(item.also))}\n"


def _appendices(plan: EvidencePlan) -> Iterator[str]:
    yield "## 附录：现场核查脚本\n"
    for rows in script_rows(plan):
        yield from _titled(rows)
    if plan.base:
        yield "## 附录：下面各层级的要求\n"
        for label, group in groupby(plan.base, key=lambda item: item.requirement.tier_label or ""):
            yield f"### {escaped(label)}\n"
            yield _table(compact_rows(tuple(group)))
    if plan.others:
        yield f"## 附录：同一档案对其他目标的判断\n\n可共用的证明为{PROPOSED}，不是官方对应。\n"
        for other in plan.others:
            yield f"### {escaped(other_name(plan, other))}\n"
            yield _table(compact_rows(other.items, served_by(plan)))
    if plan.national:
        yield f"## 附录：国家层级的条件（{PROPOSED}）\n\n{NATIONAL}\n"
        for tier in plan.national:
            yield from _titled(national_rows(tier))
    yield "## 附录：条文出处\n"
    yield _table(document_rows(plan))
    yield _table(source_rows(plan))


def _titled(rows: Rows) -> Iterator[str]:
    yield f"### {escaped(rows.title)}\n"
    yield _table(rows) if rows.rows else "没有。\n"


def _table(rows: Rows) -> str:
    return table(tuple(map(in_cell, rows.heads)), (tuple(map(in_cell, row)) for row in rows.rows))
