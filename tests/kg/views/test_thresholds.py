"""The table of figures: the founding texts' own, and two invented documents side by side."""

from __future__ import annotations

from kg.views.thresholds import thresholds_view
from tests.kg.founding import founding_documents
from tests.kg.views.shelves import column, document, library

FOUNDING = [
    ("建设周期", "数字工厂", "不超过", 2, "年"),
    ("建设周期", "智能工厂", "不超过", 2, "年"),
    ("建设周期", "未来工厂", "不超过", 3, "年"),
    ("建设周期", "中小企业数字化制造及行业平台化服务", "不超过", 1, "年"),
    ("项目总投资（不含土建、工程）", "数字工厂", "不低于", 500, "万元"),
    ("项目总投资（不含土建、工程）", "智能工厂", "不低于", 800, "万元"),
    ("项目总投资（不含土建、工程）", "未来工厂", "不低于", 2000, "万元"),
    ("数字化改造软硬件投资占总投资比例", "数字工厂", "不低于", 30, "%"),
    ("数字化改造软硬件投资占总投资比例", "智能工厂", "不低于", 30, "%"),
    ("数字化改造软硬件占总投资比例", "未来工厂", "不低于", 25, "%"),
    ("数字化改造软硬件投资", "数字工厂", "不低于", 200, "万元"),
    ("数字化改造软硬件投资", "智能工厂", "不低于", 300, "万元"),
    ("研发设计工具普及率", "智能工厂 · 离散行业", "等于", 100, "%"),
    ("研发设计工具普及率", "未来工厂 · 离散行业", "等于", 100, "%"),
    ("产品在细分领域细分市场占有率（国家）", "未来工厂", "前", 5, "名"),
    ("产品在细分领域细分市场占有率（省内）", "未来工厂", "前", 3, "名"),
    ("每年探索培育建设…未来工厂", "（主要目标）", "约", 10, "家"),
    ("机器人", "（实施要求）", "不低于", 3, "轴"),
    ("填写项目申报表、承诺书（附件1、2）", "（实施程序）", "等于", 2, "份"),
    ("实施完成后…向县经济商务局提出验收申请", "项目实施主体", "不超过", 2, "个月"),
    ("生产工艺数据自动数采率", "流程型智能制造模式", "不低于", 90, "%"),
    ("工厂自控投用率", "流程型智能制造模式", "不低于", 90, "%"),
]
"""Read off the five texts by hand."""


def test_every_figure_of_the_founding_texts_is_told_right() -> None:
    documents = founding_documents()
    view = thresholds_view(library(*documents), documents)
    names = ("量的是什么", "对谁", "关系", "数值", "单位")
    places = [view.columns.index(name) for name in names]
    found = [tuple(row[place].text for place in places) for row in view.rows]
    expected = [(what, who, how, f"{value:g}", unit) for what, who, how, value, unit in FOUNDING]
    assert sorted(found) == sorted(expected)
    texts = {document.meta.id: document.text for document in documents}
    for row in view.rows:
        for cell in row:
            if cell.words is not None:
                source = texts[cell.words.clause.partition("/")[0]]
                assert source[cell.words.start : cell.words.end] == cell.words.text
    assert any("33 处只是计数" in note for note in view.notes)


def test_what_two_documents_measure_alike_stands_together_in_one_unit() -> None:
    left = document(
        "left", "甲省智能工厂申报条件\n\n一、申报条件\n1.智能工厂建设投资不低于1000万元。\n2.设备联网率不低于50%。\n"
    )
    right = document(
        "right", "乙省智能工厂申报条件\n\n一、申报条件\n1.建设投资不低于0.2亿元。\n2.单位产值能耗下降5%以上。\n"
    )
    view = thresholds_view(library(left, right), (left, right))
    first = [row for row in view.rows if row[0].text == "1"]
    assert [row[view.columns.index("折算")].text for row in first] == ["1000万元", "2000万元"]
    assert [row[view.columns.index("文件")].text for row in first] == [left.meta.title, right.meta.title]
    assert column(view, "组") == ["1", "1", "2", "3"]
