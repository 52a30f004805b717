"""A number is taken where it is sure what it means, in the unit of its field, and refused where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.profiles.number_reading import (
    AREA,
    BARE,
    MACHINES,
    MONEY,
    PEOPLE,
    SHARE,
    Measured,
    number_in,
    said_share,
)


@pytest.mark.parametrize(
    ("measured", "written", "number"),
    [
        (MONEY, "5000万元", 5000),
        (MONEY, "5,000 万", 5000),
        (MONEY, "1.95亿", 19500),
        (MONEY, "0.00015亿元", 1.5),
        (MONEY, "-3", -3),
        (SHARE, "62%", 62),
        (SHARE, "６２．５％", 62.5),
        (SHARE, "0.38%", 0.38),
        (SHARE, 0, 0),
        (SHARE, "0.0", 0),
        (AREA, "6,200㎡", 6200),
        (AREA, "6200 平方米", 6200),
        (AREA, "6200m²", 6200),
        (PEOPLE, "120人", 120),
        (MACHINES, "20 台", 20),
        (BARE, "1，234，567.5", 1234567.5),
    ],
)
def test_what_is_sure_is_taken(measured: Measured, written: object, number: float) -> None:
    assert number_in(measured)(written) == number


@pytest.mark.parametrize(
    ("measured", "written", "said"),
    [
        (MONEY, "5000元", "「5000元」的单位不是万元，只写以万元计的数"),
        (MONEY, "50%", "「50%」的单位不是万元"),
        (SHARE, "62万元", "「62万元」的单位不是%"),
        (SHARE, "0.38", "「0.38」是 38% 还是 0.38%？写成 38%，或 0.38%，带上 %"),
        (SHARE, 0.38, "「0.38」是 38% 还是 0.38%？"),
        (AREA, "9亩", "「9亩」的单位不是平方米"),
        (PEOPLE, "约120人", "「约120人」不是数字，这里以人计"),
        (PEOPLE, "120人以上", "「120人以上」的单位不是人"),
        (MONEY, "100-200万元", "「100-200万元」"),
        (MONEY, "1,95", "「1,95」"),
        (MONEY, "三百", "「三百」不是数字，这里以万元计"),
        (BARE, "三百", "「三百」不是数字"),
        (BARE, "3台", "「3台」不是数字，这里不带单位"),
        (BARE, True, "「True」不是数字"),
        (BARE, float("nan"), "「nan」不是数字"),
        (BARE, 10**15, "不是数字"),
    ],
)
def test_what_is_not_sure_is_refused_and_no_column_is_named_that_is_not_there(
    measured: Measured, written: object, said: str
) -> None:
    with pytest.raises(ValueError, match=r"不是|还是") as caught:
        number_in(measured)(written)
    assert said in str(caught.value) and "单位栏" not in str(caught.value)


@given(st.decimals(0, 999, places=4))
def test_a_share_is_read_as_it_is_said(share: object) -> None:
    exact = number_in(SHARE)(f"{share:f}%")
    assert number_in(SHARE)(said_share(exact)) == exact
