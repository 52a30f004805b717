"""Amounts, shares and periods: the figure that the question asks for, or that the texts give none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.quantity import quantities
from drafting.answer import Finding
from drafting.findings.figure_telling import led_in
from drafting.findings.figures import find_figure
from drafting.findings.units import asks_figure, units_asked
from drafting.wording import measured
from tests.drafting.made_up import FACTORY, PLAN, SCHEME, MadeUpSearch, frame, row, shelf


def found(text: str, **fields: Any) -> Finding | None:
    asked = frame(text, **({"intent": "threshold", "documents": (PLAN,), "documents_named": True} | fields))
    return find_figure(asked, shelf(), MadeUpSearch(text))


def quantity(finding: Finding | None) -> tuple[object, ...]:
    assert finding is not None and finding.status == "answered" and finding.result is not None
    assert finding.result["kind"] == "quantity"
    return (finding.result["comparator"], finding.result["value"], finding.result["unit"])


def test_the_figure_of_the_track_that_is_named() -> None:
    finding = found("智能产线总投资要多少", tracks=("智能产线",))
    assert quantity(finding) == (">=", 800, "万元")
    assert finding is not None and [clause.track for clause in finding.sections[0].quoted] == ["智能产线"]
    assert "不低于800万元" in finding.sections[0].said[0].text


def test_the_words_and_the_unit_choose_among_the_figures_of_a_clause() -> None:
    assert quantity(found("数字工厂建设周期几年", tracks=("数字工厂",))) == ("<=", 2, "年")


def test_every_track_named_has_its_figure() -> None:
    finding = found("数字工厂和智能产线的总投资", tracks=("数字工厂", "智能产线"))
    assert finding is not None and finding.result is not None
    assert [(one["of"], one["value"]) for one in finding.result["all"]] == [("数字工厂", 500), ("智能产线", 800)]


def test_a_figure_of_a_tier() -> None:
    finding = found("自动数采率不低于多少", documents=(SCHEME,), tiers=(FACTORY,))
    assert quantity(finding) == (">=", 90, "%")


def test_a_question_that_says_no_more_than_its_scope_gets_the_first_figure_of_its_unit() -> None:
    assert quantity(found("智能产线要多少钱", tracks=("智能产线",))) == (">=", 800, "万元")


def test_the_name_of_the_document_is_no_likeness() -> None:
    finding = found("本县的财政补贴是多少", about=" 的财政补贴是多少")
    assert finding is not None and finding.status == "refused"


@pytest.mark.parametrize("text", ["财政补贴多少万元", "哪一天截止", "市场占有率百分之几", "企业的注册资本要多少"])
def test_a_figure_that_no_text_gives_is_refused(text: str) -> None:
    finding = found(text)
    assert finding is not None and finding.status == "refused" and finding.refusal is not None
    assert finding.refusal.reason == "not_in_sources" and text in finding.refusal.message


@pytest.mark.parametrize(
    ("text", "fields", "asks"),
    [
        ("总投资多少", {"intent": "threshold"}, True),
        ("什么时候申报", {"intent": "procedure"}, True),
        ("要建几家", {"intent": "count"}, True),
        ("有几条要求", {"intent": "count"}, False),
        ("设备运维有什么要求", {}, False),
    ],
)
def test_which_questions_want_a_figure(text: str, fields: dict[str, Any], asks: bool) -> None:
    assert asks_figure(frame(text, **fields)) is asks


@pytest.mark.parametrize(
    ("text", "unit"), [("占比", "%"), ("总投资", "万元"), ("周期", "年"), ("几家", "家"), ("排名第几", "名")]
)
def test_units_follow_from_the_words(text: str, unit: str) -> None:
    assert unit in units_asked(text)


def test_any_unit_will_do_where_no_word_names_one() -> None:
    assert units_asked("门槛") == ()
    assert found("设备运维有什么要求", intent="lookup") is None


def test_a_bare_figure_is_told_with_the_name_and_unit_of_its_row() -> None:
    cell = row("1", "≥70%", subdomain="设备联网率", tier="advanced", tier_label="先进级")
    assert measured(cell) == "设备联网率" and led_in(cell) == "先进级：设备联网率"
    (amount,) = quantities("300万元")
    headed = row("2", "300", subdomain="智能化投入", quantities=(replace(amount, text="300", end=3),))
    assert led_in(headed) == "智能化投入（万元）"
    assert led_in(row("3", "设备联网率不低于70%", subdomain="装备")) == "装备："
