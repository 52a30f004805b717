"""Ladders before their steps, of documents of other shapes than the founding ones."""

from __future__ import annotations

from kg.ladders.ladder import Ladder
from kg.ladders.rungs import rungs
from kg.ladders.tiers import tiers_of
from tests.corpus.reading_rules import read_checked
from tests.corpus.test_other_provinces import TIER_TABLES


def ladders(text: str) -> list[tuple[str, str, list[tuple[str, int]]]]:
    rows = read_checked(text)
    return [told(one) for one in rungs("doc", rows, tiers_of(rows))]


def told(ladder: Ladder) -> tuple[str, str, list[tuple[str, int]]]:
    return ladder.number, ladder.name, [(cell.tier, len(cell.clauses) * cell.required) for cell in ladder.cells]


def test_tables_of_another_province() -> None:
    found = ladders(TIER_TABLES)
    assert found[:2] == [
        ("1", "生产作业", [("basic", 2), ("advanced", 2), ("excellence", 1)]),
        ("2", "设备管理", [("basic", 0), ("advanced", 1), ("excellence", 0)]),
    ]
    assert [name for _, name, _ in found] == ["生产作业", "设备管理", "能源管理", "供应链"]


def test_subdomains_without_numbers_and_grades_nobody_knows() -> None:
    text = (
        "智能工厂能力要求\n\n\t能力域\n\t能力子域\n\t规范级\n\t集成级\n\n\t生产\n\t计划调度\n\t应编制计划。\n\t应采用APS。\n\n"
        "\t\n\t质量管控\n\t无\n\t应在线检测。\n"
    )
    assert ladders(text) == [
        ("", "计划调度", [("tier-1", 1), ("tier-2", 1)]),
        ("", "质量管控", [("tier-1", 0), ("tier-2", 1)]),
    ]


def test_chapters_of_tiers_go_by_the_headings_within_them() -> None:
    text = (
        "智能工厂培育要素条件\n\n一、基础级智能工厂\n（一）工厂建设\n1.计划调度。应用ERP编制计划。\n2.生产作业。数控化率不低于60%。\n"
        "二、先进级智能工厂\n（一）工厂建设\n1.计划调度。应用APS编制计划。\n"
    )
    assert ladders(text) == [
        ("", "计划调度", [("basic", 1), ("advanced", 1)]),
        ("", "生产作业", [("basic", 1), ("advanced", 0)]),
    ]


def test_what_stands_right_under_a_tier_is_one_ladder() -> None:
    text = "智能工厂培育要素条件\n\n一、基础级智能工厂\n应编制计划。\n二、先进级智能工厂\n应建设数字孪生工厂。\n"
    assert ladders(text) == [("", "", [("basic", 1), ("advanced", 1)])]
