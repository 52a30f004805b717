"""The generic signs of a follow-up in its words: how it begins and ends, what it points at, what it asks anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from retrieval.naming import Stretch, blanked
from retrieval.pointing import points, unpointed
from retrieval.tier_words import neighbour_said

Sort = Literal["source", "reason", "language", "plain"]
"""Asks where the answer before stands; asks why; asks for it in another language; anything else."""

_LEAD = re.compile(
    r"^(?:(?:好的|好(?=[，,])|嗯|哦|谢谢|请问|那么?|再问(?:一下)?|再看看?|再|还有|另外|只看|只要看|单看|仅看|不对|错了|我(?:是)?(?:问|说|指)的?是?|接着|然后|换(?:个|一个|一份)(?:文件|文本|标准|等级|级别)|换成?|改成|换作|如果(?:换成|是)?|要是|假如是?|至于|对于|关于"
    r"|and|but|then|so|ok|what about|how about|what if|same for|for)(?![a-z])[，,、:： ]*)+"
)
_POLITE = re.compile(r"^(?:(?:好的|好(?=[，,])|嗯|哦|谢谢|请问|对于|关于)[，,、 ]*)+")
_TAIL = re.compile(
    r"也(?:都)?(?:是|要|需要?|得|有|一样|这样)?(?:的)?(?:吗|么|嘛|是吧|对吧|吧)?[?？。！!…\s]*$"
    r"|(?:的)?(?:呢|呀|啊|嘛|咧|(?:又)?(?:怎么样|怎样|如何|怎么说|怎么讲)|的?情况)[?？。！!…\s]*$|[?？。！!…\s]+$"
    r"|(?:,? (?:then|please|instead|too))+[?.!\s]*$"
)
_BARE_END = re.compile(
    r"(?:呢|也(?:都)?(?:是|要|需要?|得|有|一样|这样)?(?:的)?(?:吗|么|嘛|是吧|对吧|吧)"
    r"|(?:真的?|到底|究竟)?(?:不|不用|不需|没)?(?:是|要|需要?|必须?|用|得|行|有|算)(?:做|满足|达到|这样)?(?:吗|么)|有没有|要不要|需不需要|用不用)[?？。！!…\s]*$"
)
_ENTITY = r"(?:请|能|能不能|可以|麻烦)?(?:给|把)?(?:我)?(?:看看?|说说|列出)?"
_SOURCE = re.compile(
    rf"^{_ENTITY}(?:这|它|上面|刚才)?(?:的|个)?(?:具体)?(?:出处|原文|来源|依据|根据|引用|条款号?|规定)?(?:是|在|出自|来自|写在|见)?"
    r"(?:是?什么|哪(?:里|儿|一?条|一?页|一?章|一?节|份文件|个文件)?|第几(?:条|页|章|节))?(?:规定|写|说|要求|来|看)?的?(?:给我看看?|有吗)?$"
    r"|^(?:where (?:is|does|did) (?:it|that|this)(?: say| stand| come from)?(?: that)?"
    r"|(?:the )?source|(?:the )?citation|which clause)$"
)
_SOURCE_WORD = re.compile(
    r"出处|原文|来源|依据|根据|引用|条款号|出自|来自|写在|哪里?(?:写|说|规定)|第几|在哪|哪(?:一)?(?:条|页|章|节)|\b(?:where|source|citation|clause)\b"
)
_REASON = re.compile(
    r"^(?:这(?:是)?|它)?(?:为什么|为何|为啥|凭什么|怎么会|怎么)(?:呢|会)?(?:这样|这么)?(?:规定|要求|说|不(?:用|要|需要|做要求|要求|行)|要|是这样)?(?:做)?的?$"
    r"|^(?:why(?: not| so| is that| that)?|how come)$"
)
_LANGUAGE = re.compile(
    r"^(?:请|能|可以|麻烦)?(?:用|换成?|改成|改用|说|要|翻译?成?|给我)?(?P<zh>中文|汉语|chinese|in chinese)?"
    r"(?P<en>英文|英语|english|in english|an english answer)?(?:版本?|的?(?:回答|说法|答案))?(?:再)?"
    r"(?:说|讲|回答|答|写|表述|怎么说)?(?:一遍|一下|一次)?的?吗?$"
)
_TWO_STEPS = re.compile(r"(?:再|更)?往?(?:(?P<up>[高上])|[低下])面?[两二2](?:[级档层]|个(?:等级|级别|档))")
_STEP = re.compile(
    r"(?:再|更)?(?P<up>高|上)(?:1[级档]|[一1]等)|(?:再|更)?(?P<down>低|下)(?:1[级档]|一[级档]|[一1]等)(?!别)"
    r"|\b(?:the |a |an )?(?:(?:next|one) (?:(?P<up_en>higher )|(?P<lower_en>lower ))?(?:tier|level|step)"
    r"(?: (?:up|above|higher|(?P<down_en>down|below|lower)))?|(?:higher|(?P<lower>lower)) (?:tier|level)"
    r"|(?:tier|level) (?:above|up|(?P<below>below|down)))\b"
)
_BESIDE = re.compile(r"^(?:和|跟|与|同|比起?|相比|较|对比|compared (?:to|with)|versus|vs)")
_ASKING = (
    r"几|多少|哪|什么|啥|怎么|怎样|如何|谁|何时|多久|多长|多大|多高|是否|是不是|要不要|有没有|用不用|能不能|可不可以|需不需要|该不该"
    r"|列出|列举|详细|展开|全部|吗|么|区别|差别|差异|不同|一样|相比"
    r"|\b(?:what|which|how|who|when|where|is|are|does|do|must|can|should|has|have|list)\b"
)
_QUESTION_WORD = re.compile(_ASKING)
_FIRST = re.compile(
    r"^(?:也|还|都|一共|总共|大概|具体)?(?:要|需|须|必须|应|宜|可|能|是|有|由|算|包括|多|几|哪(?!一?(?:级|档|个等级|些等级|份|个文件))|怎|如何|谁|何时|在哪|[向找]谁|去哪|第[一二三四五六七八九十\d]|"
    r"用不用|该|得|分|提到|提及|涉及|用到|讲到|说到|写到|写了|规定了)"
    r"|^(?:how many|which|is|are|does|do|must|when|who|how)\b"
)
_GENERIC = re.compile(
    r"全部|所有|列出来|一点|一些|一遍|一下|一次|解释|回答|真的?|到底|究竟|你(?:说|觉得|看)|要不要|有没有|用不用|能不能|可不可以|需不需要|该不该|是不是|是否|具体|详细|规定|要求|条款|条文|内容|哪些|哪个|哪几|多少|什么|怎么|怎样|如何|一共|总共|合计|分别"
    r"|(?:推荐|建议|强制)性|必须|应该|需要|推荐|建议|强制|硬性|鼓励|允许|可以|达到|满足|开始|列出|列举|列|说明|区别|差别|差异|不同|一样|提到|涉及|等级|级别|一级|文件|方面|做要求|最低|最高|至少|最多"
    r"|不|有|没|几|条|个|项|款|是|要|做|需|须|应|宜|可|能|用|吗|么|啥|哪|都|也|还|就|得|了|着|过|的|地|在|对|里|中|上|下|和|与|跟|比|级|档|呢|多|共|算|谁|由|该|版|给|我|请|说|讲"
    r"|\b(?:what|which|how|many|much|who|when|where|is|are|does|do|must|can|should|has|have|the|a|an|of|for|in|on|at|to|and|or|with"
    r"|there|require(?:ments?|d|s)?|mandatory|recommended|only|just|merely|ones?|clauses?|list|all|any|be|need(?:ed|s)?|say|compare[ds]?|versus|vs|difference|between|tier|level)\b"
    r"|[\s，,。；;：:、？?！!“”\"'‘’「」（）()《》…\-—]"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words of a question show of its being a follow-up.

    Attributes:
        sort: What it asks of the answer before, or ``plain``.
        language: For the sort ``language``: ``zh`` or ``en``.
        begins: Whether it begins as follow-ups do (那, 换成, what about).
        ends: Whether it ends as a bare noun with 呢.
        points: Whether it points at what was said (它, 其中, 上面说的).
        beside: Whether it asks for a comparison with what was said (和…比).
        step: How many tiers above the one spoken of it asks for (高两档), negative for below, else 0.
        first: Whether it begins with its question word or verb: its subject is left out.
        asks: Whether it has a question word of its own.
        core: Its words without beginning, ending and pointing words, slots kept.
        content: What remains of the core without names and generic words: a topic of its own.
    """

    sort: Sort
    language: str
    begins: bool
    ends: bool
    points: bool
    beside: bool
    step: int
    first: bool
    asks: bool
    core: str
    content: str

    @property
    def plainly(self) -> bool:
        """Whether the words say that it continues what was said."""
        return self.begins or self.ends or self.points or self.beside or self.step != 0 or self.sort != "plain"


