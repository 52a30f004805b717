"""Bytes to text: the encoding is told by its mark, by what the file declares, or by which reading is Chinese.

Decoding is strict: bytes that are not of the encoding refuse the file, they are never replaced.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from corpus.readers.characters import common_characters
from corpus.readers.extracted import UnreadableError

_REMEDY = "Open it where it reads well and save it as UTF-8 (另存为 UTF-8 编码)"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CANDIDATES = (
    ("gb18030", "GB18030"),
    ("utf-16-le", "UTF-16（无标记）"),
    ("utf-16-be", "UTF-16（无标记）"),
    ("big5hkscs", "Big5"),
    ("cp1252", "Windows-1252"),
)
_DECLARED = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "iso-8859-1": "cp1252", "windows-1252": "cp1252",
}  # fmt: skip
_LEAST = 0.5
"""Half of what is not ASCII must be of a text; whether it then is sound is judged by its damage."""
_FEW_ZEROS = 0.02
_NEVER = frozenset(map(chr, (*range(9), *range(14, 32))))
_SAMPLE = 20_000
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ORDINARY = re.compile(r"[\t\n\r\x20-\x7e\u3000-\u3011\u3014-\u301f\uff01-\uff5e“”‘’—–…·•×±≥≤％℃①-⑳Ⅰ-Ⅻ□■●○☐☑√]")


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A file's text, its lines ended by ``\n``.

    Attributes:
        text: The text, nothing of it replaced.
        encoding: The encoding's name as a person knows it.
        notes: In Chinese, what was found where it is not UTF-8.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a file.

    Args:
        data: Its bytes.
        declared: The encoding that the file itself names, as a page of HTML does; kept to where it fits.

    Raises:
        UnreadableError: No encoding reads it, or more than one and none as a text; the message names the place.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(_strict(data[len(mark) :], codec, name), name, marked=name == "UTF-8")
    zeros = data.count(0)
    if zeros <= _FEW_ZEROS * len(data):  # UTF-16 has many; a few strayed into a text of UTF-8
        read = _tried(data, "utf-8")
        if read is not None:
            return _decoded(read, "UTF-8", marked=True)
    if not zeros:
        _refuse_broken_utf8(data)
    return _guessed(data, declared)


def plausibility(text: str) -> float:
    """How much (0 to 1) the signs beyond ASCII are those of an ordinary Chinese text; 1.0 where there are none.

    Letters with accents count half: a western text has them, and so has a Chinese one that was read wrongly.
    """
    common = common_characters()
    seen = [sign for sign in text[:_SAMPLE] if sign > "\x7f" or sign in _NEVER]
    if not seen:
        return 1.0
    ordinary = sum(1.0 if sign in common or _ORDINARY.match(sign) else 0.5 * ("À" <= sign <= "ÿ") for sign in seen)
    return ordinary / len(seen)


def _guessed(data: bytes, declared: str | None) -> Decoded:
    """The reading that is most of a text; of equal ones, the declared one and then the more usual."""
    named = _codec_of(declared)
    candidates = ((named, str(declared).upper()), *_CANDIDATES) if named else _CANDIDATES
    read = [(found, name) for codec, name in candidates if (found := _tried(data, codec)) is not None]
    text, name = max(read, key=lambda one: plausibility(one[0]), default=("", ""))
    if not name or plausibility(text) < _LEAST:
        raise UnreadableError(f"its encoding is none of UTF-8, UTF-16, GB18030 and Big5, or it is damaged. {_REMEDY}.")
    return _decoded(text, name)


def _decoded(text: str, name: str, *, marked: bool = False) -> Decoded:
    notes = () if marked else (f"文件编码为 {name}，已转为 UTF-8 保存。",)
    return Decoded(_LINE_ENDS.sub("\n", text), name, notes)


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"it is marked as {name} but byte {error.start:,} is not of it; the file is damaged or cut off. {_REMEDY}."
        ) from error


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _codec_of(declared: str | None) -> str | None:
    return _DECLARED.get(declared.strip().lower().replace("_", "-")) if declared else None


def _refuse_broken_utf8(data: bytes) -> None:
    """A file that is UTF-8 but for a few bytes is damaged; another encoding would read it as nonsense."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for sign in text[:_SAMPLE] if sign > "\u2e7f" and sign != "\ufffd")
    if whole >= 10 and broken * 20 <= whole:
        at = text.index("\ufffd")
        raise UnreadableError(
            f"it is UTF-8 with {broken} broken place(s), the first after “{text[max(0, at - 12) : at].strip()}”. "
            "The file is damaged or cut off: get it again from its source (文件已损坏，请重新获取)."
        )
