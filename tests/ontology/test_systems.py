"""The taxonomy of systems, held against the texts by a reading of its own: each system they name is linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from corpus.clause import IRI_ROOT, Clause
from corpus.library import load_corpus
from kg.linking import Linker
from ontology.vocabulary import Concept, Scheme, load_scheme

DOCUMENTS = ("zj-graded", "zj-guideline", "zj-trial", "pujiang-plan", "guangxi-modes")
RESIDUE = re.compile(r"\[(?:bookmark|image):[^\]]*\]")
ABBREVIATION = re.compile(r"(?<![A-Za-z])(?:AS/RS|[A-Z]{2,})(?![A-Za-z])")
PHRASE = re.compile(r"[一-鿿]*?(?:系统|平台)(?:和监控系统)?")

ABBREVIATIONS = frozenset(
    ["AGV", "APS", "AS/RS", "BI", "BPMS", "CAD", "CAE", "CAM", "CAPP", "CAX", "CRM", "DCS", "EMS", "ERP", "FMS"]
    + ["HRM", "IDC", "LIMS", "MES", "MOM", "OA", "PDM", "PLM", "QMS", "SCADA", "SCM", "SPMS", "SRM", "TMS", "WMS"]
)
OF_TECHNOLOGIES = frozenset(["AI", "AR", "CPS", "IOT", "JIT", "MBD", "MBSE", "MR", "RFID", "SPC", "VR"])
NO_SYSTEMS = frozenset(["API", "APP", "BOM", "CMMI", "DB", "DBXX", "GB", "IPD", "KPI", "OEE", "XXXX"])
"""Interfaces, apps in general, lists, methods, standards and figures: abbreviations, but of no system."""

SPELLINGS = {
    # the forms that end in 系统 or 平台, as the texts print them, under the code of what they name
    "自动化立体仓库系统": "AS/RS",
    "业务流程管理系统": "BPMS",
    "数字控制系统": "CNC",
    "客户关系管理系统": "CRM",
    "集散控制系统": "DCS",
    "经营决策系统": "DSS",
    "智能决策支持系统": "DSS",
    "设备信息管理系统": "EAM",
    "能源管理系统": "EMS",
    "能源综合管理监测系统": "EMS",
    "资源计划系统": "ERP",
    "柔性制造系统": "FMS",
    "知识管理平台": "KMS",
    "实验室信息管理系统": "LIMS",
    "生产过程数据采集和分析系统": "MDC",
    "制造执行系统": "MES",
    "产品数据管理系统": "PDM",
    "产品全生命周期管理系统": "PLM",
    "质量管理系统": "QMS",
    "数据采集与监视控制系统": "SCADA",
    "数据采集和监控系统": "SCADA",
    "数据采集系统和监控系统": "SCADA",
    "供应链管理系统": "SCM",
    "安全生产管理系统": "SPMS",
    "生产安全信息化系统": "SPMS",
    "物流运输管理系统": "TMS",
    "仓储管理系统": "WMS",
    "仓库管理系统": "WMS",
    "排产系统": "APS",
    "生产计划排产系统": "APS",
    "专家咨询系统": "专家咨询系统",
    "产供销协同平台": "产供销协同平台",
    "产品溯源系统": "产品溯源系统",
    "产品研发管理系统": "产品研发管理系统",
    "产品配置知识库与配置系统": "产品配置系统",
    "企业数据管理系统": "企业数据管理系统",
    "数据管理和决策平台": "企业数据管理系统",
    "统一数据平台": "企业数据管理系统",
    "门户层应用系统": "企业门户",
    "作业许可管理系统": "作业许可管理系统",
    "供应商评价系统": "供应商评价系统",
    "供应链平台": "供应链管理平台",
    "供应链协同平台": "供应链管理平台",
    "供应链管理平台": "供应链管理平台",
    "企业集团信息化集成平台": "信息化集成平台",
    "信息安全防护系统": "信息安全防护系统",
    "制造资源协同云平台": "制造资源协同云平台",
    "功能安全保护系统": "功能安全保护系统",
    "协同设计平台": "协同设计平台",
    "工艺设计云平台": "协同设计平台",
    "设计云平台": "协同设计平台",
    "安全管控平台": "安全管控平台",
    "应急指挥联动系统": "应急指挥联动系统",
    "智能吊挂系统": "智能吊挂系统",
    "消防安全监控平台": "消防安全监控平台",
    "物流管理信息系统": "物流管理系统",
    "协同物流平台": "物流管理系统",
    "环保监测系统": "环保监测系统",
    "环保管理平台": "环保监测系统",
    "污染源在线监测系统": "环保监测系统",
    "环境排放的数据采集监控系统": "环保监测系统",
    "生产管控一体化平台": "生产管控一体化平台",
    "碳资产管理平台": "碳资产管理平台",
    "综合能源管控平台": "综合能源管理平台",
    "综合能源管理平台": "综合能源管理平台",
    "能耗监控系统": "能耗监控系统",
    "调度系统": "调度系统",
    "质量管理协同平台": "质量管理协同平台",
    "设备运维平台": "设备运维平台",
    "运维服务协同平台": "运维服务协同平台",
    "服务协同平台": "运维服务协同平台",
    "产品远程运维服务平台": "远程运维服务平台",
    "产品远程维修服务系统": "远程运维服务平台",
    "个性化定制平台": "个性化定制平台",
    "定制服务平台": "个性化定制平台",
    "个性化定制线上系统": "个性化定制平台",
    "用户个性化需求信息平台": "个性化定制平台",
    # names that end otherwise
    "办公自动化": "OA",
    "人力资源管理（HRM）": "HRM",
    "商业智能": "BI",
    "企业数据中心": "IDC",
    "企业资源计划": "ERP",
    "产品生命周期管理": "PLM",
    "产品数据管理": "PDM",
    "供应商关系管理": "SRM",
    "客户关系管理": "CRM",
    "高级计划排程": "APS",
    "高级计划与排程": "APS",
    "计算机辅助设计": "CAD",
    "计算机辅助设计与制造": "CAM",
    "计算机辅助工程": "CAE",
    "计算机辅助制造": "CAM",
    "计算机辅助工艺规划": "CAPP",
    "计算机辅助工艺过程设计": "CAPP",
    "智能立库": "AS/RS",
    "电子商城": "电子商城",
}
"""Reviewed: the texts' spellings of systems, each with the code of the concept that it names."""

