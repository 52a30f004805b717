"""Whether a row of the profile holds by itself: in use, issued and still valid, held or set up by the profile's day."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.plans.ground import Ground
from drafting.plans.usage import judge_state
from drafting.plans.verdict import Judged, join
from drafting.profiles.capability_rows import Equipment, Paper, Training, Unit
from drafting.profiles.company_rows import Certificate, Project
from drafting.profiles.rows import Row, Used

_DATED: Mapping[type[Row], tuple[str, str]] = {
    Paper: ("issued", "发布日期"),
    Certificate: ("issued", "颁发日期"),
    Training: ("held", "时间"),
    Unit: ("since", "设立日期"),
}
_CALLED = ("name", "title", "topic", "matter", "standard")


def called(row: Row, path: str) -> str:
    """What a row is called; its path where it has no name."""
    return next((str(name) for key in _CALLED if (name := getattr(row, key, None))), path)


def standing(row: Row, path: str, ground: Ground) -> Judged:
    """Whether a row holds by itself.

    Args:
        row: Any row of the profile.
        path: Where it stands.
        ground: The profile.
    """
    if isinstance(row, Used | Equipment):
        return judge_state(row.state, row.since, path, ground)
    name = called(row, path)
    if isinstance(row, Project):
        judged = judge_state(row.state, row.end, path, ground, dated="end")
        return join(Judged("met", f"项目「{name}」", (path,)), judged)
    if isinstance(row, Certificate) and row.valid_until and ground.over(row.valid_until):
        return Judged("gap", f"「{name}」的有效期到 {row.valid_until}，已过", (f"{path}.valid_until",))
    if type(row) not in _DATED:
        return Judged("met", f"有「{name}」", (path,))
    key, title = _DATED[type(row)]
    when = getattr(row, key)
    if when is None:
        return Judged("partial", f"「{name}」没有写{title}", (path,), lacking=(f"{path}.{key}",))
    if not ground.begun(when):
        return Judged("gap", f"「{name}」的{title} {when} 在基准日之后", (f"{path}.{key}",))
    return Judged("met", f"有「{name}」（{when}）", (path, f"{path}.{key}"))


def support(name: str, ground: Ground) -> Judged:
    """Whether what a practice leans on holds it up: of several rows that one name stands for, the best one does.

    A row whose own date is missing still holds it up, since the practice has a date of its own.
    """
    paths = ground.resolve(name)
    if not paths:
        return Judged("partial", f"所依托的「{name}」不在档案里")
    return max((_held_up(path, ground) for path in paths), key=lambda one: _STRENGTH[one.status])


_STRENGTH: Mapping[str, int] = {"gap": 0, "partial": 1, "met": 2}


def _held_up(path: str, ground: Ground) -> Judged:
    row = ground.row(path)
    judged = standing(row, path, ground)
    if judged.status == "met" or (judged.status == "partial" and judged.lacking):
        return Judged("met", "", (path,))
    return Judged(judged.status, f"所依托的「{called(row, path)}」{judged.why}", judged.basis)
