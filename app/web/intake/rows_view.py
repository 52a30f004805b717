"""The rows of a file that waits: all, or those of a kind, of a tier, or with some words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from app.web.intake import desk
from app.web.intake.batch import Waiting
from app.web.intake.correcting import correction_of
from app.web.intake.rows_table import rows_html
from app.web.language import say
from app.web.parts.pick_table import draw_pick_table
from app.web.parts.plain import plain
from app.web.parts.words import KIND
from corpus.clause import Clause

FIRST_SHOWN = 150


def draw_rows(file: Waiting) -> None:
    """Draw them."""
    one = file.assessed
    assert one.arrival is not None
    rows = _of("kind", say("种类"), one.clauses, lambda row: row.kind, lambda code: say(KIND[code]))  # type: ignore[index]
    labels = {row.tier: row.tier_label or row.tier for row in one.clauses if row.tier}
    rows = _of("tier", say("等级"), rows, lambda row: row.tier or "", lambda code: labels.get(code, say("不分等级")))
    words = st.text_input(say("条目里的字"), key=f"rows-words:{file.number}").strip()
    rows = [row for row in rows if words in row.plain or words in row.text] if words else rows
    if not rows:
        st.html(f'<p class="gb-quiet">{say("没有这样的条目，可以放宽上面的限定。")}</p>')
        return
    st.html(f'<p class="gb-quiet">{say("点一条，看它在原文里的位置，并更正它的种类、等级或用词。")}</p>')
    flag = f"rows-all:{file.number}"
    shown = rows if st.session_state.get(flag) else rows[:FIRST_SHOWN]
    page_at = one.arrival.shape.page_at
    html = rows_html(one.text, shown, page_at, lambda row: correction_of(one.given, row, one.clauses) is not None)
    draw_pick_table(html, desk.place(), f"rows:{file.number}", desk.show)
    if len(shown) < len(rows):
        rest = say("显示其余 {count} 条", count=len(rows) - len(shown))
        st.button(rest, key=f"more-rows:{file.number}", on_click=_show_all, args=(flag,))


def _of(
    name: str, label: str, rows: Sequence[Clause], value: Callable[[Clause], str], shown: Callable[[str], str]
) -> Sequence[Clause]:
    """Pills with the number of rows of each value; the rows of those chosen, or all."""
    counts = Counter(map(value, rows))
    key = f"rows-{name}"
    if len(counts) < 2:
        return rows
    st.session_state[key] = [code for code in st.session_state.get(key) or [] if code in counts]
    chosen = st.pills(
        label, list(counts), selection_mode="multi", key=key, wrap=True,
        format_func=lambda code: f"{plain(shown(code))} {counts[code]}",
    )  # fmt: skip
    return [row for row in rows if value(row) in chosen] if chosen else rows


def _show_all(flag: str) -> None:
    st.session_state[flag] = True
