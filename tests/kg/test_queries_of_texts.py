"""Queries on documents, their parts, terms, figures and scopes, held against the texts."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from corpus.library import load_corpus
from tests.kg.asking import Ask, column, columns

ZHEJIANG = ["zj-graded", "zj-guideline", "zj-trial"]


def test_documents_say_where_their_year_comes_from(ask: Ask) -> None:
    rows = {row["document"]: row for row in ask("documents")}
    assert {name: row["year"] for name, row in rows.items()} == {
        "zj-graded": 2025,
        "zj-guideline": None,
        "zj-trial": 2020,
        "pujiang-plan": 2021,
        "guangxi-modes": None,
    }
    assert all(row["year_basis"] for row in rows.values())
    assert rows["pujiang-plan"]["region"] == "浦江县" and rows["pujiang-plan"]["level"] == "county"
    assert {document.meta.id: len(document.clauses) for document in load_corpus().documents} == {
        name: row["clauses"] for name, row in rows.items()
    }
    assert rows["guangxi-modes"]["requirements"] == 36, "7 elements and 29 items"


def test_a_county_is_under_its_province(ask: Ask) -> None:
    assert column(ask("documents-for-region"), "document") == ["pujiang-plan", *ZHEJIANG]
    assert column(ask("documents-for-region", region="330000"), "document") == ZHEJIANG
    assert column(ask("documents-for-region", region="450000"), "document") == ["guangxi-modes"]
    assert ask("documents-for-region", region="310000") == ()


def test_what_is_odd_is_listed(ask: Ask) -> None:
    rows = ask("notes")
    assert {row["document"] for row in rows} >= {"zj-graded", "zj-guideline", "pujiang-plan", "zj-trial"}
    notes = "\n".join(str(row["note"]) for row in rows)
    assert "MBSE" in notes and "标号跳过“d”" in notes and "由“三”直接到“六”" in notes


def test_an_outline_has_the_chapters_and_their_parts(ask: Ask) -> None:
    rows = ask("outline")
    assert [row["title"] for row in rows if row["depth"] == 1] == [
        "1 适用范围",
        "2 总体框架",
        "3 分级建设",
        "4 建设要求",
        "五、建设类型",
    ]
    subdomains = [row for row in rows if row["depth"] == 4]
    assert len(subdomains) == 44
    maintenance = next(row for row in subdomains if row["title"] == "19.设备运维")
    assert (maintenance["clause"], maintenance["clauses"]) == ("zj-graded/19/name", 8), "its name and seven clauses"
    guideline = ask("outline", document="zj-guideline")
    assert [row["section"] for row in guideline if row["depth"] == 1] == ["1", "2", "3", "4", "5", "6", "7"]
    assert ("6.2.5 设备运维", 3) in columns(guideline, "title", "depth")


def test_each_requirement_leads_back_to_its_characters(ask: Ask) -> None:
    for document in load_corpus().documents:
        rows = ask("provenance", document=document.meta.id)
        wanted = [clause for clause in document.clauses if clause.kind == "requirement"]
        assert columns(rows, "clause", "start", "end") == [(one.id, one.start, one.end) for one in wanted]
        assert set(column(rows, "sha256")) == {hashlib.sha256(document.text.encode()).hexdigest()}
    assert len(ask("provenance")) == 225
    place = next(row for row in ask("provenance") if row["clause"] == "zj-graded/19/smart-factory/a")
    assert (place["start"], place["end"]) == (8999, 9064)


def test_twins_stand_in_both_texts(ask: Ask) -> None:
    rows = ask("verbatim-twins")
    assert Counter(columns(rows, "left_document", "right_document")) == {
        ("zj-graded", "zj-guideline"): 16,
        ("pujiang-plan", "zj-trial"): 4,
    }
    bare = {document.meta.id: re.sub(r"\s+", "", document.text) for document in load_corpus().documents}
    for row in rows:
        for side in ("left_document", "right_document"):
            words = re.sub(r"\[bookmark:[^\]]*\]", "", bare[str(row[side])])
            assert str(row["text"]) in words
    shared = [row for row in rows if row["left"] == "zj-graded/28/smart-factory"]
    assert column(tuple(shared), "right") == ["zj-guideline/6.6.2/a"]


def test_terms_have_another_role_elsewhere(ask: Ask) -> None:
    rows = ask("terms-used-differently")
    assert {row["document"] for row in rows} == {"zj-guideline"}
    domains = {"数字化设计", "智能化生产", "绿色化制造", "个性化定制", "网络化协同", "服务化延伸", "模型化发展"}
    found = {(row["term"], row["other"], row["role"]) for row in rows}
    assert {one for one in found if one[1] == "zj-graded"} == {
        ("未来工厂", "zj-graded", "Tier"),
        ("企业大脑", "zj-graded", "CapabilitySubdomain"),
        *((domain, "zj-graded", "CapabilityDomain") for domain in domains),
    }
    assert {one for one in found if one[1] == "zj-trial"} == {
        *((name, "zj-trial", "CapabilityElement") for name in ("智能化生产", "绿色化制造", "安全化管控")),
        ("个性化定制", "zj-trial", "Requirement"),
    }
    assert Counter(one[1] for one in found) == {"zj-graded": 9, "zj-trial": 4, "guangxi-modes": 4, "pujiang-plan": 6}
    assert ("未来工厂", "pujiang-plan", "Track") in found


def test_requirements_of_one_industry(ask: Ask) -> None:
    rows = ask("industry-requirements")
    assert columns(rows, "industry", "clause") == [
        ("discrete", "pujiang-plan/3.2/3"),
        ("discrete", "pujiang-plan/3.3/4"),
        ("discrete", "zj-graded/15/future-factory/c1"),
        ("discrete", "zj-graded/16/future-factory/c1"),
        ("process", "zj-graded/15/future-factory/c2"),
        ("process", "zj-graded/16/future-factory/c2"),
    ]


def test_tracks_are_of_their_documents(ask: Ask) -> None:
    rows = ask("tracks")
    assert Counter(columns(rows, "document", "kind_label")) == {
        ("zj-graded", "建设类型"): 4,
        ("zj-guideline", "建设类型"): 4,
        ("pujiang-plan", "项目类型"): 5,
        ("guangxi-modes", "智能制造模式"): 5,
    }
    assert [row["clauses"] for row in rows if row["document"] == "zj-graded"] == [3, 3, 3, 3], "three rows of table 15"


def test_project_types_have_their_figures(ask: Ask) -> None:
    rows = ask("project-types")
    figures = {
        kind: [(row["comparator"], row["value"], row["unit"]) for row in rows if row["track_label"] == kind]
        for kind in ("数字工厂", "智能工厂", "未来工厂", "中小企业数字化制造及行业平台化服务", "智能化改造诊断服务")
    }
    assert figures == {
        "数字工厂": [(">=", 500, "万元"), (">=", 30, "%"), (">=", 200, "万元"), ("<=", 2, "年")],
        "智能工厂": [(">=", 800, "万元"), (">=", 30, "%"), (">=", 300, "万元"), ("<=", 2, "年")],
        "未来工厂": [(">=", 2000, "万元"), (">=", 25, "%"), ("<=", 3, "年")],
        "中小企业数字化制造及行业平台化服务": [("<=", 1, "年")],
        "智能化改造诊断服务": [(None, None, None)],
    }
    assert len(rows) == 13
    assert [row["said_of"] for row in rows if row["value"] == 500] == ["项目总投资（不含土建、工程）"]


def test_thresholds_leave_out_mere_counts(ask: Ask) -> None:
    rows = ask("thresholds")
    assert len(rows) == 18
    assert Counter(column(rows, "document")) == {"pujiang-plan": 14, "guangxi-modes": 2, "zj-graded": 2}
    said = {(row["clause"], row["said_of"]): (row["comparator"], row["value"], row["unit"]) for row in rows}
    assert said["guangxi-modes/2.2/3", "工厂自控投用率"] == (">=", 90, "%")
    assert said["pujiang-plan/3.2/3", "研发设计工具普及率"] == ("=", 100, "%")
    assert said["pujiang-plan/3.1/1", "数字化改造软硬件投资"] == (">=", 200, "万元")
    assert said["pujiang-plan/3.3/1", "数字化改造软硬件占总投资比例"] == (">=", 25, "%")
    ranks = [row["value"] for row in rows if row["clause"] == "zj-graded/42/future-factory/c"]
    assert ranks == [5, 3], "国家前五、省内前三"
    assert "六类" not in column(rows, "words")


def test_quantities_have_counts_and_time_limits_too(ask: Ask) -> None:
    rows = {(row["clause"], row["words"]): row for row in ask("quantities")}
    assert rows["zj-trial/1/p1", "10家左右"]["comparator"] == "~"
    assert rows["pujiang-plan/4/5", "两个月内"]["value"] == 2
    assert ("guangxi-modes/1/6", "六类") in rows


def test_classes_hold_what_their_definitions_say(ask: Ask) -> None:
    rows = {(row["document"], row["class"]): row["requirements"] for row in ask("requirements-by-class")}
    graded = {name: count for (document, name), count in rows.items() if document == "zj-graded"}
    assert graded["MandatoryRequirement"] == 202, "199 that say only 应, 2 应 then 宜, 1 应 then 可"
    assert graded["RecommendedRequirement"] == 21, "18 that say only 宜, 2 应 then 宜, 1 宜 then 可"
    assert graded["NewlyAskedRequirement"] == 13 + 25
    assert graded["IndustryRequirement"] == 4 and graded["QuantifiedRequirement"] == 1
    assert rows["pujiang-plan", "IndustryRequirement"] == 2
    assert ("guangxi-modes", "MandatoryRequirement") not in rows, "it never says 应"
