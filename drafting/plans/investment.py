"""What a project cost, from its ledger: civil works apart, and the software and hardware that make it digital."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from drafting.profiles.company_rows import Project, Spent
from drafting.profiles.fields import SPENDINGS, span
from drafting.profiles.sections import Profile

_DIGITAL = ("software", "hardware")


@dataclass(frozen=True, slots=True)
class Investment:
    """A project's sums, in 万元, with the arithmetic in words.

    Attributes:
        project: The project.
        sums: The sum of each kind of spending.
        total: All but civil works.
        digital: Software and hardware for digitalisation.
        share: ``digital`` over ``total``, in percent, unrounded; None where ``total`` is nothing.
        years: From start to end, the shortest and the longest that the written dates allow (a month or a year that is
            written without its day leaves both open); None where a date is missing.
        total_said, digital_said, share_said, years_said: The arithmetic.
        basis, time_basis: Paths of the facts.
    """

    project: Project
    sums: dict[str, Decimal]
    total: float
    digital: float
    share: float | None
    years: tuple[float, float] | None
    total_said: str
    digital_said: str
    share_said: str
    years_said: str
    basis: tuple[str, ...]
    time_basis: tuple[str, ...]


def applied_project(profile: Profile) -> tuple[int, Project] | None:
    """The project that is applied for, with its index; None where none or more than one is marked."""
    marked = [(index, one) for index, one in enumerate(profile.projects) if one.applied]
    if len(marked) != 1:
        return None
    return marked[0]


def invested(profile: Profile) -> Investment | None:
    """The investment of the project applied for; None where there is no such project or no ledger of it."""
    applied = applied_project(profile)
    if applied is None:
        return None
    place, project = applied
    lines = [(index, one) for index, one in enumerate(profile.ledger) if one.project == project.id]
    if not lines:
        return None
    sums = {kind: _sum([one for _, one in lines if one.kind == kind]) for kind in SPENDINGS}
    total = plain(sum((value for kind, value in sums.items() if kind != "civil_works"), Decimal(0)))
    digital = plain(sum((sums[kind] for kind in _DIGITAL), Decimal(0)))
    years, years_said = _years(project)
    share = digital / total * 100 if total else None
    return Investment(
        project=project,
        sums=sums,
        total=float(total),
        digital=float(digital),
        share=float(share) if share is not None else None,
        years=years,
        total_said=_said("不含土建的投资", [kind for kind in SPENDINGS if kind != "civil_works"], sums, total),
        digital_said=_said("数字化软硬件投资", _DIGITAL, sums, digital),
        share_said=_share_said(digital, total, share),
        years_said=years_said,
        basis=tuple(f"ledger[{index}].amount" for index, _ in lines),
        time_basis=(f"projects[{place}].start", f"projects[{place}].end"),
    )


def _sum(lines: Sequence[Spent]) -> Decimal:
    return plain(sum((Decimal(str(one.amount)) for one in lines), Decimal(0)))


def plain(amount: Decimal) -> Decimal:
    """The amount without zeros at its end, and never with an exponent."""
    return Decimal(f"{amount.normalize():f}")


def _said(name: str, kinds: Sequence[str], sums: dict[str, Decimal], total: Decimal) -> str:
    parts = "＋".join(f"{SPENDINGS[kind]} {sums[kind]}" for kind in kinds if sums[kind])
    return f"{name} {total} 万元" + (f"（{parts}）" if "＋" in parts else "")


def _share_said(digital: Decimal, total: Decimal, share: Decimal | None) -> str:
    if share is None:
        return "投资台账里除土建外没有金额"
    return f"数字化软硬件占比 {digital}÷{total}＝{percent(share)}"


def percent(share: Decimal) -> str:
    """A share in percent to two places, or to as many as it takes not to look like a whole number that it is not."""
    for places in ("0.01", "0.0001", "0.000001"):
        rounded = share.quantize(Decimal(places), ROUND_HALF_UP)
        if rounded == share or rounded != rounded.to_integral_value():
            return f"{rounded}%"
    return f"约 {rounded}%"


def _years(project: Project) -> tuple[tuple[float, float] | None, str]:
    if project.start is None or project.end is None:
        return None, "没有写开工或竣工时间"
    start, end = span(project.start), span(project.end)
    if end[1] < start[0]:
        return None, f"竣工时间 {project.end} 早于开工时间 {project.start}"
    least, most = max(_months(start[1], end[0]), 0.0), _months(start[0], end[1])
    both = f"{_count(least)} 至 {_count(most)} 个月（没有写到日）" if start[0] != start[1] or end[0] != end[1] else ""
    return (least / 12, most / 12), f"{project.start} 至 {project.end}，共 {both or f'{_count(most)} 个月'}"


def _months(first: date, last: date) -> float:
    """Months from one day to another; whole where the day of the month is the same, or the day after the last is."""
    after = date.fromordinal(last.toordinal() + 1)
    if after.day == first.day:
        last = after
    return (last.year - first.year) * 12 + last.month - first.month + (last.day - first.day) / 31


def _count(months: float) -> str:
    return f"{months:.1f}".removesuffix(".0")
