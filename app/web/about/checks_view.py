"""The checks of the build: the last report, with when it was made, and the way to make them now."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from app.check_reports import CheckReport, CheckReports, report_on
from app.checking import CHECKS, Checker, Outcome
from app.console import LAYER_ERRORS
from app.web.jobs import Advance, Job
from app.web.language import language_now, say
from app.web.opened import Opened
from app.web.parts.errors import draw_error
from app.web.parts.job_view import draw_job
from kg.checks.verdict import Said

_JOB = "about-checking"
_FAILED = "about-check-failed"
_MANY = 20
_NAMES = {
    "provenance": "引文与出处",
    "shacl": "图谱的形状（SHACL）",
    "reasoner": "本体推理",
    "vocabularies": "词表",
    "mappings": "国家映射",
    "alignments": "条款对齐",
    "indexes": "索引",
    "ontology": "本体",
}
_SAID = (
    "检查引文是否与存档文本逐字相符，图谱是否完整、无矛盾，索引是否与条款一致。形状和推理两项较慢，全部做完要几分钟；"
    "取消在当前一项结束后生效。终端里的同一命令是 gongbiao check。"
)


def draw_checks(opened: Opened) -> None:
    """Draw them."""
    _settle(opened)
    st.html(f'<h2 class="gb-title">{say("检查")}</h2><p class="gb-said">{say(_SAID)}</p>')
    report = _reports(opened).find()
    build = opened.workspace.snapshot.manifest.hash
    job: Job[CheckReport] | None = st.session_state.get(_JOB)
    if job is not None:
        draw_job(job, "checks")
    else:
        again = report is not None and report.build == build
        st.button(
            say("重新检查") if again else say("现在检查"), key="check-now", on_click=_begin, args=(opened,),
            type="secondary" if again else "primary",
        )  # fmt: skip
    if (error := st.session_state.get(_FAILED)) is not None:
        draw_error(error)
    if report is None:
        st.html(f'<p class="gb-quiet">{say("这个数据目录还没有检查过。")}</p>')
    elif report.build != build:
        st.html(f'<p class="gb-quiet">{say("上次检查的是另一次构建，标准库此后变过，请重新检查。")}</p>')
    else:
        st.html(report_html(report))


def _begin(opened: Opened) -> None:
    workspace, reports = opened.workspace, _reports(opened)
    settings, snapshot = workspace.settings, workspace.snapshot

    def work(advance: Advance) -> CheckReport:
        def named(stage: str, done: int, total: int) -> None:
            advance(_NAMES[stage], done, total)

        report = report_on(snapshot.manifest.hash, Checker.of(snapshot, settings.data, settings.unattended), named)
        reports.keep(report)
        return report

    st.session_state[_FAILED] = None
    st.session_state[_JOB] = opened.jobs.start(work)


def _settle(opened: Opened) -> None:
    job: Job[Any] | None = st.session_state.get(_JOB)
    if job is None or not job.done():
        return
    st.session_state[_JOB] = None
    try:
        job.result()
    except LAYER_ERRORS as error:
        st.session_state[_FAILED] = error


def _reports(opened: Opened) -> CheckReports:
    return CheckReports(opened.workspace.settings.data / "checks")


def report_html(report: CheckReport) -> str:
    """What all checks said, as safe HTML."""
    when = f"{report.when.astimezone():%Y-%m-%d %H:%M}"
    failed = sum(not one.check.ok for one in report.outcomes)
    all_well = say("全部 {count} 项通过。", count=len(report.outcomes))
    told = say("{count} 项不通过。", count=failed) if failed else all_well
    heads = "".join(f'<th scope="col">{say(name)}</th>' for name in ("检查", "结果", "详情"))
    seconds = f'<th scope="col" class="gb-ab-number">{say("秒")}</th>'
    rows = "".join(_row(one) for one in report.outcomes)
    return (
        f'<p class="gb-said"><b>{told}</b> {say("检查于 {when}", when=when)}</p>'
        f'<table class="gb-ab-table"><thead><tr>{heads}{seconds}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(one: Outcome) -> str:
    check = one.check
    badge = ("ok", "✓ ", say("通过")) if check.ok else ("bad", "✗ ", say("不通过"))
    name = _NAMES[check.name] if check.name in CHECKS else check.name
    detail = escape(check.detail.in_language(language_now()))
    return (
        f'<tr><th scope="row">{escape(say(name))}</th>'
        f'<td><span class="gb-ab-state gb-ab-{badge[0]}">{badge[1]}{badge[2]}</span></td>'
        f"<td>{detail}{_listed(check.findings)}{_folded(check.remarks)}</td>"
        f'<td class="gb-ab-number">{one.seconds:.1f}</td></tr>'
    )


def _folded(remarks: Sequence[Said]) -> str:
    if not remarks:
        return ""
    return f"<details><summary>{say('留意 {count} 处', count=len(remarks))}</summary>{_listed(remarks)}</details>"


def _listed(sentences: Sequence[Said]) -> str:
    if not sentences:
        return ""
    lines = [escape(one.in_language(language_now())) for one in sentences[:_MANY]]
    lines += [say("……共 {count} 处", count=len(sentences))] if len(sentences) > _MANY else []
    return f'<ul class="gb-notes">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
