"""Years with their basis, and what a document says of others."""

from __future__ import annotations

import pytest

from kg.views.dating import dating
from kg.views.versions import versions_view
from tests.kg.founding import founding_documents
from tests.kg.views.shelves import column, document, library


def test_the_founding_documents_years_are_called_what_they_are() -> None:
    documents = founding_documents()
    view = versions_view(library(*documents), documents)
    assert column(view, "年份") == ["2020", "2021（推知）", "2025（推知）", "未写明", "未写明"]
    bases = column(view, "年份从何而来")
    assert bases[0] == "文中写有：“从2020年起”"
    assert bases[1].startswith("推知，文中没有写明：“验收时间： 2021年 月 日”")
    assert "所引最晚的是 2022 年的“GB/T 41255-2022”" in bases[4]
    cited = column(view, "引用、依据或修订什么（原文）")
    assert "修订：“对《浦江县智能制造试点示范实施方案》进行修订后形成本实施方案”" in cited[1]
    assert "废止：“《浦江县人民政府办公室关于印发浦江县智能制造试点示范实施方案的通知》（" in cited[1]
    assert "〔2019〕94 号）文件同时废止”" in cited[1]
    assert cited[3] == "没有"
    assert "引用：“GB/T 39116-2020 智能制造能力成熟度模型”" in cited[4]
    assert "没有一份文件写明引用或依据馆内的另一份。" in view.notes


@pytest.mark.parametrize(
    ("words", "basis", "expected"),
    [
        ("本办法自2024年6月1日起施行。", "文中“自2024年6月1日起施行”", "stated"),
        ("本办法自2024年6月1日起施行。", "仅从施行日期推知", "inferred"),
        ("依据《发展规划（2024年版）》制定。", "文中写明", "inferred"),
        ("依据某政发〔2024〕3号文件制定。", "文中写明", "inferred"),
        ("本办法自发布之日起施行。", "由下载页得知", "told"),
    ],
)
def test_a_year_is_stated_only_where_the_text_itself_prints_it(words: str, basis: str, expected: str) -> None:
    found = dating(document("x", f"某省智能工厂办法\n第一条 {words}\n", year=2024, basis=basis))
    assert found.basis == expected
    assert (found.words is None) == (expected == "told")


def test_no_year_stays_none() -> None:
    assert dating(document("x", "某省智能工厂办法\n第一条 自2024年起施行。\n")).year is None


def test_a_document_of_the_library_that_another_revises_is_named() -> None:
    old = document("old", "甲县智能工厂实施方案\n第一条 企业应在每个车间建设制造执行系统。\n", region="甲县")
    new = document(
        "new",
        "乙市智能工厂办法\n第一条 参照《甲县智能工厂实施方案》制定。\n第二条 企业应在每个车间建设制造执行系统。\n",
    )
    view = versions_view(library(old, new), (old, new))
    assert "参照：“参照《甲县智能工厂实施方案》制定”（即馆内《甲县智能工厂实施方案》）" in column(
        view, "引用、依据或修订什么（原文）"
    )
    assert view.notes[0] == "写明引用馆内其他文件的：乙市智能工厂办法参照甲县智能工厂实施方案。"
    assert "甲县智能工厂实施方案与乙市智能工厂办法 1 条" in view.notes[1]
