"""Running heads, feet and page numbers: what stands at the same height of page after page and is no text of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.labels import read_label
from corpus.readers.pdf_file.leaves import Leaf, body_size
from corpus.readers.pdf_file.lines import Run, joined, rows_of

_ZONE = 0.16
_ROWS = 3
_HEIGHT = 4.0
_DASH = "-—–－─―·•~～"
_NUMBER = re.compile(
    rf"[{_DASH}\s]*(?:第\s*)?(?P<number>\d{{1,4}})\s*(?:页|/\s*\d{{1,4}}|[/，,]?\s*共\s*\d{{1,4}}\s*页)*[{_DASH}\s]*"
    r"|[Pp]age\s*(?P<page>\d{1,4})(?:\s*of\s*\d{1,4})?"
    r"|(?P<roman>[ivxIVX]{1,6}|[\u2160-\u217b]+)"
)
_DECORATED = re.compile(rf"[{_DASH}]\s*\d|第|页|/|[Pp]age")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A printed line near the upper or lower edge of a page."""

    leaf: int
    zone: str
    line: Run
    runs: tuple[Run, ...]
    apart: float


def without_heads(leaves: Sequence[Leaf]) -> tuple[list[Leaf], tuple[str, ...]]:
    """Pages without what runs over them, and what that was: each text once, page numbers as ``页码``."""
    body = body_size(leaves)
    edges = [edge for index, leaf in enumerate(leaves) for edge in _edges(index, leaf)]
    numbers = _numbers(edges, leaves)
    counted = {id(edge) for edge in numbers}
    others = [edge for edge in edges if id(edge) not in counted]
    heads = _repeated(others, leaves, body)
    running = {id(edge) for edge in heads}
    heads += [edge for edge in others if id(edge) not in running and _in_line(edge, heads)]
    gone: dict[int, set[int]] = {}
    for edge in [*numbers, *heads]:
        gone.setdefault(edge.leaf, set()).update(id(run) for run in edge.runs)
    kept = [
        replace(leaf, runs=tuple(run for run in leaf.runs if id(run) not in gone.get(index, ())))
        for index, leaf in enumerate(leaves)
    ]
    told = dict.fromkeys(["页码"] if numbers else [])
    texts = {_key(edge, leaves): edge.line.text for edge in reversed(heads)}
    return kept, (*told, *dict.fromkeys(reversed(texts.values())))


def _edges(index: int, leaf: Leaf) -> list[_Edge]:
    rows = rows_of(leaf.runs)
    found: list[_Edge] = []
    places = sorted(
        [(row[0].top, row[0].bottom) for row in rows] + [(table.top, table.bottom) for table in leaf.tables]
    )
    for number, row in enumerate(rows):
        line = joined(row)
        above = max((bottom for top, bottom in places if top < line.top - 1), default=None)
        below = min((top for top, _ in places if top > line.top + 1), default=None)
        if line.base < _ZONE * leaf.height and number < _ROWS:
            apart = leaf.height if below is None else below - line.bottom
            found.append(_Edge(index, "head", line, tuple(row), apart))
        elif line.base > (1 - _ZONE) * leaf.height and number >= len(rows) - _ROWS:
            apart = leaf.height if above is None else line.top - above
            found.append(_Edge(index, "foot", line, tuple(row), apart))
    return found


def _numbers(edges: Sequence[_Edge], leaves: Sequence[Leaf]) -> list[_Edge]:
    """Page numbers: they count as the pages do; alone they must be decorated or stand well below the text."""
    groups: dict[tuple[str, int], list[_Edge]] = {}
    beside: dict[tuple[int, str], list[_Edge]] = {}
    for edge in edges:
        beside.setdefault((edge.leaf, edge.zone), []).append(edge)
    for edge in edges:
        number = _number(edge.line.text)
        if number is not None and _outermost(edge, beside[edge.leaf, edge.zone]):
            groups.setdefault((edge.zone, number - leaves[edge.leaf].number), []).append(edge)
    found: list[_Edge] = []
    for group in groups.values():
        pages = len({edge.leaf for edge in group})
        for edge in group:
            alone = bool(_DECORATED.search(edge.line.text)) or (
                edge.zone == "foot" and edge.apart > 1.5 * edge.line.size and len(edge.runs) == 1
            )
            if pages > 1 or alone:
                found.append(edge)
    return found


def _number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    digits = match["number"] or match["page"]
    return int(digits) if digits else _roman(match["roman"])


def _roman(text: str) -> int | None:
    values = {"i": 1, "v": 5, "x": 10}
    if not text.isascii():
        code = ord(text[0])
        return (code - 0x215F) if code < 0x216C else (code - 0x216F) if len(text) == 1 else None
    total = 0
    letters = [values[letter] for letter in text.lower()]
    for value, following in zip(letters, [*letters[1:], 0], strict=True):
        total += -value if value < following else value
    return total


def _outermost(edge: _Edge, beside: Sequence[_Edge]) -> bool:
    """Whether nothing but one more line stands between it and the page's edge."""
    sign = -1 if edge.zone == "head" else 1
    return sum(sign * (other.line.base - edge.line.base) > 1 for other in beside) <= 1


def _repeated(edges: Sequence[_Edge], leaves: Sequence[Leaf], body: float) -> list[_Edge]:
    """Lines that say the same at the same height of several pages, where others have no text of their own."""
    groups: dict[tuple[str, str], list[_Edge]] = {}
    for edge in edges:
        groups.setdefault((edge.zone, _key(edge, leaves)), []).append(edge)
    repeated = {id(run) for group in groups.values() if len(group) > 1 for edge in group for run in edge.runs}
    found: list[_Edge] = []
    for group in groups.values():
        for edge in group if len(group) > 1 else ():
            same = [other for other in group if abs(other.line.base - edge.line.base) <= _HEIGHT]
            pages = {other.leaf for other in same}
            set_apart = [other for other in same if other.apart > 1.2 * body or other.line.size < 0.95 * body]
            enough = len(pages) >= 3 or (len(pages) == 2 and len(leaves) <= 4)
            if enough and 2 * len(set_apart) >= len(same) and _against(edge, pages, repeated, leaves) < len(pages):
                found.append(edge)
    return found


def _key(edge: _Edge, leaves: Sequence[Leaf]) -> str:
    text = re.sub(r"\s+", "", edge.line.text)
    if read_label(text) is not None:
        return text
    return re.sub(rf"(?<!\d){leaves[edge.leaf].number}(?!\d)", "#", text)


def _against(edge: _Edge, pages: set[int], repeated: set[int], leaves: Sequence[Leaf]) -> int:
    """On how many other pages text stands where the line would run."""
    return sum(
        any(abs(run.base - edge.line.base) <= edge.line.size and id(run) not in repeated for run in leaf.runs)
        or any(table.top <= edge.line.base <= table.bottom for table in leaf.tables)
        for index, leaf in enumerate(leaves)
        if index not in pages
    )


def _in_line(edge: _Edge, heads: Sequence[_Edge]) -> bool:
    """Whether a line stands exactly where lines run on at least three other pages, in the same type."""
    same = {
        head.leaf
        for head in heads
        if head.zone == edge.zone
        and abs(head.line.base - edge.line.base) <= 1
        and abs(head.line.size - edge.line.size) <= 0.2
        and head.line.font == edge.line.font
    }
    return len(same) >= 3 and edge.apart > edge.line.size
