"""What people write for dates, numbers, words and choices means what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from drafting.profiles.choices import code_of, yes_or_no
from drafting.profiles.fields import CHOICES, INDUSTRIES, STATES, IndustryField, StateField, joined, several, span
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


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("已上线", "在用"),
        ("已投用", "在用"),
        ("运行中", "在用"),
        ("正式运行", "在用"),
        (" 试用", "试运行"),
        ("试运行中", "试运行"),
        ("建设中", "在建"),
        ("实施中", "在建"),
        ("规划中", "计划"),
        ("拟建", "计划"),
        ("筹建", "计划"),
        ("未建", "没有"),
        ("无", "没有"),
        ("已停用", "停用"),
        ("in_use", "在用"),
    ],
)
def test_usual_words_for_a_state_are_taken(written: str, state: str) -> None:
    assert STATES[TypeAdapter(StateField).validate_python(written)] == state


@pytest.mark.parametrize("written", ["已建成", "未上线", "上线过", "在用但不好用", ""])
def test_what_is_not_surely_a_state_is_none(written: str) -> None:
    with pytest.raises(ValueError, match="不在可选之列"):
        code_of(STATES)(written)


@pytest.mark.parametrize("written", ["再用", "已上线好", "in_user"])
def test_what_is_near_a_state_is_asked_back_by_its_name(written: str) -> None:
    with pytest.raises(ValueError, match=f"「{written}」不在可选之列，是不是「在用」？只能写 在用、"):
        TypeAdapter(StateField).validate_python(written)


@pytest.mark.parametrize("written", ["离散型", "离散制造", "离散", "discrete"])
def test_usual_words_for_an_industry_are_taken(written: str) -> None:
    assert INDUSTRIES[TypeAdapter(IndustryField).validate_python(written)] == "离散"


@pytest.mark.parametrize(("written", "said"), [("√", True), ("Y", True), ("×", False), ("N", False), ("没有", False)])
def test_ticks_and_crosses_are_yes_and_no(written: str, said: bool) -> None:
    assert yes_or_no(written) is said
