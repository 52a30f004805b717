"""Printed labels and numbers at the start of a line: 第三条, 一、, （二）, 4.3.2, 2.产品, （1）, a）, c1）, 1）, ①."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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
}
"""How deep a style stands; a smaller rank encloses a larger one. ``decimal`` counts its own parts."""

ITEM_STYLES: frozenset[Style] = frozenset({"dot", "paren", "letter", "half", "circled"})
"""The styles that list items and never number a section of their own."""

_CN = "一二三四五六七八九十百零〇"
_COUNTED = "年|月|日|个(?![性人体])|项(?!目)|家(?![具电居用])|万|亿|元(?!宇宙|器件|数据)|级(?![联别])"
"""What follows a number that counts something, and so is no section number."""

_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("annex", re.compile(r"附\s*[件录表](?P<label>\s*[0-9０-９一二三四五六七八九十]{1,3})\s*[：:]?\s*(?=$)")),
    ("annex", re.compile(r"附\s*录\s*(?P<label>[A-Z])(?=$|\s*[（(])")),
    ("annex", re.compile(r"附\s*[件录表](?P<label>)\s*(?=$)")),
    ("chapter", re.compile(rf"第\s*(?P<label>[{_CN}\d]+)\s*[章篇部](?:分)?[\s\u3000:：]*")),
    ("section", re.compile(rf"第\s*(?P<label>[{_CN}\d]+)\s*节[\s\u3000:：]*")),
    ("article", re.compile(rf"第\s*(?P<label>[{_CN}\d]+)\s*条[\s\u3000:：]*")),
    ("cn", re.compile(rf"(?P<label>[{_CN}]{{1,4}})\s*、\s*")),
    ("cn_paren", re.compile(rf"[（(]\s*(?P<label>[{_CN}]{{1,4}})\s*[）)]\s*")),
    ("paren", re.compile(r"[（(]\s*(?P<label>\d{1,3})\s*[）)]\s*")),
    ("letter", re.compile(r"[（(]?\s*(?P<label>[a-z]\d?)\s*[）)]\s*")),
    ("letter", re.compile(r"(?P<label>[a-z])\s*[.．、]\s*(?=[\u4e00-\u9fff“《])")),
    (
        "decimal",
        re.compile(r"(?P<label>(?:[A-Z]|\d{1,2})(?:\.\d{1,3}){1,5})(?![\dA-Za-z%％万亿元倍米吨])[\s\u3000、.．]*"),
    ),
    ("dot", re.compile(r"(?P<label>\d{1,3})\s*[.．、](?:(?!\d)|(?=(?:19|20)\d\d\s*年))\s*")),
    ("half", re.compile(r"(?P<label>\d{1,3})\s*[）)]\s*")),
    ("circled", re.compile(r"(?P<label>[\u2460-\u2473])\s*")),
    ("number", re.compile(rf"(?P<label>\d{{1,2}})[\s\u3000\xa0]*(?=[\u4e00-\u9fff\[])(?!{_COUNTED})")),
)
_DIGIT = {"〇": 0, "零": 0} | {character: value for value, character in enumerate("一二三四五六七八九", start=1)}
_CIRCLED_ZERO = ord("①") - 1


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
        """The label in Arabic digits where it is a Chinese or circled numeral, for readable ids."""
        if self.style == "circled":
            return str(ord(self.text) - _CIRCLED_ZERO)
        return arabic(self.text) if is_chinese_numeral(self.text) else self.text


def read_label(text: str, start: int = 0) -> Label | None:
    """The label that a text begins with at ``start``, or None."""
    for style, pattern in _PATTERNS:
        found = pattern.match(text, start)
        if found is None:
            continue
        label = found["label"].strip()
        rank = label.count(".") + 2.0 if style == "decimal" else float(RANK[style])
        return Label(style, label, found.group().strip(), rank, found.end())
    return None


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
