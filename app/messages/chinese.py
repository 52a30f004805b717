"""Messages in Chinese, by the catalogue of this folder.

A catalogue file maps English templates to Chinese ones: sentences without their full stop, and what a message is about
(``document {}``). ``{}`` stands for anything; the Chinese may name it by its number, ``{1}`` being the second, and what
it held is put into Chinese in its turn. A message ``WHAT: WHY. REMEDY.`` is put together from these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from string import Formatter

from corpus.yaml_files import parse_yaml

_WORD = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_COMMAND = re.compile(r"`[^`]*`|gongbiao [a-z]+")
_ENGLISH = re.compile(r"\b[A-Za-z]+ [a-z]+\b")
"""Two English words in a row: a sentence, or a part of one."""
_JOINT = re.compile(r"[.:] ")
_WITHIN = re.compile("[，。；：「（]")
"""What stands before a colon that is not the one behind the subject."""
_LONGEST = 2_000
_MOST_PARTS = 12
"""A message that is longer, or has more parts, is none of ours."""
_KEPT = 1024
"""So many messages are remembered: a page shows the same ones at each run."""


def in_chinese(message: str) -> str:
    """A message of any layer in Chinese; one that the catalogue does not know stays as it is.

    Names, paths, commands and quoted words within it stay as they are.

    Args:
        message: What an error, or the reason of a rejection, says.

    >>> in_chinese("通知.txt: it is empty. Give the document itself (文件为空).")
    '通知.txt：文件是空的。请提供文件本身。'
    """
    parts = message.count(": ") + message.count(". ")
    return message if len(message) > _LONGEST or parts > _MOST_PARTS else _put(message) or message


@lru_cache(maxsize=_KEPT)
def _put(text: str) -> str | None:
    """A text in Chinese; None where a part of it is not known."""
    if not _WORD.search(text):
        return text
    fits = next((said for said, whole in _fitting(text) if whole), None)
    if fits is not None:
        return fits
    if text.endswith(".") and (said := _put(text[:-1])) is not None:
        return f"{said}。"
    parted = next((said for said in (*_sentences(text), *_subjects(text)) if said is not None), None)
    if parted is not None or _is_chinese(text):
        return parted or text
    return next((said for said, _ in _fitting(text)), None)


def _is_chinese(text: str) -> bool:
    """Whether a text needs no translation: the words in Latin letters that it has are quoted within Chinese."""
    few = len(_HAN.findall(text)) >= len(_WORD.findall(text))
    return few and _ENGLISH.search(_COMMAND.sub("", text)) is None


def _fitting(text: str) -> Iterator[tuple[str, bool]]:
    """A text by each template that it fits, and whether nothing that was filled in is left in English."""
    for pattern, chinese in _templates():
        found = pattern.fullmatch(text)
        if found is not None:
            parts = [(part, _put(part)) for part in found.groups()]
            whole = not any(_JOINT.search(part) or (said is None and _ENGLISH.search(part)) for part, said in parts)
            yield chinese.format(*(said or part for part, said in parts)), whole


def _sentences(text: str) -> Iterator[str | None]:
    """The text as two sentences, or more, wherever it can be parted; the last is the shortest first."""
    for stop in reversed([found.start() for found in re.finditer(r"\. ", text)]):
        remedy = _put(text[stop + 2 :])
        why = _put(text[:stop]) if remedy is not None else None
        yield None if why is None else f"{why}。{remedy}"


def _subjects(text: str) -> Iterator[str | None]:
    """The text as what it is about and what is said of that; the shortest subject first."""
    for colon in re.finditer(": ", text):
        about = text[: colon.start()]
        if _WITHIN.search(about):
            return
        said = _put(text[colon.end() :])
        yield None if said is None else f"{_put(about) or about}：{said}"


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The templates, those that say most first: of two that fit, the one with more of its own words is meant."""
    found: dict[str, str] = {}
    for entry in sorted(files("app.messages").iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".yaml"):
            found |= parse_yaml(entry.read_bytes(), f"messages {entry.name}", "Correct the line it names.")
    ordered = sorted(found, key=lambda template: (-len(template.replace("{}", "")), template))
    return tuple((_pattern(template), found[template]) for template in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = []
    for literal, field, _, _ in Formatter().parse(template):
        pieces.append(re.escape(literal))
        if field is not None:
            pieces.append("(.*?)")
    return re.compile("".join(pieces), re.DOTALL)
