"""A sentence must say what is to be done, not only by what means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.checks.view import View, governing_words

_PART = re.compile(r"[;。]")
MEANS = re.compile(
    r"^(?:基于|通过(?!.*(?:认证|验收|评审|评估|审核|鉴定|认定)$)|利用(?!率|系数)|运用|面向|根据|依据|依托|结合|针对|围绕|参照|对照|借助"
    r"|按照|按(?![时期需])|以(?![及上下内外后前免便])|从(?![而业事属]|[^,]*到[^,]*的)|经(?![营理销济费验])"
    r"|综合(?=[^,]*(?:维度|因素|要素|情况|信息|意见|结果|方面)(?:,|$))"
    r"|对于?(?![标接外照比齐]|.*\d)|在.*(?:方面|过程|环节|阶段|基础|[中上下])$)"
)
"""How a circumstance begins: by what means, on what basis, for whom. 从…到…的 says how far the thing itself reaches."""
ACT = re.compile(
    r"(?:进行|开展|实现|建立|构建|建设|搭建|完成|提供|形成|满足|推动|推进|实施|指导|驱动|支撑|赋能|提升|提高|采用|使用|应用于|获取"
    r"|生成|下发|分发|制定|编制|确定|跟踪|打通|部署|配备|设立|设置|具备|保证|保障|确保|降低|减少|避免|防止|输出|引入|实行|达到|将|把"
    r"|给予|予以|给出|作出|出具|打造|报送(?!系统|平台|渠道|制度)|承担(?!单位|主体|方|者))(?!的)"
)
"""Verbs that name an act. Those that as often end a noun (管理, 分析, 研发, 集成) are left out."""
_DONE = re.compile(
    r"(?:提前|及时|定期|逐[一只个车户级]|重新|优先|适当|再(?![生制造]))[\u4e00-\u9fff]{2}|提出|解决(?!方案)|掌握"
)
"""Signs of an act that a sentence may add (提出), or that name none by themselves (逐一…)."""
_NEEDS_MORE = ("为", "以", "将", "把", "向", "从", "由", "与", "和", "及", "或")
_CASE = re.compile(r"^(?:如(?![图表下上何实期数约同此])|若|当(?![年地前期日天月事])|凡).*$|.*的$")
"""A phrase that says only in which case something holds, or whose noun is missing."""


def check(view: View) -> Iterator[str]:
    """Name each part of the sentence that ends in a circumstance (基于…) or a case (…的) where the clause goes on."""
    ends = _whole_ends(view)
    at = 0
    for part in _PART.split(view.sentence):
        end, at = at + len(part), at + len(part) + 1
        modals = governing_words(part)
        said = part[modals[0][1] :] if modals else part
        phrases = [phrase for phrase in re.split("[,:]", said) if phrase]
        whole = end in ends or any(f"{said}{mark}" in f"{text}。" for text in view.texts for mark in ";。")
        if not phrases or whole:
            continue
        if only_means(phrases[-1]):
            yield f"只说了手段，没有说做什么：{part}"
        elif _CASE.match(phrases[-1]) and (phrases[-1].endswith("的") or not ACT.search(phrases[-1])):
            yield f"只说了情形，没有说怎么办：{part}"


def check_ends(view: View) -> Iterator[str]:
    """Name each phrase that ends in a word that needs another behind it (以…为), where the clause goes on."""
    for phrase in view.phrases:
        if phrase.source is None or not phrase.text.endswith(_NEEDS_MORE):
            continue
        last = phrase.runs[-1]
        if last.phrase_end == len(phrase.text) and view.texts[phrase.source][last.clause_end :][:1].isalnum():
            yield f"话没有说完：{phrase.text}"


def _whole_ends(view: View) -> set[int]:
    """Where phrases of the sentence end that take the end of a sentence of their clause: nothing goes on there."""
    return {
        phrase.start + phrase.runs[-1].phrase_end
        for phrase in view.phrases
        if phrase.source is not None and view.texts[phrase.source][phrase.runs[-1].clause_end :][:1] in ("", ";", "。")
    }


def only_means(phrase: str) -> bool:
    """Whether a phrase begins as a circumstance and nothing in it is done.

    >>> only_means("通过供应链管理平台"), only_means("通过数据采集跟踪计划执行"), only_means("以及权限控制")
    (True, False, False)
    """
    means = MEANS.match(phrase)
    if means is None:
        return False
    return not (ACT.search(phrase, means.end()) or _DONE.search(phrase, means.end()))


def unfinished(phrase: str) -> bool:
    """Whether something must follow a phrase: it says only by what means, or only in which case.

    >>> unfinished("联网率低于申报值5个百分点以上的"), unfinished("如遇政策修订"), unfinished("责令限期整改")
    (True, True, False)
    """
    return only_means(phrase) or _CASE.match(phrase) is not None
