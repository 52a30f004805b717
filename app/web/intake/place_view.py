"""Beside a file that waits: a row or a fact in its source, and what a person corrects of the row."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from app.web.intake import desk
from app.web.intake.actions import revise
from app.web.intake.batch import Waiting
from app.web.intake.correcting import RowChange, correction_of, with_row
from app.web.intake.place import place_told, stretch_html
from app.web.intake.running import busy
from app.web.intake.words import FACT
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.provenance import list_html
from app.web.parts.words import FORCE_MEANING, KIND
from corpus.clause import Clause
from corpus.holdings.record import FactName
from drafting.wording import FORCE_WORDS

_FACT = "fact:"


def has_place(file: Waiting | None) -> bool:
    """Whether something of the open file is shown in its source."""
    return file is not None and _stretch(file) is not None


def draw_place(opened: Opened, file: Waiting) -> None:
    """Draw it."""
    found = _stretch(file)
    one = file.assessed
    if found is None or one.arrival is None:
        return
    start, end = found
    with st.container(key="source-head", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<h3 class="gb-aside-title">{escape(say("原文：{file}", file=one.file))}</h3>')
        st.button(say("关闭"), key="close-place", on_click=desk.shut, type="tertiary", width="content")
    st.html(stretch_html(one.text, start, end))
    row = _row(file)
    facts = [(say("位置"), place_told(one.text, one.arrival.shape, start, end))]
    if row is not None:
        facts.insert(0, (say("标题链"), " › ".join(row.path) or say("（无上级标题）")))
        facts.append((say("条目"), say("{id}，切分规则 {rule}", id=row.id, rule=row.rule)))
    st.html(list_html(facts))
    if row is not None and one.record is not None:
        _draw_correction(opened, file, row)


def _stretch(file: Waiting) -> tuple[int, int] | None:
    at, facts = desk.place() or "", file.assessed.facts
    if at.startswith(_FACT):
        names: dict[str, FactName] = {str(name): name for name in FACT}
        name = names.get(at.removeprefix(_FACT))
        place = facts.place_of(name) if facts is not None and name is not None else None
        return (place.start, place.end) if place is not None else None
    row = _row(file)
    return (row.start, row.end) if row is not None else None


def _row(file: Waiting) -> Clause | None:
    return next((row for row in file.assessed.clauses if row.id == desk.place()), None)


def _draw_correction(opened: Opened, file: Waiting, row: Clause) -> None:
    one = file.assessed
    assert one.assessment is not None
    before = correction_of(one.given, row, one.clauses)
    name = f"{file.number}:{row.id}"
    st.html(f'<h4 class="gb-side-title">{say("更正这一条")}</h4>')
    with st.form(f"correct:{name}", border=True):
        kinds = list(KIND)
        kind = st.selectbox(
            say("种类"),
            kinds,
            kinds.index(row.kind),
            format_func=lambda code: say(KIND[code]),
            key=f"kind:{name}:{row.kind}",
        )
        tiers = ["", *dict.fromkeys([*(tier.name for tier in one.assessment.tiers), row.tier_label or ""])]
        tiers = list(dict.fromkeys(tiers))
        tier = st.selectbox(
            say("等级（文本里的叫法）"), tiers, tiers.index(row.tier_label or ""), key=f"tier:{name}:{row.tier_label}",
            format_func=lambda code: code or say("不分等级"), accept_new_options=True,
        )  # fmt: skip
        forces = ["", *FORCE_MEANING]
        force = st.selectbox(say("用词"), forces, key=f"force:{name}:{row.forces}", format_func=_force_told)
        ignored = st.checkbox(say("不属于正文（导航、按钮之类）"), bool(before and before.ignore), key=f"ignore:{name}")
        submitted = st.form_submit_button(say("更正"), disabled=busy())
    changes: dict[RowChange, Any] = {}
    if kind != row.kind:
        changes["kind"] = kind
    if (tier or "") != (row.tier_label or ""):
        changes["tier"] = tier or None
    if force:
        changes["force"] = force
    if ignored != bool(before and before.ignore):
        changes["ignore"] = ignored
    if submitted and changes:
        revise(opened, file.number, with_row(one.given, row, one.clauses, changes))
        st.rerun()
    if before is not None:
        st.button(
            say("撤销对这一条的更正"), key=f"undo:{name}", on_click=revise, disabled=busy(), type="tertiary",
            args=(opened, file.number, with_row(one.given, row, one.clauses, {})),
        )  # fmt: skip


def _force_told(code: str) -> str:
    if not code:
        return say("照读出的")
    word = FORCE_WORDS.get(code)  # type: ignore[call-overload]
    meaning = say(FORCE_MEANING[code])  # type: ignore[index]
    return say("{word}（{meaning}）", word=word, meaning=meaning) if word else meaning
