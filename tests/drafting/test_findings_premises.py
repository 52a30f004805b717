"""What a question takes for granted, held against the clauses."""

from __future__ import annotations

from typing import Any

import pytest

from drafting.answer import Finding
from drafting.findings.cells import find_cells
from drafting.findings.figures import find_figure
from drafting.findings.premises import correct
from drafting.findings.refusals import not_in_sources, out_of_scope
from tests.drafting.made_up import CAPABILITIES, FACTORY, PLAN, SCHEME, WORKSHOP, MadeUpSearch, frame, shelf

IN_SCHEME: dict[str, Any] = {"documents": (SCHEME,), "premise": True}
IN_PLAN: dict[str, Any] = {"documents": (PLAN,), "documents_named": True, "premise": True, "intent": "threshold"}


def cells(text: str, **fields: Any) -> Finding:
    asked = frame(text, **(IN_SCHEME | fields))
    finding = find_cells(asked, shelf(), CAPABILITIES)
    assert finding is not None
    return correct(asked, finding, shelf(), CAPABILITIES)


def figures(text: str, **fields: Any) -> Finding:
    asked = frame(text, **(IN_PLAN | fields))
    finding = find_figure(asked, shelf(), MadeUpSearch(text))
    assert finding is not None
    return correct(asked, finding, shelf(), CAPABILITIES)


def corrected(finding: Finding) -> str:
    assert finding.status == "corrected" and finding.refusal is None
    (text,) = finding.corrections
    assert text == finding.sections[0].said[0].text and finding.sections[0].said[0].citations
    return text


def test_a_cell_that_asks_nothing() -> None:
    finding = cells("数字化车间要做柔性化制造，对吧", tiers=(WORKSHOP,), subdomains=("32",))
    assert "不做要求" in corrected(finding)
    assert "scheme/32/digital-workshop" in [clause.id for section in finding.sections for clause in section.quoted]


def test_a_cell_that_does_ask() -> None:
    finding = cells("数字化车间不用做设备运维，对吧", tiers=(WORKSHOP,), subdomains=("19",), negated=True)
    assert "有 1 条要求" in corrected(finding)


def test_should_is_not_shall() -> None:
    asked = {"tiers": (FACTORY,), "subdomains": ("19",), "forces": ("should",), "premise": False, "intent": "list"}
    ruled = find_cells(frame("宜的要求", **(IN_SCHEME | asked)), shelf(), CAPABILITIES)
    assert ruled is not None
    finding = correct(frame("智能工厂必须开展预测性维护，对吧", **IN_SCHEME), ruled, shelf(), CAPABILITIES)
    assert "“宜”，不是“应”" in corrected(finding)


def test_a_figure_said_wrong() -> None:
    finding = figures("数字工厂的总投资不低于1000万元，对吧", tracks=("数字工厂",))
    assert "问题说“不低于1000万元”，原文是“不低于500万元”" in corrected(finding)


def test_an_order_said_wrong() -> None:
    text = "为什么数字工厂的总投资比智能产线还高"
    assert "数字工厂为“不低于500万元”，智能产线为“不低于800万元”" in corrected(
        figures(text, tracks=("数字工厂", "智能产线"))
    )


def test_a_number_of_things_said_wrong_even_in_passing() -> None:
    finding = cells("四个等级里智能工厂的设备运维", tiers=(FACTORY,), subdomains=("19",), premise=False)
    assert "问题说“四个等级”，文中为 2 个等级" in corrected(finding)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("数字化车间不用做柔性化制造，对吧", {"tiers": (WORKSHOP,), "subdomains": ("32",), "negated": True}),
        ("数字化车间要做柔性化制造吗", {"tiers": (WORKSHOP,), "subdomains": ("32",), "premise": False}),
        ("智能工厂必须做设备运维，对吧", {"tiers": (FACTORY,), "subdomains": ("19",)}),
        ("两个等级里智能工厂的设备运维", {"tiers": (FACTORY,), "subdomains": ("19",)}),
    ],
)
def test_what_is_true_or_only_asked_is_not_corrected(text: str, fields: dict[str, Any]) -> None:
    finding = cells(text, **fields)
    assert finding.status in ("answered", "not_required") and finding.corrections == ()


@pytest.mark.parametrize(
    "text",
    ["数字工厂的总投资不低于500万元，对吧", "为什么智能产线的总投资比数字工厂高", "数字工厂的总投资比智能产线低，对吧"],
)
def test_a_true_figure_is_not_corrected(text: str) -> None:
    finding = figures(text, tracks=("数字工厂",) if "比" not in text else ("智能产线", "数字工厂"))
    assert finding.status == "answered" and finding.corrections == ()


