"""Names that documents do not mean the same by."""

from __future__ import annotations

from kg.views.full_names import full_names, known_names
from kg.views.table import View
from kg.views.terms import terms_view
from tests.kg.founding import founding_documents
from tests.kg.sample import VOCABULARIES
from tests.kg.views.shelves import document, library

KNOWN = known_names((VOCABULARIES.systems, VOCABULARIES.technologies))


def roles(view: View, name: str) -> list[tuple[str, str]]:
    return [(row[1].text, row[2].text) for row in view.rows if row[0].text == name]


def told(view: View, name: str) -> str:
    return next(row[4].text for row in view.rows if row[0].text == name)


def test_the_founding_texts_use_the_names_of_grades_for_different_things() -> None:
    documents = founding_documents()
    view = terms_view(library(*documents), documents)
    assert roles(view, "智能工厂") == [
        ("分级建设要求", "等级“省级智能工厂”"),
        ("建设导则", "等级的别称"),
        ("浦江", "类型"),
        ("广西", "认定对象"),
    ]
    assert ("浦江", "类型") in roles(view, "数字化车间")
    assert ("建设导则", "定义") in roles(view, "企业大脑")
    assert told(view, "企业大脑") == "只有建设导则下定义；分级建设要求作能力子域，没有定义"
    future = told(view, "未来工厂")
    assert "建设导则说是“现代化新型组织”" in future and "试行方案说是“现代化工厂”" in future
    assert "只有试行方案的定义提到数字孪生、物联网、大数据、工业互联网" in future
    assert told(view, "精益化管理") == "所含不同：精益化组织只在分级建设要求；安全管理只在建设导则"
    assert "安全管控只在分级建设要求；物资采购只在试行方案、广西" in told(view, "智能化生产")
    assert told(view, "WMS") == "全称不同：建设导则作“仓库管理系统”；试行方案、浦江、广西作“仓储管理系统”"
    assert not roles(view, "SCADA") and not roles(view, "计划调度")
    texts = {one.meta.id: one.text for one in documents}
    for row in view.rows:
        words = row[3].words
        assert words is not None
        assert texts[words.clause.partition("/")[0]][words.start : words.end] == words.text


def test_a_definition_in_running_words_is_held_against_another_documents_grade() -> None:
    grades = document("one", "甲省要求\n\n能力项\t数字化车间\t智能工厂\n1.计划调度\t应编制计划\t应采用APS\n")
    rules = document(
        "two", "乙省办法\n第一条 本办法所称智能工厂，是指以数据驱动制造的新型工厂。\n第二条 应建设智能工厂。\n"
    )
    view = terms_view(library(grades, rules), (grades, rules))
    assert roles(view, "智能工厂") == [("甲省要求", "等级"), ("乙省办法", "定义")]
    assert told(view, "智能工厂") == "作用不同：甲省要求作等级；乙省办法作定义"


def test_full_names_are_cut_from_the_verbs_before_them() -> None:
    text = (
        "某省要求\n\n一、要求\n"
        "1.应依托企业数据采集与监视控制系统（SCADA）和建立生产执行系统（MES），部署云网管控平台（YGP）。\n"
    )
    clauses = document("x", text).clauses
    found = {one.short: one.full for clause in clauses for one in full_names(clause, KNOWN)}
    assert found == {"SCADA": "数据采集与监视控制系统", "MES": "生产执行系统", "YGP": "云网管控平台"}
