"""What a question that sets things side by side wants to know of them, read from its words."""

from __future__ import annotations

import re
from typing import Literal

Compares = Literal[
    "", "differ", "alike", "same_thing", "same_words", "stricter", "added", "dropped", "raised", "relaxed", "present"
]
"""``alike``: whether two sides ask the same; ``same_thing``: whether two things of one name are one; ``same_words``:
whether texts agree word for word;
``raised`` and ``relaxed``: where 宜 became 应, or 应 became 宜; ``present``: which side speaks of something at all."""

_OPEN, _CLOSE = r"[“\"「『‘']?", r"[”\"」』’']?"
_BECOMES = r"(?:就|又|却)?(?:变|改|升|提|转|换)(?:成|为|到|格|级)?(?:了|成|为|到)*"
_KINDS: tuple[tuple[Compares, re.Pattern[str]], ...] = (
    (
        "raised",
        re.compile(
            rf"(?:从|由|把|是)?{_OPEN}宜{_CLOSE}[^，。？?]{{0,12}}{_BECOMES}{_OPEN}应{_CLOSE}|宜(?:升|变|改|转|→|->|到)应"
            r"|用词?的?词?[^，。？?]{0,4}变[强硬]|变[强硬][了的]"
            rf"|(?:建议|推荐)[^，。？?]{{0,8}}{_BECOMES}(?:必须|强制|硬性)|(?:更|变)强制了|力度(?:提高|加强|变强)"
            r"|\bshould[\"”']? (?:to|into|become\w*|became|turn\w* into) [\"“']?shall\b"
            r"|\b(?:became|become|made) mandatory\b"
        ),
    ),
    (
        "relaxed",
        re.compile(
            rf"(?:从|由|把)?{_OPEN}应{_CLOSE}[^，。？?]{{0,6}}{_BECOMES}{_OPEN}宜{_CLOSE}|应(?:降|变|改|转|→|->|到)宜"
            r"|放松了?|放宽了?|降低了(?:什么|哪些|要求)|变松了?"
            r"|\bshall[\"”']? (?:to|into|become\w*|became) [\"“']?should\b|\brelaxed\b|\bloosened\b"
        ),
    ),
    (
        "same_thing",
        re.compile(
            r"(?:是|算|指)?(?:不是|不算)?(?:一|同一?|两)(?:回事|码事|(?:个|种|类|套|级)?(?:东西|概念|意思|事物|级别|等级|定义))(?!的?要求)"
            r"|等同于?|相当于|等不等于|等于|算不算(?:一|同)|能不能互认|互认|对得?上号"
            r"|\b(?:the )?same (?:thing|concept|tier|level)\b|\bequivalent\b|\bidentical (?:to|thing)\b|\bthe same as\b"
            r"|\bmean the same\b"
        ),
    ),
    (
        "same_words",
        re.compile(
            r"逐字|一字不[差改漏变]|一模一样|原封不动|照[搬抄录]|(?:原文|字面|措辞|文字|字句|写法|说法|表述|条文)[^，。？?]{0,6}(?:一样|相同|一致|动过|变过|改过)"
            r"|(?:哪些?|几|哪几)条[^，。？?]{0,4}(?:完全)?(?:一样|相同|一致)|完全(?:一样|相同|一致)"
            r"|\bword for word\b|\bverbatim\b|\bsame (?:words?|wording|text)\b|\bidentical\b|\bcop(?:y|ied)\b"
        ),
    ),
    (
        "stricter",
        re.compile(
            r"(?:谁|哪[个边家份级档种方一版]|哪一[个边家份级档种方版]|更|最|比较?)[^，。？?]{0,10}?(?:更|最)?(?:严[格厉]?|松|[宽](?!度)|苛刻|硬(?!件)|高(?![端级新效档])|低(?![碳代]))"
            r"|门槛[^，。？?]{0,6}(?:高|低)|(?:更|最|比较)(?:强调|看重|重视|侧重|注重)|(?:口气|语气|力度|强制程度)|(?:都|均)(?:是)?(?:强制|硬性|必须)"
            r"|哪边是[“\"]?[应宜]|\b(?:stricter|tougher|harder|more (?:demanding|strict|lenient)|less strict)\b"
            r"|\b(?:weaker|stronger|asks? (?:for )?more|demands? more)\b"
        ),
    ),
    (
        "dropped",
        re.compile(
            r"(?:没有?再?|未再?)(?:写|提|要求)[^？?]{0,24}(?:还|算|作数|有效)|还(?:算不?算数|算不算|有效|作数)"
            r"|少了|没了|减少了|不再(?:要求|提|写)|去掉了?|删(?:了|掉|除|减)|取消了|砍(?:掉|了)|漏了"
            r"|(?:有|写了?|提了?|要求)[^，。？?]{0,4}而[^，。？?]{1,12}(?:没|不|无)"
            r"|\b(?:dropped|removed|no longer|left out|leaves out|omits?)\b"
        ),
    ),
    (
        "added",
        re.compile(
            r"全新|多(?:了|出来?|要求|提)了?(?:些)?(?:什么|哪|啥|几|多少)?|新增|新加|新提|增加了?|加了|添了|加码|补(?:上|齐|充)?些?(?:什么|哪|啥|几)|(?:要|得|该|还)补|还(?:差|缺|要做)(?:什么|哪|啥|些)"
            r"|(?:没|未)(?:有)?(?:提|写|要求|说)(?:过|到)?的|更多|比[^，。？?]{2,16}多"
            r"|[要得该]?多(?:做|建|干|备|准备|投|满足|达到|上|加)(?:些|点)?(?:什么|哪|啥|几|多少)"
            r"|(?:再?[上高]|[到往进升][^，。]{0,3}下)一个?(?:级|档|层|等级)"
            r"|从[^，。？?]{2,16}(?:升|晋|迈|提)[^，。？?到为成至向]{0,3}[到为成至向]"
            r"|\b(?:that|which) .{1,40}\b(?:does|do|did) not\b"
            r"|\b(?:adds?|added|additional|new(?:ly)?|on top of|more than|extra|beyond|besides?)\b"
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:提|写|点名?|讲|说|出现|要求|要建|包含|涉及)(?:了|到|过)?(?:没有?|吗)(?=[，。？?,吗呢]|$)|(?:还|也|都|只有?|是不是都|是否都)[^，。？?]{0,4}(?:写|提|点名|要求|有|讲|说|建)"
            r"|还有没有|有没有|都(?:写|提|有|要|点)|只在|只有|哪[份个]里?(?:写|提|有)|\b(?:both|either|only|also|mentions?)\b"
        ),
    ),
    (
        "alike",
        re.compile(
            r"(?<!不)(?<!有什么)(?:一样|相同|一致)不?(?:一样|相同|一致)?(?:吗|么|嘛|不|没)|(?:是否|是不是|一不一样)[^，。？?]{0,4}(?:一样|相同|一致)"
            r"|一不一样|\b(?:are|is) .{1,60}\b(?:the same|alike)\b"
        ),
    ),
    (
        "differ",
        re.compile(
            r"区别|一样|相同|一致|不同|差别|差异|异同|相比|比较|对比|比一比|(?:有|什么|哪些?|怎么|如何|发生)[^，。？?]{0,4}变(?:化|了|动|的)|变了(?:什么|哪|啥|多少)|变化|改了(?:什么|哪|啥)|改动|动过|差(?:在|多少|距|哪|什么|些)|两边|对照"
            r"|[，,、；;。？?][^，,。？?]{1,16}呢(?:[？?。]|$)|一个[^，。？?]{1,12}一个|(?:各|分别)(?:是|有|要求|怎么)|\b(?:versus|vs|differ\w*|compar\w+|chang\w+|same|alike|similar)\b"
        ),
    ),
)  # fmt: skip
_WORDS = re.compile(
    r"区别|不一样|一样|相同|一致|不同|差别|差异|异同|相比|比较|对比|比一比|变化|变[了动]|改[了动]|动过|差(?:在|多少|距)|两边|对照"
    r"|逐字|一字不[差改漏变]|一模一样|原封不动|照[搬抄录]|一回事|两回事|(?:一|同一?)个?(?:东西|概念)|等同于?|相当于|互认"
    r"|一不一样|(?:更|最|比较)(?:强调|看重|重视|侧重|注重)|[要得该]?多(?:做|建|干|备|准备|投)(?:些|点)?(?=什么|哪|啥|几|多少)"
    r"|(?:高|低|严|松|多|少)(?:些|点)?(?=[，,。？?]|\s*$)|(?<=[，,。？?\s里中])呢"
    r"|谁|哪(?:一)?[个边家份级档种方版]|更|最|抓得|严[格厉]?|苛刻|要求(?:更)?[高低]|门槛|力度|口气|语气|强制程度|字面上?"
    r"|少了|没了|不再|去掉了?|删[了掉除减]+|取消了?|多[了出]来?|新[增加提]|增加了?|加了|添了|加码|补[上齐充]?|还[差缺]|还算不?算数?"
    r"|[“\"]?[宜应][”\"]?(?=变|改|升|[，,。？?]|$)|变成了?|改成了?|提了没有?|没有?[再]?[提写]过?|还有没有|有没有|点了?名|只有|几乎|到底"
    r"|\b(?:versus|vs|differ\w*|compar\w+|chang\w+|same|alike|similar|stricter|tougher|higher|more|less|adds?|added|new|both"
    r"|identical|equivalent|thing|than|only|too|also|drops?|dropped|becomes?|became)\b"
)


def compares(text: str) -> Compares:
    """What a normalised question wants to know of the things that it sets side by side; empty where it does not say.

    Words are read for what they mean beside two sides; a question that names just one is not read by them.

    >>> compares("浦江的智能工厂和省里的是一回事吗"), compares("哪些要求从宜变成了应"), compares("两边谁更严")
    ('same_thing', 'raised', 'stricter')
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "")


def without_comparing(text: str) -> str:
    """The question with blanks for the words that compare, as long as it was."""
    return _WORDS.sub(lambda hit: " " * len(hit.group()), text)
