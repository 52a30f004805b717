"""Counts by part, lowest tiers, what is asserted of the wrong tier, and dates; expected answers read from the texts."""

from __future__ import annotations

import pytest

from app.assembly import Workspace
from tests.drafting.expected import Case, assert_answered

LOWEST = {"kind": "set", "items": ["省级数字化车间"]}
PARTS: tuple[Case, ...] = (
    Case("数字孪生最低哪个等级就提到了", result=LOWEST),
    Case("大数据从哪一级开始提到", result=LOWEST),
    Case("Which tier mentions blockchain first?", result={"kind": "set", "items": ["未来工厂"]}),
    Case("智能工厂和未来工厂在企业大脑上差几条", says=("4 条", "5 条"), result={"kind": "count", "value": 1}),
    Case("智能工厂比数字化车间多几条要求", says=("67", "47"), result={"kind": "count", "value": 20}),
    Case("试行方案有几项措施，分别是什么", result={"kind": "count", "value": 5}),
    Case("浦江有几项保障", result={"kind": "count", "value": 3}),
    Case("未来工厂分几级，每级多少能力子域", says=("24", "34", "44")),
    Case("三个等级各有几个能力域", says=("8", "11", "14")),
    Case("智能工厂比数字化车间多几个能力域", says=("3",), result={"kind": "count", "value": 3}),
    Case("未来工厂新增了哪几个能力域", result={"kind": "set", "items": ["模型化发展", "高端化产品", "服务化延伸"]}),
    Case("哪个能力域的要求条数最多", says=("智能化生产",)),
    Case("哪个等级的要求最多", says=("未来工厂", "111")),
    Case("高端化产品在哪个等级才有要求", says=("未来工厂",)),
    Case("企业大脑从哪一级开始要求", says=("省级智能工厂",), cites_any=("zj-graded/11/smart-factory/a",)),
    Case("哪些子域三个等级都有要求"),
    Case(
        "质量管控里未来工厂哪几条是宜",
        result={"kind": "clauses", "ids": ["zj-graded/17/future-factory/c"]},
        cites_any=("zj-graded/17/future-factory/c",),
    ),
    Case("Which systems does the smart factory tier mention?", says=("PLM",)),
    Case(
        "Which tier first requires an enterprise brain?",
        says=("省级智能工厂",),
        cites_any=("zj-graded/11/smart-factory/a",),
    ),
    Case("How many clauses does the future factory have?", says=("111",), result={"kind": "count", "value": 111}),
    Case("How many construction modes does Guangxi list?", says=("5",), result={"kind": "count", "value": 5}),
    Case("柔性化制造数字化车间没要求，智能工厂要求什么", cites_any=("zj-graded/32/smart-factory",)),
    Case("不是说数字化车间必须上MES吗", cites_any=("zj-graded/15/digital-workshop/a",)),
    Case("据说未来工厂要求建数据中心", cites_any=("zj-graded/10/future-factory/a",)),
    Case("智能工厂宜还是应采用QMS", says=("应",), cites_any=("zj-graded/17/smart-factory/a",)),
    Case(
        "QMS是哪一级要求的",
        result={"kind": "set", "items": ["省级智能工厂"]},
        cites_any=("zj-graded/17/smart-factory/a",),
    ),
    Case("CAPP 哪些等级用到", result={"kind": "set", "items": ["省级数字化车间", "省级智能工厂"]}),
    Case("AR/VR 在分级要求里出现在哪级", result={"kind": "set", "items": ["省级数字化车间", "未来工厂"]}),
    Case("浦江哪类项目要求用5G", says=("智能工厂",), cites_any=("pujiang-plan/3.2/2",)),
    Case("广西哪个模式提到SCADA", says=("流程型",), cites_any=("guangxi-modes/2.2/2",)),
    Case("广西哪几个模式要求信息安全管理制度", says=("离散型", "远程运维")),
    Case("试行方案和浦江方案对未来工厂数字孪生的要求一样吗", cites_all=("zj-trial/2/1", "pujiang-plan/3.3/3")),
    Case("浦江验收不合格怎么办", says=("再给一次",), cites_any=("pujiang-plan/annex-3/p1",)),
    Case("浦江申报表的审核意见由谁填", says=("专家评审",), cites_any=("pujiang-plan/annex-1/field-36",)),
    Case("浦江方案从什么时候开始执行", says=("当年度",), cites_any=("pujiang-plan/6/p1",)),
    Case("浦江方案废止了哪份文件", says=("94",), cites_any=("pujiang-plan/6/p1",)),
    Case("试行方案聚焦哪些领域", says=("数字安防",), cites_any=("zj-trial/3/2",)),
    Case("试行方案从哪年开始培育", says=("2020",), cites_any=("zj-trial/1/p1",)),
    Case("广西数字化车间怎么认定", says=("参考智能工厂",), cites_any=("guangxi-modes/3/p1",)),
    Case("四种建设类型分别对应什么企业", says=("链主型企业",)),
    Case("链主型企业适合哪种建设类型", says=("协同共生链主型",)),
    Case("哪个子域的要求条数最多", says=("条",)),
    Case("广西哪个模式的条数最少", says=("大规模个性化定制模式",)),
    Case("数字化车间哪个能力域要求最多", says=("智能化生产 17 条",), result={"kind": "set", "items": ["智能化生产"]}),
    Case("哪个等级要求最少", says=("47",), result={"kind": "set", "items": ["省级数字化车间"]}),
)
PREMISES: tuple[Case, ...] = (
    Case("What is the deadline for applying for the future factory?", status="refused"),
    Case("What subsidy does a future factory get?", status="refused"),
    Case("数字化车间为什么要建资源循环利用体系", status="corrected", cites_any=("zj-graded/23/digital-workshop",)),
    Case("智能工厂要配多少台AGV", status="refused"),
    Case("数字化车间的设备联网率不低于多少", status="refused"),
    Case("评审专家有几个人", status="refused"),
    Case("不达标会不会被摘牌", status="refused"),
    Case("未来工厂多久复核一次", status="refused"),
    Case("依据哪条数字化车间必须开展供应商分级评价", status="corrected", cites_any=("zj-graded/28/digital-workshop",)),
    Case("智能工厂凭什么必须做碳资产管理", status="corrected", cites_any=("zj-graded/22/future-factory/b",)),
    Case("导则要求企业大脑必须用大模型，对吧", status="corrected"),
    Case("未来工厂有补贴吗", status="refused"),
    Case("评审组要几名专家", status="refused"),
)


@pytest.mark.parametrize("case", [*PARTS, *PREMISES], ids=lambda case: case.question)
def test_what_the_texts_say(founding: Workspace, case: Case) -> None:
    assert_answered(founding, case)
