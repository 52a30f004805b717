"""Entity linking: whole words, longest names, order of appearance."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause
from kg.linking import Linker, fold
from ontology.vocabulary import load_scheme

LINKER = Linker(load_scheme("systems"), load_scheme("technologies"))
NAMES = sorted(
    {name for scheme in ("systems", "technologies") for c in load_scheme(scheme).concepts.values() for name in c.names}
)


def clause(plain: str, **more: object) -> Clause:
    settings: dict[str, object] = {
        "id": "test/1",
        "document": "test",
        "section": "",
        "path": (),
        "kind": "requirement",
        "text": plain,
        "plain": plain,
        "start": 0,
        "end": len(plain),
        "rule": "test",
    }
    return Clause(**{**settings, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("应采用三维CAD/CAE/CAM工具", ("CAD", "CAE", "CAM")),
        ("通过ERP/MES/MOM等系统获取订单", ("ERP", "MES", "MOM")),
        ("PDM/PLM", ("PDM", "PLM")),
        ("集成应用CAx、MES/MOM与立体仓库", ("CAX", "MES", "MOM", "AS/RS")),
        ("集成仓储管理系统与调度系统", ("WMS", "调度系统")),
        ("依托数据采集与监视控制系统、仓储管理系统", ("SCADA", "WMS")),
        ("制造执行系统（MES）和MES", ("MES",)),
        ("ｍｅｓ 和 erp", ("MES", "ERP")),
        ("自动化立体仓库系统（AS/RS）", ("AS/RS",)),
        ("three AGVs", ("AGV",)),
        ("MES2.0", ("MES",)),
        ("MESSAGE, COMES, DCAD", ()),
        ("质量管理体系、供应链管理、仓储管理", ()),
    ],
)
def test_systems(text: str, codes: tuple[str, ...]) -> None:
    assert LINKER.codes(text, "systems", colloquial=False) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("如数字孪生、5G/6G、大数据、人工智能等", ("数字孪生", "5G", "6G", "大数据", "人工智能")),
        ("搭建工业互联网平台", ("工业互联网平台", "工业互联网")),
        ("采用工业机器人", ("工业机器人", "机器人")),
        ("虚拟现实(VR)/增强现实(AR)", ("VR", "AR")),
        ("条码、二维码、射频识别", ("条码", "二维码", "RFID")),
        ("扩大数据采集范围，完善智能体系", ()),
        ("配备机器人员与巡查人员", ()),
        ("带宽15G，容量5GB", ()),
        ("基于IOT技术", ("物联网",)),
    ],
)
def test_technologies(text: str, codes: tuple[str, ...]) -> None:
    assert LINKER.codes(text, "technologies", colloquial=False) == codes


def test_everyday_words_count_in_a_question_only() -> None:
    assert LINKER.codes("有没有排产软件的要求", "systems") == ("APS",)
    assert LINKER.enrich(clause("应采用排产软件")).systems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("do we need computer aided design", "CAD"),
        ("a Computer-Aided Design tool", "CAD"),
        ("product customization platform", "个性化定制平台"),
        ("product customisation platform", "个性化定制平台"),
        ("three dimensional modeling", "三维建模"),
        ("enterprise data center", "IDC"),
        ("enterprise data centre", "IDC"),
    ],
)
def test_english_names_are_found_as_they_are_spelt(text: str, code: str) -> None:
    found = LINKER.mentions(text)
    assert code in [mention.code for mention in found]
    assert LINKER.mentions(text, colloquial=False) == () or code in LINKER.codes(text, "systems", colloquial=False)


@pytest.mark.parametrize("text", ["precize", "advize", "permit work", "low codes and high ends", "model ing"])
def test_no_other_word_is_a_spelling(text: str) -> None:
    assert LINKER.mentions(text) == ()


def test_a_document_is_read_as_it_is_printed() -> None:
    assert LINKER.codes("computer aided design", "systems", colloquial=False) == ()


def test_a_kind_is_never_a_code_and_never_named_by_a_text() -> None:
    kinds = load_scheme("systems").kinds
    assert not set(kinds) & set(LINKER.codes("应采用安全仪表系统、SCADA和协同设计平台", "systems"))
    assert LINKER.codes("安全仪表系统", "systems") == ("SIS", "功能安全保护系统")
    assert LINKER.codes("研发设计类系统、控制类系统和设计软件", "systems", colloquial=False) == ()


def test_enrich_reads_the_plain_reading_and_the_name_of_a_term() -> None:
    broken = clause("制造执行系统", text="制造\n执行系统")
    assert LINKER.enrich(broken).systems == ("MES",)
    term = clause("汇聚企业数据的平台", kind="term", label="工业互联网平台")
    assert LINKER.enrich(term).technologies == ("工业互联网平台", "工业互联网")


@pytest.mark.parametrize("kind", ["requirement", "not_required", "threshold"])
def test_a_cell_is_about_what_the_head_of_its_row_names(kind: str) -> None:
    row = {"rule": "tier-table.item", "kind": kind, "path": ("一、条件", "MES应用"), "subdomain": "MES应用"}
    assert LINKER.enrich(clause("应部署并与ERP集成", **row)).systems == ("MES", "ERP")


def test_a_heading_above_a_table_or_a_text_is_no_head_of_a_row() -> None:
    section = clause("应部署", rule="tier-table.item", path=("三、MES建设",))
    prose = clause("应部署", rule="outline.item", path=("三、MES建设",), element="MES建设")
    assert LINKER.enrich(section).systems == LINKER.enrich(prose).systems == ()


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=5))).map("".join))
def test_mentions_are_ordered_disjoint_and_say_where_they_stand(text: str) -> None:
    places = list(dict.fromkeys((mention.start, mention.end) for mention in LINKER.mentions(text)))
    assert all(left[1] <= right[0] for left, right in pairwise(places))
    assert all(text[mention.start : mention.end] == mention.surface != "" for mention in LINKER.mentions(text))


@given(st.sampled_from(NAMES), st.sampled_from("，。、/（ "), st.sampled_from("，。、/） "))
def test_every_name_is_found_between_punctuation(name: str, before: str, after: str) -> None:
    found = LINKER.mentions(f"{before}{name}{after}", colloquial=False)
    assert any(mention.start <= 1 and mention.end >= 1 + len(name) for mention in found), found
