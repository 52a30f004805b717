"""What a text says and what it denies: a word shows nothing where it is planned, under way, stopped, a draft, left out.

A limit governs where it leads a phrase (拟部署5G), ends it (防火墙采购中), stands in its brackets (看板（二期）), or is
the whole of what follows it (5G专网，计划2027年部署). Words that only look alike (生产计划, 未来工厂, 无线网) govern
nothing, and neither do those of a function that deals with what is missing (未报工提醒).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

_DATE = r"\d+(?:[-./]\d+)*|[年月日季度底初末]|[今明后本下]年|[上下]半年|年内|[一二三四]季度"
_DO = (
    r"上线|启用|发布|批准|投用|投入|使用|建设|建成|建立|建好|部署|实施|验收|开发|完成|成立|运行|达标|定稿|印发|签发|生效|"
    r"通过|审批|审核|开展|采购|招标|安装|调试|接入|推广|实现|做到|做|用起来|用上|用|落地|引入|引进|购置|采用|搭建|新建|"
    r"加装|改造|立项|启动|推进|完善|编制|起草|制定|修订|论证|选型|洽谈|施工|设计|测试|验证|试验|升级|规划|研发|研究|"
    r"配置|配备|打通|对接|集成|覆盖|开通|设立|购买|签订|开始|交付|到货|到位|上|建"
)
_FILL = (
    r"目前|现在|当前|整体|其中|全部|暂时|已经|正在|处于|状态|阶段|过程|期间|[现仍还均都全皆等暂尚正已为是在于到由的了再才会"
    r"要来并也又只仅就先后前内部分:：\s]"
)
_AFTER = (
    r"于|在(?!线|制)|到|将|今年|明年|后年|下(?=半年|季|月|年|一步)|年内|年底|近期|逐步|陆续|\d|上线|上马|建(?!模|议)|部署|"
    r"引[入进]|采购|购[置买]|实施(?!率|跟踪|情况|进度|监控)|启动|投(?=用|产|入使用)|新增|增(?=加|设|添|配)|开展|接入|"
    r"推广|安装|加装|改造|开发|搭建|升级|打通|对接|启用|做|扩|试点|用(?!量|时|料|电|能|工|户)"
)
_INTENT = r"计划|规划|准备|打算|预计|考虑|筹划|争取|力争"
_DOING = (
    r"建|开发|部署|采购|招标|实施|调试|测试|筹|编制|起草|制定|修订|论证|选型|洽谈|安装|施工|搭建|改造|推进|申请|申报|谈判|"
    r"试点|试用|试运行|规划|研究"
)
_MARK = (
    rf"没有|没|尚未|未(?!来|知)|暂无|不具备|不支持|不使用|不用|不可用|不启用|(?<![虚模比草])拟|(?:{_INTENT})(?={_AFTER})|"
    rf"即将|将|有望|(?<![等招接期优对看])待(?!审|检|办|料|机|处|产|加工)|(?:{_DO}|筹备|筹建|试点|试用|准备|计划|申请)(?:过程)?中|"
    r"在建|在研|筹建|停用|弃用|废止|闲置|搁置|停止使用|已停|已下线|已报废|已作废|已取消|已拆除|已淘汰|暂停使用|退役|"
    r"草案|草稿|初稿|讨论稿|征求意见稿|送审稿|报批稿|[二三四]期|下期|远期|下一步|下一阶段|明年|后年|"
    rf"(?:试点|试用|试运行|(?:测试|验证|试验|建设|筹备|规划)(?=阶段))|(?:正|尚|还|仍)在(?:{_DOING})"
)
_COUNT = r"[一二三四五六七八九十两几\d]+[台条个套间处家座]"
_BARE = re.compile(rf"(?:{_MARK}|{_COUNT}|{_DATE}|{_DO}|{_FILL}|筹备|筹建)+(?<![有:])|[:：]?(?:暂)?无")
_MARKED = re.compile(rf"{_MARK}|^[:：]?暂?无$")
_AMID = re.compile(r"(?:用[于在到]|[列纳融嵌写计加导录放][入在到]|于|入|贯穿|体现|(?<![正尚还仍处])在)[^,，]*中$")
_BY_HAND = re.compile(r"(?:仍?[为用靠]|全)?(?:纸质|手工|人工|线下|手抄|口头)(?:版|件|记录|台账|方式|操作|填写|登记)?")
"""In the brackets behind a function: it is done by hand, so nothing of it is digital."""

_NOT = (
    r"没有|尚未|未能|未(?!来|知|遂)|暂无|尚无|均无|并无|仍无|没(?=[建做上装用接配设])|"
    r"(?:^|(?<=目前)|(?<=现在))无(?![线人纸损尘菌缝铅刷需感源级极机水氧油废碳害间扰障故接延差])"
)
_OUT = (
    r"不具备|不支持|不含|不包括|不包含|不提供|不使用|不涉及|尚不|还不|暂不|并不|无法|缺少|缺乏|欠缺|"
    r"不(?=设|建(?!议)|开展|实施|部署|采集|接入|记录|监测)"
)
_LATER = (
    rf"(?<![虚模比草])拟(?![合真态人化订])|(?:^|(?<=[司业厂前现已正均都也还并但年月底期们后:：]))(?:{_INTENT})(?={_AFTER})|"
    rf"(?:{_INTENT})(?=于|\d{{4}}年|在\d|明年|今年|下半年|年内|年底)|即将|将(?=于|在\d|在明|陆续|逐步)|"
    r"(?<![等招接期优对看])待(?=开发|建设|上线|实施|部署|启用|采购|安装|推广|改造|配置)|"
    rf"(?:正|尚|还|仍)在(?={_DOING})|^在建(?!工程|立|模)|^(?:已|已经)?(?:停用|弃用|停止使用|暂停使用)|"
    rf"^(?:后续|下一步|下一阶段|今后|将来|明年|后年|下半年|远期|[二三四]期)(?={_INTENT}|拟|再|才|会|{_AFTER})"
)
_LEADS = re.compile(rf"(?P<no>{_NOT})|(?P<out>{_OUT})|(?P<later>{_LATER})")
_DEALS = re.compile(
    r"(?:部署|建|上线|启用|开展|实现|实施|使用|用|做|具备|有|配|设|安装|开发|接入|与|对|将|把|规定|形成|打通|覆盖|购|引)"
)
_FUNCTION = re.compile(
    r"不得|不能|不准|不予|不可|禁止|严禁|自动|(?:提醒|预警|告警|报警|拦截|阻断|锁定|跟踪|统计|清单|识别|催办|处置|处理)$"
)
_EXCEPT = re.compile(r"除(?![尘锈湿油霜氧氨杂渣磷法数权])[^,，]{1,24}?外(?![观部协购发形围径圆包联网贸])")
_ADDS = re.compile(r"还|也|另")
_DONE = re.compile(r"(?:\d[\d年月./-]*)?(?:已|均已|都已|全部)(?:上线|投用|启用|建成|验收|完成)|在用|运行中|使用中")
_LONGEST = 24
"""A limit that is all there is to a phrase is short."""
_AGAIN = re.compile(r"现已|已(?:上线|启用|投用|建成)|改用|改为|而是|但")
_ALL = re.compile(r"[均都皆等全]")
_SENTENCE, _CLAUSE, _ELEMENT = "。；;\n！!？?", "，,", "、"
_OPEN, _CLOSE = "（([【", "）)]】"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase without its brackets, in the form that is compared, and what stands in the brackets."""

    head: str
    inside: tuple[str, ...]


