"""A bare figure of a table is a figure of its row's name; a cell that says what it measures speaks for itself."""

from __future__ import annotations

import pytest

from corpus.clause import Clause
from corpus.quantity import quantities
from kg.row_names import measured_name, row_name, with_row_name


def cell(text: str, row: str | None = "设备联网率", **fields: str) -> Clause:
    given = {"kind": "requirement", "subdomain": row} | fields
    return Clause("x/1", "x", "", (), text=text, plain=text, start=0, end=len(text), rule="made",
                  quantities=quantities(text), **given)  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize("text", ["≥60%", "60%以上", "不低于65%", "较建设前下降10%以上", "同比提高5%", "≥90", "300"])
def test_a_cell_of_a_figure_alone_has_the_name_of_its_row(text: str) -> None:
    assert row_name(cell(text)) == "设备联网率"
    assert with_row_name(cell(text)) == f"设备联网率 {text}"


@pytest.mark.parametrize(
    "text", ["关键设备数控化率不低于40%", "可不部署", "应部署MES", "应建成2个数字化车间", "设备联网率达到60%", "/"]
)
def test_a_cell_that_says_more_speaks_for_itself(text: str) -> None:
    assert row_name(cell(text)) == ""
    assert with_row_name(cell(text)) == text


def test_a_sentence_of_no_row_and_a_heading_have_none() -> None:
    assert row_name(cell("不低于60%", None)) == ""
    assert row_name(cell("3月31日前", "企业", kind="heading")) == ""


def test_the_unit_in_the_head_of_a_row_is_not_part_of_what_is_measured() -> None:
    assert measured_name(cell("300", "智能化投入（万元）")) == "智能化投入"
    assert measured_name(cell("300", "智能化投入")) == "智能化投入"
