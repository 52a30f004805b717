"""Numbers in the formats of workbooks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.workbook.number_shown import number_shown


@pytest.mark.parametrize(
    ("raw", "code", "written"),
    [
        ("0.305", "0.0%", "30.5%"),
        ("0.5", "0%", "50%"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("-1234.5", "_ * #,##0.00_ ;_ * -#,##0.00_ ", "-1,234.50"),
        ("-5", "0.0;[Red](0.0)", "(5.0)"),
        ("-0.004", "0.00", "0.00"),
        ("2.5", "0", "3"),
        ("0", '0;-0;"—"', "—"),
        ("3", '"第"0"条"', "第3条"),
        ("7", "000", "007"),
        ("0.5", "#.##", ".5"),
        ("1500000", '#,##0.0,"千元"', "1,500.0千元"),
        ("500", "[$¥-804]#,##0.00", "¥500.00"),
        ("12345", "0.00E+00", "1.23E+04"),
        ("13800138000", "000-0000-0000", "138-0013-8000"),
        ("60", '[>=60]"合格";"不合格"', "合格"),
        ("59", '[>=60]"合格";"不合格"', "不合格"),
        ("123", "[DBNum2]General", "壹佰贰拾叁"),
        ("-60", "[DBNum1]0", "-六〇"),
        ("0", "0.00E+00", "0.00E+00"),
        ("1E+28", "0.0", "10000000000000000000000000000.0"),
        ("5", "@", "5"),
        ("5", ";;;", ""),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("330100000000123", "General", "330100000000123"),
        ("1E5", "General", "100000"),
        ("abc", "0", "abc"),
        ("1E+400", "0", "1E+400"),
        ("5", "0" * 300, "5"),
    ],
)
def test_numbers(raw: str, code: str, written: str) -> None:
    assert number_shown(raw, code) == written


@pytest.mark.parametrize(
    ("raw", "code", "written"),
    [
        ("45717", "yyyy/m/d", "2025/3/1"),
        ("45717.5", "yyyy-mm-dd hh:mm", "2025-03-01 12:00"),
        ("45717", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二五年三月一日"),
        ("45717", "[$-804]aaaa", "星期六"),
        ("45717", "d-mmm-yy", "1-Mar-25"),
        ("45717", "dddd", "Saturday"),
        ("45717", "[$-F800]dddd, mmmm dd, yyyy", "2025年3月1日"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.75", '上午/下午h"时"mm"分"', "下午6时00分"),
        ("0.5", "h:mm AM/PM", "12:00 PM"),
        ("45717.604", "mm:ss", "29:46"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("-1", "yyyy/m/d", "-1"),
        ("99999999", "yyyy/m/d", "99999999"),
    ],
)
def test_dates(raw: str, code: str, written: str) -> None:
    assert number_shown(raw, code) == written


def test_days_may_count_from_1904() -> None:
    assert number_shown("44255", "yyyy/m/d", from_1904=True) == "2025/3/1"


@given(st.text(max_size=20), st.text('0#?.,%;[]"\\@Eyd mhs年G/_*-+$>=5aeDBNum1', max_size=30))
def test_any_text_in_any_format_is_a_text(raw: str, code: str) -> None:
    assert isinstance(number_shown(raw, code), str)


@given(
    st.floats(allow_nan=False, allow_infinity=False).map(repr) | st.integers().map(str),
    st.text('0#?.,%;[]"\\@Eyd mhs年G/_*-+$>=5aeDBNum1', max_size=30),
)
def test_any_number_in_any_format_is_a_short_text(raw: str, code: str) -> None:
    assert len(number_shown(raw, code)) < 5_000
