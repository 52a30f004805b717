"""A profile filled in place: what a form shows is read back the same, what is wrong is said with its row."""

from __future__ import annotations

import pytest

from drafting.generator import DraftingError
from drafting.profiles.checking import checked
from drafting.profiles.examples import example
from drafting.profiles.form_rows import filled, profile_json, rows_of
from drafting.profiles.json_tree import read_json
from drafting.profiles.sections import Profile, sections
from drafting.profiles.yaml_tree import read_yaml


@pytest.fixture(scope="module", params=["discrete", "process"])
def profile(request: pytest.FixtureRequest) -> Profile:
    return checked(read_yaml(example(request.param)), "example.yaml")


def test_every_section_is_read_back_as_the_form_shows_it(profile: Profile) -> None:
    for key, *_ in sections():
        assert filled(profile, {key: rows_of(profile, key)}) == profile, key


def test_a_profile_is_read_back_from_its_file(profile: Profile) -> None:
    assert checked(read_json(profile_json(profile).decode()), "profile.json") == profile


def test_a_new_row_is_added_and_a_blank_one_is_none(profile: Profile) -> None:
    rows = [*rows_of(profile, "systems"), {"name": "新系统", "state": "计划"}, {"name": " ", "state": None}]
    after = filled(profile, {"systems": rows})
    assert len(after.systems) == len(profile.systems) + 1
    assert (after.systems[-1].name, after.systems[-1].state) == ("新系统", "planned")


def test_a_profile_can_be_begun_with_nothing() -> None:
    given = {
        "profile": [{"id": "new", "as_of": "2026-10"}],
        "company": [{"name": "新厂", "industry": "离散", "total_assets": "1.95亿"}],
    }
    made = filled(None, given)
    assert (made.company.name, made.company.industry, made.company.total_assets) == ("新厂", "discrete", 19500)


def test_what_is_wrong_is_said_with_its_section_and_row(profile: Profile) -> None:
    rows = [*rows_of(profile, "equipment"), {"name": "机器人", "count": "三台左右", "state": "在用"}]
    with pytest.raises(DraftingError, match=f"装备 第 {len(rows)} 行"):
        filled(profile, {"equipment": rows})
