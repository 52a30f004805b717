"""A Markdown source made ready to parse, and the signs by which a plain text is known to be Markdown."""

from __future__ import annotations

import re

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\n((?:[A-Za-z_][\w-]*[ \t]*:.*\n|[ \t]+.*\n|-[ \t].*\n|#.*\n)+?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_TIGHT_HEADING = re.compile(r"^([ ]{0,3}#{1,6})(?=[\u3400-\u9fff（《“【])", re.MULTILINE)
_NOTE = re.compile(r"^([ ]{0,3})\[\^([^\]\s\[]{1,20})\]:[ \t]*", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s\[]{1,20})\]")
_BLANKS_TO_FILL = re.compile(r"_{3,}")
_HTML_TABLE = re.compile(r"<table\b(?:(?!<table\b).)*?</table\s*>", re.IGNORECASE | re.DOTALL)
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

_DELIMITER = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)[^*\n]{1,80}\*\*(?!\*)")
_SIGNS = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    _BOLD,
    re.compile(r"(?<!!)\[[^\[\]\n]{1,120}\]\((?:https?:|/|#|\./|mailto:)[^()\s]*\)"),
    re.compile(r"!\[[^\[\]\n]{0,120}\]\([^()\s]+\)"),
    re.compile(r"^\s*```", re.MULTILINE),
    re.compile(r"\d\\\.[ \t]|\\_"),
)
_FEWEST_SIGNS = 3
_MASKED = re.compile(r"\*{2,}(?=[年月日号万亿元个项家名户台套条人分%％〕）)至]|-\*)")
_FEWEST_MASKED = 3
_STAR = re.compile(r"(?<!\\)(?<!^)\*|(?<!\\)^\*(?![ \t])", re.MULTILINE)
_ANY_MARK = re.compile(
    r"^[ ]{0,3}(?:#{1,6}[ \t]|>|[-*+][ \t]|```|~~~|---)|\*\*|~~|`|\]\(|\[\^|\\[!-/:-@\[-`{-~]|</?[a-zA-Z!]|&#?\w+;|\|"
    r"|^[ ]{0,3}\[[^\[\]\n]+\]:[ \t]|^#{1,6}[\u3400-\u9fff]|^.+[ ]{2,}$",
    re.MULTILINE,
)


def split_front_matter(source: str) -> tuple[dict[str, str], str]:
    """The metadata that stands before a text, by key, and the text after it."""
    found = _FRONT.match(source)
    if found is None:
        return {}, source
    return {one[1].lower(): one[2] for one in _FIELD.finditer(found[1])}, source[found.end() :]


def prepared(source: str) -> str:
    """The source as the parser takes it for what its writer meant.

    A heading may lack the blank after its marks; lines to fill in are no emphasis, nor are figures that somebody put
    stars for (****年, ***万元); a table of HTML may hold empty lines; a footnote's mark is ``[note:1]``; a comment that
    never ends is text, and is not searched to its end.
    """
    if _is_masked(source):
        source = _STAR.sub(r"\\*", source)
    closed = source.rfind("-->")
    source = source[: max(closed, 0)] + source[max(closed, 0) :].replace("<!--", "&lt;!--")
    source = _TIGHT_HEADING.sub(r"\1 ", source)
    source = _NOTE.sub(r"\1[note:\2] ", source)
    source = _MARK.sub(r"[note:\1]", source)
    source = _BLANKS_TO_FILL.sub(lambda found: "\\_" * len(found[0]), source)
    return _HTML_TABLE.sub(lambda found: "\n" + _EMPTY_LINES.sub("\n", found[0]) + "\n\n", source)


def has_marks(text: str) -> bool:
    """Whether anything in a text could be a mark; without any, it is shown as it stands."""
    return _ANY_MARK.search(text) is not None


def looks_marked(text: str) -> bool:
    """Whether a plain text is Markdown: it rules off a table's head, or shows several marks of other kinds."""
    if _DELIMITER.search(text):
        return True
    signs = [sign for sign in _SIGNS if sign is not _BOLD or not _is_masked(text)]
    return sum(len(sign.findall(text)) for sign in signs) >= _FEWEST_SIGNS


def _is_masked(text: str) -> bool:
    """Whether stars stand for figures that were taken out of a text."""
    return len(_MASKED.findall(text)) >= _FEWEST_MASKED
