"""A briefing as one A4 page in Word, as Markdown, and as plain text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafting.comparisons.briefing import Briefing, Quotation, Said, Telling
from drafting.comparisons.passages import cut
from drafting.comparisons.report import Block, Cell, Column, Grid, MarkKind, Report, Stretch, stacked, words
from drafting.comparisons.report_markdown import markdown
from drafting.comparisons.report_word import grid_table
from drafting.generator import DraftingError
from drafting.whole_files import write_whole
from drafting.word.document import WordDocument
from drafting.word.markup import paragraph, run

ENDINGS = (".docx", ".md", ".txt")
WRITTEN = "（模型撰写，已逐项核对）"
_OPEN, _TELLING = "不能说的", "最能说明差别的几处"


def write_briefing(briefing: Briefing, target: Path) -> None:
    """Write a briefing; the file's ending chooses Word, Markdown or plain text.

    Raises:
        DraftingError: The ending is of no known kind, or the file cannot be written.
    """
    ending = target.suffix.lower()
    if ending == ".docx":
        write_whole(target, word_page(briefing))
    elif ending == ".md":
        write_whole(target, markdown(_report(briefing)).encode())
    elif ending == ".txt":
        write_whole(target, f"{told(briefing)}\n".encode())
    else:
        raise DraftingError(target.name, "不知道写成哪种文件", f"文件名以 {'、'.join(ENDINGS)} 之一结尾")


def told(briefing: Briefing) -> str:
    """A briefing as plain text, a line for each thing that it says."""
    lines = [briefing.title.replace("\n", "")]
    lines += [f"{said.heading}：{_joined(said)}" for said in briefing.paragraphs]
    lines += [f"{_TELLING}（{briefing.rule}）"] if briefing.telling else []
    for place, one in enumerate(briefing.telling, 1):
        lines += [f"  {place}. {one.topic}〔{one.relation}〕{one.why}"]
        lines += [f"     左“{one.left.text}”（{one.left.clause}）", f"     右“{one.right.text}”（{one.right.clause}）"]
    lines += [f"{sentence.text}{WRITTEN}" for sentence in briefing.written]
    lines += [f"{_OPEN}：{''.join(briefing.open)}"]
    return "\n".join(lines)


def word_page(briefing: Briefing) -> bytes:
    """A briefing as a Word document of one page."""
    title = briefing.title.replace("\n", "")
    document = WordDocument(title, title)
    document.turn("compact")
    document.add(paragraph("PageTitle", run(briefing.title)))
    for said in briefing.paragraphs:
        document.add(paragraph("Brief", run(f"{said.heading}：", bold=True), run(_joined(said))))
    if briefing.telling:
        document.add(paragraph("Brief", run(f"{_TELLING}。", bold=True), run(briefing.rule, size=8.5)))
        document.add(grid_table(_grid(briefing), "compact"))
    for sentence in briefing.written:
        document.add(paragraph("Brief", run(sentence.text), run(WRITTEN, size=8.5)))
    document.add(paragraph("Brief", run(f"{_OPEN}：", bold=True), run("".join(briefing.open))))
    return document.file()


def _report(briefing: Briefing) -> Report:
    title = briefing.title.replace("\n", "")
    return Report(briefing.title, (), title, tuple(_blocks(briefing)), briefing.unofficial)


def _blocks(briefing: Briefing) -> Iterator[Block]:
    for said in briefing.paragraphs:
        yield Block(1, said.heading, tuple(sentence.text for sentence in said.sentences))
    if briefing.telling:
        yield Block(1, _TELLING, (briefing.rule,), _grid(briefing))
    if briefing.written:
        yield Block(1, "模型撰写", tuple(f"{sentence.text}{WRITTEN}" for sentence in briefing.written))
    yield Block(1, _OPEN, briefing.open)


def _grid(briefing: Briefing) -> Grid:
    columns = (Column("主题", 22), Column(briefing.names[0], 54), Column(briefing.names[1], 54), Column("差别", 40))
    return Grid(_TELLING, columns, tuple(map(_row, briefing.telling)))


def _row(one: Telling) -> tuple[Cell, ...]:
    return (
        words(one.topic),
        _quotation(one.left, "left"),
        _quotation(one.right, "right"),
        words(f"{one.relation}：{one.why}" if one.why else one.relation),
    )


def _quotation(one: Quotation, mark: MarkKind) -> Cell:
    return stacked((Cell((Stretch("“"), *cut(one.text, one.own, mark), Stretch("”"))), words(f"（{one.where}）")))


def _joined(said: Said) -> str:
    return "".join(sentence.text for sentence in said.sentences)
