"""The conditions of applying and the vetoes, judged from the profile, with the arithmetic shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from drafting.plans.ground import Ground
from drafting.plans.investment import Investment, invested
from drafting.plans.plan import ConditionResult
from drafting.plans.spending import read_ledger, recounted, spending_lists
from drafting.plans.target import Target
from drafting.plans.verdict import UNKNOWN, Judged
from drafting.profiles.company_rows import Compliance
from drafting.profiles.references import fact
from drafting.shelf import Shelf
from ontology.checkpoint import Condition

Test = Mapping[str, Any]

_PROVINCES = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|"
    r"贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门"
)
_COUNTRY = re.compile(r"^(?:中国|中华人民共和国)")
_OF_PROVINCE = re.compile(r"^(?:特别行政区|(?:[壮回维]\w{0,4}?族?)?自治区|省|市)")
_CITY = re.compile(r"([^省市县区旗]{2,8})市")
_COUNTY = re.compile(r"县|旗|(?<!开发)(?<!园)(?<!新)(?<!保税)(?<!自治)区")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_UP_TO_NOW = re.compile(r"至今|今$|近[一二三四五两\d]+[年个]")


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


def stated_conditions(target: Target, shelf: Shelf) -> Iterator[ConditionResult]:
    """What the text of a target's document asks of every applicant, giving it to no tier; a person has to judge it.

    Of documents whose conditions nobody has gone through point by point.
    """
    for row in shelf.of_no_tier(target.document) if target.tier is not None else ():
        if row.track:
            continue
        yield ConditionResult(
            id=row.id,
            kind="condition",
            question=f"是否符合“{row.plain.rstrip('。；; ')}”",
            status="unknown",
            why="要由企业确认",
            basis=(),
            source="stated",
            clause=row.id,
            says=row.plain,
            passes="与条文所写相符，并有材料为证",
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
    return _of_project(test, ground, condition.target.partition("/")[0])


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
    elsewhere = _elsewhere(str(value), str(test["contains"]), tuple(test.get("within", ())))
    return Judged("gap" if elsewhere else "unknown", f"档案写的是「{value}」，没有写到{test['contains']}", (path,))


def _elsewhere(address: str, wanted: str, within: tuple[str, ...]) -> bool:
    """Whether an address names another place of the same rank as the one asked for, or one that cannot hold it."""
    rest = _COUNTRY.sub("", address)
    province = _PROVINCES.match(rest)
    if province:
        if within and province[0] not in within:
            return True
        if _PROVINCES.match(wanted):  # it is another, or it would stand in the address
            return True
        rest = _OF_PROVINCE.sub("", rest[province.end() :])
    if _PROVINCES.match(wanted):
        return False
    stem = wanted.rstrip("县市区旗")
    if len(stem) > 1 and stem in rest:  # 浦江经济开发区 may well lie in 浦江县
        return False
    cities = _CITY.findall(rest)
    return bool(_COUNTY.search(rest)) or len(cities) > 1 or any(within and city not in within for city in cities)


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
    recent = _reaches(periods, ground)
    if periods and not recent:
        why += f"，没有到基准日（{ground.profile.profile.as_of}）的当年或上一年"
    return Judged("met" if recent else "partial", why, tuple(f"{path}.occurred" for path, _ in rows))


def _reaches(periods: str, ground: Ground) -> bool:
    """Whether a checked period comes up to the year of the profile's day or the year before."""
    years = [int(year) for year in _YEAR.findall(periods)]
    return bool(_UP_TO_NOW.search(periods)) or max(years, default=0) >= ground.today.year - 1


def _of_project(test: Test, ground: Ground, document: str) -> Judged:
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
    if good == {True} and (doubt := _doubted(test, investment, ground, document)):
        return Judged("unknown", f"{said}；{bound}；{doubt}", basis)
    return Judged("met" if good == {True} else "gap", f"{said}；{bound}", basis)


def _doubted(test: Test, investment: Investment, ground: Ground, document: str) -> str:
    """What keeps a sum of software and hardware from being certain: by the printed lists it would be too small."""
    lists = spending_lists(document)
    lines = read_ledger(ground.profile, investment.project.id, lists) if lists else ()
    for count in recounted(lines):
        value = {"digital_share": count.share, "digital_amount": count.digital}.get(str(test["project"]))
        if value is not None and test.get("at_least") is not None and value < Decimal(str(test["at_least"])):
            return f"{count.said}，就不够，请核对归类"
    return ""


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
