from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.graph import GraphStore
from kg.ladders.tiers import Tier, read_tier_bases, tier_called, tier_names, tiers_of
from ontology.vocabulary import load_scheme
from tests.kg.variants.rows_of import clause

LOW, HIGH, TOP = ("low", "省级低级"), ("high", "省级高级"), ("top", "顶级")
ROWS = tuple(clause(f"one/{tier[0]}", "应建立台账。", tier=tier) for tier in (LOW, HIGH, TOP))
TIERS = (Tier("low", "省级低级", ("车间级",)), Tier("high", "省级高级"), Tier("top", "顶级"))


def test_tiers_come_as_the_text_sets_them_out() -> None:
    assert [(one.code, one.label) for one in tiers_of(ROWS)] == [LOW, HIGH, TOP]


def test_a_tier_that_builds_on_a_later_one_comes_after_it() -> None:
    bases = {("low", "high"), ("high", "top")}
    assert [one.code for one in tiers_of(ROWS, bases)] == ["top", "high", "low"]


def test_tiers_that_build_on_each_other_all_come() -> None:
    assert {one.code for one in tiers_of(ROWS, {("low", "high"), ("high", "low")})} == {"low", "high", "top"}


@pytest.mark.parametrize(
    ("name", "code"), [("low", "low"), ("省级高级", "high"), ("低级", "low"), (" 车间级 ", "low"), ("顶级", "top")]
)
def test_a_tier_is_called_by_code_name_or_part_of_its_name(name: str, code: str) -> None:
    assert tier_called(TIERS, name, "one").code == code


@pytest.mark.parametrize(("name", "problem"), [("省级", "several"), ("中级", "none"), ("", "none")])
def test_a_name_of_no_or_several_tiers_is_told_with_what_is_known(name: str, problem: str) -> None:
    with pytest.raises(GraphError, match=rf"has {problem} of this name\. Choose one of low 省级低级、high"):
        tier_called(TIERS, name, "one")


def test_the_graph_says_which_tier_builds_on_which(founding: GraphStore) -> None:
    bases = read_tier_bases(founding)["zj-graded"]
    assert bases == {
        ("smart-factory", "digital-workshop"): ("zj-graded/3.2/p1",),
        ("future-factory", "smart-factory"): ("zj-graded/3.3/p1",),
    }


def test_the_vocabulary_knows_what_people_call_a_tier() -> None:
    names = tier_names(load_scheme("tiers"))["zj-graded"]
    assert "智能工厂" in names["smart-factory"] and "smart factory" in names["smart-factory"]
