"""What documents that a person added say of themselves: articles, dates, money, who decides, forms, own topics."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.clause import Clause
from drafting.answer import Finding
from drafting.findings.rules.answering import find_rule
from drafting.findings.rules.own_topics import find_other_field, find_own_topic, without_foreign_numbers
from drafting.findings.rules.stated_figures import find_number
from drafting.shelf import Shelf
from tests.drafting.made_up import frame, meta, row

RULES, LAW = "north-rules", "north-law"
ADDED = {"original": "cd" * 32}


def rule(identifier: str, text: str, section: str, **fields: Any) -> Clause:
    given = {"kind": "paragraph", "path": (), "document": RULES} | fields
    return row(identifier, text, section=section, **given)


WRITTEN = (
    rule("2", "本办法所称协同工厂（以下简称工厂），是指上下游共享数据的工厂。", "第二条"),
    rule("3", "申报协同工厂应当符合下列条件：", "第三条", kind="lead"),
    rule("3/1", "设备联网率不低于45%；", "第三条", kind="requirement", label="一"),
    rule("3/2", "有专人负责数据。", "第三条", kind="requirement", label="二"),
    rule("4", "按照下列程序进行：", "第四条", kind="lead"),
    rule("4/1", "企业于每年4月底前向市局提交申请表。", "第四条", kind="step"),
    rule("4/2", "市局组织专家评审。", "第四条", kind="step"),
    rule("4/3", "省厅审定后公布名单。", "第四条", kind="step"),
    rule("5", "对新认定的协同工厂，一次性奖励70万元。", "第五条"),
    rule("6", "认定有效期为六年。", "第六条"),
    rule("7", "本办法由省厅负责解释。", "第七条"),
    rule("8", "本办法自2031年2月3日起施行。《北原省工厂办法》同时废止。", "第八条"),
    rule("10", "有下列情形之一的，撤销协同工厂称号：", "第十条", kind="lead"),
    rule("10/1", "隐瞒真实情况的；", "第十条"),
    rule("10/2", "停产满一年的。", "第十条"),
    rule("11", "协同工厂每三年复核一次，撤销的2年内不得再报。", "第十一条"),
    rule("9", "联系人：李四，电话：0000-1234。", ""),
    rule("f/1", "企业名称", "附件1", kind="form_field", path=("附件1 申请表",)),
    rule("f/2", "所属行业", "附件1", kind="form_field", path=("附件1 申请表",)),
    rule("t/1", "不低于80%", "", kind="requirement", subdomain="联网率", subdomain_no=1, tier="b", tier_label="乙级"),
    rule("t/0", "/", "", kind="not_required", subdomain="联网率", subdomain_no=1, tier="a", tier_label="甲级"),
)
ROWS = tuple(replace(one, start=100 * at, end=100 * at + len(one.text)) for at, one in enumerate(WRITTEN))
METAS = [
    meta(RULES, "北原省协同工厂管理办法").model_copy(update=ADDED),
    meta(LAW, "北原省渔业条例").model_copy(update=ADDED),
]
SHELF = Shelf(METAS, [*ROWS, rule("1", "渔船应当登记。", "第一条", document=LAW)], {}, aside=(LAW,))
NAMED = {"documents": (RULES,), "documents_named": True}


def ids(finding: Finding | None) -> list[str]:
    assert finding is not None and finding.status == "answered" and finding.result is not None
    assert [one.id for section in finding.sections for one in section.quoted] == finding.result["ids"]
    return [one.removeprefix(f"{RULES}/") for one in finding.result["ids"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第六条讲什么", ["6"]),
        ("第3条怎么说", ["3", "3/1", "3/2"]),
        ("申报条件有哪些", ["3/1", "3/2"]),
        ("申报走什么流程", ["4/1", "4/2", "4/3"]),
        ("申请的截止时间", ["4/1"]),
        ("评上协同工厂奖励多少钱", ["5"]),
        ("认定有效期几年", ["6"]),
        ("由谁负责解释", ["7"]),
        ("什么时候施行", ["8"]),
        ("废止了哪个文件", ["8"]),
        ("由谁评审，由谁公布", ["4/2", "4/3"]),
        ("联系电话是多少", ["9"]),
        ("申请表填写哪些内容", ["f/1", "f/2"]),
        ("什么情况会撤销称号", ["10/1", "10/2"]),
        ("多久复核一次", ["11"]),
        ("协同工厂申报条件", ["3/1", "3/2"]),
    ],
)
def test_the_row_that_says_it_is_quoted(text: str, expected: list[str]) -> None:
    assert ids(find_rule(frame(text, **NAMED), SHELF)) == expected


def test_a_word_that_the_rules_define_is_answered_by_its_article() -> None:
    assert ids(find_rule(frame("协同工厂是指什么", **(NAMED | {"intent": "definition"})), SHELF)) == ["2"]


@pytest.mark.parametrize("text", ["第十二条讲什么", "什么时候废止"])
def test_what_no_row_says_is_refused_or_left(text: str) -> None:
    bare = Shelf(METAS, [one for one in ROWS if one.section != "第八条"], {})
    found = find_rule(frame(text, **NAMED), bare)
    assert found is not None and found.refusal is not None and found.refusal.reason == "not_in_sources"


@pytest.mark.parametrize(
    "fields",
    [
        {"premise": True},
        {"documents_named": False},
        {"intent": "comparison"},
        {"compares": "differ"},
        {"intent": "count"},
    ],
)
def test_other_questions_are_left_to_other_ways(fields: dict[str, Any]) -> None:
    assert find_rule(frame("认定有效期几年", **(NAMED | fields)), SHELF) is None


def test_documents_that_come_with_the_product_are_left_to_other_ways() -> None:
    own = Shelf([meta(RULES, "北原省协同工厂管理办法")], ROWS, {})
    assert find_rule(frame("认定有效期几年", **NAMED), own) is None


def test_a_figure_is_found_by_the_words_beside_it_and_none_is_made_up() -> None:
    assert ids(find_number(frame("设备联网率要多少", **NAMED), SHELF)) == ["3/1"]
    assert find_number(frame("注册资本要多少", **NAMED), SHELF) is None


def test_a_topic_of_its_own_answers_by_tier_and_an_empty_cell_asks_nothing() -> None:
    assert ids(find_own_topic(frame("乙级联网率", tiers=("b",), **NAMED), SHELF)) == ["t/1"]
    empty = find_own_topic(frame("甲级联网率", tiers=("a",), **NAMED), SHELF)
    assert empty is not None and empty.status == "not_required"
    assert empty.sections[0].said[0].text == "甲级在“联网率”方面不做要求：原表该格为“/”。"


def test_numbers_of_another_framework_name_nothing_in_a_document_that_numbers_its_own_topics() -> None:
    asked = frame("设备运维的要求", subdomains=("1",), **NAMED)
    assert without_foreign_numbers(asked, SHELF).subdomains == ()
    plain = Shelf(METAS, [one for one in ROWS if one.subdomain_no is None], {})
    assert without_foreign_numbers(asked, plain).subdomains == ("1",)


def test_a_document_of_another_field_says_nothing_of_factories() -> None:
    law = {"documents": (LAW,), "documents_named": True}
    found = find_other_field(frame("对智能工厂有什么要求", **law), SHELF)
    assert found is not None and found.status == "refused"
    assert find_other_field(frame("渔船要登记吗", **law), SHELF) is None
    assert find_other_field(frame("对智能工厂有什么要求", **NAMED), SHELF) is None
