"""A heading names what its clauses are about."""

from __future__ import annotations

import pytest

from drafting.drafts.title import problems


@pytest.mark.parametrize(
    ("draft", "clauses"),
    [
        ("设备点检与保养", "开展设备点检；按计划保养"),
        ("设备点检控制", "设备点检；异常停机"),
        ("首件检验与审核规范", "首件须由班长确认"),
        ("再生料使用管理", "不得使用再生料；再生料使用须登记"),
        ("资源循环利用", "建立废料资源循环利用体系"),
        ("禁止使用再生料", "不得使用再生料；禁止外购"),
        ("并行设计与协同", "多业务并行设计；与供应商协同"),
        ("检测结果合并", "检测结果合并到条码下"),
    ],
)
def test_headings_pass(draft: str, clauses: str) -> None:
    assert problems(draft, {"clauses": clauses}) == ()


@pytest.mark.parametrize(
    ("draft", "clauses", "problem"),
    [
        ("设备点检；保养", "设备点检；保养", "一个短语"),
        ("点检", "开展设备点检", "不到4字"),
        ("点检、保养、维修、报废、更新、验收", "点检、保养、维修、报废、更新、验收", "超过16字"),
        ("开展设备点检", "开展设备点检", "动作开头"),
        ("设备逐台登记并上传", "设备逐台登记并上传", "一句话"),
        ("数据由平台下发", "数据由平台下发到机台", "一句话"),
        ("点检终端采用", "采用点检终端；点检终端采用国产", "没有说完"),
        ("使用再生料", "不得使用再生料；用前检测", "“使用”是条款不许的"),
        ("返工片混批", "返工片单独建档，不得混批", "“混批”是条款不许的"),
        ("不合格品退回", "不合格品不退回", "“退回”是条款否定的"),
        ("设备智能点检", "设备点检", "智能"),
        ("抽检比例30%", "抽检比例不低于20%", "多了数字“30”"),
    ],
)
def test_each_fault_is_refused(draft: str, clauses: str, problem: str) -> None:
    assert problem in "\n".join(problems(draft, {"clauses": clauses}))
