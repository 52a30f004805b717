"""Items of spending against the lists that the text prints."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from drafting.plans.spending import classify, read_ledger, recounted, spending_lists
from tests.drafting.forms.made_forms import LEDGER, PLAN, profile, shelf

LISTS = spending_lists(PLAN)
JOINTS = re.compile(r"备注：|智能化装备包括|数字化改造软件包括|数字化改造硬件包括|[、；。]|等|及")


def test_the_terms_are_all_that_the_notes_print_and_in_their_order() -> None:
    for one in LISTS:
        text = shelf().by_id[one.clause].plain
        places = [text.index(term.says) for term in one.terms]
        assert places == sorted(places)
        if one.kind == "civil_works":
            continue
        rest = text
        for term in sorted(one.terms, key=lambda term: -len(term.says)):
            rest = rest.replace(term.says, "", 1)
        assert JOINTS.sub("", rest) == ""


@pytest.mark.parametrize(
    ("item", "kind", "word"),
    [
        ("焊接机器人", "equipment", "机器人（三轴及以上）"),
        ("AGV二期6台", "equipment", "AGV"),
        ("ＭＥＳ系统", "software", "制造执行系统（MES）"),
        ("制造执行系统（MES）", "software", "制造执行系统（MES）"),
        ("计算机辅助工程软件", "software", "计算机辅助工程（CAE）"),
        ("MES服务器", "hardware", "承载数字化系统的服务器设备"),
        ("无线扫码枪", "hardware", "扫码枪"),
        ("厂房土建工程", "civil_works", "工程"),
    ],
)
def test_a_name_goes_to_the_list_that_holds_what_it_ends_in(item: str, kind: str, word: str) -> None:
    listed = classify(item, LISTS)
    assert listed is not None
    assert (listed.kind, listed.word) == (kind, word)
    assert word in shelf().by_id[listed.clause].plain


@pytest.mark.parametrize("item", ["普通车床", "咨询费", "MESH网兜", "工程师培训", "bike"])
def test_a_name_that_no_list_holds_goes_nowhere(item: str) -> None:
    assert classify(item, LISTS) is None


def test_a_kind_that_its_name_contradicts_is_warned_of() -> None:
    wrong = ({"project": "P1", "item": "焊接机器人", "kind": "数字化硬件", "amount": 200}, *LEDGER[1:])
    lines = read_ledger(profile(ledger=wrong), "P1", LISTS)
    assert [bool(one.warning) for one in lines] == [True, False, False, False]
    assert "台账列为数字化硬件，名称属于智能化装备清单中的“机器人（三轴及以上）”" in lines[0].warning
    (count,) = recounted(lines)
    assert (count.digital, count.total) == (Decimal(150), Decimal(350))
    assert "150÷350＝42.86%" in count.said


def test_a_name_outside_the_lists_is_warned_of_and_counted_apart() -> None:
    lines = read_ledger(
        profile(ledger=(*LEDGER, {"project": "P1", "item": "某算法", "kind": "数字化软件", "amount": 100})), "P1", LISTS
    )
    assert "要说明依据" in lines[-1].warning
    (count,) = recounted(lines)
    assert "（另有 1 项要说明依据）" in count.said
    assert count.share == Decimal(25)


def test_nothing_is_counted_again_where_all_agree() -> None:
    assert recounted(read_ledger(profile(), "P1", LISTS)) == ()
    assert recounted(()) == ()
    assert spending_lists("zj-graded") == ()