TECHNOLOGY_SPELLINGS = (
    "信息物理系统",
    "准时生产系统",
    "先进控制系统",
    "嵌入式系统",
    "产业互联网平台",
    "工业互联网平台",
)
GENERIC = (
    # systems in general: of a company, of a shop floor, of somebody else
    *("基于信息系统", "通过信息系统", "各类信息系统", "企业信息系统", "设备与信息系统", "和信息系统", "等信息系统"),
    *("包括信息化系统", "企业信息化系统", "等信息化系统", "各种信息化系统", "核心系统", "终端系统", "车间系统"),
    *("通过管理系统", "企业间管理系统", "各种管理系统", "业务管理系统", "数字化管理系统", "物流公司管理系统"),
    *("等业务系统", "全业务系统", "各种业务系统", "各类应用系统", "物流技术应用系统", "等软件系统", "工厂网络系统"),
    *(
        "承载数字化系统",
        "通过数字化系统",
        "与制造系统",
        "数字化制造系统",
        "智能制造系统",
        "智能服务系统",
        "服务支撑系统",
    ),
    *("企业间研发系统", "供应商的销售系统", "运输管理多系统", "子系统", "各系统", "个系统", "异构系统", "其他系统"),
    *("企业相关系统", "复杂系统", "新的系统", "智能工厂系统", "水电气供应系统", "供应等系统", "推理等技术与系统"),
    # the word alone, after a verb, a conjunction or a list
    *("等系统", "与系统", "和系统", "根据系统", "基于系统", "通过系统", "实现系统", "及其系统", "及系统", "以及系统"),
    *("从系统", "开展系统", "包括系统", "避免系统", "行业内系统", "采用系统", "基于模型的系统", "的系统"),
    # platforms in general, and what makes or gathers them
    *("数字化平台", "通过协同平台", "和数据平台", "数据平台", "集成平台", "基础平台", "信息统一平台", "数据统一平台"),
    *("统一管理平台", "数字化支撑平台", "体系和平台", "数字化设计平台", "数字化服务平台", "专业化服务平台"),
    *("公共服务平台", "第三方服务平台", "工业及行业互联网平台", "云端平台", "接入外部平台", "跨平台", "行业平台"),
    *(
        "运用平台",
        "采用平台",
        "具备平台",
        "业态变革平台",
        "产品平台",
        "以平台",
        "及平台",
        "和平台",
        "或平台",
        "说明平台",
    ),
    *("运营的平台",),
)
"""Reviewed: what the texts call a system or a platform without naming one of its own."""


