"""What a project brought: its own effects, and the enterprise's figures only where they can be of the time after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.forms.form import Filled
from drafting.profiles.capability_rows import Measure
from drafting.profiles.company_rows import Project
from drafting.profiles.fields import span
from drafting.profiles.sections import Profile

Gains = Mapping[str, Sequence[str]]
"""What a form asks the gains to name, each with patterns of the words that tell of it."""

_CHANGE = re.compile("提升|提高|增长|降低|下降|减少|缩短")
_TIME = re.compile(r"\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?|年)?")
_PARTS = re.compile("[；。\n]")


def gained(profile: Profile, applied: tuple[int, Project] | None, gains: Gains) -> Filled:
    """What the project brought.

    Args:
        profile: The enterprise.
        applied: The project with its index.
        gains: What the gains must name.
    """
    effects = applied[1].effects if applied else None
    told, missing = [effects] if effects else [], [] if effects else ["社会效益和经济效益"]
    basis = [f"projects[{applied[0]}].effects"] if applied and effects else []
    done = applied is None or finished(profile, applied[1])
    for gain, words in gains.items():
        found = re.compile("|".join(words))
        rows = [(index, one) for index, one in enumerate(profile.measures) if found.search(one.name)] if done else []
        rows = [(index, one) for index, one in rows if applied is None or _after(one, applied[1])]
        said = list(_practised(profile, applied, found)) if applied and done else []
        basis += [*(f"measures[{index}]" for index, _ in rows), *(path for path, _ in said)]
        told += [f"{gain}方面的企业指标：{'；'.join(_measured(one) for _, one in rows)}"] if rows else []
        told += [f"{gain}方面的做法成效（问卷所载）：{'；'.join(text for _, text in said)}"] if said else []
        own = any(found.search(part) and re.search(r"\d", part) for part in _PARTS.split(effects or ""))
        if not rows and not said and not own:
            missing.append(f"{gain}的数据（{'' if done else '竣工后补，'}改造前后、统计期、来源）")
        missing += [f"指标“{one.name}”的{what}" for _, one in rows for what in _unsaid(one)]
    return Filled("\n".join(told), tuple(missing), tuple(dict.fromkeys(basis)))


def finished(profile: Profile, project: Project) -> bool:
    """Whether a project is in use and its end, where one is written, has come by the profile's day."""
    ended = project.end is None or span(project.end)[1] <= span(profile.profile.as_of)[1]
    return project.state == "in_use" and ended


def _after(one: Measure, project: Project) -> bool:
    """Whether an indicator can be of the time after the project: one of an earlier period tells of something else."""
    last = _last_day(one.period)
    return project.end is None or last is None or last >= span(project.end)[0].toordinal()


def _last_day(period: str | None) -> int | None:
    """The last day of a period as it is written (``2025-01至2025-12``, ``2025年``); None where none is found."""
    times = [found[0] for found in _TIME.finditer(period or "")]
    try:
        return span(times[-1])[1].toordinal() if times else None
    except ValueError:
        return None


def _practised(profile: Profile, applied: tuple[int, Project], words: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Effects with figures of what came into use with the project, as the answers tell them, once each."""
    start, seen = applied[1].start, set[str]()
    for index, one in enumerate(profile.practices):
        if one.state != "in_use" or not (start and one.since) or span(one.since)[0] < span(start)[0]:
            continue
        for part in _PARTS.split(one.effect or ""):
            text = part.strip()
            if words.search(text) and re.search(r"\d", text) and text not in seen:
                seen.add(text)
                yield f"practices[{index}].effect", f"{text}（{one.since} 起）"


def _measured(one: Measure) -> str:
    unit = one.unit or ""
    now = f"{one.name} {one.value}{unit}{f'（{one.period}）' if one.period else ''}"
    if one.baseline is None:
        return now
    return f"{now}，基期 {one.baseline}{unit}{f'（{one.baseline_period}）' if one.baseline_period else ''}"


def _unsaid(one: Measure) -> Iterator[str]:
    if one.baseline is None and not _CHANGE.search(one.name):
        yield "基期数值"
    if one.period is None:
        yield "统计期"
