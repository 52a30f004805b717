"""Footnotes: small lines at the foot of a page that begin with a mark which stands raised in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pdf_file.joining import join
from corpus.readers.pdf_file.leaves import Leaf, body_size
from corpus.readers.pdf_file.lines import Run, joined, rows_of

_MARK = re.compile(r"\s*(?:\[(?P<squared>\d{1,3})\]|(?P<mark>[\u2460-\u2473]|\d{1,3}|[*＊†‡]))\s*(?=\S)")
_SMALLER = 0.93


def with_footnotes(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Pages whose footnotes stand apart from their lines, each mark in the text written ``[note:N]``."""
    body = body_size(leaves)
    found: list[Leaf] = []
    number = 0
    for leaf in leaves:
        read = _read(leaf, body, number)
        number += len(read.footnotes)
        found.append(read)
    return found


def _read(leaf: Leaf, body: float, last: int) -> Leaf:
    marks = {_bare(run.text[start:end]) for run in leaf.runs for start, end in run.raised}
    rows = rows_of(leaf.runs)
    notes: list[tuple[str, str]] = []
    first = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        line = joined(rows[index])
        if line.size > _SMALLER * body:
            break
        if _mark(line) in marks:
            first = index
    if first == len(rows):
        return leaf
    for row in rows[first:]:
        line = joined(row)
        mark = _mark(line)
        if mark in marks and mark not in [known for known, _ in notes]:
            found = _MARK.match(line.text)
            notes.append((mark, line.text[found.end() :] if found else line.text))
        else:
            known, text = notes[-1]
            notes[-1] = (known, join(text, line, False))
    numbers = {mark: last + index for index, (mark, _) in enumerate(notes, start=1)}
    small = {id(run) for row in rows[first:] for run in row}
    runs = tuple(_marked(run, numbers) for run in leaf.runs if id(run) not in small)
    return replace(leaf, runs=runs, footnotes=tuple((numbers[mark], text) for mark, text in notes))


def _mark(line: Run) -> str | None:
    """The mark that a line begins with."""
    found = _MARK.match(line.text)
    return (found["squared"] or found["mark"]) if found else None


def _bare(text: str) -> str:
    return text.strip().strip("[]［］")


def _marked(run: Run, numbers: dict[str, int]) -> Run:
    text = run.text
    for start, end in reversed(run.raised):
        number = numbers.get(_bare(text[start:end]))
        if number is not None:
            text = f"{text[:start].rstrip()}[note:{number}]{text[end:]}"
    return replace(run, text=text) if text != run.text else run
