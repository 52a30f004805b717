"""What only tells of a scheme: sentences that divide it into tiers, and the cases in which nobody gets a title.

Neither asks anything of a factory. What stands under 有下列情形之一的，不予受理 is what one must not have done: read as
a requirement, it would have a factory do it.
"""

from __future__ import annotations

import re

from corpus.folding import folded
from corpus.force import governing
from corpus.headings import Headings
from corpus.quantity import quantities

_SCHEME = (
    r"(?:工厂|车间|企业|项目|示范|标杆|产线|园区|平台|称号|试点|基地|单位|等级|级别|层级|档次|评价|评定|认定|培育|结果)"
)
_DIVIDES = re.compile(
    rf"[^。；;：:]{{0,40}}{_SCHEME}[^。；;：:]{{0,30}}(?:划分|区分|分)(?:为|成)"
    r"(?P<names>[^。；;：:]{2,80})[。；;]?"
)
_NAMES = re.compile(r"[级類类型档星层等]|阶段|梯[度队]")
_CASE = r"(?:情形|情况|行为|问题|事项)"
_CONSEQUENCE = (
    r"不予|不再(?:受理|推荐|认定|支持)|不受理|不得(?:申[报请]|推荐|参[与加评]|认定|列入|参评)|不(?:能|可以?)(?:申[报请]|推荐|参[与加评])"
    r"|撤销|取消|收回|摘牌|除名|否决|责令|暂停|终止|中止|退出|移出|通报批评|追[回究]"
)
_EXCLUDES = re.compile(
    rf"(?:下列|以下|如下|上述){_CASE}?[^。；;]{{0,24}}{_CASE}?(?:之一)?[^。；;]{{0,30}}的[^。；;]{{0,40}}(?:{_CONSEQUENCE})"
    rf"|(?:{_CONSEQUENCE})[^。；;]{{0,40}}(?:下列|以下|如下)?{_CASE}[^。；;]{{0,12}}[：:]"
    rf"|(?:不得|未|没有|无|不存在)[^。；;]{{0,16}}(?:下列|以下|如下|上述)[^。；;]{{0,16}}{_CASE}"
    rf"|(?:下列|以下|如下)[^。；;]{{0,20}}(?:企业|单位|项目|工厂|车间)[^。；;应须具满符]{{0,12}}(?:{_CONSEQUENCE})"
    rf"|(?:一票否决|{_CONSEQUENCE})[^。；;]{{0,10}}[：:]$"
)
_FULFILS = re.compile(r"(?:具备|符合|满足|达到)[^。；;]{0,20}(?:条件|要求|标准)")
"""Who does not fulfil what is listed is refused: so that is asked."""
_EXCLUDING_TITLE = re.compile(
    rf"一票否决|^否决$|否决(?:项|条件|{_CASE})|负面清单|(?:不予|不得)(?:受理|申[报请]|推荐|认定).{{0,6}}(?:{_CASE}|条件|范围)?$"
    rf"|(?:撤销|取消|退出).{{0,8}}{_CASE}"
)

_REMARK = re.compile(r"^\s*[（(]?(?:备?注|说明)\s*\d*\s*[：:]|[)）]\s*$")
_WAIVES = re.compile(
    r"(?:[“”\"'‘’「」『』—－\-/／×○△]|未|没有|空白|空格|留空|其[他它余]|不填).*(?:不[作做]|无|没有|暂不)(?:硬性|强制性?|统一)?要求$"
)
_POINTS = re.compile(
    r"(?:见|详见|参见|按照?|依照|参照|如)\s*(?:[下附上本]|《)?\S{0,12}?[表件图》](?:所[示列]|执行)?$|如下$"
)
"""What only points to where something is asked: 各层级要素条件见下表."""
_ASKING_TITLE = re.compile(r"(?:申报|申请|基本|认定|推荐)(?:条件|要求)")


def divides(text: str) -> bool:
    """Whether a text only divides a scheme: 示范工厂分为培育级和示范级。

    Args:
        text: Its folded reading.

    >>> divides("智能工厂分为A级、AA级、AAA级。")
    True
    >>> divides("企业应将数据分为一级、二级、三级。")
    False
    """
    found = _DIVIDES.fullmatch(text.strip())
    if found is None or not _NAMES.search(found["names"]):
        return False
    return not governing(text) and all(one.comparator == "=" for one in quantities(text))


def excludes(lead: str) -> bool:
    """Whether a sentence leads to the cases in which something is refused or taken away.

    >>> excludes("有下列情形之一的，不予受理：")
    True
    >>> excludes("申报企业应当具备下列条件：")
    False
    """
    said = folded(lead).rstrip("。").rpartition("。")[2]
    return _EXCLUDES.search(said) is not None and _FULFILS.search(said) is None


def excluded(headings: Headings, lead: str = "") -> bool:
    """Whether items stand in a list of such cases.

    Args:
        headings: The headings above them.
        lead: The sentence that leads to the list they stand in, if no item of it.
    """
    if lead and excludes(lead):
        return True
    title = next((one.title for one in reversed(headings.numbered) if one.title), "")
    return excluding_name(title) or any(excludes(one.lead) for one in headings.numbered)


def excluding_name(name: str) -> bool:
    """Whether a heading or the name of a row is that of such cases: 不予受理情形, 否决项.

    >>> excluding_name("一票否决项"), excluding_name("基本条件")
    (True, False)
    """
    name = folded(name)
    return _EXCLUDING_TITLE.search(name) is not None and _ASKING_TITLE.search(name) is None


def only_tells(text: str) -> bool:
    """Whether a text asks nothing of anybody: a scheme is divided, cases are excluded, or something is not asked.

    >>> only_tells("有下列情形之一的，不予受理：提供虚假材料的；列入失信名单的。"), only_tells("应建设MES。")
    (True, False)
    """
    lead, colon, listed = folded(text).replace(":", "：").partition("：")
    cases = bool(colon) and "。" not in listed.strip()[:-1] and excludes(f"{lead}：")
    return cases or divides(folded(text)) or waives(text)


def waives(text: str) -> bool:
    """Whether a text says no more than where something is asked and where nothing is: 见下表，未注明的项目不作要求.

    >>> waives("表中未注明的项目不作要求。"), waives("智能工厂应建设MES；其余项目不作要求。")
    (True, False)
    """
    said = [one for one in re.split(r"[。；;，,]", _REMARK.sub("", folded(text))) if one.strip()]
    left = [one for one in said if _WAIVES.search(one) is None or governing(one)]
    return len(left) < len(said) and all(_POINTS.search(one) is not None and not governing(one) for one in left)
