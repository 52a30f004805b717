"""Spoilt numbers, units, comparators and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from corpus.quantity import quantities
from drafting.checks.alignment import normalise
from evals.mutations.original import Original, Spoilt, Vocabulary, replaced

_NUMERAL = re.compile(r"\d+|[一二两三四五六七八九十]+")
_NEXT = dict(zip("一二两三四五六七八九十", "二三三四五六七八九十八", strict=True))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = re.compile(r"(?<![\d.])\d+(?![\d.])")
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "万元": "亿元",
        "万": "亿",
        "亿元": "万元",
        "元": "万元",
        "年": "个月",
        "个月": "年",
        "月": "年",
        "%": "万元",
        "天": "年",
        "日": "年",
        "家": "万元",
        "名": "%",
        "轴": "台",
    }
)
"""Units of another size or another thing. Measure words (个, 项, 类) stay: 3 项 and 3 个 are the same three."""
_COMPARED = (
    ("不低于", "不高于"),
    ("不低于", "低于"),
    ("不少于", "不多于"),
    ("不超过", "不少于"),
    ("不超过", "超过"),
    ("不高于", "不低于"),
    ("及以上", "及以下"),
    ("以上", "以下"),
    ("以上", ""),
    ("以内", "以上"),
    ("左右", "以上"),
    ("左右", ""),
    ("月内", "月后"),
    ("达", "不足"),
)
_INVENTED = ("2027年前", "从2023年起，")


def number(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """Another number in each quantity; left out where a cited clause states that quantity too."""
    for found in quantities(original.text):
        inside = _NUMERAL.search(original.text, found.start, found.end)
        if inside is None or _YEAR.fullmatch(inside.group()):
            continue
        by = _other(inside.group())
        stated = replaced(original.text[found.start : found.end], inside.start() - found.start,
                          inside.end() - found.start, by)  # fmt: skip
        if normalise(stated) not in original.known:
            yield Spoilt(replaced(original.text, *inside.span(), by), original.cited)


def figure(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """Another bare figure (5G, GB/T 28612, 附件1).

    Left out where a cited clause has that figure too (5G/6G): 6G/6G says less, and nothing false.
    """
    taken = [range(found.start, found.end) for found in quantities(original.text)]
    stated = set(_TOKEN.findall(original.known))
    for found in _FIGURE.finditer(original.text):
        if any(found.start() in span for span in taken) or _YEAR.fullmatch(found.group()):
            continue
        by = _other(found.group())
        spoilt = replaced(original.text, *found.span(), by)
        token = next(one.group() for one in _TOKEN.finditer(spoilt) if one.start() <= found.start() < one.end())
        if token not in stated:
            yield Spoilt(spoilt, original.cited)


def unit(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """Another unit behind each number."""
    for found in quantities(original.text):
        inside = _NUMERAL.search(original.text, found.start, found.end)
        if inside is None:
            continue
        after = original.text[inside.end() : found.end]
        shown = next((one for one in sorted(_UNITS, key=len, reverse=True) if after.startswith(one)), None)
        if shown is not None:
            start = inside.end()
            yield Spoilt(replaced(original.text, start, start + len(shown), _UNITS[shown]), original.cited)


def comparator(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """Another comparator at each number, or one where there is none.

    Left out where the words that remain say the same: 达500万 asks for as much as 达500万以上.
    """
    for found in quantities(original.text):
        stretch = original.text[found.start : found.end]
        for word, by in _COMPARED:
            spoilt = replaced(original.text, found.start, found.end, stretch.replace(word, by, 1))
            if _said(spoilt) != _said(original.text):
                yield Spoilt(spoilt, original.cited)
        if found.comparator == "=" and found.unit != "次":
            yield Spoilt(replaced(original.text, found.end, found.end, "以上"), original.cited)


def year(original: Original, _: Vocabulary) -> Iterator[Spoilt]:
    """Another year in the place of each, and an invented year before the sentence."""
    for found in _YEAR.finditer(original.text):
        by = str(int(found.group()) + 1)
        if by not in original.known:
            yield Spoilt(replaced(original.text, *found.span(), by), original.cited)
    for words in _INVENTED:
        if words[:5] not in original.text:
            yield Spoilt(words + original.text, original.cited)


def _said(text: str) -> list[tuple[str, float, str]]:
    return [(found.comparator, found.value, found.unit) for found in quantities(text)]


def _other(numeral: str) -> str:
    """Another number of the same look: 500 becomes 600, 两 becomes 三."""
    if not numeral.isdigit():
        return _NEXT[numeral[0]] + numeral[1:]
    value = int(numeral)
    return str(value + max(1, 10 ** (len(str(value)) - 1)))
