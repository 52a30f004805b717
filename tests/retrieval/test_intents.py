"""What kind of answer a question wants, read from its question words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.frame import Intent
from retrieval.intents import asking_part, asserts, denies, forces_asked, intent_of, without_vague_numbers

INTENTS: dict[Intent, tuple[str, ...]] = {
    "lookup": (
        "智能工厂对设备运维有什么要求",
        "机器坏了怎么修",
        "离散流程行业的设备管理",
        "流程行业智能工厂的质量管理",
        "屏幕上显示操作步骤",
        "mes写在第几条",
        "业务流程怎么优化",
        "流程优化靠什么数据",
        "全流程的数据存在一起",
        "内部流程卡壳靠数据调整",
        "流程做成软件不断改",
        "流程厂用知识改生产",
        "流程是死的,不会跟着情况变",
        "automated machines at key steps",
        "小车怎么走最近",
        "产品全生命周期管理",
        "采购周期太长怎么办",
        "生产周期怎么缩短",
        "长周期稳着开",
        "按比例抽检",
        "停了多久没人知道",
        "what does a smart factory need for maintenance",
    ),
    "count": (
        "智能工厂一共有多少条要求",
        "有几个能力域",
        "共有多少个子域",
        "how many tiers are there",
        "number of requirements",
    ),
    "list": (
        "未来工厂有哪些能力域",
        "列出全部缩略语",
        "这个域下面有什么子域",
        "list the systems",
        "what are the domains",
    ),
    "threshold": (
        "项目总投资要达到多少",
        "建设周期几年",
        "建设周期的要求",
        "研发投入的比例",
        "要建多久",
        "占比不低于多少",
        "自控投用率的门槛",
        "how long may construction take",
        "how many years may it take",
        "what is the minimum investment",
    ),
    "definition": (
        "什么是未来工厂",
        "mes是什么意思",
        "数字孪生的定义",
        "plm的全称",
        "what does aps stand for",
        "what is a digital workshop",
    ),
    "procedure": (
        "浦江怎么申报",
        "申报流程是什么",
        "申报怎么走",
        "怎么走流程",
        "报项目要走什么流程",
        "青田县的流程",
        "流程有哪几步",
        "由谁组织评审",
        "验收要提交什么材料",
        "how do i apply",
        "what are the steps of the application",
    ),
    "comparison": (
        "分级要求和导则有什么区别",
        "和2020年相比有何变化",
        "两份文件一样吗",
        "difference between the two schemes",
        "compare the tiers",
    ),
    "where": ("哪个等级要求mes", "哪些等级提到数字孪生", "5g出现在哪里", "which tier requires mes"),
    "yes_no": ("数字化车间要做柔性化制造吗", "是否必须有mes", "要不要上aps", "must a workshop have erp"),
}


@pytest.mark.parametrize(
    ("text", "intent"), [(text, intent) for intent, texts in INTENTS.items() for text in texts], ids=str
)
def test_intents(text: str, intent: Intent) -> None:
    assert intent_of(text) == intent


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("数字化车间必须做柔性化制造，对吧", True),
        ("为什么智能工厂要求更高", True),
        ("既然未来工厂不要求mes，要什么", True),
        ("依据的是哪一条", True),
        ("a workshop needs aps, right?", True),
        ("why must a workshop have aps", True),
        ("数字化车间要做柔性化制造吗", False),
        ("智能工厂对设备运维有什么要求", False),
        ("is aps required for a workshop", False),
    ],
)
def test_what_is_asserted(text: str, asserted: bool) -> None:
    assert asserts(text) is asserted


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("数字化车间不用做柔性化制造吧", True),
        ("哪些子域不做要求", True),
        ("无需mes", True),
        ("a workshop does not need mes", True),
        ("要不要做柔性化制造", False),
        ("用不用上mes", False),
        ("有没有要求", False),
        ("要做柔性化制造吗", False),
    ],
)
def test_what_is_denied(text: str, denied: bool) -> None:
    assert denies(text) is denied


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("智能工厂里“宜”的条款", ("should",)),
        ("哪些是强制的要求", ("shall",)),
        ("必须做的有哪些", ("shall",)),
        ("鼓励企业做什么", ("encouraged",)),
        ("recommended items", ("should",)),
        ("mandatory requirements", ("shall",)),
        ("哪些不是强制的", ("should", "may", "encouraged")),
        ("并非必须的有哪些", ("should", "may", "encouraged")),
        ("没那么硬的要求", ("should", "may", "encouraged")),
        ("which are not mandatory", ("should", "may", "encouraged")),
        ("设备台账是不是强制的", ("shall",)),
        ("设备台账强制不强制", ("shall",)),
        ("设备台账必须不必须", ("shall",)),
        ("设备台账不是必须吗", ("shall",)),
        ("有几条宜的", ("should",)),
        ("便宜的机床", ()),
        ("又快又便宜做出来", ()),
        ("适宜的温度", ()),
        ("宜居环境", ()),
        ("响应时间的要求", ()),
    ],
)
def test_which_forces_are_asked_for(text: str, forces: tuple[str, ...]) -> None:
    assert forces_asked(text) == forces


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("我们那几家老拖日子怎么办", "我们那数家老拖日子怎么办"),
        ("好几个人一起改图", "好数个人一起改图"),
        ("前几年买的机床还能用吗", "前数年买的机床还能用吗"),
        ("几家公司合着干算哪种模式", "数家公司合着干算哪种模式"),
        ("几台机器怎么联网", "数台机器怎么联网"),
        ("几家企业一起采购", "数家企业一起采购"),
    ],
)
def test_some_are_no_number_asked_for(text: str, read: str) -> None:
    assert without_vague_numbers(text) == read


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("有几条要求，分别是什么", "count"),
        ("设备台账几条，分别是什么", "count"),
        ("建设周期几年，能不能延", "threshold"),
        ("评审专家几位，怎么抽", "count"),
        ("一共几个能力域，怎么划的", "count"),
        ("第几条说的是什么", "lookup"),
        ("哪几家能报", "list"),
        ("要建几家，怎么选", "count"),
    ],
)
def test_a_number_asked_for_stays(text: str, intent: Intent) -> None:
    assert without_vague_numbers(text) == text
    assert intent_of(text) == intent


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("我们厂刚搬到青田，要报什么材料", "要报什么材料"),
        ("老板催得紧；有几个步骤？谁来批", "有几个步骤,谁来批"),
        ("机器坏了", "机器坏了"),
        ("我要做汇报。", "我要做汇报。"),
        ("", ""),
    ],
)
def test_the_part_that_asks(text: str, part: str) -> None:
    assert asking_part(text) == part


PIECES = ("机器坏了", "有几条", "哪些", "我们厂", "那几家", "谁来批", "，", ",", "。", "？", "——", "吗", "区别", "a b")


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=40))
def test_the_asking_part_is_made_of_parts_of_the_question(text: str) -> None:
    parts = re.split("[，,。；;？?！!]|——", text)
    asking = asking_part(text)
    if asking == text:
        return
    rest = iter(parts)
    assert all(part in rest for part in asking.split(","))  # each is one of the parts, in their order
    assert asking_part(asking) == asking


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=40))
def test_only_the_vague_numbers_are_replaced(text: str) -> None:
    read = without_vague_numbers(text)
    assert len(read) == len(text)
    assert all(old == new or (old, new) == ("几", "数") for old, new in zip(text, read, strict=True))
    assert without_vague_numbers(read).count("几") <= read.count("几")
