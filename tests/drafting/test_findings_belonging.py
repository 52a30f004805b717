"""“A belongs to B” and “A is B” are held against the text; what is true, denied or not said so is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.clause import Clause
from drafting.findings.belonging import mispaired, misplaced
from drafting.shelf import Shelf
from tests.drafting.made_up import CAPABILITIES, CLAUSES, SCHEME, frame, meta, row, shelf

UPKEEP, ENERGY = "19", "21"
MAKING, GREEN = "智能化生产", "绿色化制造"
PAIRS = row("5/p1", "分为起步级（小作坊）、爬坡级（大作坊）、登顶级（新作坊）。", kind="paragraph", section="5")


def asked(text: str, subdomains: tuple[str, ...], *domains: str, **fields: Any) -> list[str]:
    given = {"subdomains": subdomains, "domains": domains, "premise": True} | fields
    return [said for said, _ in misplaced(frame(text, **given), shelf(), CAPABILITIES)]


@pytest.mark.parametrize(
    "text",
    ["设备运维属于绿色化制造，对吧", "设备运维归在绿色化制造里，是吧", "设备运维是绿色化制造下面的，没错吧"],
)
def test_a_part_put_in_the_wrong_place_is_put_right(text: str) -> None:
    (said,) = asked(text, (UPKEEP,), GREEN)
    assert said == "前提不成立：“设备运维”属于“智能化生产”，不属于“绿色化制造”。"


def test_the_correction_rests_on_the_clauses_that_are_placed_there() -> None:
    ((_, basis),) = misplaced(
        frame("设备运维属于绿色化制造，对吧", subdomains=(UPKEEP,), domains=(GREEN,), premise=True),
        shelf(),
        CAPABILITIES,
    )
    assert basis == ("scheme/19/digital-workshop/a", "scheme/19/smart-factory/a")


def test_nothing_is_said_where_no_clause_shows_the_place() -> None:
    asking = frame("设备运维属于绿色化制造，对吧", subdomains=(UPKEEP,), domains=(GREEN,), premise=True)
    assert misplaced(asking, Shelf([meta(SCHEME, "某省")], (), {}), CAPABILITIES) == []


@pytest.mark.parametrize(
    ("text", "subdomains", "domains", "fields"),
    [
        ("设备运维属于智能化生产，对吧", (UPKEEP,), (MAKING,), {}),
        ("设备运维不属于绿色化制造，对吧", (UPKEEP,), (GREEN,), {}),
        ("设备运维属于智能化生产而非绿色化制造，对吧", (UPKEEP,), (MAKING, GREEN), {}),
        ("设备运维和能源监测分别属于智能化生产和绿色化制造，对吧", (UPKEEP, ENERGY), (MAKING, GREEN), {}),
        ("设备运维属于绿色化制造吗", (UPKEEP,), (GREEN,), {"premise": False}),
        ("设备运维不用归绿色化制造，对吧", (UPKEEP,), (GREEN,), {"negated": True}),
        ("设备运维要和绿色化制造一起做，对吧", (UPKEEP,), (GREEN,), {}),
        ("设备运维属于重点工作，对吧", (UPKEEP,), (), {}),
        ("它属于绿色化制造，对吧", (), (GREEN,), {}),
    ],
)
def test_what_is_true_denied_or_not_asserted_is_left_alone(
    text: str, subdomains: tuple[str, ...], domains: tuple[str, ...], fields: dict[str, Any]
) -> None:
    assert asked(text, subdomains, *domains, **fields) == []


def paired(text: str, *clauses: Clause, **fields: Any) -> list[str]:
    held = Shelf([meta(SCHEME, "某省分级建设要求")], (*CLAUSES, *clauses), {})
    return [said for said, _ in mispaired(frame(text, **({"premise": True} | fields)), held)]


@pytest.mark.parametrize(
    "text", ["爬坡级（新作坊）要先申报，对吧", "爬坡级就是新作坊，对吧", "新作坊对应爬坡级，没错吧"]
)
def test_two_names_that_the_text_pairs_otherwise(text: str) -> None:
    (said,) = paired(text, PAIRS)
    assert "“登顶级（新作坊）”，不是“爬坡级”" in said and "某省分级建设要求" in said


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("爬坡级（大作坊）要先申报，对吧", {}),
        ("做完爬坡级再做新作坊，对吧", {}),
        ("爬坡级比新作坊容易，对吧", {}),
        ("爬坡级不是新作坊，对吧", {}),
        ("爬坡级就是新作坊吗", {"premise": False}),
        ("爬坡级就是新作坊，对吧", {"documents": ("plan",)}),
        ("爬坡级、登顶级（新作坊）都要申报，对吧", {}),
    ],
)
def test_names_that_are_not_paired_wrongly_are_left_alone(text: str, fields: dict[str, Any]) -> None:
    assert paired(text, PAIRS, **fields) == []
