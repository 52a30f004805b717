"""What stands between two printed lines that are one sentence: nothing in Chinese, a blank between words."""

from __future__ import annotations

import re

from corpus.labels import read_label
from corpus.readers.pdf_file.lines import Run
from corpus.readers.pdf_file.signs import SOFT_HYPHEN, wide

_BROKEN_WORD = re.compile(r"[A-Za-z]{2,}-$")
_ENTRY = re.compile(r"[.．·…•]{3,}\s*\d{1,4}$")
_SENTENCE_END = tuple("。；;！？!?：:")


def join(text: str, run: Run, blank_before: bool) -> str:
    """Text with the next printed line behind it.

    Args:
        text: What was read so far, not empty.
        run: The next line.
        blank_before: Whether a blank is printed at the end of the line before.
    """
    following = run.text
    if text.endswith(SOFT_HYPHEN):
        return text[: -len(SOFT_HYPHEN)] + following
    if text.endswith("-") and following[:1].islower() and following[:1].isascii() and _BROKEN_WORD.search(text):
        return text[:-1] + following
    before, after = wide(text[-1], text[-20:]), wide(following[0], following[:20])
    both_wide = before and after
    neither = not before and not after
    dash = text[-1] in "-–/" or following[0] in "-–/,.;:)]%"
    blank = (blank_before and not both_wide) or (neither and not dash)
    return f"{text} {following}" if blank else text + following


def begins_item(text: str) -> bool:
    """Whether a line begins with a label of its own; a bare number may as well be one of a sentence."""
    label = read_label(text)
    return label is not None and label.style != "number"


def ends_entry(text: str) -> bool:
    """Whether a line is an entry of a table of contents: dots and a page's number."""
    return _ENTRY.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether nothing of the sentence can follow on the next line."""
    return text.rstrip("”’）)」』").endswith(_SENTENCE_END) or text.endswith(_SENTENCE_END)
