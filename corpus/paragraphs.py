"""Prose lines put together into paragraphs: hard-wrapped lines joined, each with the label it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.labels import Label, Style, is_cited, read_label
from corpus.lines import Line, is_page_number, plain_reading, skip_residue, trim
from corpus.numbering import relabelled
from corpus.paragraph import HEADING_LENGTH, Paragraph
from corpus.runs import split_runs
from corpus.web_lines import stands_alone, surely_alone
from corpus.wrapping import Wrapping, is_indented, is_torn, read_wrapping

_ENDS = tuple("。；;：:！!？?”」』）)】]…")
_SENTENCE_ENDS = ("。", "；", ";", "！", "？", "…")
_OPENING = ("《", "（", "(", "“", "〔")
_CAPTION = re.compile(r"[图表]\s*\d|(?:备\s*)?注\s*[：:]|\[(?:bookmark|image)")
_PUNCTUATION = re.compile(r"[，,、。；;：:]")
_OWN_LINE = re.compile(
    r"[图表]\s*\d|(?:备\s*)?注\s*[：:]|GB/?T?\s|DB\d|ISO\s|\[(?:bookmark|image)|[A-Za-z/&-]{2,12}\s*[：:]"
)
_FIGURE = re.compile(r"图\s*\d")
_TO_FILL = re.compile(r"_{3,}|[：:][ \t\u3000]{2,}|[：:]\s*$")
_WRAP_LENGTH = 20
_SHORT = 8
_GAPS = {True: 1, False: 2}
"""How many lines on the text of a bare label may stand: a decimal number's right below, others behind a blank one."""
_DIVISIONS: frozenset[Style] = frozenset({"chapter", "section"})
_BARE: frozenset[Style] = _DIVISIONS | {"decimal", "article", "cn", "cn_paren", "dot", "paren"}
_BULLET = re.compile(r"[-–•●◆■▪·*][ \t\u3000\xa0]*")


def paragraphs(source: str, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of prose lines, in order."""
    stretches = split_runs(lines)
    wrapping = read_wrapping(stretches)
    groups: list[list[Line]] = []
    page_numbers: list[Line] = []
    for line in stretches:
        if line.blank:
            continue
        if groups and is_page_number(line.text) and len(groups[-1][-1].text) > _SHORT:
            page_numbers.append(line)  # it belongs to the sentence that it stands in, if that goes on behind it
            continue
        if groups and _goes_on(source, groups[-1], line, wrapping):
            groups[-1].append(line)
        else:
            groups.extend([one] for one in page_numbers)
            groups.append([line])
        page_numbers = []
    groups.extend([one] for one in page_numbers)
    found: list[Paragraph] = []
    last_line = -1
    for group in groups:
        found.append(_paragraph(source, group[0], group[-1], adjoins=group[0].number == last_line + 1))
        last_line = group[-1].number
    return relabelled(source, found)


def _goes_on(source: str, group: Sequence[Line], line: Line, wrapping: Wrapping) -> bool:
    """Whether a line continues the paragraph above: that one breaks off in the middle of a sentence."""
    last, here = group[-1], line.text.strip()
    bare = _bare_label(last.text) if len(group) == 1 else None
    if bare is not None and line.number <= last.number + _GAPS[bare.style == "decimal"]:
        return _follows_bare(bare, here)
    above = plain_reading(source[last.start : last.end])
    if not above and "[image" in last.text:  # a picture's place-holder belongs to the caption below it
        return _FIGURE.match(here) is not None
    if not above or line.number == last.number or _TO_FILL.search(last.text):
        return False
    if not _may_go_on(group, line, wrapping) or not _breaks_off(group, line, above, here, wrapping):
        return False
    label = read_label(here[skip_residue(here, 0, len(here)) :])
    if label is None or is_cited(here[label.end :]):
        return True
    return label.style == "number" and not _heading_text(here[label.end :])


def _may_go_on(group: Sequence[Line], line: Line, wrapping: Wrapping) -> bool:
    """Whether neither line is a paragraph of its own; less says so where the line above runs to the edge."""
    last, here = group[-1], line.text.strip()
    if wrapping.is_full(last, line):
        return not surely_alone(last.text) and not surely_alone(here) and not _CAPTION.match(here)
    opens = group[0].text[skip_residue(group[0].text, 0, len(group[0].text)) :].strip()
    if stands_alone(last.text) or stands_alone(here):
        return False
    return not _OWN_LINE.match(here) and not _OWN_LINE.match(opens)


def _breaks_off(group: Sequence[Line], line: Line, above: str, here: str, wrapping: Wrapping) -> bool:
    """Whether the line above ends before its sentence does, or before its paragraph where indents show those."""
    last = group[-1]
    indented = is_indented(line.text) and (wrapping.indents or (wrapping.width is None and not is_indented(last.text)))
    if indented:
        return False
    if above.endswith(_OPENING):
        return True
    ended = above.endswith(_ENDS)
    adjoins = line.number <= last.number + 1 or wrapping.apart
    said = any(_PUNCTUATION.search(plain_reading(one.text)) for one in group)
    if wrapping.is_full(last, line) and (said or _PUNCTUATION.search(here)):
        said_all = above.rstrip("”』」）)】]").endswith(_SENTENCE_ENDS)
        return not (said_all or above.endswith(("：", ":"))) or (wrapping.indents and adjoins and said_all)
    if ended or not said or not _PUNCTUATION.search(here):
        return False
    if adjoins and is_torn(above, here):
        return True
    ragged = adjoins and len(group) > 1  # its lines broke off before, however long they are
    return wrapping.width is None and (ragged or len(above) >= _WRAP_LENGTH)


def _bare_label(text: str) -> Label | None:
    """The label that stands on a line of its own, as standards print the numbers of terms and pages lose a line."""
    opened = text[skip_residue(text, 0, len(text)) :].strip()
    label = read_label(opened)
    return label if label is not None and label.style in _BARE and label.end == len(opened) else None


def _follows_bare(bare: Label, here: str) -> bool:
    """Whether a line is what the label above it stands before; a chapter stands before a title."""
    if read_label(here) is not None or (bare.style != "decimal" and surely_alone(here)):
        return False
    return bare.style not in _DIVISIONS or (len(here) <= _WRAP_LENGTH and not here.endswith(_ENDS))


def _paragraph(source: str, first: Line, last: Line, *, adjoins: bool) -> Paragraph:
    start, end = trim(source, first.start, last.end)
    opening = skip_residue(source, start, end)
    bullet = _BULLET.match(source, opening, end)
    label = read_label(source[start:end], (bullet.end() if bullet else opening) - start)
    if label is not None and not _labels(label, plain_reading(source[start + label.end : end])):
        label = None
    body = start + label.end if label else start
    opening = skip_residue(source, body, end)
    plain = plain_reading(source[body:end])
    alone = "\n" in source[start:body].strip(" \t\u3000\xa0")
    if label is not None and label.style in _DIVISIONS and not plain:
        plain, alone = label.printed, True  # 第一章 without a title stays what it is
    return Paragraph(start, end, body, opening, label, plain, first.number, alone, adjoins)


def _labels(label: Label, text: str) -> bool:
    """Whether what looks like a label is one: it stands before a text, a bare section number before a heading."""
    if label.style == "annex" or label.style in _DIVISIONS:
        return True
    return _heading_text(text) if label.style == "number" else bool(text)


def _heading_text(text: str) -> bool:
    return 0 < len(text.strip()) <= HEADING_LENGTH and not re.search(r"[，,。；;：:]", text)
