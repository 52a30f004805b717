"""Printed lines joined to paragraphs where the page's width, not the writer, broke them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.pdf_file.joining import begins_item, ends_entry, ends_sentence, join
from corpus.readers.pdf_file.lines import Run
from corpus.readers.pdf_file.tables import Table

_FLUSH = 0.8
_SAME_SIZE = 0.1
_LARGER = 1.15


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line where it stands.

    Attributes:
        run: The line itself.
        page: Number of its page.
        left: Left edge in points of the strip that it stands in.
        right: Right edge of it.
        frame: Numbers the strip within the file; lines of different strips are not below one another.
    """

    run: Run
    page: int
    left: float
    right: float
    frame: int

    @property
    def offset(self) -> float:
        """How far it is indented, in heights of its type."""
        return (self.run.x0 - self.left) / self.run.size

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle, away from both margins."""
        before, after = self.run.x0 - self.left, self.right - self.run.x1
        return min(before, after) > 1.2 * self.run.size and abs(before - after) < 1.2 * self.run.size


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the lines that it was printed on."""

    text: str
    lines: tuple[Line, ...]

    @property
    def page(self) -> int:
        """Number of the page that it starts on."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Setting:
    """How a file is set.

    Attributes:
        body: Height in points of the type that most is printed in.
        step: Usual distance in points between baselines.
        indents: Whether paragraphs begin with an indent.
    """

    body: float
    step: float
    indents: bool


def paragraphs_of(items: Sequence[Line | Table], setting: Setting) -> list[Paragraph | Table]:
    """Lines and tables in the order of reading, as paragraphs and tables."""
    blocks: list[Paragraph | Table] = []
    for item in items:
        last = blocks[-1] if blocks else None
        if isinstance(item, Table):
            blocks.append(item)
        elif isinstance(last, Paragraph) and _goes_on(last, item, setting):
            text = join(last.text, item.run, last.lines[-1].run.blank_after)
            blocks[-1] = Paragraph(text, (*last.lines, item))
        else:
            blocks.append(Paragraph(item.run.text, (item,)))
    return blocks


def _goes_on(paragraph: Paragraph, line: Line, setting: Setting) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last, run = paragraph.lines[-1], line.run
    size = max(last.run.size, run.size)
    if abs(last.run.size - run.size) > _SAME_SIZE * size or _is_far(last, line, setting):
        return False
    if last.centred and line.centred:
        return _goes_on_title(paragraph, line, setting)
    if last.right - last.run.x1 >= run.first + 0.8 * size or ends_entry(paragraph.text):
        return False
    closed = ends_sentence(paragraph.text)
    if line.centred and run.x1 < line.right - 4 * size:
        return not closed and run.size > _LARGER * setting.body and not begins_item(run.text)
    if closed and begins_item(run.text):
        return False
    if line.offset > _FLUSH:
        return _hangs(paragraph, line, closed)
    return last.run.heavy == run.heavy or setting.indents


def _is_far(last: Line, line: Line, setting: Setting) -> bool:
    if last.frame != line.frame:
        return False
    step = line.run.base - last.run.base
    usual = setting.step if abs(line.run.size - setting.body) < 0.6 else 1.6 * line.run.size
    return step > 1.2 * usual and step > 1.3 * line.run.size


def _goes_on_title(paragraph: Paragraph, line: Line, setting: Setting) -> bool:
    """Whether a centred line goes on with a title that is too long for one."""
    larger = line.run.size > _LARGER * setting.body or (line.run.heavy and paragraph.lines[-1].run.heavy)
    labelled = begins_item(line.run.text) or begins_item(paragraph.text)
    same = line.frame == paragraph.lines[-1].frame
    return larger and same and not labelled and line.run.heavy == paragraph.lines[-1].run.heavy


def _hangs(paragraph: Paragraph, line: Line, closed: bool) -> bool:
    """Whether an indented line goes on with a paragraph that is indented as a whole or hangs from its label."""
    first, last, size = paragraph.lines[0], paragraph.lines[-1], line.run.size
    shift = line.offset - first.offset
    if begins_item(line.run.text):
        return False
    if len(paragraph.lines) > 1:
        return abs(line.offset - last.offset) * size <= 0.5 * size
    if begins_item(paragraph.text) and 0.5 < shift <= 4.5:
        return True
    return abs(shift) <= 0.5 and not closed
