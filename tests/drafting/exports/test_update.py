"""An edited workbook read back and merged: no edit is lost, what changed meanwhile is listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from drafting.exports.update import read_edits
from drafting.exports.update_merge import merge
from drafting.exports.workbook import write_workbook
from drafting.generator import DraftingError
from drafting.plans.plan import Item
from tests.drafting.exports.workbook_cases import (
    CHANGEOVER,
    LEDGER,
    LEGAL,
    NETWORKED,
    PREDICTIVE,
    SPINDLE,
    Person,
    ground,
    person,
    plan,
    profile,
    round_trip,
    seen,
    with_chain,
)

MATRIX = "要求矩阵"


def item(items: tuple[Item, ...], identifier: str) -> Item:
    return next(one for one in items if one.requirement.id == identifier)


def test_an_untouched_workbook_has_no_edits(tmp_path: Path) -> None:
    merged = round_trip(tmp_path / "plan.xlsx", lambda who: None)
    assert merged.plan == merged.computed == plan()
    assert (merged.edits, merged.conflicts) == ((), ())


def test_all_kinds_of_edits_come_back(tmp_path: Path) -> None:
    def edit(who: Person) -> None:
        who.write(MATRIX, NETWORKED, "责任人", "张工")
        who.write(MATRIX, NETWORKED, "完成日期", datetime(2026, 12, 31))
        who.write(MATRIX, NETWORKED, "备注", "=等设备到货")
        who.sheet(MATRIX)[who.place(MATRIX, NETWORKED, "备注")].data_type = "s"
        who.write(MATRIX, NETWORKED, "缺口", "二车间没有联网")
        who.write(MATRIX, NETWORKED, "行动", "二车间布网并联网")
        who.write(MATRIX, PREDICTIVE, "叙述", "现状：正在选型。\n做法：先在主轴上试。")
        who.write("证据登记", "2-19a-1", "已有", "是")
        who.write("证据登记", "2-19a-1", "材料名称", "联网运行日志")
        who.write("证据登记", "2-19a-1", "页码（页数）", 12)
        who.write("证据登记", "2-19a-1", "形成日期", datetime(2026, 9, 1))
        who.write("证据登记", "2-19a-1", "已盖章", "否")
        who.write("证据登记", "2-19a-1", "指标值", "91.5")
        who.write("申报条件", LEGAL, "状态", "满足")

    merged = round_trip(tmp_path / "plan.xlsx", edit)
    first = item(merged.plan.items, NETWORKED)
    assert (first.owner, first.due, first.remark) == ("张工", "2026-12-31", "=等设备到货")
    assert (first.gap, first.action) == ("二车间没有联网", "二车间布网并联网")
    second = item(merged.plan.items, PREDICTIVE)
    assert second.narrative == "现状：正在选型。\n做法：先在主轴上试。"
    assert [(one.text, one.origin, one.part) for one in second.sentences] == [
        ("正在选型。", "edited", "现状"),
        ("先在主轴上试。", "edited", "做法"),
    ]
    assert second.placeholders == ()
    (row,) = first.evidence
    assert (row.held, row.title, row.pages, row.formed, row.sealed) == (True, "联网运行日志", 12, "2026-09-01", False)
    assert row.indicator == {"value": 91.5}
    (condition,) = merged.plan.conditions
    assert (condition.status, condition.computed, condition.why) == ("met", "unknown", "人工判断为满足")
    assert merged.conflicts == ()
    untouched = [one for one in merged.plan.items if one.requirement.id not in (NETWORKED, PREDICTIVE)]
    assert untouched == [one for one in plan().items if one.requirement.id not in (NETWORKED, PREDICTIVE)]


def test_edits_stay_over_rounds(tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.xlsx" for name in "abc")

    def edit(who: Person) -> None:
        who.write(MATRIX, NETWORKED, "状态", "满足")
        who.write(MATRIX, PREDICTIVE, "叙述", "正在选型。")
        who.write("下级基础", LEDGER, "责任人", "李工")

    merged = round_trip(first, edit)
    for path in (second, third):
        write_workbook(merged.plan, profile(), path, merged)
        merged = merge(read_edits(path), plan(), ground(profile()))
    assert item(merged.plan.items, NETWORKED).status == "met"
    assert item(merged.plan.items, PREDICTIVE).narrative == "正在选型。"
    assert item(merged.plan.base, LEDGER).owner == "李工"
    assert (len(merged.edits), merged.conflicts) == (3, ())
    book = seen(third)
    assert book.read(MATRIX, NETWORKED, "状态") == "满足"
    assert book.read(MATRIX, NETWORKED, "判断来源") == "人工（系统：缺项）"
    why = item(plan().items, NETWORKED).points[0].why
    assert book.read(MATRIX, NETWORKED, "判断理由") == f"1. 满足：人工判断为满足（系统：缺项，{why}）"
    assert book.read("判断点", f"{NETWORKED}#1", "判断来源") == "随人工判断（系统：缺项）"
    assert book.read("下级基础", LEDGER, "责任人") == "李工"


def test_a_persons_status_counts_and_what_was_computed_stays_beside_it(tmp_path: Path) -> None:
    merged = round_trip(tmp_path / "plan.xlsx", lambda who: who.write(MATRIX, NETWORKED, "状态", "满足"))
    changed = item(merged.plan.items, NETWORKED)
    assert (changed.status, changed.computed) == ("met", "gap")
    (point,) = changed.points
    assert (point.status, point.computed, point.why) == ("met", "gap", "人工判断为满足")
    assert (changed.gap, changed.action, changed.priority) == ("", "", "none")
    assert "没有满足" not in changed.narrative
    assert merged.plan.readiness > plan().readiness == 0
    assert merged.plan.domains[0].counts["met"] == 1
    assert not any(f"{NETWORKED}#1" in action.closes for action in merged.plan.actions)


def test_taking_a_status_back_takes_back_what_followed(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    merged = round_trip(path, lambda who: who.write(MATRIX, NETWORKED, "状态", "满足"))
    write_workbook(merged.plan, profile(), path, merged)
    with person(path) as who:
        who.write(MATRIX, NETWORKED, "状态", "缺项")
    assert merge(read_edits(path), plan(), ground(profile())).plan == plan()
    write_workbook(merged.plan, profile(), path, merged)
    with person(path) as who:
        who.write(MATRIX, NETWORKED, "状态", None)
    assert merge(read_edits(path), plan(), ground(profile())).plan == plan()


def test_a_points_status_moves_its_requirement(tmp_path: Path) -> None:
    key = f"{SPINDLE}#1"
    merged = round_trip(tmp_path / "plan.xlsx", lambda who: who.write("判断点", key, "状态", "部分满足"))
    changed = item(merged.plan.items, SPINDLE)
    assert (changed.status, changed.computed) == ("partial", "unknown")
    assert changed.gap == "「应监控机床主轴」人工判断为部分满足"
    assert changed.priority == "medium"


def test_an_emptied_cell_is_an_edit_but_a_narrative_is_never_empty(tmp_path: Path) -> None:
    def edit(who: Person) -> None:
        who.write(MATRIX, NETWORKED, "行动", None)
        who.write(MATRIX, NETWORKED, "叙述", "  ")

    merged = round_trip(tmp_path / "plan.xlsx", edit)
    changed = item(merged.plan.items, NETWORKED)
    assert changed.action == "" and item(plan().items, NETWORKED).action
    assert changed.narrative == item(plan().items, NETWORKED).narrative


def test_a_kept_sentence_keeps_its_facts_and_a_new_one_is_checked(tmp_path: Path) -> None:
    before = item(plan().items, NETWORKED)
    kept = before.sentences[0]
    said = f"现状：{kept.text}数采率已达 99%。\n【需企业补充：成效】"

    def refuse(changed: Item) -> tuple[str, ...]:
        return tuple(f"查不到「{one.text}」" for one in changed.sentences if one.origin == "edited")

    merged = round_trip(tmp_path / "plan.xlsx", lambda who: who.write(MATRIX, NETWORKED, "叙述", said), unbacked=refuse)
    changed = item(merged.plan.items, NETWORKED)
    assert changed.narrative == said
    assert changed.sentences[0] == kept
    assert (changed.sentences[1].text, changed.sentences[1].origin) == ("数采率已达 99%。", "edited")
    assert changed.placeholders == ("【需企业补充：成效】",)
    assert not merged.plan.verified
    assert [one.what for one in merged.conflicts] == [
        f"{NETWORKED} 的叙述里有查不到依据的内容：查不到「数采率已达 99%。」"
    ]


def test_an_edit_stays_where_the_computed_value_changed_too(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    in_use = profile(practices=[{"points": [f"{NETWORKED}#1"], "state": "在用", "since": "2026-01", "how": "布网"}])
    now = plan(in_use)
    assert item(now.items, NETWORKED).status == "met"
    merged = round_trip(path, lambda who: who.write(MATRIX, NETWORKED, "状态", "部分满足"), now)
    assert item(merged.plan.items, NETWORKED).status == "partial"
    assert [one.what for one in merged.conflicts] == [
        f"{NETWORKED} 的「状态」：导出时算得「缺项」，人工改为「部分满足」，现在算得「满足」；保留人工的"
    ]
    assert merged.plan.conflicts[-1].paths == (NETWORKED,)
    write_workbook(merged.plan, in_use, path, merged)
    assert seen(path).column("冲突", "冲突") == [merged.conflicts[0].what]
    again = merge(read_edits(path), now, ground(in_use))
    assert (again.conflicts, item(again.plan.items, NETWORKED).status) == ((), "partial")


def test_an_edit_that_is_now_computed_too_is_no_conflict(tmp_path: Path) -> None:
    in_use = profile(practices=[{"points": [f"{NETWORKED}#1"], "state": "在用", "since": "2026-01", "how": "布网"}])
    merged = round_trip(tmp_path / "plan.xlsx", lambda who: who.write(MATRIX, NETWORKED, "状态", "满足"), plan(in_use))
    assert (merged.conflicts, item(merged.plan.items, NETWORKED).computed) == ((), None)


def test_an_edit_stays_where_the_text_changed_and_both_texts_are_shown(tmp_path: Path) -> None:
    now = plan(texts={CHANGEOVER: "应支持十分钟内换线。"})
    merged = round_trip(tmp_path / "plan.xlsx", lambda who: who.write(MATRIX, CHANGEOVER, "责任人", "王工"), now)
    assert item(merged.plan.items, CHANGEOVER).owner == "王工"
    (conflict,) = merged.conflicts
    assert "原文「应支持快速换线。」，现在是「应支持十分钟内换线。」" in conflict.what
    assert "责任人＝「王工」" in conflict.what


def test_edits_of_what_is_gone_are_kept_until_it_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"

    def edit(who: Person) -> None:
        who.write(MATRIX, CHANGEOVER, "叙述", "换线用时缩短。")
        who.write("证据登记", "2-32a-1", "材料名称", "换线记录")

    merged = round_trip(path, edit, plan(gone=CHANGEOVER))
    assert CHANGEOVER not in [one.requirement.id for one in merged.plan.items]
    lost = [one.what for one in merged.conflicts]
    assert "已不在计划里（原文「应支持快速换线。」）；人工的修改保留在此：叙述＝「换线用时缩短。」" in lost[0]
    assert "材料名称＝「换线记录」" in lost[1]
    write_workbook(merged.plan, profile(), path, merged)
    back = merge(read_edits(path), plan(), ground(profile()))
    assert item(back.plan.items, CHANGEOVER).narrative == "换线用时缩短。"
    assert item(back.plan.items, CHANGEOVER).evidence[0].title == "换线记录"
    assert back.conflicts == ()


def test_evidence_is_known_again_where_its_number_changed(tmp_path: Path) -> None:
    made = plan()
    now = item(made.items, NETWORKED)
    moved = replace(now.evidence[0], no="2-19a-2")
    brought = replace(now.evidence[0], no="2-19a-1", type="photo", what="照片")
    renumbered = tuple(
        replace(one, evidence=(brought, moved)) if one.requirement.id == NETWORKED else one for one in made.items
    )
    merged = round_trip(
        tmp_path / "plan.xlsx",
        lambda who: who.write("证据登记", "2-19a-1", "文件", "日志.pdf"),
        replace(made, items=renumbered),
    )
    assert [(row.no, row.file) for row in item(merged.plan.items, NETWORKED).evidence] == [
        ("2-19a-1", None),
        ("2-19a-2", "日志.pdf"),
    ]


def test_a_link_of_a_chain_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_workbook(with_chain(plan()), profile(), path)
    with person(path) as who:
        who.write("证据登记", "2-19a-1", "链·发票", "FP-2026-7")
        who.write("证据登记", "2-19a-1", "分子", 45)
    merged = merge(read_edits(path), with_chain(plan()), ground(profile()))
    row = item(merged.plan.items, NETWORKED).evidence[0]
    assert [(stage.name, stage.held) for stage in row.chain] == [("合同", "HT-1"), ("发票", "FP-2026-7")]
    assert row.indicator is not None and (row.indicator["numerator"], row.indicator["denominator"]) == (45, 47)


def test_edits_of_another_target_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_workbook(plan(), profile(), path)
    with pytest.raises(DraftingError, match="计划的目标是 scheme:other"):
        merge(read_edits(path), replace(plan(), target="scheme:other"), ground(profile()))
