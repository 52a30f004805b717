"""Labels inside a line: a saved page loses its line breaks, and 一、… 二、… or 第一条 … 第二条 … stand in one line.

A line is split where labels of one style count upwards. A label that is only cited (依据第三条, 第（二）项) counts for
nothing, and neither does a number (3.5, 2024.1.2).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.closing_lines import closing_cuts
from corpus.folding import folded
from corpus.labels import Label, Style, is_cited, read_label
from corpus.lines import RESIDUE, Line
from corpus.lost_breaks import pieces

_CN = "一二三四五六七八九十百零〇"
_MARK = re.compile(
    rf"第[ \u3000\xa0]?(?:[{_CN}](?:[ \u3000\xa0]?[{_CN}]){{0,5}}|\d{{1,3}})[ \u3000\xa0]?[章节条]"
    rf"|[{_CN}]{{1,4}}、"
    rf"|[（(〔][ \u3000\xa0]?(?:[{_CN}]{{1,4}}|\d{{1,2}})[ \u3000\xa0]?[）)〕]"
    r"|\d{1,2}[.．、](?!\d)"
)
_STYLES: frozenset[Style] = frozenset({"chapter", "section", "article", "cn", "cn_paren", "dot", "paren"})
_THROUGHOUT: frozenset[Style] = frozenset({"chapter", "section", "article"})
"""The styles that are counted through a whole document, and that an abridged text may count with gaps."""

_STOPS = "。；;：:！!？?"
_CITING = re.compile(
    r"(?:依据|按照|根据|违反|符合|满足|参照|依照|执行|适用|除|本办法|本细则|本法|本条例?|前款|款|项|条|第|[和及与或至、－—-])$"
)
_BEFORE_DIGIT = re.compile(r"(?:[\dA-Za-z.．/第号〔\[-]|附\s?[件表录]|[见如和及、]\s?[图表件])$")
_REMARK = re.compile(r"\s*(?:备\s*)?注\s*[：:]")
_GAP_ALLOWED = 40
_LONG_LINE = 200
_TITLE_LENGTH = 30
_PAIR = 2
_PUNCTUATION = re.compile(r"[，,。；;：:！？]")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label inside a line.

    Attributes:
        at: Where it begins, counted in the line.
        label: What it says.
        value: What it counts.
        opens: Whether it begins the line.
        strong: Whether the text before it has ended or a blank stands there.
    """

    at: int
    label: Label
    value: int
    opens: bool
    strong: bool


