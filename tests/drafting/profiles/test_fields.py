"""What people write for dates, numbers, words and choices means what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.profiles.fields import CHOICES, joined, several, span
from drafting.profiles.sections import sections
from drafting.profiles.slots import slots


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023年12月", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023/6/5", date(2023, 6, 5), date(2023, 6, 5)),
        ("2023年6月5日", date(2023, 6, 5), date(2023, 6, 5)),
        ("2023.6.5", date(2023, 6, 5), date(2023, 6, 5)),
    ],
)
def test_a_written_time_covers_days(written: str, first: date, last: date) -> None:
    assert span(written) == (first, last)


@pytest.mark.parametrize("written", ["", "23-06", "2023-13", "2023-06-31", "0000", "9999", "2023-06-01 10:00", "45000"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"日期|日历"):
        span(written)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("排产、报工", ("排产", "报工")),
        ("排产；报工;安灯\n追溯", ("排产", "报工", "安灯", "追溯")),
        ("《设备、工装管理制度》、MES", ("《设备、工装管理制度》", "MES")),
        ("设备、工装管理制度；MES", ("设备、工装管理制度", "MES")),
        ("设备、工装管理制度；", ("设备、工装管理制度",)),
        (" 、；", ("、",)),
        ("", ()),
    ],
)
def test_several_words_stand_in_one_text(text: str, words: tuple[str, ...]) -> None:
    assert several(text) == words


WORD = st.text("甲乙a、《》（ ", min_size=1).map(str.strip).filter(bool)


@given(st.lists(WORD, max_size=4).map(tuple))
def test_words_joined_are_read_apart_again(words: tuple[str, ...]) -> None:
    assert several(joined(words)) == words


def test_every_field_is_named_once_in_its_section() -> None:
    for key, _, kind, _ in sections():
        titles = [slot.title for slot in slots(kind)]
        assert len(titles) == len(set(titles)), key
        assert {slot.key for slot in slots(kind)} == set(kind.model_fields)


def test_every_choice_has_a_code_and_a_name_of_its_own() -> None:
    for names in CHOICES.values():
        assert len(set(names.values())) == len(names) == len(set(names) | set(names.values())) / 2


def test_the_kinds_of_fields_are_known() -> None:
    by_key = {f"{key}.{slot.key}": slot.kind for key, _, kind, _ in sections() for slot in slots(kind)}
    assert by_key["systems.state"] == by_key["company.scale"] == "choice"
    assert by_key["systems.modules"] == "words" and by_key["systems.since"] == "date"
    assert by_key["equipment.key"] == by_key["evidence.sealed"] == "yes"
    assert by_key["measures.value"] == by_key["profile.format"] == "number"
