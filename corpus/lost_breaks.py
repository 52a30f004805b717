"""Where the paragraphs of a line that lost its line breaks began: behind a sentence, a title, a date, a number.

A saved page leaves a blank where a break stood. Not every blank is one: names stand apart too (总 则, 工信部 财政部).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.document_names import names_document, names_issuer
from corpus.labels import read_label

_SENTENCE = re.compile(r"[。；;：:！？][”」』）)]?[ \u3000\xa0\t]+(?=\S)")
_GAP = r"[ \u3000\xa0]"
_DATE = re.compile(
    rf"(?<={_GAP})(?:(?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?"
    rf"|二[〇○零O]\S{{2}}年[一二三四五六七八九十]{{1,3}}月(?:[一二三四五六七八九十]{{1,3}}日)?)(?={_GAP}|$){_GAP}*"
)
_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{2,12}}[〔\[（(]\s?(?:19|20)\d\d\s?[〕\])）]\s?\d{{1,4}}\s?号(?={_GAP}|$){_GAP}*"
)
_CLOSING = re.compile(
    r"附件[：:]\s?(?=1[.．、])"
    r"|(?<=[ \u3000\xa0。；;：:])(?:附\s?件|联\s?系\s?人|联系方式|抄\s?送)\s?[：:]"
)
_WORD = re.compile(r"[^ \u3000\xa0\t]+")
_ANNEX_MARK = re.compile(r"附[件表录](?:\d{1,2}(?:[-－–—]\d{1,2})?|[一二三四五六七八九十]|[A-Z])?")
_SHORTEST_NAME, _MANY_WORDS, _LABEL_WORDS = 8, 400, 2
_BLANK = re.compile(r"[ \u3000\xa0\t]+")
_PUNCTUATION = re.compile(r"[，,。；;：:！？、]")
_CHINESE = re.compile(r"[\u4e00-\u9fff《“]")
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 25
_SAYS_MORE = 15
_BEHIND = 3
"""How far behind a stretch one looks for what its last words lead to."""


def pieces(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where paragraphs begin in a stretch of a line, its own start first.

    Args:
        text: The line, folded.
        start: First character of the stretch.
        end: One past its last.
    """
    found = {start, *_behind_sentences(text, start, end), *_around_marks(text, start, end)}
    for begins, ends in pairwise(sorted((*found, end))):
        found.update(_around_names(text, begins, ends))
    label = read_label(text[start : start + 24])
    if label is not None and label.style not in ("article", "chapter", "section"):
        found.update(_behind_title(text, start + label.end, min((one for one in found if one > start), default=end)))
    return tuple(sorted(one for one in found if start <= one < end))


def _behind_sentences(text: str, start: int, end: int) -> Iterator[int]:
    yield from (found.end() for found in _SENTENCE.finditer(text, start, end))


def _around_marks(text: str, start: int, end: int) -> Iterator[int]:
    """The dates, numbers of documents and closing words that stand between blanks are paragraphs of their own."""
    for pattern in (_DATE, _NUMBER):
        for found in pattern.finditer(text, start, end):
            if pattern is _DATE or found.start() == start or text[found.start() - 1].isspace():
                yield from (found.start(), found.end())
    yield from (found.start() for found in _CLOSING.finditer(text, start, min(end + _BEHIND, len(text))))


def _around_names(text: str, start: int, end: int) -> Iterator[int]:
    """The titles, annex marks and signatures that stand between blanks are paragraphs of their own."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(text, start, end)]
    if len(words) > _MANY_WORDS:
        return
    labelled = read_label(text[start : start + 24]) is not None
    for index, (begins, ends) in enumerate(words):
        word = text[begins:ends]
        signs = names_issuer(word) and (index + 1 == len(words) or names_issuer(text[slice(*words[index + 1])]))
        first = labelled and index < _LABEL_WORDS  # what stands right behind a label is its own title
        titled = not first and len(word) >= _SHORTEST_NAME and names_document(word)
        if titled or (signs and not (labelled and index == 0)) or _ANNEX_MARK.fullmatch(word):
            yield begins
            yield words[index + 1][0] if index + 1 < len(words) else end


def _behind_title(text: str, start: int, end: int) -> Iterator[int]:
    """Where the text begins behind the title of a labelled paragraph, if a blank parts them."""
    for found in _BLANK.finditer(text, start, end):
        title = text[start : found.start()]
        rest = text[found.end() : end]
        if len(title) > _LONGEST_TITLE or _PUNCTUATION.search(title):
            return
        parts = len(found.group()) > 1 or len(re.sub(r"\s", "", title)) >= _SHORTEST_TITLE
        says_more = len(rest) >= _SAYS_MORE and _PUNCTUATION.search(rest) is not None
        if parts and says_more and _CHINESE.match(rest) and _CHINESE.match(title[-1:]):
            yield found.end()
            return
