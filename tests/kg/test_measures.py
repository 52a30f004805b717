from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.clause import Clause
from corpus.quantity import quantities
from kg.measures import measure_apart, measures, same_measure
from tests.kg.variants.rows_of import clause as said


def clause(place: str, text: str) -> Clause:
    return replace(said(place, text), quantities=quantities(text, 0))


def in_row(name: str, figure: str, place: str = "one/1") -> Clause:
    return replace(clause(place, figure), subdomain=name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("应使关键工艺设备联网率达到70%以上；", ("关键工艺设备联网率",)),
        ("阀件合格率、按期交付率均不低于95%。", ("阀件合格率", "按期交付率")),
        ("近三年设备投入占营业收入的比重不低于3%，用能成本较改造前下降8%。", ("设备投入占营业收入比重", "用能成本")),
        ("应用不少于6种工业软件。", ("工业软件",)),
        ("应对三类风险开展点检。", ()),
    ],
)
def test_a_figure_measures_what_its_phrase_names(text: str, names: tuple[str, ...]) -> None:
    assert tuple(name.removeprefix("近三年") for name in measures(clause("one/1", text))) == names


def test_a_bare_figure_measures_what_its_row_names() -> None:
    assert measures(in_row("故障停机时间（小时）", "≤4")) == ("故障停机时间",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("织机联网率", "织机数控化率", False),
        ("产品合格率", "产品返修率", False),
        ("故障停机时间", "换型时间", False),
        ("质检数据采集率", "能耗数据采集率", True),  # the same of another thing: left to the words
        ("织机联网率", "关键织机联网率", True),
        ("织机联网率", "联网织机占比", True),
        ("研发投入占营业收入比重", "研发费用占比", True),
        ("单位产品能耗", "万元产值能耗", True),
        ("率", "电耗", True),  # too little is named to tell
    ],
)
def test_measures_are_apart_where_what_they_are_of_differs(one: str, other: str, same: bool) -> None:
    assert same_measure(one, other) is same is same_measure(other, one)


def test_clauses_of_figures_are_apart_only_where_no_measure_is_common() -> None:
    low = clause("one/1", "织机联网率不低于40%；")
    assert measure_apart(low, clause("two/1", "织机数控化率不低于60%；"))
    assert not measure_apart(low, clause("two/1", "织机数控化率不低于60%，联网率不低于55%；"))
    assert not measure_apart(low, clause("two/1", "织机应联网并采集运行数据。"))


def test_a_figure_by_the_way_does_not_set_clauses_apart() -> None:
    one = clause("one/1", "应建设车间级数据平台，汇集设备、质量和能耗数据并开展分析，织机联网率不低于40%。")
    assert not measure_apart(one, clause("two/1", "织机数控化率不低于60%；"))


def test_bare_figures_of_other_rows_are_apart() -> None:
    assert measure_apart(in_row("织机联网率", "≥40%"), in_row("坯布一等品率", "≥90%"))
    assert not measure_apart(in_row("织机联网率", "≥40%"), in_row("织机联网率", "≥60%"))
