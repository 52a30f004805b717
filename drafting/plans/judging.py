"""One point of a requirement, judged from the enterprise's answer or, where there is none, from its facts.

Only what is in use meets a point: with a start that has come and, where the point counts something, with numerator and
denominator. A trial is half; what is being built or planned is missing; what nobody wrote is unknown, never met.
"""

from __future__ import annotations

from drafting.plans.ground import Ground
from drafting.plans.looking import shown
from drafting.plans.usage import join, judge_reach, judge_state
from drafting.plans.verdict import Judged, best, worst
from drafting.profiles.answer_rows import Practice
from drafting.profiles.fields import STATES
from ontology.checkpoint import Point


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
    if len({one.status for one in judged}) == 1:
        return judged[0]
    # Several answers to one question that do not agree: the reader settles it, nothing is claimed meanwhile.
    least = worst(judged)
    paths = tuple(path for path, _ in given)
    return Judged(
        least.status, f"对这一问有{len(given)}个不一致的回答，按最低的算：{least.why}", (*least.basis, *paths)
    )


def _answered(point: Point, path: str, practice: Practice, ground: Ground) -> Judged:
    if practice.state == "not_applicable":
        return Judged("not_applicable", practice.reason or "", (f"{path}.reason",))
    judged = judge_state(practice.state, practice.since, path, ground)
    if judged.status == "gap":
        return judged
    for leaned in ground.leaning(practice):
        judged = _held_up(judged, leaned, ground)
    if point.answer == "number" or (point.answer == "share" and practice.value is not None):
        return join(judged, _valued(point, path, practice))
    return join(judged, judge_reach(point, practice, path))


def _held_up(judged: Judged, path: str, ground: Ground) -> Judged:
    row = ground.row(path)
    state = getattr(row, "state", "in_use")
    name = getattr(row, "name", None) or getattr(row, "title", path)
    if state == "trial":
        return join(judged, Judged("partial", f"所依托的「{name}」还在试运行", (f"{path}.state",)))
    if state != "in_use":
        return join(
            judged, Judged("gap", f"所依托的「{name}」状态是「{STATES.get(state, state)}」", (f"{path}.state",))
        )
    return Judged(judged.status, judged.why, (*judged.basis, path), judged.coverage)


def _valued(point: Point, path: str, practice: Practice) -> Judged:
    basis = (f"{path}.value",)
    if practice.value is None:
        return Judged("partial", "没有写数值", basis)
    said = f"数值 {practice.value}{practice.unit or ''}"
    if point.at_least is not None and practice.value < point.at_least:
        return Judged("partial", f"{said}，要求不低于 {point.at_least:g}", basis)
    if point.at_most is not None and practice.value > point.at_most:
        return Judged("partial", f"{said}，要求不高于 {point.at_most:g}", basis)
    if point.answer == "share" and point.at_least is None and practice.value < 100:
        return Judged("partial", f"{said}，要求全部", basis)
    return Judged("met", said, basis)
