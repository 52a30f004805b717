"""Whether a text is damaged: letters turned into others by a wrong encoding, or lost. It is judged, never repaired.

Each sign of damage is searched for by what it leaves: bytes of UTF-8 read as another encoding read as Chinese again
when the error is undone; lost letters leave U+FFFD, 锟斤拷, or a question mark where nobody asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.readers.characters import common_characters

_REMEDY = "Get the document again from its source, or save it in its right encoding (文件有乱码，请重新获取)"
_AROUND = 10
_DENSITY = 2_000
"""One sign of damage in so many characters makes the text unreliable: any of its figures may be one."""
_LEAST_MISREAD = 12
_LEAST_HAN = 24

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_SIGN = re.compile(f"[{_HAN}]")
_HAN_RUN = re.compile(f"[{_HAN}€]{{3,}}")
_WESTERN_RUN = re.compile(r"[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{3,}")
_REPLACED = re.compile(r"\ufffd+|锟斤拷(?:锟斤拷|锟斤|锟)*|烫烫烫+|屯屯屯+")
_LOST = re.compile(
    rf"(?<=[{_HAN}])\?+(?=[{_HAN}])(?!\?*答)"  # inside a word, unless somebody asks before it
    rf"|(?<=[{_HAN}\d〔（])\?+(?=\d)|(?<=\d)\?+(?=[{_HAN}〕）])"  # inside a number or a date
    rf"|(?<=[{_HAN}])\?(?=[，。；！、”》/）)])|\?(?=nbsp;)"  # before another mark, or for the mark of an entity
)
_ASKED = re.compile(r"什么|甚么|[吗嗎呢么麼何哪谁誰几幾怎多]|是否|能否|可否|有没有|[一-龥]不[一-龥]")
_SENTENCE_END = re.compile(r"[。；！!\n?？]")
_PRIVATE = r"[\ue000-\uf8ff\U000f0000-\U0010ffff]"
_IN_A_WORD = re.compile(rf"{_PRIVATE}(?={_PRIVATE}|[{_HAN}])|(?<=[{_HAN}]){_PRIVATE}|(?<={_PRIVATE}){_PRIVATE}")
_ALL_LOST = re.compile(r"\?{2,}")
_HALF_WIDTH = re.compile(r"[\uff61-\uff9f]")
_PRONOUNCED = re.compile(rf"[{_HAN}]\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*\)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge of text found.

    Attributes:
        reason: Why the text is refused, with an example and a remedy; None where it is sound.
        notes: In Chinese, stray signs that do not make it unreadable.
    """

    reason: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sign:
    """A kind of damage: where it stands, what it is called, and from how much of it on a text is refused."""

    name: str
    said: str
    find: Callable[[str], Iterator[tuple[int, int]]]
    weight: Callable[[str, list[tuple[int, int]]], int]
    refuses: Callable[[int, int], bool]


def judge(text: str) -> Verdict:
    """Judges a text by its letters alone: refused, sound, or sound with stray signs that are noted."""
    size = sum(1 for sign in text if not sign.isspace())
    notes: list[str] = []
    for sign in _signs():
        places = list(sign.find(text))
        if not places:
            continue
        weight = sign.weight(text, places)
        example = _shown(text, *places[0])
        if sign.refuses(weight, size):
            return Verdict(f"{sign.name}, {weight:,} in {size:,} characters, as in “{example}”. {_REMEDY}.")
        notes.append(f"疑有{sign.said} {len(places)} 处（如“{example}”），按原样保存。")
    strange = _strangeness(text)
    if strange is not None:
        return Verdict(f"its characters are not those of any Chinese text, as in “{strange}”. {_REMEDY}.")
    pronounced = len(_PRONOUNCED.findall(text))
    if pronounced >= 3:
        notes.append(f"文中夹有括注的读音 {pronounced} 处，按原样保存。")
    return Verdict(notes=tuple(notes))


def _signs() -> tuple[_Sign, ...]:
    def dense(weight: int, size: int) -> bool:
        return weight >= 3 and weight * _DENSITY >= size

    def much(weight: int, size: int) -> bool:
        return weight >= _LEAST_MISREAD or weight * 10 >= size

    def many(weight: int, size: int) -> bool:
        return weight >= 20 and weight * 10 >= size

    return (
        _Sign(
            "its letters were read in another encoding than they were written in",
            "错读编码的文字",
            _misread,
            _covered,
            much,
        ),
        _Sign("letters were lost and replaced", "丢字（替代符）", _found(_REPLACED), _covered, dense),
        _Sign("question marks stand where letters were lost", "丢字（问号）", _lost, _losses, dense),
        _Sign("its letters are question marks", "成串问号", _found(_ALL_LOST), _covered, many),
        _Sign("its letters are of a font's private use", "专用字体符号", _found(_IN_A_WORD), _covered, many),
    )


def _covered(text: str, places: list[tuple[int, int]]) -> int:
    return sum(end - start for start, end in places)


def _losses(text: str, places: list[tuple[int, int]]) -> int:
    """A loss beside a digit counts twice: the figure that is left reads as another one."""
    return sum(
        2
        if (text[start - 1 : start] + text[end : end + 1]).strip("?").isalnum()
        and any(sign.isdigit() for sign in text[start - 1 : start] + text[end : end + 1])
        else 1
        for start, end in places
    )


def _found(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (found.span() for found in pattern.finditer(text))


def _lost(text: str) -> Iterator[tuple[int, int]]:
    for found in _LOST.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        sentence = _SENTENCE_END.split(before)[-1]
        if before[-1:].isdigit() or not _ASKED.search(sentence):
            yield found.span()


def _misread(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that become Chinese when their letters are turned back into bytes and read rightly."""
    for found in _WESTERN_RUN.finditer(text):
        data = _western_bytes(found[0])
        if _turns_chinese(data, "utf-8", 3, 2) or _turns_chinese(data, "gb18030", 2, 4):
            yield found.span()
    for found in _HAN_RUN.finditer(text):
        if _turns_chinese(found[0].encode("gb18030"), "utf-8", 3, 2):
            yield found.span()


def _western_bytes(run: str) -> bytes:
    return b"".join(
        sign.encode("latin-1") if ord(sign) < 0x100 else sign.encode("cp1252", errors="ignore") for sign in run
    )


def _turns_chinese(data: bytes, codec: str, width: int, least: int) -> bool:
    common = common_characters()
    read = data.decode(codec, errors="ignore")
    chinese = sum(1 for sign in read if sign in common or "\u3000" <= sign <= "\u303f" or "\uff00" <= sign <= "\uff5e")
    return chinese * width * 5 >= len(data) * 4 and chinese >= least


def _strangeness(text: str) -> str | None:
    """An example where many characters are ones that no Chinese text uses, as when Big5 is read as GBK."""
    common = common_characters()
    rare = [found.start() for found in _HAN_SIGN.finditer(text) if found[0] not in common]
    half = [found.start() for found in _HALF_WIDTH.finditer(text)]
    total = len(half) + sum(1 for _ in _HAN_SIGN.finditer(text))
    if total < _LEAST_HAN or (len(rare) + len(half)) * 5 < total * 2:
        return None
    first = min((*rare, *half))
    return _shown(text, first, first + 1)


def _shown(text: str, start: int, end: int) -> str:
    example = text[max(0, start - _AROUND) : min(end, start + 3 * _AROUND) + _AROUND]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in example).split())
