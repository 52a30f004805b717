"""The empty YAML profile can be filled in place, and says what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafting.generator import DraftingError
from drafting.profiles.reading import read_profile
from drafting.profiles.sections import sections
from drafting.profiles.slots import slots
from drafting.profiles.tree import plain
from drafting.profiles.yaml_template import yaml_template
from drafting.profiles.yaml_tree import read_yaml
from tests.drafting.profiles.made_up_profile import made_up_questions

TEMPLATE = yaml_template(made_up_questions())
REQUIRED = {"id": "demo", "as_of": "2026-09", "name": "虚构企业", "industry": "流程"}


def filled(template: str) -> str:
    """The template with its required fields filled."""
    for key, value in REQUIRED.items():
        template = re.sub(rf"(?m)^  {key}: ", f"  {key}: {value} ", template, count=1)
    return template


def test_the_empty_template_lacks_only_what_is_required(tmp_path: Path) -> None:
    path = tmp_path / "空白.yaml"
    path.write_text(TEMPLATE, encoding="utf-8")
    with pytest.raises(DraftingError) as caught:
        read_profile(path)
    told = re.findall(r"第 \d+ 行 (\S+?)（\S+?）：必填，没有填", str(caught.value))
    assert told == ["profile.id", "profile.as_of", "company.name", "company.industry"]


def test_the_required_fields_make_it_a_profile(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(filled(TEMPLATE), encoding="utf-8")
    profile = read_profile(path)
    assert profile.company.industry == "process" and profile.practices == ()


def test_a_question_is_filled_in_place(tmp_path: Path) -> None:
    answer = '- points: ["demo/1/a#2"]\n    state: 在用\n    since: 2024-01'
    template = TEMPLATE.replace('- points: ["demo/1/a#2"]\n    state:\n    since:', answer)
    path = tmp_path / "a.yaml"
    path.write_text(filled(template), encoding="utf-8")
    (practice,) = read_profile(path).practices
    assert (practice.points, practice.state, practice.since) == (("demo/1/a#2",), "in_use", "2024-01")


def test_each_question_stands_with_its_clause_and_what_passes() -> None:
    group, text = TEMPLATE.index("# ==== 生产 · 1 设备管理"), TEMPLATE.index("（省级智能工厂）：应报工， 宜联网；")
    first, second = TEMPLATE.index("# 问（应）：是否报工？"), TEMPLATE.index("# 问（宜）：几台联网？")
    assert group < text < first < second < TEMPLATE.index("demo/1/a#2")
    assert TEMPLATE.count("# 满足：有记录") == 3
    asked = {row["points"][0]: row for row in plain(read_yaml(TEMPLATE).root)["practices"]}
    assert "covered" not in asked["demo/1/a#1"] and "covered" in asked["demo/1/a#2"]
    assert "value" in asked["demo/1/b#1"]


def test_every_field_is_explained() -> None:
    for key, _, kind, _ in sections():
        if key != "practices":
            part = TEMPLATE[TEMPLATE.index(f"\n{key}:") :]
            for slot in slots(kind):
                named = re.escape(f"{'* ' if slot.required else ''}{slot.title}")
                assert re.search(rf"{slot.key}:[^\n]* # {named}", part)
    assert "# 事项" not in TEMPLATE and "* 事项" in TEMPLATE


def test_each_sample_row_is_a_row_when_its_signs_are_taken_off() -> None:
    uncommented = re.sub(r"(?m)^  # ([- ]) (\w+:)", r"  \1 \2", TEMPLATE)
    held = plain(read_yaml(uncommented).root)
    for key, _, kind, many in sections():
        if many and key != "practices":
            (sample,) = held[key]
            assert kind.model_validate(sample).model_fields_set == set(kind.model_fields), key
