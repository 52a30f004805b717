"""What an enterprise must know beside a printed form: the document's standing, what is odd in it, what was not done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.clause import Clause
from corpus.manifest import Meta
from drafting.forms.layout import Layout
from drafting.forms.sources import Known
from drafting.profiles.fields import span

_DIGITS = "零一二三四五六七八九十"
_PRINTED_YEAR = re.compile(r"(?<!\d)(\d{4})年")


def notes_of(layout: Layout, printed: Sequence[Clause], meta: Meta, known: Known) -> tuple[str, ...]:
    """The notes of one form.

    Args:
        layout: The form's layout with its own notes.
        printed: Every printed row of the annex, in order.
        meta: The document's facts.
        known: What the form was filled from.
    """
    return (
        *_standing(meta),
        *_project(known),
        *_unfinished(layout, known),
        *_gaps(printed),
        *_years(printed, known),
        *layout.notes,
    )


def _standing(meta: Meta) -> Iterator[str]:
    standing = f"（{meta.status}）" if meta.status and meta.status not in meta.title else ""
    yield (
        f"本表照《{meta.title}》{standing}的附件排印，不是正式表式；申报时以主管部门当年公告和正式表式为准。"
        f"该文件年份：{meta.year or '未知'}（{meta.year_basis}）。"
    )
    yield "各栏只填企业档案所载事实；档案没有写的，用【需企业补充：…】标出，补齐并核对后才能使用。"


def _project(known: Known) -> Iterator[str]:
    marked = sum(1 for one in known.profile.projects if one.applied)
    if known.project is None:
        yield f"档案里标明“申报项目”的项目有 {marked} 个，应当正好 1 个；与项目有关的栏目因此没有填。"
    elif known.track is None:
        kind = known.project[1].kind
        said = f"写的是“{kind}”，与所印类型对不上" if kind else "没有写"
        yield f"申报项目的项目类型{said}；类型没有勾选，也没有核对门槛。"
    if known.project is not None and known.investment is None:
        yield "档案里没有申报项目的投资台账；与金额有关的栏目和门槛没有算。"


def _unfinished(layout: Layout, known: Known) -> Iterator[str]:
    if not layout.finished or known.project is None or known.project[1].end is None:
        return
    end, day = known.project[1].end, known.profile.profile.as_of
    if span(end)[1] > span(day)[1]:
        yield f"竣工时间 {end} 在档案基准日 {day} 之后，项目还没有完成；本表只能作验收准备，成效要在竣工后重填。"


def _gaps(printed: Sequence[Clause]) -> Iterator[str]:
    """Jumps in the printed numbers of the parts."""
    parts = [one for one in printed if one.kind == "heading" and one.label and one.label in _DIGITS]
    for one, after in pairwise(parts):
        absent = _DIGITS[_DIGITS.index(one.label or "") + 1 : _DIGITS.index(after.label or "")]
        if absent:
            yield f"所印编号由“{one.label}”跳到“{after.label}”，原文没有{'、'.join(absent)}，本表照印，不补编。"


def _years(printed: Sequence[Clause], known: Known) -> Iterator[str]:
    """Years that the form prints, against the years that the profile has figures of."""
    years = dict.fromkeys(found for one in printed for found in _PRINTED_YEAR.findall(one.text))
    held = sorted({span(one.year)[0].year for one in known.profile.finances})
    for year in years:
        others = "、".join(str(one) for one in held if one != int(year))
        yield f"“{year}年”为文件所印，照印不改；申报时的年度以当年公告为准。"
        if others and _asks_figures(printed, year):
            yield f"档案里另有 {others} 年的经营数据，没有代入“{year}年”一栏。"


def _asks_figures(printed: Sequence[Clause], year: str) -> bool:
    """Whether the year is the name of a row of its own."""
    return any(one.plain == f"{year}年" for one in printed)
