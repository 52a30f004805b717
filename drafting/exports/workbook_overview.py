"""The first sheet: what the plan is, how ready the enterprise is by domain, a radar of it, and how to work here."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.exports.wording import (
    FICTIONAL,
    NO_FORM,
    PROVED,
    STATUS_ORDER,
    WORKING_PAPER,
    ceiling_told,
    document_title,
    percent,
    plan_title,
    ready_told,
    unknown_told,
)
from drafting.exports.workbook_layout import told
from drafting.plans.plan import STATUS_LABELS, DomainReadiness, EvidencePlan
from drafting.sheet import Radar, Sheet, Written

NAME = "总览"
_READY = "已就绪"
_HOW = (
    "黄色列可以改：状态、缺口、行动、优先级、责任人、完成日期、备注、叙述、证据登记和现场核查脚本的各栏；行可以筛选、排序，列可以挪动。"
    "改好后用 gongbiao plan --update 读回，改过的都会保留；自己加的行和列收在「团队补充」，自己加的工作表照样带上，"
    "别处的改动不读回，列在「冲突」里。编号和列头请不要改。"
)
_WIDTHS = (26, 10, 10, 10, 10, 10, 8, 12, 16, 14, 14)


def overview_sheet(plan: EvidencePlan) -> Sheet:
    """The overview of a plan, with its radar below the table."""
    told_rows = list(_facts(plan))
    heads = len(told_rows) + 2
    table = [_domain(one) for one in plan.domains]
    rows = [*(_padded(row) for row in told_rows), _padded(_heads()), *table, _sum(plan)]
    last = heads + len(table)
    radar = Radar("各能力域就绪度", 1, (8, 9), heads + 1, last, f"A{last + 3}") if len(table) > 2 else None
    title = plan_title(plan).partition("：")[2]
    heads_above = (WORKING_PAPER, title, *("" for _ in _WIDTHS[2:]))
    columns = tuple(
        told(head, width, form="0.0%" if head_at in (7, 8) else "")
        for head_at, (head, width) in enumerate(zip(heads_above, _WIDTHS, strict=True))
    )
    return Sheet(
        NAME,
        columns,
        rows,
        filtered=False,
        strong=frozenset({heads}),
        spread=frozenset(range(1, heads)),
        radar=radar,
    )


def _facts(plan: EvidencePlan) -> Iterator[tuple[Written, ...]]:
    yield "性质", f"{WORKING_PAPER}。{NO_FORM}"
    yield "企业", f"{plan.company}（{FICTIONAL}）" if plan.fictional else plan.company
    yield "目标", f"{plan_title(plan).partition('：')[2]}（{plan.target}，{document_title(plan, plan.document)}）"
    yield "基准日", plan.as_of
    yield (
        "就绪度",
        f"{ready_told(plan).removeprefix('就绪度 ')}；共 {len(plan.items)} 条要求，{unknown_told(plan.items)}",
    )
    if aside := ceiling_told(plan):
        yield "附注", aside.removeprefix("附注：")
    if plan.base:
        yield "下级基础", f"{len(plan.base)} 条要求，就绪度 {percent(plan.base_readiness)}"
    if plan.next:
        above = plan.next
        yield "再上一级", f"{above.tier_label}：{above.requirements} 条要求，已满足 {above.met} 条"
    for other in plan.others:
        yield "其他目标", f"{other.target}：{len(other.items)} 条要求，{ready_told(other)}"
    judged = sum(item.computed is not None for item in (*plan.items, *plan.base))
    if judged:
        yield "人工判断", f"{judged} 条要求的状态由人工判断，与系统判断不同"
    if plan.conflicts:
        yield "冲突", f"{len(plan.conflicts)} 处，见工作表「冲突」"
    if not plan.verified:
        yield "未通过核对", "叙述里有在档案和条文里查不到依据的内容，见工作表「冲突」"
    for note in plan.notes:
        yield "说明", note
    yield "怎么用", _HOW


def _padded(row: tuple[Written, ...]) -> tuple[Written, ...]:
    return (*row, *((None,) * (len(_WIDTHS) - len(row))))


def _heads() -> tuple[Written, ...]:
    return (
        "能力域",
        *(STATUS_LABELS[one] for one in STATUS_ORDER),
        "合计",
        _READY,
        PROVED,
        "应 满足/共",
        "宜等 满足/共",
    )


def _domain(one: DomainReadiness) -> tuple[Written, ...]:
    counts = [one.counts.get(status, 0) for status in STATUS_ORDER]
    tallies = (f"{one.shall[0]}/{one.shall[1]}", f"{one.should[0]}/{one.should[1]}")
    return (one.domain, *counts, sum(counts), _cut(one.readiness), _cut(one.proved), *tallies)


def _cut(share: float) -> float:
    """A share to a tenth of a percent, as the exports in words say it: cut, not rounded up."""
    return int(share * 1000 + 1e-9) / 1000


def _sum(plan: EvidencePlan) -> tuple[Written, ...]:
    counts = [sum(one.counts.get(status, 0) for one in plan.domains) for status in STATUS_ORDER]
    shall = [sum(one.shall[at] for one in plan.domains) for at in (0, 1)]
    should = [sum(one.should[at] for one in plan.domains) for at in (0, 1)]
    tallies = (f"{shall[0]}/{shall[1]}", f"{should[0]}/{should[1]}")
    return ("合计", *counts, sum(counts), _cut(plan.readiness), _cut(plan.proved), *tallies)
