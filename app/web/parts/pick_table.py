"""A table or list of our own making whose cells can be chosen: HTML with ``data-pick`` on its buttons.

Streamlit's own grid is drawn on a canvas, without headings over groups of rows, and reads poorly to assistive software.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

_SCRIPT = """
export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const root = parentElement.querySelector(".gb-pick");
  if (root.dataset.shown !== data.html) {
    const at = root.contains(document.activeElement) ? document.activeElement.dataset.pick : undefined;
    const kept = [...root.querySelectorAll("[data-keep]")].filter((one) => one.open || one.checked);
    root.innerHTML = data.html;
    root.dataset.shown = data.html;
    for (const one of root.querySelectorAll("[data-keep]")) {
      if (kept.some((before) => before.dataset.keep === one.dataset.keep)) one.open = one.checked = true;
    }
    if (at !== undefined) [...root.querySelectorAll("[data-pick]")].find((one) => one.dataset.pick === at)?.focus();
  }
  for (const button of root.querySelectorAll("[data-pick]")) {
    if (data.chosen !== null) button.setAttribute("aria-pressed", String(button.dataset.pick === data.chosen));
  }
  root.onclick = (event) => {
    const button = event.target.closest("[data-pick]");
    if (button) setTriggerValue("picked", button.dataset.pick);
  };
}
"""


def draw_pick_table(
    html: str, chosen: str | None, key: str, on_pick: Callable[[str], None], *, several: bool = False
) -> None:
    """Draw it; where it is drawn anew, the button that was in focus stays so, and what has ``data-keep`` stays open.

    Args:
        html: Safe HTML: every text of a document in it is escaped.
        chosen: The value of the cell that is shown as chosen.
        key: Names it among the page's elements.
        on_pick: Called with the value of the cell that was clicked.
        several: Whether several can be chosen; the HTML then says which are, by ``aria-pressed``.
    """

    def picked() -> None:
        value = getattr(st.session_state.get(key), "picked", None)
        if value:
            on_pick(str(value))

    mount = st.components.v2.component(
        "gongbiao_pick_table", html='<div class="gb-pick"></div>', js=_SCRIPT, isolate_styles=False
    )
    mount(data={"html": html, "chosen": None if several else chosen or ""}, key=key, on_picked_change=picked)
