"""The front of a plan in Word: cover, table of contents, and the summary with its chart and lists."""

from __future__ import annotations

from drafting.exports.plan_tables import action_rows, condition_rows, conflict_rows, figures, gap_rows, readiness_rows
from drafting.exports.word_looks import across, upright
from drafting.exports.wording import (
    FICTIONAL,
    NO_FORM,
    PROVED,
    document_title,
    percent,
    plan_title,
    target_name,
)
from drafting.plans.plan import DomainReadiness, EvidencePlan, NextTier
from drafting.word.charts import Chart
from drafting.word.document import WordDocument
from drafting.word.markup import lines, paragraph, prose, run

_READINESS = (26, *([10] * 5), 14, 18, 15, 15)

_LINE_OF_TITLE = 15
"""Signs that a line of the title takes."""


def add_cover(document: WordDocument, plan: EvidencePlan) -> None:
    """The cover and the table of contents."""
    title = _title(plan)
    room = max(1600 - 600 * (title.count("\n") - 1), 0)
    document.add(
        paragraph("CoverMark", run(f"【{FICTIONAL}】" if plan.fictional else "")),
        paragraph("Title", run(title)),
        *(
            paragraph("CoverLine", run(text))
            for text in (
                f"申报单位：{plan.company}",
                f"申报目标：{target_name(plan)}",
                f"依据文件：{document_title(plan, plan.document)}",
                f"基准日：{plan.as_of}",
            )
        ),
        paragraph("CoverNote", properties=f'<w:spacing w:before="{room}"/>'),
        paragraph("CoverNote", run(NO_FORM)),
        paragraph("CoverNote", run("状态、证据和行动由企业档案逐条推得；审查要点与材料清单是建议，不是官方评审细则。")),
    )
    document.end_cover()
    document.contents("目　录")


def _title(plan: EvidencePlan) -> str:
    """The title in lines that break between its parts: a long one is not left to break anywhere."""
    head, _, rest = plan_title(plan).partition("：")
    if len(rest) <= _LINE_OF_TITLE:
        return f"{head}：\n{rest}"
    aims = target_name(plan).split("·")
    return "\n".join((f"{head}：", *aims, rest.removeprefix(target_name(plan))))


def add_summary(document: WordDocument, plan: EvidencePlan) -> None:
    """The summary: figures, chart, conditions, gaps, actions and conflicts."""
    document.heading(1, "总览")
    document.heading(2, "就绪度")
    document.add(prose("Narrative", figures(plan)))
    document.chart(_chart("各领域就绪度", plan.domains))
    document.add(paragraph("Label", run("各领域就绪度")), upright(readiness_rows(plan.domains), _READINESS))
    document.heading(2, "申报条件与否决项")
    conditions = condition_rows(plan)
    if conditions.rows:
        document.add(upright(conditions, (18, 47, 16, 33, 24, 32)))
    else:
        document.add(lines("Narrative", "没有为这个目标列出申报条件；以当年通知为准。"))
    document.turn("across")
    document.heading(2, "缺项清单")
    gaps = gap_rows(plan)
    document.add(across(gaps, (12, 42, 16, 12, 65, 80, 20)) if gaps.rows else lines("Narrative", "没有缺项。"))
    document.turn("upright")
    _add_actions(document, plan)
    _add_next(document, plan.next)


def _chart(title: str, domains: tuple[DomainReadiness, ...]) -> Chart:
    return Chart(
        title=title,
        names=tuple(one.domain for one in domains),
        series={
            "已就绪": tuple(round(one.readiness, 4) for one in domains),
            PROVED: tuple(round(one.proved, 4) for one in domains),
        },
    )


def _add_next(document: WordDocument, following: NextTier | None) -> None:
    if following is None:
        return
    document.heading(2, f"再上一层：{following.tier_label}")
    told = (
        f"{following.tier_label}另有 {following.requirements} 条要求，按现有档案已满足 {following.met} 条，"
        f"就绪度 {percent(following.readiness)}；各领域{PROVED}见表。"
    )
    document.add(lines("Narrative", told), upright(readiness_rows(following.domains), _READINESS))


def _add_actions(document: WordDocument, plan: EvidencePlan) -> None:
    document.heading(2, "行动清单")
    actions = action_rows(plan)
    if actions.rows:
        told = (
            "按一次行动能解决的「应」的要点从多到少排列；同一件事没有在用而缺的要点，由一项行动一并解决。"
            "「19a#1,3」指要求 19a 的第 1、3 个要点。"
        )
        document.add(lines("Narrative", told), upright(actions, (10, 66, 14, 13, 53)))
    else:
        document.add(lines("Narrative", "没有要做的事。"))
    document.heading(2, "材料之间的矛盾")
    conflicts = conflict_rows(plan)
    if conflicts.rows:
        document.add(upright(conflicts, (10, 96, 50)))
    else:
        document.add(lines("Narrative", "没有发现名称、日期、金额相互矛盾的地方。"))
