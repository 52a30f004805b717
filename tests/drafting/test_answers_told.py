"""Counts, lists, figures and items by number over the founding texts; expected answers read from the texts."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from tests.drafting.expected import Case, assert_answered

NUMBERED: tuple[Case, ...] = (
    Case("广西远程运维服务模式第4条讲什么", says=("专家库",), cites_any=("guangxi-modes/2.5/4",)),
    Case(
        "广西网络协同和大规模个性化定制的第一条分别是什么",
        says=("协同云平台", "模块化设计"),
        cites_all=("guangxi-modes/2.3/1", "guangxi-modes/2.4/1"),
    ),
    Case("浦江未来工厂第9条是什么", says=("安全管理机构",), cites_any=("pujiang-plan/3.3/9",)),
    Case(
        "智能工厂质量管控b条说了什么",
        says=("LIMS",),
        result={"kind": "clauses", "ids": ["zj-graded/17/smart-factory/b"]},
        cites_any=("zj-graded/17/smart-factory/b",),
    ),
    Case(
        "浦江智能工厂第3条和未来工厂第3条各要求什么",
        says=("数字化研发", "数字孪生"),
        cites_all=("pujiang-plan/3.2/3", "pujiang-plan/3.3/3"),
    ),
    Case("浦江数字工厂第二条", says=("IOT",), cites_any=("pujiang-plan/3.1/2",)),
    Case("广西离散型第五条内容", says=("MES",), cites_any=("guangxi-modes/2.1/5",)),
    Case("未来工厂设备运维第三条是什么", says=("振动分析",), cites_any=("zj-graded/19/future-factory/c",)),
    Case("导则第5章讲什么"),
    Case("数字化车间数据底座c）款要求什么", cites_any=("zj-graded/10/digital-workshop/c",)),
)
FIGURES: tuple[Case, ...] = (
    Case(
        "How many months after completion must a Pujiang project apply for acceptance?",
        says=("两个月",),
        cites_any=("pujiang-plan/4/5",),
    ),
    Case(
        "How many years may a digital factory project in Pujiang take?",
        says=("2年",),
        result={"kind": "quantity", "value": 2, "unit": "年", "comparator": "<="},
        cites_any=("pujiang-plan/3.1/1",),
    ),
    Case(
        "浦江数字工厂和未来工厂的建设周期各是几年",
        says=("2年", "3年"),
        cites_all=("pujiang-plan/3.1/1", "pujiang-plan/3.3/1"),
    ),
    Case(
        "浦江未来工厂和智能工厂软硬件投资占比的门槛分别是多少",
        says=("25%", "30%"),
        cites_all=("pujiang-plan/3.2/1", "pujiang-plan/3.3/1"),
    ),
    Case("浦江数字工厂总投资的要求是什么数", says=("500",), cites_any=("pujiang-plan/3.1/1",)),
    Case(
        "广西流程型自动数采率的指标值",
        says=("90%",),
        result={"kind": "quantity", "value": 90, "unit": "%", "comparator": ">="},
        cites_any=("guangxi-modes/2.2/2",),
    ),
    Case(
        "浦江智能工厂的研发设计工具普及率指标",
        says=("100%",),
        result={"kind": "quantity", "value": 100, "unit": "%"},
        cites_any=("pujiang-plan/3.2/3",),
    ),
    Case(
        "浦江未来工厂软硬件占比",
        says=("25%",),
        result={"kind": "quantity", "value": 25, "unit": "%", "comparator": ">="},
        cites_any=("pujiang-plan/3.3/1",),
    ),
    Case("试行方案每年培育的家数", says=("10家",), cites_any=("zj-trial/1/p1",)),
    Case(
        "浦江中小企业平台化服务项目最多几年建完",
        says=("1年",),
        result={"kind": "quantity", "value": 1, "unit": "年", "comparator": "<="},
        cites_any=("pujiang-plan/3.4/1",),
    ),
    Case(
        "浦江智能工厂最低总投资",
        says=("800",),
        result={"kind": "quantity", "value": 800, "unit": "万元", "comparator": ">="},
        cites_any=("pujiang-plan/3.2/1",),
    ),
    Case("浦江各类项目的建设周期", says=("1年", "2年", "3年")),
    Case("申报材料一式几份", says=("两份|2",), cites_any=("pujiang-plan/4/1",)),
    Case("浦江方案的验收申请要在完成后多久提出", says=("两个月",), cites_any=("pujiang-plan/4/5",)),
)
COUNTS: tuple[Case, ...] = (
    Case("试行方案附件里智能化生产有几项建设内容", says=("4",), result={"kind": "count", "value": 4}),
    Case("试行方案附件中安全化管控下面几项", says=("3",), result={"kind": "count", "value": 3}),
    Case("试行方案附件的参考要素一共几个建设内容", says=("22",), result={"kind": "count", "value": 22}),
    Case("试行方案的建设路径有几条措施", says=("5",), result={"kind": "count", "value": 5}),
    Case("智能化生产这个域三个等级加起来多少条要求", says=("55",), result={"kind": "count", "value": 55}),
    Case("个性化定制三档合起来几条", says=("9",), result={"kind": "count", "value": 9}),
    Case("模型化发展里数字化车间有几个“/”格", says=("3",), result={"kind": "count", "value": 3}),
    Case(
        "网络化协同能力域省级智能工厂有几个子域不做要求",
        says=("1",),
        result={"kind": "count", "value": 1},
        cites_any=("zj-graded/35/smart-factory",),
    ),
    Case("分级要求全文一共有多少个不做要求的单元格", says=("30",), result={"kind": "count", "value": 30}),
    Case("基础设施能力域有几个子域", says=("3",), result={"kind": "count", "value": 3}),
    Case("浦江方案有几个附件", says=("4",), result={"kind": "count", "value": 4}),
    Case("广西流程型模式有几条", says=("7",), result={"kind": "count", "value": 7}),
    Case("浦江未来工厂实施要求共几条", says=("10",), result={"kind": "count", "value": 10}),
    Case("分级建设要求里带“宜”的条款有几条", says=("21",), result={"kind": "count", "value": 21}),
    Case("体系保障由哪几部分组成", says=("技术标准体系", "质量管理体系", "安全防护体系", "组织管理体系")),
    Case(
        "浦江方案的实施保障有哪几方面",
        says=("金融", "智力"),
        cites_any=("pujiang-plan/5/2", "pujiang-plan/5/1", "pujiang-plan/5/3"),
    ),
    Case(
        "浦江验收表的主要建设内容及成效要从哪几个方面写", says=("效益",), cites_any=("pujiang-plan/annex-3/field-13",)
    ),
    Case("浦江申报表企业经营情况要填哪几项", says=("利润总额",), cites_any=("pujiang-plan/annex-1/field-13",)),
    Case("未来工厂里应的要求有多少条"),
    Case("导则有多少个缩略语", says=("21",), result={"kind": "count", "value": 21}),
    Case("应用场景这个要素下有几个能力域", says=("10",), result={"kind": "count", "value": 10}),
    Case("精益化管理数字化车间有几条要求", says=("3",), result={"kind": "count", "value": 3}),
    Case("浦江有几种项目类型", says=("5",), result={"kind": "count", "value": 5}),
    Case("广西智能工厂有几种模式", says=("5",), result={"kind": "count", "value": 5}),
    Case("浦江实施保障有几条", says=("3",), result={"kind": "count", "value": 3}),
    Case("浦江方案实施程序几步", says=("6",), result={"kind": "count", "value": 6}),
    Case("智能化生产三个等级各有几条", says=("17", "21")),
    Case("试行方案有几个建设要素", says=("7",), result={"kind": "count", "value": 7}),
    Case(
        "浦江申报表里项目类型给了多少个选项",
        says=("4",),
        result={"kind": "count", "value": 4},
        cites_any=("pujiang-plan/annex-1/field-21",),
    ),
    Case("未来工厂用“可”的条款有几条", says=("没有用“可”",), result={"kind": "count", "value": 0}),
    Case(
        "每个能力域在未来工厂各有多少条要求",
        says=("智能化生产 21 条", "高端化产品 9 条"),
        result={"kind": "count", "value": 111},
    ),
    Case("三级分别有多少个斜杠格", says=("20", "10"), result={"kind": "count", "value": 30}),
)
LISTS: tuple[Case, ...] = (
    Case("智慧供应链能力域都有哪些子域", result={"kind": "set", "items": ["供应链体系", "供应链管理", "供应链物流"]}),
    Case(
        "绿色化制造下面有什么子域",
        result={"kind": "set", "items": ["能源监测与综合利用", "环境排放监测", "资源循环利用"]},
    ),
    Case("广西说的六类安全风险要素是哪些", says=("人员", "物料", "环境"), cites_any=("guangxi-modes/1/6",)),
    Case("浦江方案里哪些算数字化改造硬件", says=("传感器",), cites_any=("pujiang-plan/3/p3",)),
    Case(
        "RFID 哪一级用得上",
        says=("省级数字化车间",),
        result={"kind": "set", "items": ["省级数字化车间"]},
        cites_any=("zj-graded/18/digital-workshop/a",),
    ),
    Case(
        "协作机器人是哪个等级提到的",
        says=("未来工厂",),
        result={"kind": "set", "items": ["未来工厂"]},
        cites_any=("zj-graded/16/future-factory/d",),
    ),
    Case(
        "区块链在分级要求哪个等级出现",
        says=("未来工厂",),
        result={"kind": "set", "items": ["未来工厂"]},
        cites_any=("zj-graded/22/future-factory/b",),
    ),
    Case("未来工厂提到哪些系统", says=("PLM",)),
    Case(
        "能耗调低有什么要求，数字化车间",
        cites_any=(
            "zj-graded/21/digital-workshop/a",
            "zj-graded/21/digital-workshop/c",
            "zj-graded/21/digital-workshop/b",
        ),
    ),
    Case("浦江智能化装备包括哪些", says=("AGV",), cites_any=("pujiang-plan/3/p1",)),
    Case("浦江方案里“机器换人”指什么"),
    Case(
        "浦江申报表项目类型那一栏可以勾选什么",
        says=("数字工厂",),
        result={"kind": "set", "items": ["未来工厂", "智能工厂", "数字工厂", "数字化制造及行业平台化服务"]},
        cites_any=("pujiang-plan/annex-1/field-21",),
    ),
    Case("广西离散型和流程型在MES上有什么区别", cites_all=("guangxi-modes/2.1/5", "guangxi-modes/2.2/4")),
    Case("智能工厂有哪些宜做的", says=("6",), cites_any=("zj-graded/17/smart-factory/b",)),
)
ANSWERED: tuple[Case, ...] = (
    Case("数据怎么改进质量，智能工厂有要求吗"),
    Case("怎么发现设备故障，让维修人员提前知道"),
    Case("怎样让客户看到订单进度"),
    Case("安全事故隐患怎么提前识别"),
    Case("怎么提高能源利用率"),
    Case("未来工厂对产品市场占有率的要求", says=("前五",), cites_any=("zj-graded/42/future-factory/c",)),
    Case("数字化车间精益化运营指标", cites_any=("zj-graded/26/digital-workshop",)),
    Case("智能工厂要不要碳资产管理平台", says=("未来工厂",), cites_any=("zj-graded/22/future-factory/b",)),
    Case("机器人（三轴及以上）在浦江算不算智能化装备", says=("三轴",), cites_any=("pujiang-plan/3/p1",)),
    Case("AGV 哪个文件提到了", cites_any=("pujiang-plan/3/p1",)),
    Case("浦江智能工厂和未来工厂对5G的要求一样吗", cites_all=("pujiang-plan/3.2/4", "pujiang-plan/3.3/5")),
)


@pytest.mark.parametrize("case", [*NUMBERED, *FIGURES, *COUNTS, *LISTS, *ANSWERED], ids=lambda case: case.question)
def test_what_the_texts_say(founding: Workspace, case: Case) -> None:
    assert_answered(founding, case)


_MODES = ["离散型智能制造模式", "流程型智能制造模式", "网络协同制造模式", "大规模个性化定制模式", "远程运维服务模式"]
_TIERS = ["省级数字化车间", "省级智能工厂", "未来工厂"]
NAMED: tuple[Case, ...] = (
    Case("广西五种模式分别叫什么", result={"kind": "set", "items": _MODES}),
    Case("广西分哪五种模式", result={"kind": "set", "items": _MODES}),
    Case("三个等级分别叫什么", result={"kind": "set", "items": _TIERS}),
    Case("什么叫绿色化制造", says=("用地集约化",), cites_any=("zj-guideline/3.7/p1",)),
    Case("啥叫企业大脑", says=("数据底座",), cites_any=("zj-guideline/3.2/p1",)),
)


@pytest.mark.parametrize("case", NAMED, ids=lambda case: case.question)
def test_what_things_are_called_and_mean(founding: Workspace, case: Case) -> None:
    assert_answered(founding, case)
