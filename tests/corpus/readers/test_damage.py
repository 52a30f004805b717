"""Damaged texts are refused with an example; sound ones of any look are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.damage import judge

TEXT = (
    "青川省智能车间认定管理办法\n第一条　为规范省级智能车间认定工作，制定本办法。\n第二条　申报企业应当具备下列条件：\n"
    "（一）车间设备联网率不低于50%，关键工序数控化率不低于70%；\n（二）建立产品质量追溯系统，实现全过程追溯。\n"
    "第三条　省工业和信息化厅于每年6月30日前组织评审，认定结果有效期三年。\n"
)
TRADITIONAL = (
    "第一條　車間應實現設備聯網，聯網率不低於50%，並應建立質量追溯系統，實現全過程追溯，認定結果有效期三年。\n" * 3
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "gb18030"), ("utf-8", "gbk"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "big5"),
        ("utf-8", "shift_jis"), ("gb18030", "latin-1"), ("gb18030", "cp1252"), ("gb18030", "big5"),
        ("gb18030", "shift_jis"), ("utf-16-le", "utf-16-be"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("errors", ["ignore", "replace"])
def test_a_text_read_in_a_wrong_encoding_is_refused(written: str, read: str, errors: str) -> None:
    damaged = TEXT.encode(written).decode(read, errors=errors)
    verdict = judge(damaged)
    assert verdict.reason is not None
    assert "as in “" in verdict.reason


def test_big5_read_as_gbk_is_refused() -> None:
    assert judge(TRADITIONAL.encode("big5").decode("gb18030", errors="ignore")).reason is not None


@pytest.mark.parametrize(
    "damaged",
    [
        TEXT.encode("ascii", errors="replace").decode("ascii") * 2,
        TEXT.encode("gb18030").decode("utf-8", errors="replace"),
        TEXT.replace("设备", "锟斤拷"),
        TEXT.replace("6月30", "?月?0").replace("第二条", "第?条"),
        TEXT + "关于做?024年申报工作的通知（附?），联系?nbsp;电话?028-1234。",
        TEXT + "各单位于?7日前，将材料报青工信投资?024?24号所列处室。",
    ],
    ids=[
        "question marks",
        "replacement characters",
        "the best known one",
        "letters lost",
        "an entity's mark",
        "figures lost",
    ],
)
def test_a_text_whose_letters_are_lost_is_refused(damaged: str) -> None:
    assert judge(damaged).reason is not None


@pytest.mark.parametrize(
    "sound",
    [
        TEXT,
        TRADITIONAL,
        "1 Scope\nThis standard – the “requirements” – shall apply at ≥ 5 µm ± 2 °C; see § 3.\n" * 5,
        "企业名称：____________　□是　□否　□其他：______\n" * 20,
        "序号\t指标\t2022\t2023\n" + "1\t85.2%\t1,024\t≥3.5\n" * 50,
        "Zhìnéng gōngchǎng jiànshè zhǐnán，pǔtōnghuà pīnyīn\n" * 5,
        "nei5 hou2 zi3 nang4 gung1 cong2\n" * 5,
        "申报条件有哪些?见附件。什么是智能车间?指某某。谁来申报?企业申报。多少钱?500万元。能否延期?可以延期。" * 3,
        "查询网址 http://a.example/x?id=12&page=3 或扫码。\n" * 5,
        "\uf06c 支持企业建设\n\uf06c 鼓励企业申报\n" * 20,
        "联系人：張堃、喆昇、镕玥，青川省工业和信息化厅装备工业处，请各地认真组织申报工作并按时报送材料。",
        "Größe, übermäßig, naïve, São Paulo, Tiếng Việt có dấu\n" * 3,
        "Привет, это стандарт.\nこれは標準です。\n한국어 문서입니다.\n" * 5,
        "20??年",
        "",
    ],
)
def test_a_sound_text_of_any_look_is_not_refused(sound: str) -> None:
    assert judge(sound).reason is None


def test_a_stray_sign_is_noted_where_it_stands() -> None:
    notes = judge(TEXT * 20 + "每年\ufffd月组织评审。").notes
    assert [note for note in notes if "丢字" in note and "组织评审" in note] == list(notes) != []


def test_readings_in_brackets_are_noted() -> None:
    assert any("读音" in note for note in judge("數(shù)字化車間建設(shè)要以實際需(xū)求為牽引。" * 2).notes)


def test_what_looks_wrong_and_is_not_is_not_noted() -> None:
    assert judge("什么是智能车间?指某某。").notes == ()


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict_and_a_reason_is_one_line(text: str) -> None:
    verdict = judge(text)
    assert verdict.reason is None or ("\n" not in verdict.reason and verdict.reason.isprintable())
