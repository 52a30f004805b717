"""What publications say that a tier of the national gradient asks, beside what the profile says of it.

Nothing here follows from how ready an enterprise is for a province's tier, and nothing of it is an official text: the
facts come from the graph, each with its trust. A maturity level counts only where the profile holds the assessment.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.generator import DraftingError
from drafting.plans.ground import Ground
from drafting.plans.national_tier import NationalCondition, NationalTier
from drafting.plans.verdict import Judged
from drafting.profiles.company_rows import Assessment
from drafting.profiles.fields import ASSESSORS
from kg.national import NationalLevel, TierFact

_PREFIX = "national:"
_STANDARD, _EDITION = "39116", "2020"
_NUMERALS = "一二三四五"
_OPEN = "要由企业确认；省级要求的满足情况不能推定国家条件"


def read_national(written: str, level: NationalLevel) -> str | None:
    """The national tier that ``national:TIER`` names, by its code or its Chinese name; None where it names none.

    Raises:
        DraftingError: There is no such national tier.
    """
    if not written.startswith(_PREFIX):
        return None
    wanted = written.removeprefix(_PREFIX).removesuffix("智能工厂")
    for tier in level.tiers:
        code, name = tier.removeprefix("tier:"), level.name_of(tier)[0]
        if wanted in (code, code.removeprefix("national-"), name):
            return tier
    known = "、".join(f"{_PREFIX}{tier.removeprefix('tier:national-')}" for tier in level.tiers)
    raise DraftingError(f"target {written}", f"the national gradient has no tier {wanted}", f"Name one of: {known}")


def national_tier(tier: str, level: NationalLevel, ground: Ground) -> NationalTier:
    """A national tier with its conditions judged.

    Args:
        tier: Its compact address, such as ``tier:national-advanced``.
        level: What is known of the national level.
        ground: The profile.
    """
    facts = [fact for fact in level.facts_of(tier) if fact.condition]
    return NationalTier(tier, level.name_of(tier)[0], tuple(_judged(fact, ground) for fact in facts))


def _judged(fact: TierFact, ground: Ground) -> NationalCondition:
    judged = _assessed(fact, fact.level, ground) if fact.level else Judged("unknown", _OPEN)
    return NationalCondition(fact.about_zh, fact.zh, judged.status, judged.why, judged.basis, fact.trust, fact.edition)


def _assessed(fact: TierFact, wanted: str, ground: Ground) -> Judged:
    held = [
        (path, row)
        for path, row in ground.rows("assessments")
        if isinstance(row, Assessment) and _STANDARD in row.standard and ground.begun(row.assessed)
    ]
    if not held:
        return Judged("unknown", "档案里没有这项标准的评估；等级只认评估结论，不由其他材料推定")
    path, row = max(held, key=lambda one: (_rank(one[1].level), one[1].by == "third_party", one[1].assessed))
    basis = tuple(f"{path}.{key}" for key in ("standard", "level", "assessed", "by"))
    said = f"{row.standard} {row.level}（{row.assessed}，{ASSESSORS[row.by]}）"
    if _rank(row.level) == 0:
        return Judged("unknown", f"{said}，读不出是第几级", basis)
    if _rank(row.level) < _rank(wanted):
        return Judged("gap", f"{said}，要求{wanted}及以上", basis)
    if _EDITION not in row.standard:
        return Judged("partial", f"{said}，没有写明标准的版本", basis)
    if row.by == "self" and "自评" not in fact.zh:
        return Judged("partial", f"{said}，所见资料没有说自评是否算数", basis)
    return Judged("met", said, basis)


def _rank(level: str) -> int:
    """Which level a text names, from 1 to 5; 0 where it names none or several."""
    found = {place for place, sign in enumerate(_NUMERALS, 1) if f"{sign}级" in level or f"{place}级" in level}
    return found.pop() if len(found) == 1 else 0


def national_tiers(tiers: Sequence[str], level: NationalLevel | None, ground: Ground) -> tuple[NationalTier, ...]:
    """Several national tiers, each once.

    Raises:
        DraftingError: Nothing is known of the national level.
    """
    if tiers and level is None:
        raise DraftingError("plan", "it was not told what is known of the national level", "Open it with the graph")
    return tuple(national_tier(tier, level, ground) for tier in dict.fromkeys(tiers)) if level else ()
