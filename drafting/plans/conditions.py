"""The conditions of applying and the vetoes, judged from the profile, with the arithmetic shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from drafting.plans.ground import Ground
from drafting.plans.investment import Investment, invested
from drafting.plans.plan import ConditionResult
from drafting.plans.target import Target
from drafting.plans.verdict import UNKNOWN, Judged
from drafting.profiles.company_rows import Compliance
from drafting.profiles.references import fact
from ontology.checkpoint import Condition

Test = Mapping[str, Any]

_COUNTIES = ("县", "市", "区", "旗")
_COUNTY = re.compile(r"县|旗|区$|市.+市")
_PROVINCE = re.compile(r"省|自治区|北京|上海|天津|重庆")
"""What an address holds that names a county, or a province: another than the one asked for."""


def judge_conditions(target: Target, known: tuple[Condition, ...], ground: Ground) -> Iterator[ConditionResult]:
    """The conditions of a target: its document's, and its track's."""
    own = {target.document, f"{target.document}/{target.track}"}
    for condition in known:
        if condition.target not in own:
            continue
        judged = judge_condition(condition, ground)
        yield ConditionResult(
            id=condition.id,
            kind=condition.kind,
            question=condition.ask,
            status=judged.status,
            why=judged.why,
            basis=judged.basis,
            source=condition.source,
            clause=condition.clause,
            says=condition.says,
            passes=condition.passes,
            evidence=tuple({"type": proof.type, "must_show": proof.show} for proof in condition.proof),
        )


def judge_condition(condition: Condition, ground: Ground) -> Judged:
    """Judge one condition from the profile; what only a person can say stays unknown."""
    test = condition.test
    if test is None:
        return Judged("unknown", "要由企业确认")
    if "fact" in test:
        return _of_fact(test, ground)
    if "compliance" in test:
        return _of_compliance(test, ground)
    return _of_project(test, ground)


def _of_fact(test: Test, ground: Ground) -> Judged:
    path = str(test["fact"])
    value = fact(ground.profile, path)
    if value is None:
        return Judged("unknown", "档案里没有写", (path,))
    if "is" in test:
        return Judged(
            "met" if value is test["is"] else "gap", f"档案写的是「{'是' if value is True else '否'}」", (path,)
        )
    if str(test["contains"]) in str(value):
        return Judged("met", f"档案写的是「{value}」", (path,))
    elsewhere = (_COUNTY if str(test["contains"]).endswith(_COUNTIES) else _PROVINCE).search(str(value))
    return Judged("gap" if elsewhere else "unknown", f"档案写的是「{value}」，没有写到{test['contains']}", (path,))


def _of_compliance(test: Test, ground: Ground) -> Judged:
    rows = [
        (path, row)
        for path, row in ground.rows("compliance")
        if isinstance(row, Compliance) and row.matter == test["compliance"]
    ]
    happened = [path for path, row in rows if isinstance(row, Compliance) and row.occurred]
    if happened:
        return Judged("gap", "档案写明已发生", tuple(f"{path}.occurred" for path in happened))
    if not rows:
        return UNKNOWN
    periods = "、".join(row.period for _, row in rows if isinstance(row, Compliance) and row.period)
    why = f"档案写明没有发生（核查期间 {periods}）" if periods else "档案写明没有发生，但没有写核查期间"
    return Judged("met" if periods else "partial", why, tuple(f"{path}.occurred" for path, _ in rows))


def _of_project(test: Test, ground: Ground) -> Judged:
    investment = invested(ground.profile)
    if investment is None:
        return Judged("unknown", "档案里没有标明申报项目，或没有填投资台账")
    value, said, basis = _FIGURES[str(test["project"])](investment)
    if value is None:
        return Judged("unknown", said, basis)
    least, most = test.get("at_least"), test.get("at_most")
    bound = f"要求不低于 {least}{test['unit']}" if least is not None else f"要求不超过 {most}{test['unit']}"
    good = {(least is None or one >= least) and (most is None or one <= most) for one in value}
    if len(good) > 1:
        return Judged("unknown", f"{said}；{bound}，所写时间不足以判断，请写到日", basis)
    return Judged("met" if good == {True} else "gap", f"{said}；{bound}", basis)


Span = tuple[float, float]
Figure = Callable[[Investment], tuple[Span | None, str, tuple[str, ...]]]


def _point(value: float | None) -> Span | None:
    return None if value is None else (value, value)


_FIGURES: Mapping[str, Figure] = {
    "investment": lambda one: (_point(one.total), one.total_said, one.basis),
    "digital_amount": lambda one: (_point(one.digital), one.digital_said, one.basis),
    "digital_share": lambda one: (_point(one.share), one.share_said, one.basis),
    "years": lambda one: (one.years, one.years_said, one.time_basis),
}