def says(word: str, text: str) -> bool:
    """Whether a text says a word somewhere without limiting it.

    Args:
        word: The word; one of Latin letters or digits must stand by itself.
        text: A name, a module or what is written of it.
    """
    wanted = _plain(word)
    if any(sign in word for sign in _SENTENCE + _CLAUSE + _ELEMENT):
        return wanted in _plain(text) and not limits(text)
    return any(_said(wanted, sentence) for sentence in _split(text, _SENTENCE))


def mentions(word: str, text: str) -> bool:
    """Whether a text has a word at all, limited or not."""
    return _spelling(_plain(word)).search(_plain(text)) is not None


def silenced(text: str) -> bool:
    """Whether a sentence is nothing but a limit (尚未发布; 验证阶段，未上线), and so governs all it is about."""
    return any(
        all(_bare(_plain(clause)) for clause in _split(sentence, _CLAUSE)) for sentence in _split(text, _SENTENCE)
    )


def limits(text: str) -> tuple[str, ...]:
    """The clauses of a text that limit or deny, in its own words."""
    clauses = [clause for sentence in _split(text, _SENTENCE) for clause in _split(sentence, _CLAUSE)]
    return tuple(clause.strip() for clause in clauses if any(_limited(one) for one in _phrases(clause)))


def _limited(phrase: _Phrase) -> bool:
    return bool(_leads(phrase.head)) or _ends(phrase.head, 0) or _bracketed(phrase)


