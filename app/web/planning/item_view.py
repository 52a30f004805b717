"""One requirement of a plan beside the list: its source, how it is judged, its evidence, its narrative."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from app.web.language import say
from app.web.parts.cards import draw_card
from app.web.parts.source_panel import close_source, draw_source, opened_source
from app.web.planning.item_form import draw_form
from app.web.planning.place import ITEM, Place
from app.web.planning.words import ORIGIN, PRIORITY, STATUS, status_html
from drafting.exports.update_edits import Merged
from drafting.exports.wording import placeholders_in, requirement_no
from drafting.plans.narrating import PARTS
from drafting.plans.plan import Claim, EvidencePlan, EvidenceRow, Item, PointResult
from drafting.plans.statuses import OPEN

_DONE = frozenset(PARTS[1:3])
"""The parts of a narrative that tell what is done and what came of it, in the words of the profile."""


def draw_item(place: Place, merged: Merged, identifier: str) -> None:
    """Draw the requirement of an id, which the plan has."""
    plan, workspace = merged.plan, place.opened.workspace
    editable = {one.requirement.id: one for one in (*plan.items, *plan.base)}
    others = {one.requirement.id: one for other in plan.others for one in other.items}
    item = (others | editable)[identifier]
    with st.container(key="plan-item-head", horizontal=True, vertical_alignment="center", wrap=False):
        title = " ".join(part for part in (requirement_no(item.requirement), item.requirement.subdomain) if part)
        st.html(f'<h2 class="gb-aside-title">{escape(title)}</h2>')
        st.button(say("关闭"), key="plan-close", on_click=_close, type="tertiary", width="content")
    draw_card(item.requirement, workspace.titles, "plan")
    if opened_source() == identifier:
        draw_source(workspace)
    st.html(_standing_html(item))
    st.html(_section(say("判断"), "".join(_point_html(one, plan) for one in item.points), "ol"))
    st.html(_section(say("叙述"), _narrative_html(item, plan), "div"))
    evidence = "".join(map(_evidence_html, item.evidence)) or f"<li>{say('没有要另外准备的材料。')}</li>"
    st.html(_section(say("证据"), evidence, "ul"))
    if proposed := "".join(_proposed(item)):
        st.html(_section(f'{say("可一并服务")}<span class="gb-plan-mark">{say("推定")}</span>', proposed, "ul"))
    if identifier in editable:
        draw_form(place, item)


def _close() -> None:
    st.query_params.pop(ITEM, None)
    close_source()


def _section(title: str, inside: str, tag: str) -> str:
    return f'<h3 class="gb-side-title">{title}</h3><{tag} class="gb-plan-part">{inside}</{tag}>'


def _standing_html(item: Item) -> str:
    decided = (
        f'<span class="gb-plan-mark">{say("人工判断（原判断：{status}）", status=say(STATUS[item.computed]))}</span>'
        if item.computed
        else ""
    )
    facts = (
        (say("优先级"), say(PRIORITY[item.priority]) if item.gap else ""),
        (say("缺口"), item.gap),
        (say("行动"), item.action),
        (say("责任人"), item.owner or ""),
        (say("完成日期"), item.due or ""),
        (say("系统"), "、".join(f"{code} {say('已有') if held else say('没有')}" for code, held in item.systems)),
        (say("备注"), item.remark),
    )
    rows = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in facts if text)
    return f'<p class="gb-standing">{status_html(item.status)}{decided}</p><dl class="gb-facts">{rows}</dl>'


def _point_html(point: PointResult, plan: EvidencePlan) -> str:
    basis = "".join(
        f"<dt><code>{escape(path)}</code></dt><dd>{escape(plan.facts.get(path, ''))}</dd>" for path in point.basis
    )
    behind = "".join(
        f"<p><b>{name}</b>{escape(text)}</p>"
        for name, text in ((say("满足的标准："), point.passes), (say("常见退回原因："), point.rejected))
        if text
    )
    made = f'<span class="gb-plan-mark">{say("由条文生成")}</span>' if point.derived else ""
    return (
        f"<li><p>{status_html(point.status)}{escape(point.question)}{made}</p>"
        f'<p class="gb-soft">{escape(point.why)}</p>'
        f"<details><summary>{say('依据与标准')}</summary>{f'<dl>{basis}</dl>' if basis else ''}{behind}</details></li>"
    )


def _narrative_html(item: Item, plan: EvidencePlan) -> str:
    return "".join(_told(item, plan)) or f"<p>{_marked(item.narrative, item)}</p>"


def _told(item: Item, plan: EvidencePlan) -> Iterator[str]:
    part = ""
    for claim in item.sentences:
        if claim.part != part:
            part = claim.part
            yield f"<h4>{escape(part)}</h4>"
        yield _claim_html(claim, item, plan)
    for missing in item.placeholders:
        yield f'<p><mark class="gb-missing">{escape(missing)}</mark></p>'


def _claim_html(claim: Claim, item: Item, plan: EvidencePlan) -> str:
    facts = "、".join(path for path in claim.facts if path in plan.facts)
    cited = ((say(ORIGIN[claim.origin]), facts), (say("条文"), "、".join(claim.citations)))
    told = "".join(
        f"<span>{name}{f' <code>{escape(paths)}</code>' if paths else ''}</span> "
        for at, (name, paths) in enumerate(cited)
        if paths or not at
    )
    mark = f'<span class="gb-plan-mark">{say(_APART)}</span>' if contradicts(claim, item) else ""
    return f'<p>{_marked(claim.text, item)}{mark}</p><p class="gb-cited">{told}</p>'


_APART = "档案原话，与人工判断不一致"


def contradicts(claim: Claim, item: Item) -> bool:
    """Whether a sentence tells from the profile what is done, while a person judged that the requirement is not met."""
    return item.computed == "met" and item.status in OPEN and claim.origin == "composed" and claim.part in _DONE


def _marked(text: str, item: Item) -> str:
    return "".join(
        f'<mark class="gb-missing">{escape(piece)}</mark>' if missing else escape(piece).replace("\n", "<br>")
        for piece, missing in placeholders_in(text, item.placeholders)
    )


def _evidence_html(row: EvidenceRow) -> str:
    state = "met" if row.held else "gap"
    sign = say("已有") if row.held else say("待补")
    facts = [
        row.title or "", row.file or "",
        say("来源 {system}", system=row.from_system) if row.from_system else "",
        say("责任人 {owner}", owner=row.owner) if row.owner else "",
        say("须盖章") if row.seal_needed else "", say("须脱敏") if row.mask_needed else "",
        say("同 {no}", no=row.same_as) if row.same_as else "",
    ]  # fmt: skip
    return (
        f'<li><p><span class="gb-stand gb-{state}">{sign}</span><code>{escape(row.no)}</code> '
        f"<b>{escape(row.what)}</b></p><p>{escape(row.must_show)}</p>"
        f'<p class="gb-soft">{escape(" · ".join(fact for fact in facts if fact))}</p></li>'
    )


def _proposed(item: Item) -> Iterator[str]:
    for one in item.also:
        yield f"<li>{say('其他目标')} <code>{escape(one)}</code></li>"
    for one in item.requirement.national:
        yield f"<li>{say('国家典型场景')} <code>{escape(one)}</code></li>"
