"""Sentences that compare, true ones and each spoilt in one place: every false claim must be caught."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from corpus.clause import Clause
from drafting.checks.composed.compared import ComparedFacts, facts_of
from drafting.lexicon import Lexicon
from drafting.verifier import verify_composed
from tests.drafting.made_up import row

OLD, NEW = "old", "new"
LEXICON = Lexicon(
    lambda _: (),
    {"省级数字化车间": frozenset({"digital-workshop"}), "省级智能工厂": frozenset({"smart-factory"})},
    {"旧版方案": frozenset({OLD}), "新版要求": frozenset({NEW})},
)


def clause(document: str, number: str, text: str, **fields: Any) -> Clause:
    return row(number, text, document=document, **fields)


STRICT = clause(NEW, "1", "应建立能源平台，自动数采率不低于90%。", forces=("shall",), subdomain="能源管理")
LOOSE = clause(OLD, "1", "宜建立能源平台，自动数采率不低于80%，编制台账。", forces=("should",))
TWIN_OLD = clause(OLD, "2", "建立碳资产管理平台（EMS）。")
TWIN_NEW = clause(NEW, "2", "建立碳资产管理平台（EMS）")
LETTERS = clause(NEW, "3", "建立碳资产，管理平台(EMS)")
LONE = clause(OLD, "4", "推行现场5S管理。", forces=("shall",))
LOWER = clause(NEW, "5", "宜实现联网。", forces=("should",), tier="digital-workshop", tier_label="省级数字化车间")
UPPER = clause(NEW, "6", "应实现联网。", forces=("shall",), tier="smart-factory", tier_label="省级智能工厂")
KEPT = clause(NEW, "7", "应建立台账。", forces=("shall",), tier="digital-workshop", tier_label="省级数字化车间")
ADDED = clause(NEW, "8", "应开展预测。", forces=("shall",), tier="smart-factory", tier_label="省级智能工厂")
ROWS = (STRICT, LOOSE, TWIN_OLD, TWIN_NEW, LETTERS, LONE, LOWER, UPPER, KEPT, ADDED)


def told(left: Sequence[Clause], right: Sequence[Clause], relation: str, **fields: Any) -> dict[str, Any]:
    return {"left": [one.id for one in left], "right": [one.id for one in right], "relation": relation} | fields


def library(document: str) -> tuple[Clause, ...]:
    return tuple(one for one in ROWS if one.document == document)


def facts(sides: dict[str, str], rows: list[dict[str, Any]]) -> ComparedFacts:
    result = {"kind": "comparison", "rows": rows, "sides": [{"called": one, "target": sides[one]} for one in sides]}
    found = facts_of(result, library)
    assert found is not None
    return found


EDITIONS = facts(
    {"《旧版方案》": OLD, "《新版要求》": NEW},
    [
        told([LOOSE], [STRICT], "weaker", force_change="should→shall"),
        told([TWIN_OLD], [TWIN_NEW], "equal"),
        told([TWIN_OLD], [LETTERS], "similar"),
        told([LONE], [], "only_left"),
    ],
)
TIERS = facts(
    {"省级数字化车间": "new:digital-workshop", "省级智能工厂": "new:smart-factory"},
    [
        told([LOWER], [UPPER], "weaker", change="raised", force_change="should→shall"),
        told([], [ADDED], "only_right", change="new"),
        told([KEPT], [], "only_left", change="not_restated"),
    ],
)
EACH = (LOOSE, STRICT)
TWINS = (TWIN_OLD, TWIN_NEW)
STEP = (LOWER, UPPER, KEPT, ADDED)

TRUE = (
    ("能源管理：《新版要求》要求更高；用词上《旧版方案》用“宜”，《新版要求》用“应”。", EACH, EDITIONS),
    ("能源管理：数值上《旧版方案》写“不低于80%”，《新版要求》写“不低于90%”；《旧版方案》另有“台账”。", EACH, EDITIONS),
    ("能源管理：《旧版方案》与《新版要求》逐字相同。", TWINS, EDITIONS),
    ("能源管理：《旧版方案》与《新版要求》除标点和全半角外文字相同。", (TWIN_OLD, LETTERS), EDITIONS),
    ("《旧版方案》写到“5S”；《新版要求》全文没有出现“5S”。", (LONE,), EDITIONS),
    ("《旧版方案》和《新版要求》都写到“能源平台”。", EACH, EDITIONS),
    ("《旧版方案》另写的有 1 处，《新版要求》没有找到对应的内容：", (LONE,), EDITIONS),
    (
        "《旧版方案》与《新版要求》比，难以一概而论：逐字相同 1 处、《新版要求》要求更高 1 处。",
        (*EACH, *TWINS),
        EDITIONS,
    ),
    ("《旧版方案》与《新版要求》比，部分一样：逐字相同 1 处、《新版要求》要求更高 1 处。", (*EACH, *TWINS), EDITIONS),
    ("《旧版方案》与《新版要求》比，一样：逐字相同 1 处。", TWINS, EDITIONS),
    ("《旧版方案》的用词有“宜”，《新版要求》的用词有“应”。", EACH, EDITIONS),
    ("省级智能工厂比省级数字化车间：新增 1 处、用词变强 1 处、未再写、仍然有效 1 处。", STEP, TIERS),
    ("联网：省级智能工厂新增。", (ADDED,), TIERS),
    ("联网：用词变强；用词上省级数字化车间用“宜”，省级智能工厂用“应”。", (LOWER, UPPER), TIERS),
    ("台账：省级数字化车间写过，省级智能工厂未再写，仍然有效。", (KEPT,), TIERS),
    ("能源管理: 《新版要求》 asks more; in force, 《旧版方案》 uses “宜”, 《新版要求》 uses “应”.", EACH, EDITIONS),
    ("能源管理: 《旧版方案》 and 《新版要求》 are the same word for word.", TWINS, EDITIONS),
    ("《旧版方案》 has “5S”; 《新版要求》 has “5S” nowhere.", (LONE,), EDITIONS),
)
FALSE = (
    ("能源管理：《旧版方案》要求更高；用词上《旧版方案》用“宜”，《新版要求》用“应”。", EACH, EDITIONS),
    ("能源管理：用词上《旧版方案》用“应”，《新版要求》用“宜”。", EACH, EDITIONS),
    ("能源管理：《旧版方案》无规范用词，《新版要求》用“应”。", EACH, EDITIONS),
    ("能源管理：数值上《旧版方案》写“不低于90%”，《新版要求》写“不低于80%”。", EACH, EDITIONS),
    ("能源管理：《新版要求》另有“台账”。", EACH, EDITIONS),
    ("能源管理：《旧版方案》另有“能源平台”。", EACH, EDITIONS),
    ("能源管理：《旧版方案》与《新版要求》逐字相同。", EACH, EDITIONS),
    ("能源管理：《旧版方案》与《新版要求》逐字相同。", (TWIN_OLD, LETTERS), EDITIONS),
    ("能源管理：《旧版方案》与《新版要求》除标点和全半角外文字相同。", EACH, EDITIONS),
    ("能源管理：《旧版方案》与《新版要求》说法相近。", EACH, EDITIONS),
    ("《新版要求》写到“5S”；《旧版方案》全文没有出现“5S”。", (LONE,), EDITIONS),
    ("《旧版方案》写到“能源平台”；《新版要求》全文没有出现“能源平台”。", (LOOSE,), EDITIONS),
    ("《旧版方案》和《新版要求》都写到“台账”。", EACH, EDITIONS),
    ("《旧版方案》另写的有 2 处，《新版要求》没有找到对应的内容：", (LONE,), EDITIONS),
    ("《旧版方案》另写的有 1 处，《新版要求》没有找到对应的内容：", (LOOSE,), EDITIONS),
    ("《旧版方案》与《新版要求》比，《旧版方案》的要求更高：《新版要求》要求更高 1 处。", EACH, EDITIONS),
    (
        "《旧版方案》与《新版要求》比，《新版要求》的要求更高：逐字相同 1 处、《新版要求》要求更高 1 处。",
        (*EACH, *TWINS),
        EDITIONS,
    ),
    ("《旧版方案》与《新版要求》比，一样：逐字相同 1 处、《新版要求》要求更高 1 处。", (*EACH, *TWINS), EDITIONS),
    ("《旧版方案》与《新版要求》比，部分一样：《新版要求》要求更高 1 处。", EACH, EDITIONS),
    ("《旧版方案》与《新版要求》比，不一样：逐字相同 1 处。", TWINS, EDITIONS),
    ("《旧版方案》写有数值门槛，《新版要求》没有写数值门槛。", EACH, EDITIONS),
    ("《旧版方案》的“编制5S台账”一条，《新版要求》里最接近的是“宜建立能源平台”一条，未必讲同一件事。", EACH, EDITIONS),
    ("《旧版方案》与《新版要求》比，《新版要求》要求更高 2 处。", EACH, EDITIONS),
    ("《旧版方案》与《新版要求》比，逐字相同 2 处。", TWINS, EDITIONS),
    ("《旧版方案》的用词有“应”，《新版要求》的用词有“应”。", EACH, EDITIONS),
    ("能源管理：另一份要求更高。", EACH, EDITIONS),
    ("能源管理：用词上《旧版方案》用“应”，《新版要求》用“应”。", EACH, EDITIONS),
    ("能源管理：用词上《旧版方案》用“宜”，《新版要求》省级智能工厂用“应”。", EACH, EDITIONS),
    ("《旧版方案》另写的有 1 处，《新版要求》找到对应的内容：", (LONE,), EDITIONS),
    ("《旧版方案》写到“5S”；《新版要求》全文出现“5S”。", (LONE,), EDITIONS),
    ("能源管理：《新版要求要求更高。", EACH, EDITIONS),
    ("联网：范围缩小；用词上省级数字化车间用“宜”，省级智能工厂用“应”。", (LOWER, UPPER), TIERS),
    ("只有《旧版方案》写到 4 处。", (LONE,), EDITIONS),
    ("省级智能工厂比省级数字化车间：新增 2 处、用词变强 1 处。", STEP, TIERS),
    ("省级智能工厂比省级数字化车间：新增 1 处、未再写、仍然有效 2 处。", STEP, TIERS),
    ("台账：省级智能工厂新增。", (UPPER, LOWER), TIERS),
    ("联网：用词变弱；用词上省级数字化车间用“宜”，省级智能工厂用“应”。", (LOWER, UPPER), TIERS),
    ("联网：照旧。", (LOWER, UPPER), TIERS),
    ("联网：省级数字化车间写过，省级智能工厂未再写，仍然有效。", (LOWER,), TIERS),
    ("联网：省级数字化车间要求更高；用词上省级数字化车间用“应”，省级智能工厂用“宜”。", (LOWER, UPPER), TIERS),
    ("能源管理: 《旧版方案》 asks more; in force, 《旧版方案》 uses “应”, 《新版要求》 uses “宜”.", EACH, EDITIONS),
    ("《新版要求》 has “5S”; 《旧版方案》 has “5S” nowhere.", (LONE,), EDITIONS),
    ("Only 《旧版方案》 has these, at 3 places; nothing corresponding was found in 《新版要求》:", (LONE,), EDITIONS),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "cited", "compared"), TRUE)
def test_a_true_sentence_stands(sentence: str, cited: tuple[Clause, ...], compared: ComparedFacts) -> None:
    assert verify_composed(sentence, cited, LEXICON, "", compared).problems == ()


@pytest.mark.parametrize(("sentence", "cited", "compared"), FALSE)
def test_a_false_sentence_falls(sentence: str, cited: tuple[Clause, ...], compared: ComparedFacts) -> None:
    verdict = verify_composed(sentence, cited, LEXICON, "", compared)
    assert any(problem.startswith("comparison:") for problem in verdict.problems)


def test_counts_of_rows_need_a_comparison() -> None:
    assert not verify_composed("《旧版方案》与《新版要求》比，各有侧重 3 处。", EACH, LEXICON).ok


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        (
            "名称相近，角色不同：在《旧版方案》里“智能工厂”是并列的一类，在《新版要求》里“省级智能工厂”是一个等级。",
            True,
        ),
        ("名称相近，角色不同：在《旧版方案》里“智能工厂”是一个等级，在《新版要求》里“省级智能工厂”是一个等级。", False),
        (
            "名称相近，角色不同：在《旧版方案》里“智能工厂”是给出释义的名称，在《新版要求》里“省级智能工厂”是一个等级。",
            False,
        ),
        (
            "名称相近，角色不同：在《旧版方案》里“智能工厂”是并列的一类，在《新版要求》里“省级智能工厂”是并列的一类。",
            False,
        ),
    ],
)
def test_the_role_of_a_name_is_held_against_its_own_text(sentence: str, stands: bool) -> None:
    own = replace(LOOSE, track="智能工厂")
    other = replace(LONE, track="数字工厂")
    verdict = verify_composed(sentence, (own, other, UPPER), LEXICON, "", EDITIONS)
    assert verdict.ok is stands or any(problem.startswith("roles:") for problem in verdict.problems)
    assert verdict.ok is stands