def signs_of(text: str, slots: tuple[Stretch, ...]) -> Signs:
    """Read the signs.

    Args:
        text: The question in its spelling (half width, simplified characters).
        slots: The names in it.

    >>> signs_of("那未来工厂呢", ()).begins
    True
    """
    bare = blanked(text, slots)
    stepped = _step(bare.lower())
    if stepped is not None:
        start, end, _ = stepped
        text, bare = f"{text[:start]}{text[end:]}", f"{bare[:start]}{bare[end:]}"
    core = stripped(text)
    sort, language = _sort(core)
    pointing = points(bare)
    rest = stripped(unpointed(stripped(bare)).strip())
    begins = _LEAD.match(_POLITE.sub("", text.lower())) is not None
    return Signs(
        sort=sort,
        language=language,
        begins=begins,
        ends=_BARE_END.search(text) is not None,
        points=pointing,
        beside=_BESIDE.match(core.lower()) is not None,
        step=0 if stepped is None else stepped[2],
        first=_FIRST.match(unpointed(core).lower().strip()) is not None,
        asks=_QUESTION_WORD.search(rest.lower()) is not None,
        core=stripped(unpointed(core).strip(" ，,").removeprefix("的")) if pointing else core,
        content=_GENERIC.sub("", rest.lower()),
    )


