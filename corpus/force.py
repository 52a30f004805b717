"""How strongly a sentence binds: 应 shall, 宜 should, 可 may, 鼓励 encouraged, or no governing word.

Source: GB/T 1.1-2020 for the verbs of provisions (应／不应, 宜／不宜, 可); 必须, 须, 应当, 不得 and 严禁 say the
same as 应 in policy texts. Compounds in which these characters do not govern (应用, 响应, 适宜, 可视化 …) are excluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.clause import Force, Provision
from corpus.folding import folded

SENTENCE = re.compile(r"[^。！？；;\n]*(?:\n\s*[^。！？；;\n]+)*[。！？；;]?")
_COUNTED = re.compile(r"(?:^|(?<=[，,：:\s]))(?P<count>[一二三四五六七八九十])是(?=[^否，,。；;])")
"""What counts the points of a sentence: 一是…，二是… A word that leads to them rules those without one of their own."""
_LEADS = re.compile(r"[：:]\s*$")
_POINT = re.compile(r"(?:^|(?<=[，,：:；;。\s]))[一二三四五六七八九十]是$")
_NUMERALS = "一二三四五六七八九十"
_PHRASE_START = re.compile(r"[，,：:。；;！？、\n（(）)“”\"\s]")

_SHALL = re.compile(
    r"(?<![响供适相反效感顺呼照答接回策报对])应当?"
    r"(?!用(?!户)|急|力(?![争求图推])|变(?!更)|邀|届|税|付|收(?![集录到回纳取])|聘|召|试(?![验点行运])|战|援|运而|验(?![收证算])|允|对)"
    r"|(?<![响供适相反效感顺呼照答接回策报])应(?=对)"
    r"|必须|(?<![必无])须(?!知|要?臾)|不得(?!不|已|了|分(?:[^\u4e00-\u9fff]|$))|严禁|禁止"
)
_CHANGE_IDIOM = re.compile(r"以[^，。；]{1,4}变应[^，。；]{1,3}变")
_RESPOND = re.compile(r"应对(?![照标接比齐外])")
_TREAT = re.compile(r"应对[^，。；;]{1,60}?(?:进行|开展|实施|实行|予以|加以|给予|采取|设置|提供|作出|做出|制定|建立)")
_SHOULD = re.compile(r"(?<![适便事时机权相合制])宜(?!居|人|昌|宾|春|兴|业)")
_MAY = re.compile(
    r"可(?!视|靠|控|追溯|溯源|复制|复用|再生|再利用|行[性的]|持续|信|扩展|编[程辑]|回[收溯]|重[用复构组]|互[换操联]|维护|识别|定[位制义]"
    r"|测[性量]|量化|操作|插拔|移植|替代|读[性取]|见|观|能|供|谓|比[性的]|穿戴)以?"
)
_MAY_SUBJECT = re.compile(
    r"(?:^|[，,：:；;\s])[^，,：:；;。]{0,12}"
    r"(?:企业|单位|工厂|部门|机构|主体|人员|集团|专家组?|地区|[省市县区州局厅]|委员会|管委会|政府|办公室|小组|协会|者|时|后|均|也|还|亦|并|原则上)$"
    r"|(?:^|[，,：:；;。\s])(?:根据|按照|依据|结合|针对|视)[^，,：:；;。]{2,12}$"
    r"|(?:^|[：:；;。\s])(?:[各该本])?(?:产品|系统|平台|设备|车间|项目|装备|产线)$"
)
_GRANTS = re.compile(
    r"(?<![许认不无方即])可以?(?:申[请报]|享受|延[期长]|给予|予以|补[正报交齐]|上浮|分[^，。；]{1,2}次)(?![^，,。；]{0,2}的)"
)
"""What a text permits: before these verbs 可 never says only what a thing is able to do."""
_PERMITS = re.compile(r"可以?(?:按[照规]?|在(?!线)|向|不予?|适当|直接|提前|优先|自主|酌情|视|再次?|继续)")
_AFTER_CASE = re.compile(r"[，,：:；;。\s][^，,：:；;。]{2,40}的$|^[^，,：:；;。]{2,40}的$")
_MODIFIES = re.compile(r"可以?[^，,：:；;。]{1,3}的")
_RESULT = re.compile(r"\s*(?:以|从而|进而|实现|提升|提高|满足|促进|推动|降低|减少|保障|保证|确保|支撑|达到|增强)")
_PERSUADED = re.compile(r"鼓励[^，,：:；;。]{0,12}?(?:企业|单位|机构|园区|地区|部门|行业|各地|集团|主体|人员|社会力量)")
_ENCOURAGED = re.compile(r"鼓励(?!类|性|政策|目录|奖)")

_FORBIDS = re.compile(r"不得|严禁|禁止")
_CIRCUMSTANCE = re.compile(
    r"\s*(?:在|对|经|按|如|若|当|凡|除|因|自|从|为).*[，,]|.*(?:[的时后前内中下者]|期间)[，,]"
    r"|.*的[^，,的]{1,6}[，,]|[^，,]{1,6}[，,]"
)
"""What belongs to the prohibition behind it: a circumstance, a case, or whom it is for (未通过验收的项目，)."""
_COMMA = re.compile(r"[，,]")


@dataclass(frozen=True, slots=True)
class Modal:
    """A governing word.

    Attributes:
        start: First code point, counted in the text that was read.
        end: One past the last code point.
        force: What the word says.
    """

    start: int
    end: int
    force: Force


def governing(text: str) -> tuple[Modal, ...]:
    """The governing words of a text, in order.

    >>> [(text_[m.start:m.end], m.force) for text_ in ["企业应响应客户，宜应用大数据"] for m in governing(text_)]
    [('应', 'shall'), ('宜', 'should')]
    """
    text = folded(text)
    found = [*_shall(text), *_simple(_SHOULD, text, "should"), *_may(text), *_simple(_ENCOURAGED, text, "encouraged")]
    return tuple(sorted(found, key=lambda modal: modal.start))


def _simple(pattern: re.Pattern[str], text: str, force: Force) -> Iterator[Modal]:
    return (Modal(found.start(), found.end(), force) for found in pattern.finditer(text))


def _shall(text: str) -> Iterator[Modal]:
    idioms = [found.span() for found in _CHANGE_IDIOM.finditer(text)]
    for found in _SHALL.finditer(text):
        inside_idiom = any(start <= found.start() < end for start, end in idioms)
        if inside_idiom or (_RESPOND.match(text, found.start()) and not _treats(text, found.start())):
            continue
        yield Modal(found.start(), found.end(), "shall")


def _treats(text: str, position: int) -> bool:
    """Whether 应对 reads 应 + 对 (“shall … to its data”) and not the verb “to cope with”."""
    before = text[position - 1 : position]
    governs_here = (
        not before or _PHRASE_START.match(before) is not None or text[:position].endswith(("企业", "均", "还", "也"))
    )
    return governs_here and _TREAT.match(text, position) is not None


def _may(text: str) -> Iterator[Modal]:
    for found in _MAY.finditer(text):
        before = _POINT.sub("", text[max(0, found.start() - 20) : found.start()])
        at_start = not before or (before[-1] != "、" and _PHRASE_START.match(before[-1]) is not None)
        governs = _MAY_SUBJECT.search(before) is not None and not _MODIFIES.match(text, found.start())
        permits = _GRANTS.match(text, found.start()) is not None or (
            _PERMITS.match(text, found.start()) is not None and _AFTER_CASE.search(before) is not None
        )
        if at_start or governs or permits:
            yield Modal(found.start(), found.end(), "may")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of a text, white space at their ends left out; a line break does not end one."""
    for found in SENTENCE.finditer(text):
        inside = found.group()
        if inside.strip("。！？；; \t\n\u3000\xa0"):
            left = len(inside) - len(inside.lstrip())
            yield found.start() + left, found.start() + len(inside.rstrip())


