"""What kind of answer a question wants, read from its question words."""

from __future__ import annotations

import pytest

from retrieval.frame import Intent
from retrieval.intents import asserts, denies, forces_asked, intent_of

INTENTS: dict[Intent, tuple[str, ...]] = {
    "lookup": (
        "智能工厂对设备运维有什么要求",
        "机器坏了怎么修",
        "离散流程行业的设备管理",
        "流程行业智能工厂的质量管理",
        "屏幕上显示操作步骤",
        "mes写在第几条",
        "业务流程怎么优化",
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
        ("宜居环境", ()),
        ("响应时间的要求", ()),
    ],
)
def test_which_forces_are_asked_for(text: str, forces: tuple[str, ...]) -> None:
    assert forces_asked(text) == forces