@pytest.fixture(scope="module")
def systems() -> Scheme:
    return load_scheme("systems")


@pytest.fixture(scope="module")
def linker(systems: Scheme) -> Linker:
    return Linker(systems, load_scheme("technologies"))


@pytest.fixture(scope="module")
def clauses(linker: Linker) -> dict[str, tuple[Clause, ...]]:
    return {one.meta.id: tuple(map(linker.enrich, one.clauses)) for one in load_corpus().documents}


def text_of(document: str) -> str:
    """The text with what its editor left behind blanked out, every position kept."""
    text = files("corpus").joinpath("texts", f"{document}.txt").read_text(encoding="utf-8")
    return RESIDUE.sub(lambda found: " " * len(found[0]), text)


def places(pattern: re.Pattern[str]) -> Iterator[tuple[str, int, str]]:
    for document in DOCUMENTS:
        yield from ((document, found.start(), found[0]) for found in pattern.finditer(text_of(document)))


def clause_at(rows: tuple[Clause, ...], position: int) -> Clause:
    """The row that holds a position, or the row whose printed label does, which stands before it."""
    inside = [row for row in rows if row.start <= position < row.end]
    return inside[0] if inside else min((row for row in rows if row.start > position), key=lambda row: row.start)


def test_the_texts_hold_no_abbreviation_that_was_not_reviewed() -> None:
    found = {surface for _, _, surface in places(ABBREVIATION)}
    assert found == ABBREVIATIONS | OF_TECHNOLOGIES | NO_SYSTEMS


def test_each_abbreviation_of_a_system_is_linked_wherever_it_stands(clauses: dict[str, tuple[Clause, ...]]) -> None:
    read = [one for one in places(ABBREVIATION) if one[2] in ABBREVIATIONS]
    assert len(read) > 100
    for document, position, surface in read:
        row = clause_at(clauses[document], position)
        assert surface in row.systems, (row.id, surface)


def test_every_phrase_of_a_system_or_platform_is_a_spelling_or_was_reviewed_as_generic() -> None:
    known = (*SPELLINGS, *TECHNOLOGY_SPELLINGS, *GENERIC)
    phrases = [phrase for _, _, phrase in places(PHRASE)]
    assert len(phrases) > 250
    assert {phrase for phrase in phrases if phrase not in ("系统", "平台") and not phrase.endswith(known)} == set()


@pytest.mark.parametrize(("spelling", "code"), SPELLINGS.items())
def test_each_spelling_of_a_system_is_linked_wherever_it_stands(
    spelling: str, code: str, linker: Linker, clauses: dict[str, tuple[Clause, ...]]
) -> None:
    assert code in linker.codes(f"应建立{spelling}，", "systems", colloquial=False)
    found = list(places(re.compile(re.escape(spelling))))
    assert found, spelling
    for document, position, _ in found:
        row = clause_at(clauses[document], position)
        assert code in row.systems, row.id


@pytest.mark.parametrize("spelling", TECHNOLOGY_SPELLINGS)
def test_what_is_called_a_system_but_is_a_technology_is_linked_there(spelling: str, linker: Linker) -> None:
    assert linker.codes(f"应用{spelling}。", "technologies", colloquial=False)
    assert not linker.codes(f"应用{spelling}。", "systems", colloquial=False)


@pytest.mark.parametrize("phrase", GENERIC)
def test_a_generic_phrase_is_no_system(phrase: str, linker: Linker) -> None:
    assert not linker.codes(f"应通过{phrase}，", "systems", colloquial=False)


@pytest.mark.parametrize(
    "text",
    [
        "建立生产调度系统",
        "建设信息安全管控平台",
        "部署应急指挥调度系统",
        "建立质量管理体系与供应链管理机制",
        "人机协同平台",
    ],
)
def test_a_longer_word_is_not_the_system_within_it(text: str, linker: Linker) -> None:
    assert linker.codes(text, "systems", colloquial=False) == ()


