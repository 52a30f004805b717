"""Messages in Chinese, by the catalogue of this folder.

A catalogue file maps English templates to Chinese ones. ``{}`` stands for anything; the Chinese may name it by its
number, ``{1}`` being the second. What a template's ``{}`` held is put into Chinese in its turn, so a message that is
made of others needs no entry of its own.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from string import Formatter

from corpus.yaml_files import parse_yaml

_WORD = re.compile(r"[A-Za-z]{2,}")
_PARTS = re.compile(r"(?<=[^.…]\.) (?=[A-Z])")


def in_chinese(message: str) -> str:
    """A message of any layer in Chinese; one that the catalogue does not know stays as it is.

    Names, paths, commands and quoted words within it stay as they are.

    Args:
        message: What an error, or the reason of a rejection, says.

    >>> in_chinese("通知.txt: it is empty. Give the document itself (文件为空).")
    '通知.txt：文件是空的。请提供文件本身。'
    """
    if not _WORD.search(message):
        return message
    for pattern, chinese in _templates():
        found = pattern.fullmatch(message)
        if found is not None:
            return chinese.format(*map(in_chinese, found.groups()))
    return _piecewise(message)


def _piecewise(message: str) -> str:
    """A message that no template knows as a whole: what stands before a colon stays, sentences are taken one by one."""
    for colon in re.finditer(": ", message):
        rest = message[colon.end() :]
        said = in_chinese(rest)
        if said != rest:
            return f"{message[: colon.start()]}：{said}"
    sentences = _PARTS.split(message)
    if len(sentences) == 1:
        return message
    return "".join(map(in_chinese, sentences))


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
