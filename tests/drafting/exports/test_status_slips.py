"""What a person may have meant by a word that is no status: never the opposite of what they wrote."""

from __future__ import annotations

import pytest

from drafting.exports.workbook_values import from_cell
from drafting.plans.statuses import STATUS_LABELS
from drafting.sheet import ReadCell


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("不满足", "缺项"),
        ("未满足", "缺项"),
        ("没有满足", "缺项"),
        ("没满足", "缺项"),
        ("尚未满足", "缺项"),
        ("不 满足", "缺项"),
        ("不能满足要求", "缺项"),
        ("已满足", "满足"),
        ("部分满", "部分满足"),
        ("不适合", "不适用"),
        ("适用", None),
        ("部分不满足", None),
        ("不待确认", None),
        ("好", None),
    ],
)
def test_what_is_proposed_says_what_was_written(typed: str, meant: str | None) -> None:
    with pytest.raises(ValueError, match=f"「{typed}」不是状态") as refused:
        from_cell(ReadCell("", typed), "status")
    proposed = f"，是不是「{meant}」？" if meant else "，只能写"
    assert f"不是状态{proposed}" in str(refused.value)
    assert all(label in str(refused.value) for label in STATUS_LABELS.values())
