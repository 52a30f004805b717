"""A draft of an enterprise's notes: smoother is right, other numbers, limits and claims are not."""

from __future__ import annotations

import pytest

from drafting.drafts.narrative import problems


def judged(draft: str, how: str, effect: str = "", by: str = "", missing: str = "") -> str:
    return "\n".join(problems(draft, {"by": by, "how": how, "effect": effect, "missing": missing}))


@pytest.mark.parametrize(
    ("draft", "how"),
    [
        ("每班先点检，合格后方可开机", "每班点检；合格了再开机"),
        ("10G产品仍为手动耦合", "10G产品还是手动耦合"),
        ("因怕批次混，判定不良的锁定", "怕批次混；判不良的锁住"),
        ("由质检科负责抽查，超差的予以返工，直至合格", "质检科抽查；超差返工，直到合格"),
        ("在建模平台上建模，清除油污，每批200只", "建模平台上建模；清除油污；每批200只"),
        ("设备科按生产计划保养，模拟仿真后上线", "设备科按生产计划保养；模拟仿真后上线"),
        ("上线后账当天对清", "以前账说不清；上线后账当天对清"),
        ("扫码领料，超差停机3次", "1.扫码领料；2.超差停机3次"),
        ("扫码领料，超差停机", "①扫码领料；②超差停机"),
        ("2025年返工由41件降到9件", "返工由41件降到9件（2025年）"),
        ("每班查3次，3次均合格的放行", "每班查3次；均合格的放行"),
        ("炉温850℃时报警，存8D 17项", "炉温850℃报警；存8D 17项"),
        ("误差超0.5的停机，超8时报警", "误差超0.5就停机；超8报警"),
        ("周一报数，五分钟内到场", "周一报数；五分钟内到场"),
    ],
)
def test_smoother_sentences_pass(draft: str, how: str) -> None:
    assert judged(draft, how) == ""


@pytest.mark.parametrize(
    ("draft", "how", "problem"),
    [
        ("合格后方可开机", "合格后开机", "多了“方可”"),
        ("10G产品仍为手动耦合", "10G产品手动耦合", "多了“仍”"),
        ("因换料停机", "换料，停机", "多了“因"),
        ("返工由9件降到41件", "返工由41件降到9件", "换了次序"),
        ("41年返工2023件", "2023年返工41件", "不是原来的数字"),
        ("十分钟内到场，五分钟内回话", "五分钟内到场；十分钟内回话", "换了次序"),
        ("分钟内到场", "五分钟内到场", "漏了“五”"),
        ("每批200抽检", "每批200只抽检", "不是原来的数字"),
        ("二车间在用", "二车间在用，一车间在建", "漏了“在建”"),
        ("二线自动记录", "除二线外自动记录", "漏了“除”"),
        ("三样对上的开机，不合格的不开机", "三样对不上的开机；不合格的不开机", "对不上"),
        ("关键工序试点，仅二线联网", "仅关键工序试点；仅二线联网", "漏了“仅关键”"),
        ("出数的批挂黄牌，没报告的不放行", "没出数的批挂黄牌；没报告的不放行", "漏了“没出数”"),
        ("明年上线", "计划明年上线", "漏了“计划”"),
        ("全部设备点检", "设备点检", "多了“全”"),
    ],
)
def test_each_fault_is_refused(draft: str, how: str, problem: str) -> None:
    assert problem in judged(draft, how)


def test_a_numbering_that_leaves_one_out_is_no_numbering() -> None:
    assert "漏了“2”" in judged("3号窑投用", "2、3号窑投用")


def test_numbers_of_what_it_leans_on_are_not_owed() -> None:
    assert judged("依托D07，每班点检", "每班点检", by="D07、M12") == ""


def test_what_is_told_twice_is_a_stutter_but_a_name_may_come_again() -> None:
    how = "20台焊机装联网盒，能看开没开；电流看不到"
    again = "20台焊机装联网盒，能看开没开，电流看不到。20台焊机装联网盒，能看开没开"
    assert "“20台焊机装联网盒能看开没开”说了两遍" in judged(again, how)
    named = "依托设备综合管理平台，每班点检录入设备综合管理平台"
    assert judged(named, "每班点检录入设备综合管理平台", by="设备综合管理平台") == ""