def ended(name: str) -> bool:
    """Whether a name itself says that what it names is planned, a draft or stopped (数据字典（草案）, 在建立体库)."""
    return any(_limited(phrase) for phrase in _phrases(name))


def _said(word: str, sentence: str) -> bool:
    clauses = list(_split(sentence, _CLAUSE))
    for place, clause in enumerate(clauses):
        rest = _plain("，".join(clauses[place:]))
        if place + 1 < len(clauses) and _bare(_plain(clauses[place + 1])):
            continue
        phrases = list(_phrases(clause))
        if any(_in_phrase(word, phrases, number, rest) for number in range(len(phrases))):
            return True
    return False


def _in_phrase(word: str, phrases: Sequence[_Phrase], number: int, rest: str) -> bool:
    phrase = phrases[number]
    if _bracketed(phrase) or _listed(phrases, number):
        return False
    places = _spelling(word).finditer(phrase.head)
    done = any(_DONE.match(_plain(inside)) for inside in phrase.inside)
    if any(not _governed(phrase.head, place.start(), place.end(), rest, done=done) for place in places):
        return True
    return not _limited(_Phrase(phrase.head, ())) and any(says(word, inside) for inside in phrase.inside)


def _governed(head: str, start: int, end: int, rest: str, *, done: bool) -> bool:
    led = any(lead.end() <= start and not _AGAIN.search(head[lead.end() : start]) for lead in _leads(head))
    left_out = any(
        found.start() < start and end <= found.end() and not _ADDS.search(rest.partition(found[0])[2])
        for found in _EXCEPT.finditer(head)
    )
    return led or left_out or (not done and _ends(head, end))


def _leads(head: str) -> list[re.Match[str]]:
    return [lead for lead in _LEADS.finditer(head) if not (lead["no"] and _function(head[lead.end() :]))]


def _function(behind: str) -> bool:
    """Whether what follows a denial is a function that deals with what is missing."""
    return not _DEALS.match(behind) and _FUNCTION.search(behind) is not None


def _ends(head: str, end: int) -> bool:
    """Whether a phrase ends, behind a place, with nothing but a limit."""
    if _AMID.search(head):
        return False
    return any(_bare(head[place:]) for place in range(max(end, 1, len(head) - _LONGEST), len(head)))


def _bare(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_BARE.fullmatch(text)) and bool(_MARKED.search(text))


def _bracketed(phrase: _Phrase) -> bool:
    clauses = [_plain(one) for inside in phrase.inside for one in _split(inside, _SENTENCE + _CLAUSE)]
    if not phrase.head:
        return False
    return any(
        _bare(one) or _BY_HAND.fullmatch(one) or any(lead.start() == 0 and not lead["out"] for lead in _leads(one))
        for one in clauses
    )


def _listed(phrases: Sequence[_Phrase], number: int) -> bool:
    """Whether a limit before or behind an enumeration governs all of it (拟部署5G、边缘计算; 5G、AGV均未部署)."""
    if any(lead.start() == 0 for one in phrases[:number] for lead in _leads(one.head)):
        return not any(_AGAIN.search(one.head) for one in phrases[: number + 1])
    last = phrases[-1].head
    return number + 1 < len(phrases) and any(
        _ALL.match(last, place) and _bare(last[place:]) for place in range(max(0, len(last) - _LONGEST), len(last))
    )


def _phrases(clause: str) -> Iterator[_Phrase]:
    for element in _split(clause, _ELEMENT):
        head, inside = _unbracketed(element)
        yield _Phrase(_plain(head), inside)


def _unbracketed(text: str) -> tuple[str, tuple[str, ...]]:
    head, inside, depth = "", [""], 0
    for sign in text:
        if sign in _OPEN:
            depth += 1
            inside.append("")
        elif sign in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth:
            inside[-1] += sign
        else:
            head += sign
    return head, tuple(one for one in inside if one.strip())


def _split(text: str, signs: str) -> Iterator[str]:
    """The parts of a text between signs that stand outside brackets."""
    part, depth = "", 0
    for sign in text:
        depth += (sign in _OPEN) - (sign in _CLOSE and depth > 0)
        if sign in signs and depth == 0:
            if part.strip():
                yield part
            part = ""
        else:
            part += sign
    if part.strip():
        yield part


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold().strip()


def _spelling(word: str) -> re.Pattern[str]:
    latin = r"[a-z0-9]"
    before = rf"(?<!{latin})" if re.match(latin, word) else ""
    behind = rf"(?!{latin})" if re.search(rf"{latin}$", word) else ""
    return re.compile(before + re.escape(word) + behind)
