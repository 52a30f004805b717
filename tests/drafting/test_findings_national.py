"""Questions between a document and the national level: what is quoted, what is refused, and what is only proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drafting.answer import Finding, Line
from drafting.findings.cells import find_cells
from drafting.findings.national import beside, find_national
from drafting.findings.refusals import not_in_sources
from drafting.rendering import markdown
from drafting.shelf import Shelf
from kg.national import NationalLevel
from ontology.vocabulary import load_scheme
from retrieval.frame import QueryFrame
from retrieval.intents import asserts, intent_of
from retrieval.national import load_national_names
from retrieval.normalise import Normaliser
from tests.drafting.made_up import CAPABILITIES, FACTORY, SCHEME, WORKSHOP, frame, row, shelf
from tests.drafting.made_up_national import level as made_up_level

NAMES = load_national_names(load_scheme("tiers"), Normaliser())
SHELF = shelf()
ZHEJIANG = "zj-graded"
"""The document whose tiers the made-up proposals map; the made-up scheme only uses tiers of the same names."""


@pytest.fixture(scope="module")
def level() -> NationalLevel:
    return made_up_level()


def asked(text: str, **fields: Any) -> QueryFrame:
    given: dict[str, Any] = {"intent": intent_of(text.lower()), "premise": asserts(text.lower()), **fields}
    return NAMES.mark(frame(text, **given))


def found(level: NationalLevel, text: str, default: str = SCHEME, **fields: Any) -> Finding | None:
    return find_national(asked(text, **fields), SHELF, level, default)


def refused(finding: Finding | None) -> Finding:
    assert finding is not None and finding.status == "refused" and finding.refusal is not None
    assert finding.refusal.reason == "not_in_sources" and finding.result is None
    return finding


def proposed(finding: Finding) -> list[str]:
    return [row.claim.object for aside in finding.asides for row in aside.rows]


def sentences(finding: Finding) -> str:
    return "".join(one.text for section in finding.sections for one in section.said)


def citing(shelf_: Shelf, text: str) -> Shelf:
    """The shelf with a paragraph that speaks of the national level."""
    said = row("national", text, kind="paragraph")
    return Shelf(list(shelf_.documents.values()), (*shelf_.clauses, said), {})


def test_a_scenario_finds_the_requirements_of_the_closest_subdomain(level: NationalLevel) -> None:
    finding = found(level, "国家典型场景“设备故障诊断与预测”对应本省哪些要求", subdomains=("19",))
    assert finding is not None and finding.status == "answered" and finding.result is not None
    assert finding.result["ids"] == [clause.id for clause in SHELF.clauses if clause.subdomain_no == 19]
    (aside,) = finding.asides
    assert aside.leads and "推定" in aside.title and "非官方" in aside.title
    assert aside.lines[0].whole.startswith("近似：“设备运维”（把握 0.8）。")
    assert [row.claim.subject for row in aside.rows] == ["capability:19"]


def test_no_sentence_says_that_a_text_pairs_anything(level: NationalLevel) -> None:
    for text in ("国家典型场景“设备故障诊断与预测”对应本省哪些要求", "设备运维对应国家的哪个场景"):
        finding = found(level, text, subdomains=("19",))
        assert finding is not None and finding.asides
        assert "场景" not in sentences(finding) and "设备故障" not in sentences(finding)
        assert all(sentence.citations for section in finding.sections for sentence in section.said)


def test_only_the_tier_asked_about_is_quoted(level: NationalLevel) -> None:
    finding = found(level, "国家场景里的“设备运行监控”，智能工厂要做到什么", tiers=(FACTORY,))
    assert finding is not None and finding.result is not None
    assert {SHELF.by_id[one].tier for one in finding.result["ids"]} == {FACTORY}
    assert finding.asides[0].lines[0].whole.startswith("较宽：“设备运维”")


def test_an_empty_cell_stays_not_required(level: NationalLevel) -> None:
    finding = found(level, "国家场景“规模化定制”，数字化车间要做什么", tiers=(WORKSHOP,))
    assert finding is not None and finding.status == "answered" and finding.result is not None
    assert finding.result["ids"] == ["scheme/32/digital-workshop"]
    assert "不做要求" in sentences(finding)


def test_what_is_only_related_is_named_and_not_quoted(level: NationalLevel) -> None:
    finding = refused(found(level, "国家场景“柔性产线快速换产”对应哪些要求"))
    assert finding.sections == () and finding.asides[0].lines == (Line("仅相关：“柔性化制造”（把握 0.5）"),)


def test_a_scenario_that_nothing_names_is_refused(level: NationalLevel) -> None:
    assert refused(found(level, "国家场景“产品精准营销”对应哪些要求")).asides[0].lines == (Line("没有对应的内容。"),)


@pytest.mark.parametrize(
    ("question", "fields", "objects"),
    [
        ("设备运维对应国家的哪个场景", {"subdomains": ("19",)}, ["scenario:28", "scenario:27", "scenario:29"]),
        ("设备运维对应成熟度模型哪个能力域", {"subdomains": ("19",)}, ["maturity:equipment-management"]),
        ("柔性化制造对应成熟度模型的哪一项", {"subdomains": ("32",)}, ["sssom:NoTermFound"]),
        ("智能化生产对应国家哪些场景", {"domains": ("智能化生产",)}, ["scenario:28", "scenario:32"]),
        (
            "which national scenario does it map to?",
            {"subdomains": ("32",), "language": "en"},
            ["scenario:32", "scenario:20"],
        ),
    ],
)
def test_a_pairing_is_refused_and_what_is_proposed_stands_beside(
    level: NationalLevel, question: str, fields: dict[str, Any], objects: list[str]
) -> None:
    finding = refused(found(level, question, documents=(SCHEME,), **fields))
    assert proposed(finding) == objects
    assert all(("推定" in aside.title) or ("Proposed, not official" in aside.title) for aside in finding.asides)


@pytest.mark.parametrize(
    "question",
    [
        "分级建设要求规定设备运维就是国家场景“设备运行监控”，对吧",
        "文件写明了国家场景“设备运行监控”对应什么吗",
        "国家典型场景“设备运行监控”对应哪个能力子域",
        "国家典型场景“设备运行监控”是什么意思",
    ],
)
def test_whether_a_text_states_it_is_refused(level: NationalLevel, question: str) -> None:
    assert "scenario:27" in proposed(refused(found(level, question, subdomains=("19",))))


def test_which_national_tier_it_is_is_refused_with_what_is_proposed(level: NationalLevel) -> None:
    finding = refused(found(level, "省级智能工厂相当于国家哪一级", ZHEJIANG, tiers=(FACTORY,)))
    assert proposed(finding) == ["tier:national-advanced", "tier:national-basic"]
    assert finding.asides[0].title == "推定（非官方，文本未写明）：“省级智能工厂”与国家智能工厂等级"


def test_another_text_with_tiers_of_the_same_name_gets_none_of_those_proposals(level: NationalLevel) -> None:
    finding = refused(found(level, "省级智能工厂相当于国家哪一级", tiers=(FACTORY,)))
    assert finding.asides == () and finding.refusal is not None
    assert finding.refusal.message == "现有文件没有把省级智能工厂与国家智能工厂的等级逐级对应。"


def test_national_tiers_named_with_a_provincial_one_are_told_with_their_conditions(level: NationalLevel) -> None:
    finding = refused(found(level, "智能工厂能算国家先进级吗", ZHEJIANG, tiers=(FACTORY,), foreign_tiers=("先进级",)))
    pairing, known = finding.asides
    assert "推定" in pairing.title and "非官方文本" in known.title and known.rows == ()
    assert any("可信度 A" in line and "GB/T 39116-2020" in line for line in (one.text for one in known.lines))
    other_way = refused(found(level, "国家先进级相当于本省哪一级", ZHEJIANG, foreign_tiers=("先进级",)))
    assert [row.claim.subject for row in other_way.asides[0].rows] == ["tier:smart-factory"]


def test_national_tiers_and_levels_of_maturity_are_only_known_from_publications(level: NationalLevel) -> None:
    (tiers,) = refused(found(level, "国家智能工厂分几个等级", tiers=(FACTORY,))).asides
    assert [line.text[:3] for line in tiers.lines] == ["基础级", "先进级", "卓越级", "领航级"]
    (levels,) = refused(found(level, "智能工厂的成熟度要求是几级", tiers=(FACTORY,))).asides
    assert len(levels.lines) == 5 and levels.lines[2].text == "三级（集成级）（可信度 A）"
    assert all("非官方文本" in aside.title and aside.rows == () for aside in (tiers, levels))


def test_all_scenarios_are_listed_only_where_they_are_asked_for(level: NationalLevel) -> None:
    shelf_that_cites = citing(SHELF, "深度融合《智能制造典型场景参考指引》。")
    finding = refused(find_national(asked("国家40个典型场景有哪些"), shelf_that_cites, level, SCHEME))
    assert "《智能制造典型场景参考指引》" in sentences(finding)
    assert len(finding.asides[0].lines) == 8 and "33 产品精准营销" in finding.asides[0].lines[5].text
    assert found(level, "方案参考了国家智能制造场景的哪些要求") is None


def test_which_scenarios_are_reached_is_a_remark(level: NationalLevel) -> None:
    finding = refused(found(level, "40个场景里哪些本省没有要求"))
    (aside,) = finding.asides
    assert aside.lines[0].whole.startswith("没有对应内容的 34 个：1 工厂数字化规划设计")
    assert aside.lines[-1].text == "有近似内容的 1 个：28 设备故障诊断与预测"
    at_workshop = refused(found(level, "数字化车间的要求覆盖了国家哪些场景", tiers=(WORKSHOP,)))
    assert "32 规模化定制" in at_workshop.asides[0].lines[-1].text
    assert at_workshop.asides[0].title.startswith("推定（非官方，文本未写明）：省级数字化车间的要求")


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("设备运行监控有什么要求", {"subdomains": ("19",)}),
        ("智能工厂对设备运维有什么要求", {"subdomains": ("19",), "tiers": (FACTORY,)}),
        ("设备运维有什么要求，对应国家哪个场景", {"subdomains": ("19",)}),
        ("协同共生要打造哪些典型场景", {"tracks": ("协同共生链主型",)}),
        ("国家先进级有什么条件", {"foreign_tiers": ("先进级",)}),
    ],
)
def test_other_questions_are_left_to_others(level: NationalLevel, question: str, fields: dict[str, Any]) -> None:
    assert found(level, question, **fields) is None


def cell_answer(text: str, **fields: Any) -> tuple[QueryFrame, Finding]:
    question = asked(text, documents=(SCHEME,), subdomains=("19",), **fields)
    finding = find_cells(question, SHELF, CAPABILITIES)
    assert finding is not None
    return question, finding


def test_the_clauses_of_a_subdomain_get_its_three_closest_scenarios(level: NationalLevel) -> None:
    question, finding = cell_answer("智能工厂对设备运维有什么要求", tiers=(FACTORY,))
    (aside,) = beside(question, finding, level).asides
    assert [row.claim.object for row in aside.rows] == ["scenario:28", "scenario:27", "scenario:29"]
    assert not aside.leads and aside.lines[1].whole.startswith("较窄：“27 设备运行监控”（把握 0.9）。")
    shown = markdown(question, beside(question, finding, level), (), SHELF.titles, ())
    assert shown.index("机床主轴") < shown.index("> 推定") and "> - " not in shown
    assert (
        "相近的有 28 设备故障诊断与预测（把握 0.8）；较窄的有 27 设备运行监控、29 设备维修维护（把握 0.9、0.7）"
        in shown
    )
    assert shown.endswith("理由见 \\`gongbiao map --subdomain 设备运维\\`") and aside.lines[0].reason not in shown


def test_in_english_the_chinese_names_stand_beside(level: NationalLevel) -> None:
    question, finding = cell_answer("What must a smart factory do?", tiers=(FACTORY,), language="en")
    (aside,) = beside(question, finding, level).asides
    assert aside.title.startswith("Proposed, not official: national scenarios for ") and "(设备运维)" in aside.title
    assert aside.lines[0].whole.startswith(
        "close match: 28 equipment fault diagnosis and prediction (设备故障诊断与预测)"
    )


def test_counts_refusals_and_empty_cells_get_no_remark(level: NationalLevel) -> None:
    question, finding = cell_answer("智能工厂对设备运维有什么要求", tiers=(FACTORY,))
    assert beside(replace(question, intent="count"), finding, level).asides == ()
    assert beside(question, replace(finding, query="search"), level).asides == ()
    assert beside(question, replace(finding, status="corrected"), level).asides == ()
    assert beside(question, not_in_sources("没有。"), level).asides == ()
    empty = asked("数字化车间要做柔性化制造吗", documents=(SCHEME,), subdomains=("32",), tiers=(WORKSHOP,))
    slash = find_cells(empty, SHELF, CAPABILITIES)
    assert slash is not None and beside(empty, slash, level).asides == ()


def test_a_refused_question_for_a_national_tier_gets_what_publications_say(level: NationalLevel) -> None:
    question = asked("国家卓越级有什么条件", foreign_tiers=("卓越级",))
    (aside,) = beside(question, not_in_sources("没有写。"), level).asides
    assert aside.title == "据公开资料整理，非官方文本：国家卓越级" and aside.rows == ()
    assert "智能制造能力成熟度：按 GB/T 39116-2020 达到三级及以上（可信度 B）" in [line.text for line in aside.lines]
    assert all("可信度" in line.text for line in aside.lines)


def test_a_refusal_shows_its_remark_below_it(level: NationalLevel) -> None:
    question = asked("设备运维对应国家的哪个场景", subdomains=("19",))
    finding = refused(found(level, question.question, subdomains=("19",)))
    shown = markdown(question, finding, (), SHELF.titles, ())
    assert shown.startswith("现有文件没有写明“设备运维”") and shown.index("> 推定") > 0
