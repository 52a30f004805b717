"""Sections of a profile filled in the page: a form for what is there once, a table for what is there many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from app.web.language import say
from app.web.planning.place import Place, attempt, mount, reached, remount, seen, told
from app.web.planning.words import field_name, section_name
from drafting.profiles.form_rows import Cells, filled, profile_json, rows_of
from drafting.profiles.rows import Row
from drafting.profiles.sections import Profile, sections
from drafting.profiles.slots import Slot, slots

_KINDS: Mapping[str, tuple[type[Row], bool]] = {key: (kind, many) for key, _, kind, many in sections()}
_YES_NO = ("是", "否")
_LONG = frozenset({"text", "words"})


def draw_section(place: Place, profile: Profile | None, parts: Sequence[str]) -> None:
    """Draw sections with the button that keeps them.

    Args:
        place: The project.
        profile: Its profile; None for none yet.
        parts: The sections' keys: several that are there once, or one that is there many times.
    """
    with st.form(f"plan-form-{parts[0]}-{mount()}", border=True, enter_to_submit=False):
        rows = {part: _draw_many(part, profile) if _KINDS[part][1] else [_draw_once(part, profile)] for part in parts}
        kept = st.form_submit_button(say("保存"), type="primary")
    if kept:
        keep_rows(place, profile, rows)
        st.rerun()


def keep_rows(place: Place, profile: Profile | None, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Keep sections of a profile as a form now holds them; what is wrong is said, and the form stays as it is."""

    def work() -> int:
        content = profile_json(filled(profile, rows))
        return place.project.keep_profile(content, ".json", seen(place))

    revision = attempt(work)
    if revision is not None:
        reached(place, revision)
        remount()
        told(say("已保存。"))


def _draw_once(part: str, profile: Profile | None) -> dict[str, object]:
    held: Cells = next(iter(rows_of(profile, part)), {})
    st.html(f'<h4 class="gb-side-title">{section_name(part)}</h4>')
    given: dict[str, object] = {}
    columns = st.columns(2)
    for number, slot in enumerate(_shown(part)):
        with columns[number % 2]:
            given[slot.key] = _draw_field(slot, held.get(slot.key), f"plan-{part}-{slot.key}-{mount()}")
    return given


def _shown(part: str) -> Sequence[Slot]:
    """The fields that people fill; what a file alone needs is left as it is preset."""
    return [slot for slot in slots(_KINDS[part][0]) if slot.key != "format"]


def _draw_field(slot: Slot, value: str | None, key: str) -> str | None:
    choices = offered(slot)
    if choices:
        index = choices.index(value) if value in choices else None
        return st.selectbox(
            field_name(slot), choices, index=index, key=key, help=slot.description or None, placeholder=say("未填")
        )
    return st.text_input(field_name(slot), value or "", key=key, placeholder=slot.description or None)


def offered(slot: Slot) -> list[str]:
    """The values that a field offers, as people write them; none for any."""
    return list(_YES_NO) if slot.kind == "yes" else list(slot.choices.values())


def _draw_many(part: str, profile: Profile | None) -> list[dict[str, object]]:
    listed = slots(_KINDS[part][0])
    held = rows_of(profile, part)
    description = Profile.model_fields[part].description
    how = say("一行一条；最后一行可以添加，选中左侧可以删除。带 * 的必填。")
    st.html(f'<p class="gb-said">{how}{description or ""}</p>')
    shown = {slot.key: [row[slot.key] for row in held] for slot in listed}
    edited: Any = st.data_editor(
        shown,
        num_rows="dynamic",
        hide_index=True,
        placeholder="",
        column_config={slot.key: column_of(slot) for slot in listed},
        key=f"plan-many-{part}-{mount()}",
        alt=section_name(part),
    )
    return rows_in(edited, [slot.key for slot in listed])


def column_of(slot: Slot) -> Any:
    """How a field shows as a column."""
    choices = offered(slot)
    tip = slot.description or None
    if choices:
        return st.column_config.SelectboxColumn(field_name(slot), options=choices, help=tip, width="small")
    width: Literal["medium", "small"] = "medium" if slot.kind in _LONG else "small"
    return st.column_config.TextColumn(field_name(slot), help=tip, width=width)


def rows_in(edited: Mapping[str, Sequence[object]], keys: Sequence[str]) -> list[dict[str, object]]:
    """The rows of an edited table, column by column as it is given back."""
    columns = [list(edited[key]) for key in keys]
    return [dict(zip(keys, map(_plain, row), strict=True)) for row in zip(*columns, strict=True)]


def _plain(value: object) -> object:
    """A cell's text; what an empty cell of a table holds is nothing."""
    return value if isinstance(value, str) else None