def stripped(text: str) -> str:
    """A question without the words that only tie it to what was said (那…呢)."""
    lead = _LEAD.match(text.lower())
    text = text[lead.end() :] if lead else text
    shorter = _TAIL.sub("", text)
    while shorter != text:
        text, shorter = shorter, _TAIL.sub("", shorter)
    return text.strip()


def _sort(core: str) -> tuple[Sort, str]:
    folded = core.lower().strip(" ，,")
    if not folded:
        return "plain", ""
    if (hit := _LANGUAGE.match(folded)) and (hit["zh"] or hit["en"]):
        return "language", "zh" if hit["zh"] else "en"
    if _REASON.match(folded):
        return "reason", ""
    if _SOURCE_WORD.search(folded) and _SOURCE.match(folded):
        return "source", ""
    return "plain", ""


def _step(bare: str) -> tuple[int, int, int] | None:
    """Where words point at a tier above or below: start, end, and how many tiers away."""
    if (far := _TWO_STEPS.search(bare)) is not None:
        return far.start(), far.end(), 2 if far["up"] else -2
    if (said := neighbour_said(bare)) is not None:
        return said
    hit = _STEP.search(bare)
    if hit is None:
        return None
    down = any(hit[name] for name in ("down", "down_en", "lower_en", "lower", "below"))
    return hit.start(), hit.end(), -1 if down else 1
