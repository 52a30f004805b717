"""Numbers with comparator and unit, and the numbers that count nothing."""

from __future__ import annotations

import pytest

from corpus.quantity import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比不低于30%", ("不低于30%", ">=", 30.0, None, "%")),
        ("总投资达800万以上", ("达800万以上", ">=", 800.0, None, "万元")),
        ("投资800万元以上", ("800万元以上", ">=", 800.0, None, "万元")),
        ("建设周期不超过2年", ("不超过2年", "<=", 2.0, None, "年")),
        ("2年内完成", ("2年内", "<=", 2.0, None, "年")),
        ("完成后两个月内", ("两个月内", "<=", 2.0, None, "个月")),
        ("机器人（三轴及以上）", ("三轴及以上", ">=", 3.0, None, "轴")),
        ("每年培育10家左右", ("10家左右", "~", 10.0, None, "家")),
        ("近200家企业", ("近200家", "~", 200.0, None, "家")),
        ("近三年无事故", ("近三年", "=", 3.0, None, "年")),
        ("国家前五", ("前五", "<=", 5.0, None, "名")),
        ("提升20个百分点", ("20个百分点", "=", 20.0, None, "个百分点")),
        ("不低于百分之三十", ("不低于百分之三十", ">=", 30.0, None, "%")),
        ("500万元至1000万元", ("500万元至1000万元", "range", 500.0, 1000.0, "万元")),
        ("占30%-50%", ("30%-50%", "range", 30.0, 50.0, "%")),
        ("控制在18℃～26℃", ("18℃～26℃", "range", 18.0, 26.0, "℃")),
        ("营收1,000万元以上", ("1,000万元以上", ">=", 1000.0, None, "万元")),
        ("可用率大于99.9％", ("大于99.9％", ">", 99.9, None, "%")),
        ("能耗小于 5 吨", ("小于 5 吨", "<", 5.0, None, "吨")),
    ],
)
def test_a_stated_number(text: str, expected: tuple[str, str, float, float | None, str]) -> None:
    (found,) = quantities(text)
    assert (found.text, found.comparator, found.value, found.value_max, found.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第三方机构",
        "第三条规定",
        "见附件3、表15",
        "自2025年1月1日起",
        "一种新模式、一个平台、一批项目",
        "二次开发",
        "一体化、5G、工业4.0",
        "浦政办发〔2019〕94 号",
        "GB/T 39116-2020",
        "十分重要",
    ],
)
def test_a_number_that_counts_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_one_sentence_may_state_several() -> None:
    text = "投资达500万以上，占比不低于30%且不低于200万元；周期不超过2年"
    assert [(one.value, one.unit) for one in quantities(text)] == [(500, "万元"), (30, "%"), (200, "万元"), (2, "年")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推荐不得超过10个", ("<=", 10.0, None, "个")),
        ("层高不应低于4.5米", (">=", 4.5, None, "米")),
        ("至少建成2条产线", (">=", 2.0, None, "条")),
        ("最高给予50万元", ("<=", 50.0, None, "万元")),
        ("上限200万元", ("<=", 200.0, None, "万元")),
        ("按不高于投资额12%的比例", ("<=", 12.0, None, "%")),
        ("达到行业平均水平的1.5倍以上", (">=", 1.5, None, "倍")),
        ("500万元（含）至1000万元", ("range", 500.0, 1000.0, "万元")),
        ("2000万元至4亿元之间", ("range", 0.2, 4.0, "亿元")),
        ("500万元（含500万元）以上", (">=", 500.0, None, "万元")),
        ("超过1亿元（含1亿元）", (">", 1.0, None, "亿元")),
        ("职工不足100人", ("<", 100.0, None, "人")),
        ("用电100万千瓦时", ("=", 100.0, None, "万千瓦时")),
        ("超过同行不低于5%", (">=", 5.0, None, "%")),
    ],
)
def test_a_bound_however_it_is_put(text: str, expected: tuple[str, float, float | None, str]) -> None:
    assert [(q.comparator, q.value, q.value_max, q.unit) for q in quantities(text)] == [expected]
