"""The first step: a template to fill, a filled profile to upload, or the profile filled in the page."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.planning import Aim, highest, read_aim
from app.project_plans import example_profile, template
from app.projects import PROFILE_ENDINGS
from app.web.language import say
from app.web.planning.answers_form import draw_answers
from app.web.planning.choosing import choose
from app.web.planning.held import profile_now
from app.web.planning.place import Place, attempt, reached, remount, told
from app.web.planning.profile_form import draw_section
from app.web.planning.words import section_name
from drafting.profiles.sections import Profile, sections
from drafting.profiles.tree import LARGEST_FILE

PART = "part"
_UPLOAD = "plan-profile"
_START = "start"
_ANSWERS = "practices"


def draw_profile(place: Place) -> None:
    """Draw the step."""
    profile = profile_now(place)
    st.html(_told_html(profile))
    if profile is None:
        _draw_examples(place)
    with st.expander(say("下载模板、上传档案"), expanded=profile is None):
        _draw_templates(place)
        _draw_upload(place)
    st.html(f'<h3 class="gb-side-title">{say("在页面上填写")}</h3>')
    _draw_parts(place, profile)


def _told_html(profile: Profile | None) -> str:
    if profile is None:
        what = say("还没有档案。可以下载模板填好再上传，也可以直接在下面填写；没有的留空，留空的算待确认，从不算满足。")
        return f'<p class="gb-said">{what}</p>'
    fictional = f'<span class="gb-plan-mark">{say("虚构示例")}</span>' if profile.profile.fictional else ""
    counted = "".join(
        f"<li>{escape(section_name(key))} <b>{len(getattr(profile, key))}</b></li>"
        for key, _, _, many in sections()
        if many and getattr(profile, key)
    )
    head = say("{company}，基准日 {day}", company=profile.company.name, day=profile.profile.as_of)
    return f'<p class="gb-said"><b>{escape(head)}</b>{fictional}</p><ul class="gb-counts">{counted}</ul>'


def _aim(place: Place) -> Aim:
    workspace = place.opened.workspace
    if place.state.target:
        return read_aim(workspace, place.state.target, place.state.also)
    return Aim(highest(workspace))


def _draw_templates(place: Place) -> None:
    workspace = place.opened.workspace
    with st.container(horizontal=True, vertical_alignment="center"):
        for ending, name in ((".xlsx", "Excel"), (".yaml", "YAML")):
            st.download_button(
                say("空白模板（{form}）", form=name),
                lambda ending=ending: template(workspace, _aim(place), ending),  # type: ignore[misc]
                file_name=f"{say('企业档案')}{ending}",
                key=f"plan-template-{ending}",
                on_click="ignore",
            )


def _draw_examples(place: Place) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        for name, title in (("discrete", "载入示例：离散型"), ("process", "载入示例：流程型")):
            st.button(say(title), key=f"plan-load-{name}", on_click=_load, args=(place, name))


def _load(place: Place, name: str) -> None:
    def work() -> int:
        content = example_profile(place.opened.workspace, name, _aim(place), ".yaml")
        return place.project.keep_profile(content, ".yaml", place.state.revision)

    _kept(place, attempt(work))


def _draw_upload(place: Place) -> None:
    with st.container(key="plan-dropping"), st.form("plan-upload-form", border=False, clear_on_submit=True):
        st.file_uploader(
            say(
                "填好的档案：{endings}，最大 {size} MB", endings="、".join(PROFILE_ENDINGS), size=LARGEST_FILE // 2**20
            ),
            type=[ending.removeprefix(".") for ending in PROFILE_ENDINGS],
            key=_UPLOAD,
            max_upload_size=LARGEST_FILE // 2**20,
        )
        again = say("上传并替换现有档案") if place.project.folder.has_profile else say("上传")
        st.form_submit_button(again, on_click=_take, args=(place,))


def _take(place: Place) -> None:
    held = st.session_state.get(_UPLOAD)
    if held is None:
        told(say("请先选一个文件。"))
        return
    ending = f".{held.name.rpartition('.')[2]}"
    _kept(place, attempt(lambda: place.project.keep_profile(held.getvalue(), ending, place.state.revision)))


def _kept(place: Place, revision: int | None) -> None:
    if revision is not None:
        reached(place, revision)
        remount()
        told(say("档案已保存在项目里。下一步选目标。"))


def _draw_parts(place: Place, profile: Profile | None) -> None:
    parts = [_START, *(key for key, _, _, many in sections() if many)] if profile else [_START]
    part = choose("部分", PART, parts, lambda one: _part_name(one, profile), listed=True)
    if part == _ANSWERS and profile is not None:
        draw_answers(place, profile, _aim(place))
    else:
        draw_section(place, profile, ("profile", "company") if part == _START else (part,))


def _part_name(part: str, profile: Profile | None) -> str:
    if part == _START:
        return say("企业基本情况")
    count = len(getattr(profile, part)) if profile else 0
    return f"{section_name(part)}（{count}）" if count else section_name(part)
