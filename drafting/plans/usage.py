"""Whether something is in use as far as a point needs it: its state, its start, and how much it covers."""

from __future__ import annotations

import re

from drafting.plans.ground import Ground
from drafting.plans.verdict import Judged
from drafting.profiles.fields import STATES
from drafting.profiles.rows import Used
from ontology.checkpoint import Point

_PLAIN = re.compile(r"\s|^(?:全厂|全部|所有|本企业|公司|企业|各|在用|现有|主要)+")
_NOT_IN_USE = {"building": "还在建设", "planned": "还在计划", "retired": "已停用", "absent": "企业写明还没有"}


def judge_state(state: str, since: str | None, path: str, ground: Ground, *, dated: str = "since") -> Judged:
    """Whether a thing is in use: only a start that has come counts; a trial is half; what is planned is missing.

    ``dated`` is the field that the date stands in.
    """
    basis = (f"{path}.state", *((f"{path}.{dated}",) if since else ()))
    if state == "trial":
        return Judged("partial", "还在试运行", basis)
    if state != "in_use":
        return Judged("gap", _NOT_IN_USE.get(state, f"状态是「{STATES.get(state, state)}」"), basis)
    if since is None:
        return Judged("partial", "没有写投用日期", basis, lacking=(f"{path}.{dated}",))
    if not ground.begun(since):
        return Judged("gap", f"投用日期 {since} 在基准日之后", basis)
    return Judged("met", f"在用，{since} 投用", basis)


def judge_reach(point: Point, used: Used, path: str) -> Judged:
    """Whether it covers what the point counts; a thing that exists once needs no count."""
    if point.scope == "one":
        return Judged("met", "", ())
    if used.covered is None or used.total is None:
        why = f"没有写覆盖的分子与分母（数的是{point.of or '范围'}）"
        return Judged("partial", why, lacking=(f"{path}.covered", f"{path}.total"))
    basis = (f"{path}.covered", f"{path}.total")
    reached = f"覆盖 {used.covered}/{used.total}{f'（{used.counted_as}）' if used.counted_as else ''}"
    other = bool(used.counted_as and point.of and _pairs(used.counted_as).isdisjoint(_pairs(point.of)))
    if other:
        reached += f"，数的不是{point.of}，请核对"
    share = (float(used.covered), float(used.total))
    if used.covered == 0:
        return Judged("gap", reached, basis, share)
    wanted = point.at_least if point.scope == "share" and point.at_least is not None else 100.0
    enough = used.total > 0 and 100 * used.covered >= wanted * used.total
    return Judged("met" if enough and not other else "partial", reached, basis, share)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def counts_the_same(point: Point, used: Used) -> bool:
    """Whether numerator and denominator of a fact count what the point counts.

    A name ends in what is counted: 设备 are counted where 关键设备 are asked for, 车间 are not where 车间订单 are.
    """
    if point.scope == "one" or not used.counted_as or not point.of:
        return point.scope == "one"
    counted, asked = (_PLAIN.sub("", text) for text in (used.counted_as, point.of))
    return bool(counted) and asked.endswith(counted)
