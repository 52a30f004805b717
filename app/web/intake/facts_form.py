"""A file's facts, each with the place where it was read, for a person to mend."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from app.web.intake import desk
from app.web.intake.actions import revise
from app.web.intake.batch import Waiting
from app.web.intake.correcting import FACTS, with_facts
from app.web.intake.running import busy
from app.web.intake.words import FACT
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.words import LEVEL
from corpus.holdings.record import FactName

_SHORT = 60


def draw_facts(opened: Opened, file: Waiting) -> None:
    """Draw the form; a file that comes with the product has facts of its own, which nobody changes."""
    one = file.assessed
    if one.record is None or one.facts is None:
        st.html(f'<p class="gb-quiet">{say("这份文件随产品提供，信息不能改。")}</p>')
        return
    st.html(f'<p class="gb-quiet">{say(_HOW)}</p>')
    with st.form(f"facts-{file.number}", border=True):
        sides = st.columns(2)
        told: dict[FactName, Any] = {}
        for place, name in enumerate(FACTS):
            with sides[place % 2]:
                told[name] = _field(file, name, getattr(one.record, name))
        identifier = st.text_input(say("编号"), value=one.id or "", key=_key(file, "id"), help=say(_ID_HELP))
        if st.form_submit_button(say("改用这些信息"), disabled=busy()):
            given = with_facts(one.given, one.facts, told)
            wanted = identifier.strip()
            if wanted and wanted != one.id:
                given = replace(given, id=wanted)
            revise(opened, file.number, given)
            st.rerun()
    _draw_places(file)


_HOW = "读出的信息可以改；清空一项，就是说文本没有写。改过的会随文件一起保存，以后重读也有效。"
_ID_HELP = "小写字母、数字和连字符。写库里已有的编号，就是作为那份文件的新版。"


def _field(file: Waiting, name: FactName, value: object) -> object:
    key = _key(file, name)
    if name == "year":
        return st.number_input(say(FACT[name]), 1949, 2199, value, key=key, placeholder=say("文本未写明"))  # type: ignore[call-overload]
    if name == "level":
        options = [None, *LEVEL]
        index = options.index(str(value)) if value in LEVEL else 0
        return st.selectbox(
            say(FACT[name]), options, index, key=key,
            format_func=lambda code: say(LEVEL[code]) if code else say("文本未写明"),
        )  # fmt: skip
    text = st.text_input(say(FACT[name]), value=str(value or ""), key=key, placeholder=say("文本未写明"))
    return text.strip() or None


def _key(file: Waiting, name: str) -> str:
    """A field's name; it is a new field where what was said has changed, and shows what is known then."""
    record = file.assessed.record
    shown = file.assessed.id if name == "id" else getattr(record, name)
    return f"fact:{file.number}:{name}:{shown}"


def _draw_places(file: Waiting) -> None:
    one = file.assessed
    assert one.facts is not None
    st.html(f'<h4 class="gb-side-title">{say("在哪里读到")}</h4>')
    with st.container(key="intake-places", gap="xsmall"):
        for name in FACTS:
            at = one.facts.place_of(name)
            if at is None:
                continue
            words = " ".join(one.text[at.start : at.end].split())
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                short = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
                st.html(f'<div class="gb-place">{say(FACT[name])}{say("：")}“{escape(short)}”</div>')
                st.button(
                    say("看原文"), key=f"see:{file.number}:{name}", on_click=desk.show, args=(f"fact:{name}",),
                    type="tertiary", width="content",
                )  # fmt: skip
    told = say("年份的依据：{basis}", basis=one.record.year_basis if one.record else "")
    st.html(f'<p class="gb-quiet">{escape(told)}</p>')
