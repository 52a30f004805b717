"""Which share of the machines is networked or automated: of those that are there, those in use."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.plans.ground import Ground
from drafting.plans.statuses import Status
from drafting.plans.usage import judge_state
from drafting.plans.verdict import Judged
from drafting.profiles.capability_rows import Equipment

_MOST = 4
_NAMES = {"networked": "联网", "automated": "自动化"}


def machine_share(rows: Sequence[tuple[str, Equipment]], share: str, wanted: float, ground: Ground) -> Judged:
    """Judge a share of machines.

    Machines that are planned or retired count on neither side; those on trial count as there and not yet as done.

    Args:
        rows: The machines with their paths, at least one.
        share: ``networked`` or ``automated``.
        wanted: The share that is asked for, in percent.
        ground: The profile.
    """
    states = {path: judge_state(row.state, row.since, path, ground) for path, row in rows}
    there = [(path, row) for path, row in rows if states[path].status != "gap"]
    if not there:
        return Judged("gap", "装备还没有在用", tuple(f"{path}.state" for path, _ in rows))
    parts = [(path, row, getattr(row, share)) for path, row in there]
    blank = tuple(f"{path}.{share}" for path, _, part in parts if part is None)
    basis = tuple(f"{path}.{share}" for path, _, part in parts if part is not None)
    if len(blank) == len(parts):
        return Judged("unknown", f"没有写{_NAMES[share]}台数", lacking=blank)
    total = float(sum(row.count for _, row, _ in parts))
    done = float(sum(part for _, row, part in parts if part is not None and row.state == "in_use"))
    undated = tuple(lack for path, _ in there for lack in states[path].lacking)
    enough = total > 0 and 100 * done >= wanted * total
    status: Status = "gap" if done == 0 else "met" if enough and not undated else "partial"
    notes = [*(["有的没有写台数"] if blank else []), *(["有的没有写投用日期"] if undated else [])]
    why = "，".join([_reached([(row, part) for _, row, part in parts], _NAMES[share]), *notes])
    return Judged(status, why, (*basis, *(f"{path}.count" for path, _ in there)), (done, total), (*blank, *undated))


def _reached(parts: Sequence[tuple[Equipment, float | None]], name: str) -> str:
    # No sum: a sentence of a narrative says only numbers that stand in the profile.
    short = [f"{row.name}{name} {part}/{row.count} 台" for row, part in parts if part is not None and part < row.count]
    short += [f"{row.name}还在试运行" for row, _ in parts if row.state == "trial"]
    more = "等" if len(short) > _MOST else ""
    return f"{'，'.join(short[:_MOST])}{more}" if short else f"写明的都已{name}"
