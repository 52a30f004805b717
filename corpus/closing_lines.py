"""Where a text that has lost its line breaks is signed: …有效期三年。某省工业和信息化厅2026年4月8日（此件公开发布）."""

from __future__ import annotations

import re

from corpus.divisions import region_in
from corpus.document_names import names_issuer

_DAY = (
    r"(?:(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|二[〇○零O][〇○零O一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
)
_SIGNED = re.compile(rf"{_DAY}(?=\s*(?:$|[（(]\s?(?:此件|联系|主动|依申请|公开|附)|抄\s?[送报]|主送|附\s?件))")
_RUN = re.compile(r"[\u4e00-\u9fff]+$")
_LONGEST = 60
_CLOSES = re.compile(
    r"(?<=[。；;）)日])\s*(?:附\s?件\s?[：:]|抄\s?[送报]\s?[：:]|[（(](?:此件|联系人|主动公开|依申请公开))"
)
_NAMED = re.compile(r"(?:条件|要求|表|书|办法|细则|方案|指南|名单|模板|提纲|承诺函|清单|标准|指标|材料|样式)")
_BEFORE = "。；;）)”》 \u3000\xa0"
_ORGANS = 4
_LEAST = 4


def closing_cuts(text: str) -> tuple[int, ...]:
    """Where the closing lines begin that are glued to the text before them; nothing where none signs it.

    Args:
        text: A line, folded.

    >>> [text[at:] for text in ["有效期三年。某省财政厅2026年4月8日"] for at in closing_cuts(text)]
    ['某省财政厅2026年4月8日', '2026年4月8日']
    """
    found: list[int] = []
    for signed in _SIGNED.finditer(text):
        organs = _organs(text, signed.start())
        if organs and text[: organs[0]].strip():
            found += [*organs, signed.start()]
            behind = text[signed.end() :]
            if behind.strip():
                found.append(signed.end() + len(behind) - len(behind.lstrip()))
    if not found:
        return ()
    closes = [one.start() + len(one.group()) - len(one.group().lstrip()) for one in _CLOSES.finditer(text)]
    return tuple(sorted({*found, *closes}))


def _organs(text: str, day: int) -> list[int]:
    """Where the organs begin that stand right before a date, one after the other."""
    found: list[int] = []
    end = day
    while len(found) < _ORGANS:
        before = text[max(0, end - _LONGEST) : end].rstrip(" \u3000\xa0、")
        run = _RUN.search(before)
        apart = not found or len(before) < min(end, _LONGEST)
        first = end - min(end, _LONGEST)
        begin = organ_start(text, first + run.start(), first + len(before)) if run is not None and apart else None
        if begin is None:
            break
        found.insert(0, begin)
        end = begin
    return found


def organ_start(text: str, start: int, end: int) -> int | None:
    """Where an organ's name begins that a run of Chinese characters ends with: behind a sentence or an annex's name.

    Args:
        text: A text, folded.
        start: Where the run begins.
        end: One past its last character.
    """
    for named in reversed(list(_NAMED.finditer(text, start, end - _LEAST))):
        if names_issuer(text[named.end() : end]) and region_in(text[named.end() : end]) is not None:
            return named.end()
    apart = start > 0 and text[start - 1] in _BEFORE
    whole = apart and _NAMED.search(text, start, end) is None and names_issuer(text[start:end])
    return start if whole else None
