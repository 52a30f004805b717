"""One point of a requirement, judged from the enterprise's answer or, where there is none, from its facts.

Only what is in use meets a point: with a start that has come and, where the point counts something, with numerator and
denominator. A trial is half; what is being built or planned is missing; what nobody wrote is unknown, never met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafting.plans.ground import Ground
from drafting.plans.looking import short_of, shown
from drafting.plans.own_words import contradiction, reason_holds
from drafting.plans.standing import support
from drafting.plans.usage import judge_reach, judge_state
from drafting.plans.verdict import Judged, best, join, worst
from drafting.profiles.answer_rows import Practice
from ontology.checkpoint import Point

_PERCENT = (None, "%", "％", "百分比")


def judge(identifier: str, point: Point, ground: Ground) -> Judged:
    """Judge one point.

    Args:
        identifier: ``REQUIREMENT#N``.
        point: What is asked.
        ground: The profile.
    """
    given = ground.answers.get(identifier, ())
    if not given:
        return best(shown(point, ground))
    judged = [_answered(point, path, practice, ground) for path, practice in given]
    basis = tuple(path for one in judged for path in one.basis)
    if len({one.status for one in judged}) == 1:
        return replace(judged[0], basis=basis)
    return _disagreeing(judged, basis)


def _disagreeing(judged: Sequence[Judged], basis: tuple[str, ...]) -> Judged:
    """Several answers to one question that do not agree: the reader settles it, nothing is claimed meanwhile."""
    least = worst(judged)
    if least.status == "met":  # the others say that it does not apply: neither is taken for granted
        return Judged("unknown", f"对这一问有{len(judged)}个不一致的回答：有的满足，有的不适用", basis)
    why = f"对这一问有{len(judged)}个不一致的回答，按最低的算：{least.why}"
    return replace(least, why=why, basis=basis)


def _answered(point: Point, path: str, practice: Practice, ground: Ground) -> Judged:
    if practice.state == "not_applicable":
        if not reason_holds(practice.reason):
            return Judged("unknown", f"人工判定不适用，理由待核：「{practice.reason}」", (f"{path}.reason",))
        return Judged("not_applicable", practice.reason or "", (f"{path}.reason",))
    judged = judge_state(practice.state, practice.since, path, ground)
    for name in practice.by:
        judged = join(judged, support(name, ground))
    if judged.status == "gap":
        return judged
    if against := contradiction(point, practice):
        judged = join(judged, Judged("partial", against, (f"{path}.how",)))
    if point.answer == "number" or (point.answer == "share" and practice.value is not None and not practice.covered):
        return join(judged, _valued(point, path, practice))
    return join(judged, judge_reach(point, practice, path))


def _valued(point: Point, path: str, practice: Practice) -> Judged:
    basis = (f"{path}.value",)
    if practice.value is None:
        return Judged("partial", "没有写数值", lacking=basis)
    said = f"数值 {practice.value}{practice.unit or ''}"
    least = 100.0 if point.answer == "share" and point.at_least is None else point.at_least
    if point.answer == "share" and practice.unit not in _PERCENT:
        return Judged("partial", f"{said}，要写百分比，或写分子与分母", basis)
    if practice.value <= 0 and point.at_most is None:
        return Judged("gap", said, basis)
    if least is not None and practice.value < least:
        return Judged("partial", f"{said}，{short_of(least)}", basis)
    if point.at_most is not None and not 0 < practice.value <= point.at_most:
        return Judged("partial", f"{said}，{short_of(point.at_most)}", basis)
    return Judged("met", said, basis)
