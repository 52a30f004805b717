"""What was built and what it brought, point by point as the form asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.forms.form import Filled
from drafting.forms.gained import Gains, gained
from drafting.forms.there import THERE, base, with_state
from drafting.profiles.capability_rows import System
from drafting.profiles.company_rows import Project
from drafting.profiles.fields import span
from drafting.profiles.sections import Profile

_BEGUN = {"in_use": "投用的系统", "trial": "开始试运行的系统（尚未正式投用）", "building": "在建的系统（尚未投用）"}
_ITEM = re.compile(r"(?m)^\s*(\d)、\s*(.+)$")


def built_and_gained(profile: Profile, applied: tuple[int, Project] | None, printed: str, gains: Gains) -> Filled:
    """The facts under each point that the form prints.

    Args:
        profile: The enterprise.
        applied: The project with its index.
        printed: The printed hint with its points 1、2、3、.
        gains: What the gains must name; those that the hint does not print are left out.
    """
    parts = (
        base(profile),
        _work(profile, applied),
        gained(profile, applied, {gain: words for gain, words in gains.items() if gain in printed}),
    )
    heads = [found[1] for found in _ITEM.finditer(printed)] or [str(number + 1) for number in range(len(parts))]
    said = "\n".join(f"{head}、{part.said or '（档案没有写）'}" for head, part in zip(heads, parts, strict=False))
    return Filled(
        said if any(part.said for part in parts) else "",
        tuple(one for part in parts for one in part.missing),
        tuple(one for part in parts for one in part.basis),
    )


def _work(profile: Profile, applied: tuple[int, Project] | None) -> Filled:
    """What the project did, and the systems: those that began with it one by one, earlier ones by name."""
    content, start = (applied[1].content, applied[1].start) if applied else (None, None)
    rows = [(index, one) for index, one in enumerate(profile.systems) if one.state in THERE]
    later = [one for _, one in rows if start and one.since and span(one.since)[0] >= span(start)[0]]
    earlier = [one for _, one in rows if one not in later]
    told = [
        content or "",
        *(f"项目开工后{said}：{'、'.join(named)}" for said, named in _since_start(later)),
        f"{'其他系统' if later else '系统'}：{'、'.join(with_state(one) for one in earlier)}" if earlier else "",
    ]
    missing = (() if content else ("数字化制造及平台化服务建设内容",)) + (() if rows else ("系统使用情况",))
    basis = (f"projects[{applied[0]}].content",) if applied and content else ()
    return Filled(
        "\n".join(part for part in told if part), missing, (*basis, *(f"systems[{index}]" for index, _ in rows))
    )


def _since_start(systems: Sequence[System]) -> Iterator[tuple[str, list[str]]]:
    """What began with the project: in use is one thing, on trial and being built are others."""
    for state, said in _BEGUN.items():
        named = [f"{one.name}（{one.since}）" for one in systems if one.state == state]
        if named:
            yield said, named
