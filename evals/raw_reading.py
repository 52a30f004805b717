"""A second reading of the founding texts, by plain expressions over the raw characters.

Nothing of the parser is used here: two routes that agree are worth more than one that agrees with itself. What the
documents hold is counted, never written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RESIDUE = re.compile(r"\[(?:bookmark|image):[^\]]*\]")
_BRACKETED = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
_NUMBERED = re.compile(r"\d+\.(?!\d)")
_LETTERED = re.compile(r"[a-z][)）]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something.

    Attributes:
        start: Its first code point, residue included.
        end: One past its last code point, the line feed not included.
        text: What it says, without editor residue and outer space.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """Stretches of one kind that a document holds.

    Attributes:
        document: The document's id.
        name: What is counted.
        spans: Where each one stands.
        whole: Whether each has to be one row; otherwise it may hold several.
    """

    document: str
    name: str
    spans: tuple[Span, ...]
    whole: bool = True


def lines(source: str) -> Iterator[Line]:
    """The lines of a text that say something."""
    for found in re.finditer(r"[^\n]+", source):
        text = _RESIDUE.sub("", found.group()).strip()
        if text:
            yield Line(found.start(), found.end(), text)


def _part(all_lines: list[Line], first: str, last: str | None) -> list[Line]:
    """The lines after the one that begins with ``first``, up to the one that begins with ``last``."""
    begin = next(i for i, line in enumerate(all_lines) if line.text.startswith(first)) + 1
    rest = all_lines[begin:]
    end = next((i for i, line in enumerate(rest) if last is not None and line.text.startswith(last)), len(rest))
    return rest[:end]


def _items(part: list[Line], mark: re.Pattern[str]) -> tuple[Span, ...]:
    """Marked items, each to the line that ends its sentence: the printed text breaks lines in mid-sentence."""
    spans: list[Span] = []
    begun: int | None = None
    for line in part:
        if mark.match(line.text):
            begun = line.start
        if begun is not None and line.text.endswith(("。", "；", ";", "）")):
            spans.append(Span(begun, line.end))
            begun = None
    return tuple(spans)


def _containers(part: list[Line], mark: re.Pattern[str]) -> tuple[Span, ...]:
    """Marked stretches, each to the next mark."""
    starts = [line.start for line in part if mark.match(line.text)]
    return tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], part[-1].end], strict=True))


def guideline(source: str) -> tuple[Items, ...]:
    """The draft standard: paragraphs of chapters 5 and 6, terms, abbreviations."""
    every = list(lines(source))
    chapters = {number: _part(every, f"{number}　", f"{number + 1}　") for number in (3, 4, 5, 6)}
    heading = re.compile(r"[3-6](?:\.\d+)+")
    caption = re.compile(r"图\s*\d+\s")

    def spans(part: list[Line]) -> tuple[Span, ...]:
        return tuple(
            Span(line.start, line.end) for line in part if not heading.match(line.text) and not caption.match(line.text)
        )

    labelled = [line for line in chapters[5] + chapters[6] if _LETTERED.match(line.text) or _NUMBERED.match(line.text)]
    terms = tuple(
        Span(after.start, after.end)
        for line, after in zip(chapters[3], chapters[3][1:], strict=False)
        if heading.match(line.text)
    )
    abbreviations = tuple(Span(line.start, line.end) for line in chapters[4] if re.match(r"[A-Z]+：", line.text))
    name = "zj-guideline"
    return (
        Items(name, "paragraphs of chapter 5", spans(chapters[5])),
        Items(name, "paragraphs of chapter 6", spans(chapters[6])),
        Items(name, "labelled items of chapters 5 and 6", tuple(Span(line.start, line.end) for line in labelled)),
        Items(name, "definitions of terms", terms),
        Items(name, "abbreviation lines", abbreviations),
    )


def trial(source: str) -> tuple[Items, ...]:
    """The trial scheme of 2020: elements, measures, and the annex table."""
    every = list(lines(source))
    annex = source.rindex("参考要素指标")
    table: dict[str, list[Span]] = {}
    element = ""
    for row in re.finditer(r"^([^\t\n]*)\t([^\t\n]+)\t([^\t\n]+)$", source[annex:], re.M):
        element = row.group(1).strip() or element
        table.setdefault(element, []).append(Span(annex + row.start(3), annex + row.end(3)))
    return (
        Items("zj-trial", "elements", _items(_part(every, "二、", "三、"), _BRACKETED)),
        Items("zj-trial", "measures", _items(_part(every, "三、", "附件"), _BRACKETED)),
        *(Items("zj-trial", f"annex, {name}", tuple(spans)) for name, spans in table.items()),
    )


def county_plan(source: str) -> tuple[Items, ...]:
    """The county's plan: project types, steps, safeguards, forms."""
    every = list(lines(source))
    name = "pujiang-plan"
    form = re.compile(r"附件\s*\d\s*$")
    return (
        Items(name, "project types", _containers(_part(every, "三、", "四、"), _BRACKETED), whole=False),
        Items(name, "steps", _items(_part(every, "四、", "五、"), _BRACKETED)),
        Items(name, "safeguards", _items(_part(every, "五、", "六、"), _BRACKETED)),
        Items(name, "forms", _containers(_part(every, "六、实施时间", None), form), whole=False),
    )


def benchmark_modes(source: str) -> tuple[Items, ...]:
    """The autonomous region's list: elements, the items of each mode, and the closing paragraphs."""
    every = list(lines(source))
    name = "guangxi-modes"
    modes = _part(every, "二、", "三、")
    found = [Items(name, "elements", _items(_part(every, "一、", "二、"), _BRACKETED))]
    for span in _containers(modes, _BRACKETED):
        inner = [line for line in modes if span.start <= line.start < span.end]
        found.append(Items(name, inner[0].text, _items(inner[1:], _NUMBERED)))
    closing = tuple(Span(line.start, line.end) for line in modes if line.text.startswith("通过持续改进"))
    return (*found, Items(name, "closing paragraphs", closing))