def test_a_wrong_number_is_corrected_also_where_nothing_else_is_said_of_it() -> None:
    asked = frame("有四个等级，对吧", **IN_SCHEME)
    finding = correct(asked, not_in_sources("没有这样的说法。", ("提示。",)), shelf(), CAPABILITIES)
    assert "文中为 2 个等级" in corrected(finding) and finding.alternatives == ()


def test_a_refusal_for_another_reason_stays() -> None:
    asked = frame("四个等级，对吧", **IN_SCHEME)
    assert correct(asked, out_of_scope(), shelf(), CAPABILITIES) == out_of_scope()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("数字化车间没提设备台账和点检，对吧", {"tiers": (WORKSHOP,)}),
        ("智能工厂没提自动数采率，是吧", {"tiers": (FACTORY,)}),
    ],
)
def test_what_is_denied_though_a_clause_says_it(text: str, fields: dict[str, Any]) -> None:
    said = corrected(denied(text, **fields))
    assert said.startswith("前提不成立：") and said.endswith("写有这一条。")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("数字化车间没提食堂怎么管，对吧", {"tiers": (WORKSHOP,)}),
        ("数字化车间没提自动数采率，对吧", {"tiers": (WORKSHOP,)}),  # another tier's
        ("没提设备台账和点检，对吧", {}),  # of no tier
        ("数字化车间没提设备台账和点检吗", {"tiers": (WORKSHOP,), "premise": False}),
        ("数字化车间没提设备台账和点检，对吧", {"tiers": (WORKSHOP,), "documents": (PLAN,)}),
        ("数字化车间没提设备，对吧", {"tiers": (WORKSHOP,)}),  # too few words to tell
    ],
)
def test_a_denial_that_no_clause_of_the_tier_contradicts_stays(text: str, fields: dict[str, Any]) -> None:
    finding = denied(text, **fields)
    assert finding.status == "refused" and finding.corrections == ()


def denied(text: str, **fields: Any) -> Finding:
    asked = frame(text, **({"documents": (SCHEME,), "premise": True, "negated": True} | fields))
    return correct(asked, not_in_sources("没有这样的说法。"), shelf(), CAPABILITIES)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("一共有五个等级，对吧", {}),  # no document has five
        ("智能工厂覆盖三个能力子域，对吧", {"documents": (SCHEME,), "tiers": (FACTORY,)}),
        ("申报分三步，对吧", {"documents": (PLAN,)}),
        ("分为四种类型，对吧", {"documents": (PLAN,)}),
        ("子域一共是九个，对吧", {"documents": (SCHEME,)}),
    ],
)
def test_a_number_that_no_count_has_is_corrected(text: str, fields: dict[str, Any]) -> None:
    asked = frame(text, premise=True, **fields)
    assert "问题说“" in corrected(correct(asked, not_in_sources("没有。"), shelf(), CAPABILITIES))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("数字化车间覆盖一个能力子域，对吧", {"documents": (SCHEME,), "tiers": (WORKSHOP,)}),
        ("三种模式里的第二种，对吧", {"documents": (PLAN,)}),  # no total
        ("未来三个等级多4个子域，对吧", {"documents": (PLAN,)}),
        ("三个等级的安全标识，对吧", {"documents": (PLAN,)}),
        ("仓库在第二步要扩建，对吧", {"documents": (PLAN,)}),
    ],
)
def test_a_number_that_counts_nothing_here_stays(text: str, fields: dict[str, Any]) -> None:
    refused = not_in_sources("没有。")
    assert correct(frame(text, premise=True, **fields), refused, shelf(), CAPABILITIES) == refused


@pytest.mark.parametrize(
    ("text", "fields", "number"),
    [
        ("一共有两个等级，对吧", {}, 2),
        ("智能工厂覆盖两个能力子域，对吧", {"documents": (SCHEME,), "tiers": (FACTORY,)}, 2),
        ("申报分两步，对吧", {"documents": (PLAN,)}, 2),
    ],
)
def test_a_number_that_a_count_has_is_counted(text: str, fields: dict[str, Any], number: int) -> None:
    told = correct(frame(text, premise=True, **fields), not_in_sources("没有。"), shelf(), CAPABILITIES)
    assert told.status == "answered" and told.corrections == ()
    assert told.result == {"kind": "count", "value": number}
