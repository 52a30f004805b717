"""Printed labels and numbers at the start of a line: 第三条, 一、, （二）, 4.3.2, 2.产品, （1）, a）, c1）, 1）, ①."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.folding import folded

Style = Literal[
    "annex",
    "chapter",
    "section",
    "article",
    "cn",
    "number",
    "decimal",
    "cn_paren",
    "dot",
    "paren",
    "letter",
    "half",
    "circled",
    "roman",
    "capital",
    "part",
]

RANK: dict[Style, float] = {
    "annex": 0,
    "chapter": 1,
    "section": 1.5,
    "cn": 2,
    "number": 2,
    "article": 3,
    "cn_paren": 4,
    "dot": 6,
    "paren": 7,
    "letter": 8,
    "half": 9,
    "circled": 10,
    "roman": 1.8,
    "capital": 5,
    "part": -1,
}
"""How deep a style stands; a smaller rank encloses a larger one. ``decimal`` counts its own parts."""

ITEM_STYLES: frozenset[Style] = frozenset({"dot", "paren", "letter", "half", "circled"})
"""The styles that list items and never number a section of their own."""

_CN = "一二三四五六七八九十百零〇"
_COUNTED = "年|月|日|个(?![性人体])|项(?!目)|家(?![具电居用])|万|亿|元(?!宇宙|器件|数据)|级(?![联别])"
"""What follows a number that counts something, and so is no section number."""

_GAP = r"[ \u3000\xa0]?"
_NUMERAL = rf"(?:[{_CN}](?:{_GAP}[{_CN}]){{0,6}}|\d(?:{_GAP}\d){{0,3}})"
_CHINESE = rf"[{_CN}](?:{_GAP}[{_CN}]){{0,3}}"
_OPEN, _CLOSE = r"[（(〔【]", r"[）)〕】]"
_BEHIND = r"[\s\u3000:：]*"

_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (
        "annex",
        re.compile(
            rf"附\s*[件录表](?P<label>\s*(?:\d{{1,3}}(?:\s*[-－–—]\s*\d{{1,2}})?|[{_CN}]{{1,3}}))\s*[：:]?\s*(?=$)"
        ),
    ),
    ("annex", re.compile(r"附\s*录\s*(?P<label>[A-Z])(?=$|\s*[（(])")),
    ("annex", re.compile(r"附\s*[件录表](?P<label>)\s*(?=$)")),
    ("chapter", re.compile(rf"第\s*(?P<label>{_NUMERAL})\s*[章篇部](?:分)?{_BEHIND}")),
    ("section", re.compile(rf"第\s*(?P<label>{_NUMERAL})\s*节{_BEHIND}")),
    ("article", re.compile(rf"第\s*(?P<label>{_NUMERAL})\s*条{_BEHIND}")),
    ("cn", re.compile(rf"(?P<label>{_CHINESE})\s*(?:[、．]|\.(?!\d))\s*")),
    ("cn_paren", re.compile(rf"{_OPEN}\s*(?P<label>{_CHINESE})\s*{_CLOSE}\s*、?\s*")),
    ("paren", re.compile(rf"{_OPEN}\s*(?P<label>\d(?:{_GAP}\d){{0,2}})\s*{_CLOSE}\s*、?\s*")),
    ("paren", re.compile(r"(?P<label>[\u2474-\u2487])\s*")),
    ("letter", re.compile(r"[（(]?\s*(?P<label>[a-z]\d?)\s*[）)]\s*")),
    ("letter", re.compile(r"(?P<label>[a-z])\s*[.．、]\s*(?=[\u4e00-\u9fff“《])")),
    ("roman", re.compile(r"(?P<label>[\u2160-\u216b]|I{1,3}|IV|VI{0,3}|IX)\s*[.．、]\s*(?=[\u4e00-\u9fff“《])")),
    ("capital", re.compile(r"(?P<label>[A-Z])\s*[.．]\s*(?=[\u4e00-\u9fff“《])")),
    (
        "decimal",
        re.compile(r"(?P<label>(?:[A-Z]|\d{1,2})(?:\.\d{1,3}){1,5})(?![\dA-Za-z%‰万亿元倍米吨])[\s\u3000、.．]*"),
    ),
    ("dot", re.compile(r"(?P<label>\d{1,3})\s*[.．、](?:(?!\d)|(?=(?:19|20)\d\d\s*年)|(?=\d[CDG](?![A-Za-z\d])))\s*")),
    ("dot", re.compile(r"(?P<label>[\u2488-\u249b])\s*")),
    ("half", re.compile(r"(?P<label>\d{1,3})\s*[）)]\s*")),
    ("circled", re.compile(r"(?P<label>[\u2460-\u2473])\s*")),
    ("number", re.compile(rf"(?P<label>\d{{1,2}})[\s\u3000\xa0]*(?=[\u4e00-\u9fff\[])(?!{_COUNTED})")),
)
_CITED = re.compile(
    r"\s*(?:[、，,]?\s*(?:第\s*[一二三四五六七八九十\d]|[（(〔][一二三四五六七八九十\d]{1,3}[）)〕])|规定|所[列述称]|的|之[一二规]"
    r"|款|项(?!目)|目(?!标|录|的)|[至到和及与或、，,。；;]|中[的所])"
)
_DIGIT = {"〇": 0, "零": 0} | {character: value for value, character in enumerate("一二三四五六七八九", start=1)}
_ENCLOSED_ZERO = {"\u2460": 0x245F, "\u2474": 0x2473, "\u2488": 0x2487, "\u2160": 0x215F}
"""The first sign of each row of numbers in one character (①, ⑴, ⒈, Ⅰ), and the code point before it."""
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


@dataclass(frozen=True, slots=True)
class Label:
    """The label at the start of a paragraph.

    Attributes:
        style: How it is written.
        text: The label without its punctuation: ``a``, ``c1``, ``一``, ``4.3.2``.
        printed: The label as printed: ``a）``, ``（一）``.
        rank: How deep it stands; a smaller rank encloses a larger one.
        end: Where the labelled text starts, counted in the line that was read.
    """

    style: Style
    text: str
    printed: str
    rank: float
    end: int

    @property
    def number(self) -> str:
        """The label in Arabic digits where it is a Chinese or enclosed numeral, for readable ids."""
        return readable_number(self.text)

    @property
    def value(self) -> int | None:
        """What the label counts, or None for a letter or a number of several parts."""
        number = self.number
        if self.style == "roman" and number in _ROMAN:
            return _ROMAN[number]
        return int(number) if number.isdecimal() else None


def read_label(text: str, start: int = 0) -> Label | None:
    """The label that a text begins with at ``start``, or None."""
    text = folded(text)
    for style, pattern in _PATTERNS:
        found = pattern.match(text, start)
        if found is None:
            continue
        label = re.sub(r"\s", "", found["label"])
        rank = label.count(".") + 2.0 if style == "decimal" else float(RANK[style])
        return Label(style, label, found.group().strip(), rank, found.end())
    return None


def is_cited(behind: str) -> bool:
    """Whether what stands behind a number shows that the number is only cited: 第三条 **规定**, （二）**项**."""
    return _CITED.match(behind) is not None


def readable_number(label: str) -> str:
    """A label's number as ids hold it: in Arabic digits where it can be.

    >>> [readable_number(label) for label in ("十二", "③", "⑵", "a", "4.3")]
    ['12', '3', '2', 'a', '4.3']
    """
    if is_chinese_numeral(label):
        return arabic(label)
    if len(label) == 1:
        for first, zero in _ENCLOSED_ZERO.items():
            if ord(first) <= ord(label) < ord(first) + 20:
                return str(ord(label) - zero)
    return label


def is_chinese_numeral(text: str) -> bool:
    """Whether a label is written in Chinese numerals alone."""
    return bool(text) and all(character in _CN for character in text)


def arabic(numeral: str) -> str:
    """A Chinese numeral below one thousand in Arabic digits.

    >>> [arabic(n) for n in ("三", "十", "十二", "二十一", "一百零五")]
    ['3', '10', '12', '21', '105']
    """
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGIT[character]
    return str(total + digit)
