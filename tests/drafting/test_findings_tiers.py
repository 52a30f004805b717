"""A tier as a whole, of a scheme whose text divides its conditions by tiers alone."""

from __future__ import annotations

from corpus.clause import Clause
from drafting.findings.cells import find_cells
from drafting.findings.tiers import find_tier
from drafting.shelf import Shelf
from tests.drafting.made_up import BASES, CAPABILITIES, CLAUSES, SCHEME, frame, meta, row

NORTH = "north"


def of_tier(identifier: str, text: str, code: str, label: str, **fields: str) -> Clause:
    return row(identifier, text, document=NORTH, tier=code, tier_label=label, **fields)


ROWS = [
    of_tier("5", "基础级智能工厂应满足以下条件：", "basic", "基础级", kind="lead"),
    of_tier("5/1", "设备联网率不低于40%；", "basic", "基础级"),
    of_tier("6", "先进级智能工厂应在满足基础级条件的基础上，达到：", "advanced", "先进级", kind="lead"),
    of_tier("6/1", "设备联网率不低于60%；", "advanced", "先进级"),
    of_tier("6/2", "营业收入不低于5000万元。", "advanced", "先进级", kind="threshold"),
]


def shelf(bases: dict[str, dict[tuple[str, str], tuple[str, ...]]]) -> Shelf:
    return Shelf([meta(NORTH, "北原省培育办法")], ROWS, {}, bases)


ASKED = frame("先进级智能工厂有什么要求", tiers=("advanced",), documents=(NORTH,))
NAMES = ["先进级", "先进级智能工厂"]


def test_every_condition_is_quoted_with_those_of_the_tier_that_it_is_built_on() -> None:
    found = find_tier(ASKED, shelf({NORTH: {("advanced", "basic"): ("north/6",)}}), NAMES)
    assert found is not None
    first, base = found.sections
    assert [one.id for one in first.quoted] == ["north/6", "north/6/1", "north/6/2"]
    assert first.said[0].text.startswith("先进级共有 2 条条件")
    assert first.said[0].citations == ("north/6/1", "north/6/2")
    assert [one.id for one in base.quoted] == ["north/5/1"] and "先进级在基础级的基础上" in base.said[0].text
    assert base.said[0].citations == ("north/6", "north/5/1")
    assert found.result == {"kind": "clauses", "ids": ["north/6/1", "north/6/2"]}


def test_conditions_that_the_text_gives_to_no_tier_stand_beside() -> None:
    general = row("4", "应在北原省注册", document=NORTH)
    found = find_tier(ASKED, Shelf([meta(NORTH, "北原省培育办法")], [general, *ROWS], {}), NAMES)
    assert found is not None and [one.id for one in found.sections[1].quoted] == ["north/4"]
    assert found.sections[1].said[0].text.startswith("另列的条件有 1 条")


def test_no_base_is_told_that_the_text_does_not_tell() -> None:
    found = find_tier(ASKED, shelf({}), NAMES)
    assert found is not None and len(found.sections) == 1


def test_the_tier_below_is_called_a_base_only_where_the_text_calls_it_so() -> None:
    cells = {(SCHEME, "19", one.tier or ""): (one.id,) for one in CLAUSES if one.subdomain_no == 19}
    asked = frame("智能工厂的设备运维", tiers=("smart-factory",), subdomains=("19",), documents=(SCHEME,))
    headings: list[str] = []
    for bases in (BASES, {}):
        found = find_cells(asked, Shelf([meta(SCHEME, "某省分级建设要求")], CLAUSES, cells, bases), CAPABILITIES)
        assert found is not None
        headings.append(found.sections[1].heading)
        assert ("的基础上建设" in found.sections[1].said[0].text) == (bases is BASES)
    assert headings == ["基础：省级数字化车间", "下一等级：省级数字化车间"]
