"""Who is asked what: a factory or applicant (requirement, threshold), the course of a procedure (step), or nobody.

What an authority does, aims at or pays is no requirement on a factory; neither is why a text was made, what its words
mean or how long it is in force.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.clause import Kind
from corpus.folding import folded
from corpus.force import governing
from corpus.headings import Headings
from corpus.quantity import quantities

Context = Literal["conditions", "steps", "authority"]

_STEPS = re.compile(
    r"程序|流程(?![型行工制])|步骤|组织申报|申报与|申报方式|申报办法|材料|受理|评审|审核|公示|验收|复核|推荐"
)
_AUTHORITY = re.compile(
    r"目的|目标|保障|措施|政策|时间|总则|附则|罚则|职责|分工|组织实施|监督|扶持|奖励|总体要求|指导思想|管理与|重点任务|主要任务|工作任务"
    r"|工作要求|工作安排|工作思路|组织领导|资金|支持方式|支持标准|奖补|法律责任|总体思路|基本原则|其他事项|有关事项|动态管理|管理$"
)
_CONDITIONS = re.compile(r"条件|要求|要素|标准|指标|资格|对象|重点")
_LEADS_TO_STEPS = re.compile(r"(?:提交|提供|报送|上报|准备).{0,20}(?:材料|资料|文件)|程序|流程|步骤")
_LEADS_TO_AUTHORITY = re.compile(r"撤销|取消|收回|给予|予以|奖励|支持|职责|负责|处[以罚]|责令|主要任务")
_LEADS_TO_CONDITIONS = re.compile(r"条件|要求|标准|不得申[报请]|不予(?:受理|推荐|申报)|[具符满达][备合足到]")

_FRAME = re.compile(
    r"(?:特?制[定订]|印发|出台)(?:了)?(?:本|此|《)|(?:本|以下简?)(?:办法|细则|方案|规定|通知|意见|指南|标准|法|条例)?(?:所称|所指|中[“”\w]{2,30}是指)"
    r"|^.{2,30}[，,]?(?:是|系)指|适用于|适用本|遵循.{0,30}原则|坚持.{0,40}原则|自.{2,20}(?:起施行|起实施|起执行|之日起.{0,4}[施实执]行)"
    r"|(?:设|分为|分)[^。；;]{2,40}[二两三四五六七\d]个?(?:级别|等级|层级|层次|档次|梯度)"
    r"|有效期.{0,12}年|负责解释|同时废止|以下简称.{1,16}[）)”]?[。]?$"
)
_AUTHORITIES = (
    r"厅|局|委员会|(?<=[信改改资康])委(?!托)|政府|办公室|主管部门|有关部门|相关部门|各部门|专家组|评审专家|评审组|评审委员会|第三方(?:专业)?(?:评审|评估)?机构"
    r"|管委会|领导小组|工作组|各地|各市州?|市州|县市区|各区县?|各镇|各有关单位"
)
_SUBJECT_IS_AUTHORITY = re.compile(
    rf"^(?!申[报请]|企业|项目|单位|工厂|车间|获|入选|参评|被|拟|已)(?:请|由|经)?[^，,。；;：:企]{{0,30}}?(?:{_AUTHORITIES})(?![^，,。；;]{{0,6}}(?:认定|评定|授予|颁发|批准)的)"
)
_PROCEEDS = re.compile(
    r"提出申请|提交|报送|上报|报至|填报|填写|登录|申报书|初审|审核|审查|评审|核查|复核|公示|公布|受理|推荐|授牌|发文|抽查|考察|答辩|汇总|验收|遴选"
)
_IN_CHARGE = re.compile(r"负责|牵头|职责|统筹")
_APPLIES = re.compile(r"提出申请|提交|报送|报至|填报|填写|登录|编制.{0,20}(?:申报书|申请书|报告)|自愿申报|组织申报")
_APPLICANT = re.compile(
    r"申报主体|申[报请](?:的)?(?:企业|单位|项目|工厂|车间)|企业|工厂|车间|项目|产线|供应商|建设单位|实施主体|申报人|申请人|设备|平台|系统"
)
_PAYS = re.compile(
    r"(?:给予|奖励|补助|补贴|资助|奖补|扶持|奖金)[^。；;]{0,40}\d[^。；;]{0,6}(?:万|元|%)|\d[^。；;，,]{0,6}(?:元|%)[^。；;]{0,12}(?:奖励|补助|补贴|资助|奖补)"
)
_AIMS = re.compile(
    r"(?:培育|新建|建成|新增|推广|打造|形成|引进|遴选|建设|认定|支持)[^。；;，,]{0,24}\d+[^。；;，,]{0,2}(?:家|个|项|条|台|万)"
)
_ENTRY_UNITS = frozenset({"万元", "亿元", "元", "年", "个月", "月", "天", "日", "工作日"})
_MONEY = frozenset({"万元", "亿元", "元"})


def context(headings: Headings, lead: str = "") -> Context | None:
    """What stands above items says of them, the innermost that says anything.

    Args:
        headings: The headings above.
        lead: The sentence that leads to the list they stand in, if no item of it.
    """
    said = _of_lead(folded(lead))
    if said is not None:
        return said
    for heading in reversed(headings.stack):
        if heading.style is None:
            return None
        if heading.style in ("annex", "part"):  # 附件1 智能工厂要素条件
            return "conditions" if _CONDITIONS.search(folded(heading.title)) else None
        found = _of_lead(folded(heading.lead)) or _of_title(folded(heading.title))
        if found is not None:
            return found
    return None


def _of_title(title: str) -> Context | None:
    if _AUTHORITY.search(title):
        return "authority"
    if _STEPS.search(title) and not _CONDITIONS.search(title):
        return "steps"
    return "conditions" if _CONDITIONS.search(title) else None


def _of_lead(lead: str) -> Context | None:
    lead = lead.rstrip("。").rpartition("。")[2]
    if not lead:
        return None
    if _LEADS_TO_CONDITIONS.search(lead) and not _LEADS_TO_STEPS.search(lead):
        return "conditions"
    if _LEADS_TO_STEPS.search(lead):
        return "steps"
    return "authority" if _LEADS_TO_AUTHORITY.search(lead) else None


def asked(text: str, headings: Headings, lead: str = "") -> Kind:
    """What an item says to a factory.

    Args:
        text: Its folded reading.
        headings: The headings above it.
        lead: The sentence that leads to the list it stands in.
    """
    where = context(headings, lead)
    body = re.sub(r"^[^，,。；;：:]{2,24}[。：:](?=.)", "", text)
    if _FRAME.search(text) or _PAYS.search(text):
        return "paragraph"
    by_authority = _SUBJECT_IS_AUTHORITY.match(body) is not None
    if where == "steps" or (by_authority and _PROCEEDS.search(body) and not _IN_CHARGE.search(body)):
        return "step"
    if by_authority:
        return "paragraph"
    if where == "conditions":
        return demand(text)
    if _APPLIES.search(body) and not _binds(text):
        return "step"
    aims = _AIMS.search(body) is not None
    if _binds(text) and _APPLICANT.search(text) and not aims:
        return demand(text)
    money = any(one.comparator != "=" and one.unit in _MONEY for one in quantities(text))
    if where == "authority":
        return "threshold" if money and not aims else "paragraph"
    asks = money or _APPLICANT.match(body) is not None or (_binds(text) and not aims)
    return demand(text) if asks and not (aims and not money) else "paragraph"


def demand(text: str) -> Kind:
    """A requirement, or a threshold where it states what money or time it takes to enter."""
    stated = quantities(text)
    if any(one.comparator != "=" and one.unit in _ENTRY_UNITS for one in stated):
        return "threshold"
    return "requirement"


def _binds(text: str) -> bool:
    return bool({modal.force for modal in governing(text)} & {"shall", "should"})
