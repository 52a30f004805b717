"""Narratives: the parts in order, the same reason once, what is missing marked, nothing claimed beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drafting.drafts.narrative import placeholder
from drafting.plans.assessing import Assessor
from drafting.plans.claim_checks import problems
from drafting.plans.narrating import PARTS, Narrative, narrate
from drafting.plans.plan import Claim, Item
from ontology.checkpoint import Checkpoint, Checkpoints
from ontology.evidence import evidence_catalogue
from tests.drafting.made_up import FACTORY, UPKEEP, cell
from tests.drafting.plans.made_up import LEXICON, MES, ground, point, practice, result, selector

CLAUSE = cell("a", FACTORY, UPKEEP, "应实现设备联网，开展点检；")
FIRST, SECOND = f"{CLAUSE.id}#1", f"{CLAUSE.id}#2"
POINTS = (
    point("应实现设备联网", looks_at=[selector("systems", code=["MES"], has=["设备联网"])]),
    point("开展点检"),
)


def item(**sections: Any) -> Item:
    written = Checkpoints({CLAUSE.id: Checkpoint(requirement=CLAUSE.id, points=POINTS)}, {})
    return Assessor(ground(**sections), written, evidence_catalogue(), {FACTORY: 2}).assess(CLAUSE)


def of_part(found: Item, part: str) -> str:
    return "".join(one.text for one in found.sentences if one.part == part)


def test_an_answer_is_told_in_its_own_words() -> None:
    found = item(practices=[practice(FIRST, SECOND, how="班组每班点检", effect="停机减少；")])
    assert of_part(found, "做法") == "班组每班点检。"
    assert of_part(found, "成效") == "停机减少。"
    assert found.narrative.startswith("做法：班组每班点检。\n成效：停机减少。\n【需企业补充：证明材料")


def test_what_is_on_trial_says_so_and_what_is_planned_is_not_told_as_done() -> None:
    trial = item(practices=[practice(FIRST, state="试运行", how="网关采集", effect="省时")])
    assert of_part(trial, "做法") == "（试运行）网关采集。" and of_part(trial, "成效") == "（试运行）省时。"
    for fields in ({"state": "计划"}, {"since": "2027"}):
        assert of_part(item(practices=[practice(FIRST, how="网关采集", **fields)]), "做法") == ""


def test_facts_are_told_as_they_stand() -> None:
    found = item(systems=[MES | {"modules": ["设备联网", "排产"]}])
    assert of_part(found, "现状") == "生产执行系统（MES）自2022-05投用，目前在用，功能模块有设备联网。"
    assert placeholder("具体做法（应实现设备联网了吗）") in found.placeholders
    assert placeholder("开展点检了吗（现状、投用日期和做法）") in found.placeholders


def test_the_same_reason_is_given_once() -> None:
    found = item(practices=[practice(FIRST, SECOND, state="没有")])
    assert of_part(found, "现状") == "尚未满足：应实现设备联网了吗；开展点检了吗——企业写明还没有。"
    assert found.placeholders == ()


def test_evidence_that_is_held_is_named_once_and_as_it_is_titled() -> None:
    pieces = [
        {"id": "E1", "kind": "系统界面截图", "title": "在线总览", "serves": [FIRST, SECOND]},
        {"id": "E2", "kind": "培训记录", "title": "《点检办法》宣贯记录", "serves": [FIRST]},
    ]
    found = item(practices=[practice(FIRST, SECOND)], evidence=pieces)
    assert of_part(found, "证明材料") == "已有《在线总览》、《点检办法》宣贯记录。"
    (claim,) = [one for one in found.sentences if one.part == "证明材料"]
    assert claim.facts == ("evidence[0].title", "evidence[1].title")


def test_every_sentence_knows_its_facts_and_its_clause() -> None:
    found = item(systems=[MES | {"modules": ["设备联网"]}], practices=[practice(SECOND, how="每班点检", by=["MES"])])
    assert len(found.sentences) >= 2
    assert all(one.facts and one.citations == (CLAUSE.id,) and one.part in PARTS for one in found.sentences)


def test_nothing_known_is_still_a_narrative() -> None:
    found = item()
    assert found.sentences == () and len(found.placeholders) == 2
    assert found.narrative == "".join(found.placeholders)


def test_a_narrative_reads_part_by_part() -> None:
    claims = tuple(Claim(f"{part}句。", "composed", (), ("company",), part) for part in reversed(PARTS))
    assert Narrative(claims, ("【需企业补充：甲】",)).text == (
        "现状：现状句。\n做法：做法句。\n成效：成效句。\n证明材料：证明材料句。\n【需企业补充：甲】"
    )


def test_what_falls_short_closes_the_facts_in_one_sentence() -> None:
    found = item(
        systems=[MES | {"state": "试运行", "modules": ["设备联网"]}], practices=[practice(SECOND, state="没有")]
    )
    *facts, last = [one for one in found.sentences if one.part == "现状"]
    assert [one.text for one in facts] == ["生产执行系统（MES）自2022-05起试运行，功能模块有设备联网。"]
    assert last.text.startswith("尚未满足：开展点检了吗——企业写明还没有；部分满足：应实现设备联网了吗——")
    assert "「" not in last.text


def test_a_question_that_names_what_nobody_wrote_gives_way_to_the_words_of_the_text() -> None:
    clause = CLAUSE
    asked = [
        result(FIRST, question="用 MES 联网吗？", says="应实现设备联网，"),
        result(SECOND, question="点检了 3 次吗？", says="开展点检；"),
    ]
    told = narrate(clause, "gap", asked, (), ground()).text
    assert told == "现状：尚未满足：「应实现设备联网」；「开展点检」——还没有。"


def test_at_most_six_facts_are_told_the_closest_first() -> None:
    systems: list[dict[str, Any]] = [
        MES | {"id": f"X{number}", "code": f"X{number}", "name": f"平台{number}"} for number in range(8)
    ]
    systems.append({**MES, "modules": ["设备联网"]})
    by = [f"X{number}" for number in range(8)] + ["S1"]
    found = item(systems=systems, practices=[practice(FIRST, by=by, how="每班联网")])
    facts = [one.text for one in found.sentences if one.part == "现状"]
    assert len(facts) == 6 and facts[0].startswith("生产执行系统")


def test_a_system_that_was_only_asked_about_is_not_told() -> None:
    found = item(systems=[MES | {"modules": ["派工"]}])
    assert found.points[0].status == "unknown" and found.points[0].basis
    assert of_part(found, "现状") == ""


@pytest.mark.parametrize("nothing", ["无", "没有", "暂无。", "不详", "/", "——", "目前没有", "暂未开展", "N/A"])
def test_an_answer_that_says_nothing_is_no_practice(nothing: str) -> None:
    found = item(practices=[practice(FIRST, SECOND, state="试运行", how=nothing, effect=nothing)])
    assert of_part(found, "做法") == of_part(found, "成效") == ""
    assert placeholder("具体做法（应实现设备联网了吗）") in found.placeholders
    assert any("成效" in one for one in found.placeholders)


def test_what_is_met_by_an_answer_or_a_threshold_asks_for_no_practice() -> None:
    assert not any("具体做法" in one for one in item(practices=[practice(FIRST, SECOND)]).placeholders)
    threshold = replace(CLAUSE, kind="threshold")
    for status in ("met", "partial"):
        told = narrate(threshold, "met", [result(FIRST, status)], (), ground())
        assert not any("具体做法" in one for one in told.placeholders)


def test_dates_stand_in_one_form_and_are_still_held_against_the_profile() -> None:
    known = ground(systems=[MES | {"since": "2022.05", "modules": ["设备联网"]}])
    found = item(systems=[MES | {"since": "2022.05", "modules": ["设备联网"]}])
    (claim,) = [one for one in found.sentences if one.part == "现状"]
    assert "自2022-05投用" in claim.text
    assert problems(claim, CLAUSE, known.text, LEXICON) == ()
    assert problems(replace(claim, text=claim.text.replace("05", "06")), CLAUSE, known.text, LEXICON)


def test_the_same_words_are_told_once() -> None:
    found = item(practices=[practice(FIRST, how="每班点检"), practice(SECOND, how="每班点检。")])
    assert of_part(found, "做法") == "每班点检。"
