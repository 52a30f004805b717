"""Bare figures of tables held against sentences and against each other, by the names of their rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.clause import Clause
from kg.linking import Linker
from kg.variants.contrasts.cutting import WordCutter
from kg.variants.differing import Differ
from ontology.vocabulary import load_scheme
from tests.kg.variants.test_differing import WORDS, clause, compared


@pytest.fixture(scope="module")
def differ() -> Differ:
    linker = Linker(load_scheme("systems"), load_scheme("technologies"))
    return Differ(linker, WordCutter(dict.fromkeys(WORDS.split(), 10)))


def in_row(name: str, figure: str, place: str) -> Clause:
    return replace(clause(figure, place), subdomain=name)


def test_a_bare_figure_is_held_against_a_sentence_by_the_name_of_its_row(differ: Differ) -> None:
    difference = differ.difference(
        [in_row("设备自动采集率", "≥60%", "left")], [clause("设备自动采集率达到60%以上", "r")]
    )
    assert difference.quantities == () and difference.added == () and difference.dropped == ()
    assert difference.relation in ("equal", "similar")


def test_bare_figures_of_other_rows_are_other_figures(differ: Differ) -> None:
    same = differ.difference([in_row("能耗", "≥60%", "left")], [in_row("设备采集率", "≥60%", "right")])
    assert same.relation != "equal"
    assert [(one.left is None, one.right is None) for one in same.quantities] == [(False, True), (True, False)]
    raised = differ.difference([in_row("设备采集率", "≥70%", "left")], [in_row("设备采集率", "≥60%", "right")])
    assert [(one.left_words.text, one.right_words.text, one.asks_more) for one in raised.quantities
            if one.left_words and one.right_words] == [("≥70%", "≥60%", "left")]  # fmt: skip


def test_what_a_figure_is_held_against_does_not_make_two_figures_one(differ: Differ) -> None:
    difference = compared(differ, "设备故障较建设前下降10%以上", "单位能耗较建设前下降5%以上")
    assert all(one.left is None or one.right is None for one in difference.quantities)


def test_shares_of_different_things_are_two_figures_though_they_are_said_alike(differ: Differ) -> None:
    difference = compared(differ, "主要织机设备联网率不低于40%", "主要织机设备数控化率不低于60%")
    assert [(one.left is None, one.right is None) for one in difference.quantities] == [(False, True), (True, False)]


def test_each_share_of_several_is_held_against_the_one_of_its_name(differ: Differ) -> None:
    low, high = "织机联网率不低于40%，织机数控化率不低于50%", "织机数控化率不低于60%，联网率不低于55%"
    difference = compared(differ, low, high)
    pairs = [(one.left_words.text, one.right_words.text) for one in difference.quantities
             if one.left_words and one.right_words]  # fmt: skip
    assert pairs == [("不低于40%", "不低于55%"), ("不低于50%", "不低于60%")]
