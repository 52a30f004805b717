"""From the printed pages of a PDF to the text that is stored."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.readers.pdf_file.aligned import with_tables
from corpus.readers.pdf_file.clock import Clock
from corpus.readers.pdf_file.columns import Frame, frames_of
from corpus.readers.pdf_file.continued import with_whole_tables
from corpus.readers.pdf_file.footnotes import with_footnotes
from corpus.readers.pdf_file.headings import heading_levels
from corpus.readers.pdf_file.leaves import Leaf, body_size
from corpus.readers.pdf_file.lines import Run, rows_of
from corpus.readers.pdf_file.margins import Margins, indents, page_margins, usual_step
from corpus.readers.pdf_file.paragraphs import Line, Setting, paragraphs_of
from corpus.readers.pdf_file.running_heads import without_heads
from corpus.readers.pdf_file.tables import Table
from corpus.readers.pdf_file.writing import write
from corpus.shape import Shape


def lay_out(leaves: Sequence[Leaf], clock: Clock) -> tuple[str, Shape, tuple[str, ...]]:
    """The stored text of pages, its shape, and notes in Chinese of what was left out or decided."""
    kept, heads = without_heads(leaves)
    kept = with_footnotes(kept)
    clock.check()
    body = body_size(kept)
    frames = [(leaf, frames_of([*leaf.runs, *leaf.tables])) for leaf in kept]
    items, setting = _lines(frames, body)
    clock.check()
    whole, again = with_whole_tables(items)
    blocks = paragraphs_of(whole, setting)
    text, shape = write(blocks, heading_levels(blocks, setting), kept)
    columns = [leaf.number for leaf, parts in frames if sum(part.left is not None for part in parts) > 1]
    return text, shape, _notes(kept, heads, again, columns)


def _lines(frames: Sequence[tuple[Leaf, list[Frame]]], body: float) -> tuple[list[Line | Table], Setting]:
    """Lines and tables in the order of reading, and how the file is set."""
    pages: list[list[tuple[Frame, list[Run | Table]]]] = [
        [(frame, _in_order(frame, leaf)) for frame in parts] for leaf, parts in frames
    ]
    across = [
        [item for frame, items in page if frame.left is None for item in items if isinstance(item, Run)]
        for page in pages
    ]
    every = [[item for _, items in page for item in items if isinstance(item, Run)] for page in pages]
    tables = [[item for _, items in page for item in items if isinstance(item, Table)] for page in pages]
    margins = page_margins(across, tables, [leaf.width for leaf, _ in frames], body)
    lines: list[Line | Table] = []
    count = 0
    for (leaf, _), page, margin in zip(frames, pages, margins, strict=True):
        for frame, items in page:
            count += 1
            own = Margins(frame.left, frame.right) if frame.left is not None and frame.right is not None else margin
            lines += [
                item if isinstance(item, Table) else Line(item, leaf.number, own.left, own.right, count)
                for item in items
            ]
    return lines, Setting(body, usual_step(every, body), indents(across, margins, body))


def _in_order(frame: Frame, leaf: Leaf) -> list[Run | Table]:
    """The printed lines and tables of a frame from top to bottom."""
    found: list[Run | Table] = []
    runs: list[Run] = []
    for item in sorted(frame.items, key=lambda each: each.top):
        if isinstance(item, Table):
            found += [*with_tables(rows_of(runs), leaf.number, leaf.rules), item]
            runs = []
        else:
            runs.append(item)
    return [*found, *with_tables(rows_of(runs), leaf.number, leaf.rules)]


def _notes(leaves: Sequence[Leaf], heads: Sequence[str], again: int, columns: Sequence[int]) -> tuple[str, ...]:
    notes: list[str] = []
    if heads:
        notes.append(f"略去每页重复的页眉、页脚和页码：{'；'.join(heads[:5])}{'……' if len(heads) > 5 else ''}。")
    if columns:
        notes.append(f"第{listed(columns)}页分栏排印，按栏读出。")
    if again:
        notes.append(f"跨页表格合为一张，略去{again}处重复的表头。")
    aside = [leaf.number for leaf in leaves if leaf.aside]
    if aside:
        notes.append(f"第{listed(aside)}页有竖排或侧排的文字，放在该页之后。")
    hidden = sum(leaf.hidden for leaf in leaves)
    if hidden:
        notes.append(f"略去页面上看不见的文字{hidden}字。")
    askew = dict.fromkeys(text for leaf in leaves for text in leaf.askew)
    if askew:
        notes.append(f"略去斜排的文字（水印）：{'；'.join(list(askew)[:3])[:100]}。")
    return tuple(notes)


def listed(numbers: Sequence[int]) -> str:
    """Pages' numbers as a note names them, eight at most."""
    shown = "、".join(str(number) for number in numbers[:8])
    return f"{shown}等{len(numbers)}" if len(numbers) > 8 else shown
