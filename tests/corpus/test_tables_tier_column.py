"""Invented tables that have a column for the tier of each row, behind the names of the rows or what is asked."""

from __future__ import annotations

import pytest

from corpus.clause import Clause
from tests.corpus.drawn import OPENING, Merged, asked, read_drawn, table
from tests.corpus.reading_rules import read_checked


def _links(rows: tuple[Clause, ...]) -> list[tuple[str | None, str | None, str, str]]:
    """Tier, element, kind and reading of what the rows of tables ask."""
    kinds = ("requirement", "threshold", "not_required")
    found = [row for row in rows if row.kind in kinds and row.rule.startswith("conditions.")]
    return [(row.tier, row.element, row.kind, row.plain) for row in found]


LINKS = [
    ("basic", "配料", "requirement", "应建立配方台账"),
    ("advanced", "配料", "requirement", "配料自动称量率不低于70%"),
    ("basic", "发运", "not_required", "不作要求"),
    ("advanced", "发运", "requirement", "应实现发运单据电子化"),
    ("basic", "回收", "not_required", "/"),
    ("advanced", "回收", "requirement", "应统计边角料"),
]


@pytest.mark.parametrize("head", ["层级", "等级", "级别", "档次", "适用等级"])
def test_a_column_behind_the_names_tells_the_tier_of_each_row(head: str) -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["序号", "环节", head, "要素条件"],
            [Merged("1", 2), Merged("配料", 2), "基础级", "应建立配方台账"],
            ["先进级", "配料自动称量率不低于70%"],
            [Merged("2", 2), Merged("发运", 2), "基础级", "不作要求"],
            ["先进级", "应实现发运单据电子化"],
            ["3", "回收", "基础级", "/"],
            ["", "", "先进级", "应统计边角料"],
        ),
    )
    assert _links(rows) == LINKS
    assert [(row.plain, row.tier) for row in rows if row.kind == "heading" and row.rule == "conditions.name"] == [
        ("配料", None),
        ("发运", None),
        ("回收", None),
    ]


@pytest.mark.parametrize("open_cells", ["\t\t", ""])
def test_a_tier_behind_the_names_in_a_text_without_a_shape(open_cells: str) -> None:
    printed = "序号\t环节\t层级\t要素条件\n"
    for number, (name, basic, advanced) in enumerate(
        (("配料", LINKS[0], LINKS[1]), ("发运", LINKS[2], LINKS[3]), ("回收", LINKS[4], LINKS[5])), start=1
    ):
        printed += f"{number}\t{name}\t基础级\t{basic[3]}\n{open_cells}先进级\t{advanced[3]}\n"
    assert _links(read_checked(f"{OPENING}\n{printed}")) == LINKS


def test_a_tier_behind_what_is_asked() -> None:
    rows = read_drawn(
        OPENING,
        table(
            ["环节", "要求", "适用级别"],
            ["配料", "应建立配方台账", "基础级"],
            ["发运", "应实现发运单据电子化", "先进级"],
        ),
    )
    assert asked(rows) == [
        ("basic", "requirement", "应建立配方台账"),
        ("advanced", "requirement", "应实现发运单据电子化"),
    ]


@pytest.mark.parametrize(
    ("head", "levels", "text"),
    [
        ("级别", ("国家级", "省级"), "申报条件"),
        ("风险等级", ("一级", "二级"), "管控要求"),
        ("等级", ("基础级", "先进级"), "所在市"),
    ],
)
def test_other_levels_beside_names_are_no_tiers(head: str, levels: tuple[str, str], text: str) -> None:
    rows = read_drawn(
        "某省制造业名单\n",
        table(["序号", "名称", head, text], ["1", "甲", levels[0], "应当登记"], ["2", "乙", levels[1], "应当复核"]),
    )
    assert all(row.tier is None for row in rows)


@pytest.mark.parametrize("said", ["可不部署", "可以不建设", "暂不要求", "不强制要求", "无需配置", "不作强制要求"])
def test_a_cell_that_lets_a_tier_off_asks_nothing(said: str) -> None:
    rows = read_drawn(OPENING, table(["要素", "基础级", "先进级"], ["WMS应用", said, "应部署WMS"]))
    assert asked(rows) == [("basic", "not_required", said), ("advanced", "requirement", "应部署WMS")]


@pytest.mark.parametrize("said", ["可不超过5%", "无需人工干预即可完成换型", "不要求停机的情况下应完成升级"])
def test_a_cell_that_only_begins_so_still_asks(said: str) -> None:
    rows = read_drawn(OPENING, table(["要素", "基础级", "先进级"], ["换型", said, "应自动换型"]))
    assert [kind for _, kind, _ in asked(rows)] == ["requirement", "requirement"]