def provisions(text: str, offset: int = 0) -> tuple[Provision, ...]:
    """The stretches of a text that one force rules: a sentence, or the parts of one whose force changes.

    Args:
        text: A clause's text.
        offset: Where the text starts in its document; added to every position.
    """
    found: list[Provision] = []
    text = folded(text)
    for start, end in sentences(text):
        points = _points(text[start:end])
        parts = [start, *(start + point for point in points), end]
        leading = governing(text[start : parts[1]])[-1:] if points and _LEADS.search(text[start : parts[1]]) else ()
        for here, there in pairwise(parts):
            if leading and here > start and not governing(text[here:there]):
                found.append(Provision(offset + here, offset + there, leading[0].force))
            else:
                found.extend(_sentence_provisions(text[here:there], offset + here))
    return tuple(found)


def _points(sentence: str) -> list[int]:
    """Where the points begin that a sentence counts upwards: 一是…，二是…; none where it counts fewer than two."""
    found = list(_COUNTED.finditer(sentence))
    counts = [_NUMERALS.index(one["count"]) for one in found]
    upwards = all(after == before + 1 for before, after in pairwise(counts))
    return [one.start() for one in found if one.start()] if len(found) > 1 and upwards else []


def _sentence_provisions(sentence: str, offset: int) -> Iterator[Provision]:
    """The parts of one sentence.

    应 and 宜 rule to the next governing word. A permission or an encouragement thrown into a sentence rules its own
    phrase and the results named right behind it; then what ruled before goes on. A prohibition that comes first rules
    its own phrase and the cases before it: what is told before those is not forbidden.
    """
    modals = governing(sentence)
    if not modals:
        yield Provision(offset, offset + len(sentence), "none")
        return
    cuts: list[tuple[int, Force]] = [(0, modals[0].force)]
    first = _phrase_start(sentence, modals[0].start)
    if _FORBIDS.match(sentence, modals[0].start):
        first = _with_circumstances(sentence, first)
    if (modals[0].force == "encouraged" or _FORBIDS.match(sentence, modals[0].start)) and first:
        cuts = [(0, "none"), (first, modals[0].force)]
    for index, modal in enumerate(modals):
        ruling = cuts[-1][1]
        if index and modal.force != ruling:
            start = max(_phrase_start(sentence, modal.start), cuts[-1][0])
            cuts.append((start if start > cuts[-1][0] else modal.start, modal.force))
        before = cuts[-2][1] if len(cuts) > 1 else modal.force
        end = _thrown_in(sentence, modal) if before != modal.force and cuts[-1][1] == modal.force else None
        if end is not None and (index + 1 == len(modals) or modals[index + 1].start >= end):
            cuts.append((end, before))
    ends = [start for start, _ in cuts[1:]] + [len(sentence)]
    for (start, force), end in zip(cuts, ends, strict=True):
        if start < end:
            yield Provision(offset + start, offset + end, force)


def _thrown_in(sentence: str, modal: Modal) -> int | None:
    """Where the phrase of a permission or encouragement ends, or None where it rules to the sentence's end."""
    if modal.force not in ("may", "encouraged") or _PERSUADED.match(sentence, modal.start):
        return None
    position = modal.end
    while (comma := _COMMA.search(sentence, position)) is not None:
        position = comma.end()
        if not _RESULT.match(sentence, position):
            return position if position < len(sentence) else None
    return None


def _phrase_start(sentence: str, position: int) -> int:
    return max(sentence.rfind(mark, 0, position) for mark in "，,") + 1


def _with_circumstances(sentence: str, first: int) -> int:
    """Where a prohibition begins with the cases and circumstances (有下列情形的，) right before its phrase."""
    while first:
        start = _phrase_start(sentence, first - 1)
        if not _CIRCUMSTANCE.fullmatch(sentence, start, first):
            return first
        first = start
    return first


def distinct_forces(found: Iterable[Provision]) -> tuple[Force, ...]:
    """Forces in order of first appearance; ``none`` is left out unless it is all there is."""
    forces = tuple(dict.fromkeys(provision.force for provision in found if provision.force != "none"))
    return forces or ("none",)
