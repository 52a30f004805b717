"""Questions that point at a place of a text, or at one of its headings."""

from __future__ import annotations

from typing import Any

import pytest

from app.assembly import Workspace
from drafting.answer import Finding
from drafting.findings.sections import find_section
from drafting.findings.under_heading import find_count_under_heading, find_under_heading
from drafting.shelf import Shelf
from tests.drafting.made_up import CLAUSES, PLAN, SCHEME, frame, meta, row, shelf


def section(text: str, **fields: Any) -> Finding | None:
    return find_section(frame(text, **({"documents": (PLAN,), "documents_named": True} | fields)), shelf())


def ids(finding: Finding | None) -> list[str]:
    assert finding is not None and finding.result is not None and finding.result["kind"] == "clauses"
    return list(finding.result["ids"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附件1写了什么", ["plan/form/1", "plan/form/2"]),
        ("附件 2 的内容", ["plan/form/3"]),
        ("附件二的内容", ["plan/form/3"]),
        ("附件2三个栏目是什么", ["plan/form/3"]),
        ("第四章怎么说", ["plan/step/1", "plan/step/2"]),
        ("第三部分", ["plan/threshold/数字工厂", "plan/threshold/智能产线"]),
    ],
)
def test_what_stands_at_a_place(text: str, expected: list[str]) -> None:
    assert ids(section(text)) == expected


@pytest.mark.parametrize("text", ["附件9写了什么", "第八章怎么说", "6.2.3 是什么"])
def test_nothing_stands_there(text: str) -> None:
    finding = section(text)
    assert finding is not None and finding.refusal is not None and finding.refusal.reason == "not_in_sources"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("设备运维有什么要求", {}),
        ("附件1一共几个栏目", {"intent": "count"}),
        ("总投资不低于2.5万元吗", {}),
        ("附件1要求盖章，对吧", {"premise": True}),
        ("电表一个月抄一回", {}),
        ("巡检表一天填几次", {}),
        ("附件一个都没交怎么办", {}),
        ("报表一直对不上", {}),
    ],
)
def test_other_questions_are_left_to_other_ways(text: str, fields: dict[str, Any]) -> None:
    assert section(text, **fields) is None


def test_a_section_of_the_guideline(founding: Workspace) -> None:
    answer = founding.find("建设导则6.2.3说了什么")
    assert answer.query == "section" and answer.citations
    assert {clause.document for clause in answer.citations} == {"zj-guideline"}
    assert all(clause.section.startswith("6.2.3") for clause in answer.citations)


def test_a_chapter_whose_table_is_absent_is_not_made_up(founding: Workspace) -> None:
    answer = founding.find("浦江方案附件9的内容是什么")
    assert answer.status == "refused" and answer.refusal is not None
    assert answer.refusal.reason == "not_in_sources"


def test_what_stands_under_a_heading(founding: Workspace) -> None:
    answer = founding.find("浦江方案的实施保障有哪些")
    assert answer.status == "answered" and answer.result is not None
    assert len(answer.result.get("items", answer.result.get("ids"))) == 3
    assert {clause.document for clause in answer.citations} == {"pujiang-plan"}


def test_a_heading_is_looked_for_only_in_a_document_that_is_named() -> None:
    asked = frame("建设要求有哪些", intent="list", documents=(SCHEME,), documents_named=False)
    assert find_under_heading(asked, shelf()) is None


HEADED = (
    row("h/1", "组织措施", document=PLAN, kind="heading", section="五", path=("五", "组织措施"), start=100),
    *(
        row(f"h/1/{number}", text, document=PLAN, section="五", path=("五", "组织措施", name), label=str(number),
            start=100 + 10 * number)
        for number, (name, text) in enumerate((("建专班", "设专班。"), ("给补助", "拨款。"), ("请专家", "聘请。")), 1)
    ),
    row("h/2", "附则", document=PLAN, kind="heading", section="六", path=("六", "附则"), start=200),
    row("h/2/1", "由县经信局解释。", document=PLAN, kind="paragraph", section="六", path=("六", "附则"), start=210),
    row("7.2/a", "应登记叉车；", section="7.2", label="a)"),
    row("7.2/b", "应登记货架。", section="7.2", label="b)"),
    row("7.21/a", "应登记托盘。", section="7.21", label="a)"),
)  # fmt: skip


def headed() -> Shelf:
    return Shelf([meta(SCHEME, "某省分级建设要求"), meta(PLAN, "某县实施方案")], (*CLAUSES, *HEADED), {})


def counted(text: str, **fields: Any) -> Finding | None:
    given = {"documents": (PLAN,), "documents_named": True, "intent": "count"} | fields
    return find_count_under_heading(frame(text, **given), headed())


@pytest.mark.parametrize("text", ["组织措施有几条", "方案有几项措施", "组织措施一共有多少项"])
def test_rows_under_a_heading_are_counted(text: str) -> None:
    finding = counted(text)
    assert finding is not None and finding.result == {"kind": "count", "value": 3}
    assert "“组织措施”下有 3 项：建专班、给补助、请专家" in finding.sections[0].said[0].text


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("组织措施有几条", {"documents_named": False}),
        ("组织措施有几条", {"premise": True}),
        ("组织措施有几条", {"tiers": ("smart-factory",)}),
        ("组织措施有几条", {"intent": "list"}),
        ("组织几次活动", {}),
        ("附则有几条", {}),  # a single paragraph: nothing is listed under it
        ("有几种叉车", {}),
        ("系统和技术措施各几条", {"systems": ("MES",)}),
    ],
)
def test_other_counts_are_left_to_other_ways(text: str, fields: dict[str, Any]) -> None:
    assert counted(text, **fields) is None


def test_what_stands_under_a_heading_of_a_made_up_plan() -> None:
    asked = frame("组织措施有哪些", documents=(PLAN,), documents_named=True, intent="list")
    finding = find_under_heading(asked, headed())
    assert finding is not None and finding.result == {"kind": "set", "items": ["建专班", "给补助", "请专家"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7.2写了什么", ["scheme/7.2/a", "scheme/7.2/b"]),
        ("7.21 的内容", ["scheme/7.21/a"]),
        ("7.2的b)条", ["scheme/7.2/b"]),
        ("7.2 里mes怎么说", ["scheme/7.2/a", "scheme/7.2/b"]),
    ],
)
def test_a_decimal_number_is_a_section(text: str, expected: list[str]) -> None:
    assert ids(find_section(frame(text, documents=(SCHEME,), documents_named=True), headed())) == expected


@pytest.mark.parametrize(
    "text",
    [
        "7.2吨的叉车",
        "7.2 kg怎么称",
        "工业4.0怎么做",
        "版本2.0的系统",
        "7.2米高的货架",
        "7.2%以上",
        "每台7.2万元",
        "v7.2",
        "7.2g带宽",
    ],
)
def test_a_measure_or_a_version_is_no_section(text: str) -> None:
    assert find_section(frame(text, documents=(SCHEME,), documents_named=True), headed()) is None