def split_runs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of prose, each line that holds a run of labels as several stretches of it; none is lost."""
    return tuple(stretch for line in lines for stretch in _stretches(line))


def _stretches(line: Line) -> Iterator[Line]:
    text = RESIDUE.sub(lambda found: " " * len(found.group()), folded(line.text))
    long = len(text) - text.count(" ") >= _LONG_LINE
    marks = [] if _REMARK.match(text) else _kept(text, _candidates(text), long=long)
    closing = closing_cuts(text)
    cuts = sorted({*(mark.at for mark in marks if not mark.opens), *closing})
    whole = sum(mark.label.style in _THROUGHOUT for mark in marks) > _PAIR
    lost = (long and (bool(cuts) or len(pieces(text, 0, len(text))) > 1)) or (whole and bool(closing))
    if not cuts and not lost:
        yield line
        return
    starts = [0, *cuts]
    for start, end in zip(starts, [*cuts, len(text)], strict=True):
        inner = pieces(text, start, end) if lost else (start,)
        for a, b in zip(inner, [*inner[1:], end], strict=True):
            if line.text[a:b].strip():
                yield Line(line.number, line.start + a, line.start + b, line.text[a:b])


def _candidates(text: str) -> Iterator[_Mark]:
    indent = len(text) - len(text.lstrip())
    for found in _MARK.finditer(text):
        at = found.start()
        label = read_label(text[at : at + 24])
        if label is None or label.style not in _STYLES or label.value is None:
            continue
        opens = at == indent
        before, behind = text[max(0, at - 8) : at], text[found.end() : found.end() + 8]
        if not opens and not _may_label(label.style, before, behind):
            continue
        strong = opens or before[-1:].isspace() or before[-1:] in _STOPS
        yield _Mark(at, label, label.value, opens, strong)


def _may_label(style: Style, before: str, behind: str) -> bool:
    """Whether a label that stands inside a line is not only cited."""
    last = before[-1:]
    free = last.isspace() or last in _STOPS
    if style in _THROUGHOUT:
        return free and not _CITING.search(before.rstrip()) and not is_cited(behind)
    if style in ("dot", "paren") and _BEFORE_DIGIT.search(before):
        return False
    if style == "cn":
        return last not in "、第" + _CN and bool(behind.strip()) and behind[0] not in "、，,。"
    if style in ("cn_paren", "paren"):
        return not _CITING.search(before) and not is_cited(behind) and bool(behind.strip())
    return bool(re.match(r"\s*[\u4e00-\u9fff《“（(\dA-Z]", behind))


def _kept(text: str, marks: Iterator[_Mark], *, long: bool) -> list[_Mark]:
    """The marks that stand in runs, in order."""
    runs = _runs(marks)
    kept = [run for run in runs if _is_run(run, long=long)]
    if kept:
        places = sorted((mark.at, mark) for run in kept for mark in run)
        kept += [run for run in runs if len(run) == 1 and run not in kept and _is_beside(text, run[0], places)]
    split = long and any(run[0].label.style != "paren" and len(run) > 1 for run in kept)
    kept = [run for run in kept if run[0].label.style != "paren" or split]
    return sorted((mark for run in kept for mark in run), key=lambda mark: mark.at)


def _runs(marks: Iterator[_Mark]) -> list[list[_Mark]]:
    """The marks as lists that count upwards; a mark that goes on with none is left out."""
    runs: list[list[_Mark]] = []
    open_runs: dict[Style, list[_Mark]] = {}
    for mark in marks:
        style = mark.label.style
        run = open_runs.get(style)
        step = mark.value - run[-1].value if run else 0
        if run and (step == 1 or (style in _THROUGHOUT and 0 < step <= _GAP_ALLOWED)):
            run.append(mark)
        elif mark.opens or run is None or (mark.value == 1 and mark.strong):
            run = [mark]
            runs.append(run)
            open_runs[style] = run
        else:
            continue
        for other in [one for one in open_runs if _below(one, style)]:
            del open_runs[other]
    return runs


def _below(other: Style, style: Style) -> bool:
    """Whether a list of one style begins anew below a label of another; articles are counted through chapters."""
    order: list[Style] = ["chapter", "section", "cn", "article", "cn_paren", "dot", "paren"]
    if other == "article":
        return False
    return order.index(other) > order.index(style)


def _is_run(run: Sequence[_Mark], *, long: bool) -> bool:
    if len(run) == 1:
        return run[0].opens
    strong = sum(mark.strong for mark in run)
    if long and run[0].label.style == "cn_paren":
        return True
    return strong > 1 or (long and (strong > 0 or len(run) > _PAIR))


def _is_beside(text: str, mark: _Mark, places: Sequence[tuple[int, _Mark]]) -> bool:
    """Whether a single label belongs to a title: right behind one, or before the one that a list stands under."""
    if mark.label.style in _THROUGHOUT:
        return mark.strong and any(other.label.style in _THROUGHOUT for _, other in places if other.at < mark.at)
    index = bisect_left(places, mark.at, key=lambda place: place[0])
    if index and _is_title(text[places[index - 1][0] : mark.at]):
        return mark.value == 1
    if index == len(places) or not _is_title(text[mark.at : places[index][0]]):
        return False
    return places[index][1].value == 1 and places[index][1].label.rank > mark.label.rank


def _is_title(between: str) -> bool:
    return 0 < len(between) <= _TITLE_LENGTH and not _PUNCTUATION.search(between)
