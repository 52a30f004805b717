"""What a question asks a figure of (设备联网率), and the figures of the texts that are of just that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.clause import Clause, Quantity
from corpus.folding import folded
from corpus.quantity import quantities
from drafting.findings.figure_telling import Figure
from drafting.findings.spoken_figures import spoken_quantities
from drafting.shelf import RULING, Shelf
from kg.row_names import measured_name
from retrieval.frame import QueryFrame
from retrieval.named_places import printed_places
from retrieval.overlap import pairs, without

_ASKING = re.compile(
    r"分别|各自|各[省地市县区家级个]+|各|哪[一]?[个些里条份家级]?|多少|多大|多高|几[年个天家台]?|百分之|什么|怎么|如何|请问|想问|告诉我"
    r"|列出|查|一下|地方|地区|省份|省|文件|办法|方案|文本|条款|规定|写明|写|明确|提出|要求|要(?!素)|须|应当|应该|应(?!用)|得(?!分)"
    r"|达到|达标|达(?!产)|做到|满足|不低于|不少于|不超过|不高于|至少|最低|最少|数值|指标值?|标准|目标|门槛|水平|对于?(?!标)|关于"
    r"|分?为|是|的|了|吗|呢|有(?![效限机])|在(?![线制岗])|里(?!程)|中(?![试心控])|和|与|跟|及(?!时)|或|都|也|上(?![年市线])|到|才"
    r"|能(?![源耗力效量级])|可以|这|那|个(?!性)|企业|工厂|车间|等级|级别|建设|[，,。；;、？?！!：:\s《》“”]"
)
_MEASURES = re.compile(
    r"(?:率|占比|比例|比重|周期|年限|期限|投入|投资额?|总额|收入|产值|产能|能耗|面积|数量|人数|占有率)$"
)
"""How names of measurable things end."""
_SUPPORT = re.compile(r"补贴|奖补|奖励|奖金|资助|扶持资金")
_OF_LEVEL = re.compile(r"[一-鿿]{1,4}级|[A-Za-z]+级")
_COMPARED = re.compile(
    r"达到?|不[低少高超多大小]于?过?|至少|以[上下内]|约|为|在|[≥≤><＞＜=]|分别|均|且|并|其中|应|宜|须"
)
_HELD_AGAINST = re.compile(
    r"(?:[较比]|相较于?|相比于?)[^，,。；;]{0,6}?(?=下降|降低|减少|缩短|提高|提升|增长|增加|节约)"
)
"""What a change is held against (较上年), between what changes and the change."""
_AGREES = 0.75
"""The share of the pairs of characters of what is asked that the words of a figure must have."""
_FEWEST = 2


def asked_measure(frame: QueryFrame, shelf: Shelf) -> str:
    """What the question asks a figure of: its words without places, documents, tiers, figures and words that ask.

    Args:
        frame: The question.
        shelf: The clauses, for the names of tiers.
    """
    text = frame.about or frame.text
    for one in sorted(quantities(text), key=lambda one: -one.start):
        text = f"{text[: one.start]} {text[one.end :]}"
    names = [name for name, _ in printed_places(text)]
    names += [place for meta in shelf.documents.values() for place in re.split(r"(?<=[省市县区])", meta.region or "")]
    names += [name.rstrip("省市县区") for name in names]
    names += [label for one in shelf.documents for tier in shelf.tiers(one) for label in _labels(tier.label)]
    names += ["智能工厂", "未来工厂", "数字化车间", "数字工厂", "智能车间"]
    left = _ASKING.sub(" ", without(text, [name for name in names if len(name) >= _FEWEST]))
    return max((part for part in left.split() if len(part) >= _FEWEST), key=len, default="")


def _labels(label: str) -> tuple[str, ...]:
    return (label, label.removeprefix("省级"), label.removesuffix("智能工厂"))


def is_measurable(measure: str) -> bool:
    """Whether words end like the name of something measurable."""
    return _MEASURES.search(measure) is not None


def figures_of(rows: Iterable[Clause], measure: str, units: Sequence[str] = ()) -> list[Figure]:
    """The figures of rows that are of what is asked, in the order of the rows.

    Args:
        rows: Clauses in reading order.
        measure: What is asked.
        units: The units that will do; empty for any.
    """
    return [
        Figure(row, quantity, 1.0)
        for row in rows
        for quantity, words in stated(row)
        if agrees(measure, words) and (not units or quantity.unit in units)
    ]


def agrees(measure: str, words: str) -> bool:
    """Whether the words of a figure are those of what is asked; nothing asked agrees with any.

    >>> agrees("联网率", "关键设备联网率"), agrees("数字化率", "数字化投入占营业收入比重")
    (True, False)
    """
    asked = pairs(_SUPPORT.sub("补助", measure))
    return not asked or len(asked & pairs(_SUPPORT.sub("补助", words))) >= _AGREES * len(asked)


def stated(row: Clause) -> Iterator[tuple[Quantity, str]]:
    """The figures of a row with the words of what each is of; none that stands in words to a program."""
    text, name = folded(row.text), measured_name(row)
    last, subject = 0, ""
    for one in spoken_quantities(row):
        at, end = one.start - row.start, one.end - row.start
        sentence = max(text.rfind(mark, 0, at) for mark in "。；;") + 1
        subject = "" if sentence > last else subject
        phrases = [part for part in re.split(r"[，,]", text[max(last, sentence) : at]) if _says(part)]
        after = re.match(r"[^。；;，,、]{0,16}", text[end:])
        behind = after.group() if after else ""
        subject = phrases[-1] if phrases else ("" if _says(behind) else subject)
        yield one, f"{name} {_HELD_AGAINST.sub('', subject)} {behind}"
        last = end


def _says(phrase: str) -> bool:
    """Whether a phrase says of what a figure is, and not only of which level."""
    return len(_COMPARED.sub("", _OF_LEVEL.sub("", phrase)).strip()) >= _FEWEST


def rows_asked(frame: QueryFrame, shelf: Shelf, document: str) -> list[Clause]:
    """The rows of a document that a question may want a figure of: of its tiers where the document has them."""
    rows = shelf.of(document, kinds=tuple(RULING - {"lead"}))
    tiers = tiers_asked(frame, shelf, document)
    return [row for row in rows if not tiers or row.tier is None or row.holds_for_any(tiers)]


def tiers_asked(frame: QueryFrame, shelf: Shelf, document: str) -> tuple[str, ...]:
    """The tiers of a document that a question names; one that it prints means no other document's of another name."""
    every = [tier for one in shelf.documents for tier in shelf.tiers(one) if tier.code in frame.tiers]
    printed = {tier.label for tier in every if any(label in frame.text for label in _labels(tier.label))}
    return tuple(tier.code for tier in every if tier.document == document and (not printed or tier.label in printed))
