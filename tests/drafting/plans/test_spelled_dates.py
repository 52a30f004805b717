"""Dates in one form: only the signs between the digits change."""

from __future__ import annotations

import re

import pytest

from drafting.plans.claim_checks import foreign
from drafting.plans.spelled_dates import in_one_form, spelled


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2023", "2023年"),
        ("2023/6", "2023-6"),
        ("2023.06", "2023-06"),
        ("2023/06/01", "2023-06-01"),
        ("2023-06", "2023-06"),
        ("2023年6月", "2023年6月"),
        ("2025-01至2025-12", "2025-01至2025-12"),
        ("上年", "上年"),
        ("", ""),
    ],
)
def test_a_date_keeps_its_digits(written: str, told: str) -> None:
    assert spelled(written) == told
    assert re.findall(r"\d+", told) == re.findall(r"\d+", written)


def test_only_dates_of_a_text_change() -> None:
    assert in_one_form("自 2023.06 在用，2024/3/15 验收") == "自 2023-06 在用，2024-3-15 验收"
    for said in ("2023.13", "占 46.46%", "版本 1.2023.06", "覆盖 2019/2020", "3860/4120", "2023.065"):
        assert in_one_form(said) == said


def test_a_sentence_may_spell_a_date_of_the_profile_with_other_signs_but_no_other_date() -> None:
    assert foreign("自2023-06投用", "投用日期 2023/06") == ()
    assert foreign("自2023-07投用", "投用日期 2023/06") != ()
    assert foreign("自2023-06投用", "版本 12.5") != ()
