"""Names lead to facts, facts have paths, and a path reads as a sentence."""

from __future__ import annotations

import pytest

from drafting.generator import DraftingError
from drafting.profiles.reading import read_profile
from drafting.profiles.references import describe, fact, resolve, rows
from drafting.profiles.sections import Profile
from tests.drafting.profiles.made_up_profile import FULL


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    path = tmp_path_factory.mktemp("profile") / "a.yaml"
    path.write_text(FULL, encoding="utf-8")
    return read_profile(path)


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("S1", ("systems[0]",)),
        ("mes", ("systems[0]", "systems[1]")),
        ("ＭＥＳ ", ("systems[0]", "systems[1]")),
        ("装配执行系统", ("systems[1]",)),
        ("设备、工装管理制度", ("documents[0]",)),
        ("报工培训", ("trainings[0]",)),
        ("GB/T 39116-2020", ("assessments[0]",)),
        ("E1", ("evidence[0]",)),
        ("没有的系统", ()),
        ("", ()),
        ("《》", ()),
    ],
)
def test_a_name_leads_to_its_rows(profile: Profile, name: str, paths: tuple[str, ...]) -> None:
    assert resolve(profile, name) == paths


def test_an_id_comes_before_a_code_and_a_code_before_a_name(profile: Profile) -> None:
    systems = [
        {"id": "A", "code": "B", "name": "C", "state": "在用"},
        {"id": "B", "code": "C", "name": "A", "state": "在用"},
    ]
    mixed = Profile.model_validate({"profile": profile.profile, "company": profile.company, "systems": systems})
    assert [resolve(mixed, name) for name in "ABC"] == [("systems[0]",), ("systems[1]",), ("systems[1]",)]


def test_a_path_leads_to_a_value(profile: Profile) -> None:
    assert fact(profile, "systems[0].since") == "2021-05"
    assert fact(profile, "systems[0].modules[1]") == "报工"
    assert fact(profile, "systems[0]") is profile.systems[0]
    assert fact(profile, "company.legal_person") is True
    assert fact(profile, "company.founded") is None
    assert fact(profile, "plans") is profile.plans


@pytest.mark.parametrize(
    "path",
    [
        "systems[9]",
        "systems[0].nothing",
        "nothing",
        "systems.name",
        "company[0]",
        "systems[0].modules[7]",
        "model_fields",
        "",
        "a b",
    ],
)
def test_a_path_to_nothing_is_an_error(profile: Profile, path: str) -> None:
    for read in (fact, describe):
        with pytest.raises(DraftingError, match="档案里没有这一处"):
            read(profile, path)


def test_a_fact_reads_as_a_sentence(profile: Profile) -> None:
    assert describe(profile, "systems[0]") == (
        "系统 MES 生产执行系统：状态 在用，投用日期 2021-05，已覆盖 3，应覆盖 4，功能模块 排产、报工"
    )
    assert describe(profile, "systems[0].state") == "系统 MES 生产执行系统：状态 在用"
    assert describe(profile, "systems[0].modules[0]") == "系统 MES 生产执行系统：功能模块 排产"
    assert describe(profile, "systems[0].vendor") == "系统 MES 生产执行系统：供应商 未填"
    assert describe(profile, "company.industry") == "企业：行业类型 离散"
    assert describe(profile, "organisation[0].name") == "组织 智能制造部：部门（岗位、小组） 智能制造部"
    assert describe(profile, "systems") == "系统：3 条"


def test_every_fact_of_a_profile_reads(profile: Profile) -> None:
    paths = [path for path, _ in rows(profile)]
    assert len(paths) == len(set(paths)) >= 24
    assert all(describe(profile, path) and fact(profile, path) is not None for path in paths)