def test_no_clause_names_a_kind(systems: Scheme, clauses: dict[str, tuple[Clause, ...]]) -> None:
    named = {code for rows in clauses.values() for row in rows for code in row.systems}
    assert named <= set(systems.concepts)
    assert not named & set(systems.kinds)


def test_every_system_has_one_kind_and_a_second_only_where_it_serves_two(systems: Scheme) -> None:
    several = {code: concept.groups for code, concept in systems.concepts.items() if len(concept.groups) != 1}
    assert several == {"EHS": ("safety", "environment")}
    for code in systems.concepts:
        assert systems.kinds_of(code)[-1] == "system", code


def test_kinds_are_a_tree_under_one_top(systems: Scheme) -> None:
    tops = [code for code, kind in systems.kinds.items() if not kind.broader]
    assert tops == ["system"]
    assert all(len(kind.broader) == 1 for code, kind in systems.kinds.items() if code != "system")
    assert set(systems.members("system")) == set(systems.concepts)
    assert all(systems.members(code) for code in systems.kinds)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("design-and-engineering", {"PLM", "PDM", "CAD", "CAE", "CAM", "CAPP", "CAX", "EDA", "协同设计平台"}),
        ("production", {"MES", "MOM", "APS", "Andon", "ESOP"}),
        ("control", {"SCADA", "DCS", "PLC", "CNC", "DNC", "HMI", "SIS"}),
        ("business", {"ERP", "SRM", "CRM", "SCM", "OMS", "OA", "HRM", "供应链管理平台"}),
        ("warehousing-and-logistics", {"WMS", "WCS", "TMS", "LES", "AGV", "AMR", "RGV", "AS/RS"}),
        ("material-handling", {"AGV", "AMR", "RGV", "AS/RS"}),
        ("quality", {"QMS", "LIMS"}),
        ("assets-energy-and-safety", {"EMS", "EAM", "EHS"}),
        ("data-and-analysis", {"BI", "MDM", "KMS"}),
    ],
)
def test_a_kind_holds_the_systems_that_an_engineer_expects(kind: str, codes: set[str], systems: Scheme) -> None:
    assert codes <= set(systems.members(kind))


def test_a_narrower_system_keeps_its_broader_one_beside_its_kind(systems: Scheme) -> None:
    assert systems.ancestors("SIS") == ("功能安全保护系统",)
    assert systems.kinds_of("SIS") == ("safety-control", "control", "system")


def described(name: str) -> list[Concept]:
    scheme = load_scheme(name)
    return [*scheme.concepts.values(), *scheme.kinds.values()]


@pytest.mark.parametrize("name", ["systems", "technologies"])
def test_everything_is_described_in_both_languages_with_its_source(name: str) -> None:
    for concept in described(name):
        assert concept.zh and concept.en and concept.definition_zh and concept.definition_en, concept.code
        assert concept.sources, concept.code
        labels = (concept.zh, concept.en, *concept.alternatives, *concept.hidden)
        assert len(set(labels)) == len(labels), concept.code


@pytest.mark.parametrize("name", ["systems", "technologies"])
def test_a_source_that_is_a_clause_names_the_thing(name: str, clauses: dict[str, tuple[Clause, ...]]) -> None:
    rows = {f"{IRI_ROOT}clause/{row.id}": row for one in clauses.values() for row in one}
    cited = [(one.code, source) for one in described(name) for source in one.sources if source.startswith(IRI_ROOT)]
    assert len(cited) > 40
    for code, source in cited:
        assert code in (*rows[source].systems, *rows[source].technologies), (code, source)


def test_what_the_chapter_of_abbreviations_lists_has_it_as_source(clauses: dict[str, tuple[Clause, ...]]) -> None:
    listed = [row for row in clauses["zj-guideline"] if row.kind == "abbreviation"]
    known = {one.code: one for name in ("systems", "technologies") for one in described(name)}
    assert len({row.label for row in listed}) == 21
    for label in {row.label for row in listed if row.label}:
        assert any(f"/zj-guideline/4/{label}" in source for source in known[label].sources), label
