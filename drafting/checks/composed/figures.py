"""Amounts, domains and years that a composed sentence tells in its own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from corpus.quantity import quantities
from drafting.checks.alignment import normalise
from drafting.checks.composed.view import Composed

_WORDS: Mapping[str, str] = {"atleast": ">=", "atmost": "<=", "morethan": ">", "lessthan": "<", "about": "~"}
_SIZES: Mapping[str, float] = {"": 1, "million": 1e6, "billion": 1e9}
_UNITS: Mapping[str, float] = {"元": 1, "万元": 1e4, "亿元": 1e8}
_SUM = r"[\d,.]*\d(?:million|billion)?"
MONEY = re.compile(
    rf"(?P<word>{'|'.join(_WORDS)})?(?:from)?CNY(?P<sums>{_SUM}(?:to{_SUM})?)"
    r"\((?P<told>[\d.]+(?:[-–][\d.]+)?)(?P<unit>[万亿]?元)\)"
)
"""Money in English, with the amount as the text has it in brackets."""
POSITION = re.compile(r"原文字符(?P<start>\d+)[-–](?P<end>\d+)")
"""Where a clause stands in its source, in characters."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(view: Composed) -> Iterator[str]:
    """Name each amount told in English, and each year, that no cited clause states."""
    stated = {(found.comparator, found.value) for text in view.texts for found in quantities(text)}
    for found in re.finditer(rf"({'|'.join(_WORDS)})(\d[\d.]*)", view.bare):
        if (_WORDS[found.group(1)], float(found.group(2))) not in stated:
            yield f"数量“{found.group()}”与引用条文不符"
    yield from _money(view, stated)
    spans = {(clause.start, clause.end) for clause in view.cited}
    for found in POSITION.finditer(view.bare):
        if (int(found["start"]), int(found["end"])) not in spans:
            yield f"引用条文不在“{found.group()}”"
    for found in re.finditer(r"□\((?P<domain>[\u4e00-\u9fff]+)\)方面", view.bare):
        if not any(found["domain"] in text for text in view.texts):
            yield f"“{found['domain']}”不在引用条文中"
    known = "\n".join((*view.texts, *map(normalise, view.titles.values())))
    for year in _YEAR.findall(view.sentence):
        if year not in known and year not in view.asked:
            yield f"年份“{year}”不在引用条文中"


def _money(view: Composed, stated: Collection[tuple[str, float]]) -> Iterator[str]:
    """Name each amount of money that is another than the text's beside it, and each that no cited clause states."""
    for found in MONEY.finditer(view.bare):
        told = [float(one) for one in re.split("[-–]", found["told"])]
        sums = [re.fullmatch(r"([\d,.]+)(million|billion|)", one) for one in found["sums"].split("to")]
        yuan = [float(one.group(1).replace(",", "")) * _SIZES[one.group(2)] for one in sums if one]
        if [round(one) for one in yuan] != [round(one * _UNITS[found["unit"]]) for one in told]:
            yield f"金额“{found.group()}”换算有误"
        known = {value for comparator, value in stated if _WORDS.get(found["word"] or "", comparator) == comparator}
        if told[0] not in known:
            yield f"数量“{found.group()}”与引用条文不符"
