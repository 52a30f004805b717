"""Filing clauses under subdomains, and the table of topics."""

from __future__ import annotations

from kg.views.filing import Filing
from kg.views.library import Library
from kg.views.table import View, ViewCell
from kg.views.topics import topics_view
from tests.kg.founding import founding_documents
from tests.kg.sample import VOCABULARIES
from tests.kg.views.shelves import Likely, document, library

SCHEME = """某省智能工厂建设要求

一、建设目标
应建成一批智能工厂。
二、基本条件
1.注册资本不低于500万元。
2.三年内应无安全事故。
三、建设要求
（一）设备管理。应建立设备台账，设备联网率不低于60%。
（二）智能化生产。包括采购管理、计划与调度、车间文化等。应协同。
（三）智慧办公。应实现无纸办公。
（四）绿色制造。应开展环保监测，降低消耗。
四、申报程序
1.企业提出申报。
"""


def cell(view: View, topic: str, place: int = 1) -> ViewCell:
    return next(row[place] for row in view.rows if row[0].text == topic)


def codes(shelf: Library, meaning: Likely | None) -> dict[str, list[tuple[str, str]]]:
    filing = Filing(VOCABULARIES.capabilities, shelf.clauses, meaning)
    asked = [one for one in shelf.documents[0].clauses if one.kind == "requirement"]
    return {one: [(place.code, place.how) for place in found] for one, found in filing.file(asked).items()}


def test_headings_lists_and_domains_file_and_what_is_unlikely_stays_out() -> None:
    shelf = library(document("hx", SCHEME))
    found = codes(shelf, None)
    assert found["hx/3/1"] == [("19", "heading")]
    assert found["hx/3/2"] == [("28", "listed"), ("15", "listed")]
    assert found["hx/3/3"] == []
    assert found["hx/3/4"] == [("绿色化制造", "heading")]


def test_meaning_files_what_no_text_does_and_a_domain_narrows_it() -> None:
    shelf = library(document("hx", SCHEME))
    sure = Likely({"hx/3/3": {"6": 0.9}, "hx/3/4": {"22": 0.35, "21": 0.25, "6": 0.4}})
    alone = Filing(VOCABULARIES.capabilities, (), sure).file(shelf.documents[0].clauses)
    assert [(one.code, one.how) for one in alone["hx/3/3"]] == [("6", "meaning")]
    assert [one.code for one in alone["hx/3/4"]] == ["22"]
    unsure = Filing(VOCABULARIES.capabilities, (), Likely({"hx/3/3": {"6": 0.5}})).file(shelf.documents[0].clauses)
    assert unsure["hx/3/3"] == ()


def test_neighbours_vote_for_half_of_a_likelihood() -> None:
    shelf = library(document("hx", SCHEME))
    filing = Filing(VOCABULARIES.capabilities, shelf.clauses, Likely({"hx/3/3": {"19": 1.0}}))
    clause = next(one for one in shelf.clauses if one.id == "hx/3/3")
    assert [(one.code, one.confidence) for one in filing.file([clause])["hx/3/3"]] == [("19", 1.0)]


def test_the_table_says_how_deep_a_topic_goes_and_what_is_inferred() -> None:
    shelf = library(document("hx", SCHEME), meaning=Likely({"hx/3/3": {"6": 1.0}}))
    view = topics_view(shelf, shelf.documents)
    assert cell(view, "19.设备运维").text == "有要求＋量化 1条\n应1 数1"
    assert cell(view, "20.安全管控").text == "未提及"
    assert cell(view, "绿色化制造（只到能力域）").clauses == ("hx/3/4",)
    assert cell(view, "条件与资金").clauses == ("hx/2/1", "hx/2/2")
    assert cell(view, "程序与职责").clauses == ("hx/4/1",)
    assert cell(view, "目的、目标与范围").clauses == ("hx/1/p1",)
    assert cell(view, "有要求的子域数").text == "3 / 44"


def test_every_clause_of_the_founding_texts_is_counted_somewhere() -> None:
    documents = founding_documents()
    view = topics_view(library(*documents), documents)
    for place, each in enumerate(documents, start=1):
        shown = {one for row in view.rows for one in row[place].clauses}
        left = [one for one in each.clauses if one.id not in shown and one.kind != "heading"]
        assert {one.kind for one in left} <= {"table_cell"} and all(one.track is None for one in left)
    graded = cell(view, "19.设备运维")
    assert graded.text == "分级有要求 7条\n应7 3级 系统2" and not graded.inferred
    assert cell(view, "35.运维服务协同").text == "有要求 3条\n应3 不要求2级 系统1"
    assert cell(view, "24.精益化组织", 2).text == "未提及"
    assert not any(one.inferred for row in view.rows for one in row)


def test_prose_that_binds_is_filed_by_its_heading_and_else_stays_prose() -> None:
    text = (
        "某市数字化车间评定标准\n\n一、总体要求\n企业应建设车间。\n二、评定内容\n（一）生产执行\n应部署MES，追溯工单。\n"
        "（二）能源管理\n能源按月统计。\n"
    )
    shelf = library(document("zb", text))
    view = topics_view(shelf, shelf.documents)
    assert cell(view, "16.生产执行").text == "有要求 1条\n应1 系统1"
    assert cell(view, "21.能源监测与综合利用").text == "提及"
    assert cell(view, "目的、目标与范围").clauses == ("zb/1/p1",)
