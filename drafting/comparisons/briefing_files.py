"""A briefing as one A4 page in Word, as Markdown, and as plain text for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.lines import RESIDUE
from drafting.comparisons.briefing import Briefing, Quotation, Said, Telling, Written
from drafting.comparisons.page_room import row_height, table_room, text_height, title_height
from drafting.comparisons.passages import cut
from drafting.comparisons.report import Block, Cell, Column, Grid, MarkKind, Report, Stretch, stacked, words
from drafting.comparisons.report_markdown import markdown
from drafting.comparisons.report_word import grid_table
from drafting.comparisons.speech import Speech
from drafting.comparisons.tones import UNOFFICIAL
from drafting.generator import DraftingError
from drafting.whole_files import write_whole
from drafting.word.document import WordDocument
from drafting.word.markup import paragraph, run

ENDINGS = (".docx", ".md", ".txt")
WRITTEN = "（模型撰写，已逐项核对）"
_OPEN, _TELLING, _RUNNING = "不能说的", "最能说明差别的几处", "对照要点"
_WIDTHS = (17, 58, 58, 41)
_BROKEN = re.compile(r"\s*\n\s*")


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
    speech = Speech(briefing.language)
    lines = [_one_line(briefing)]
    lines += [_headed(said.heading, _joined(said, speech), speech) for said in briefing.paragraphs]
    if briefing.telling:
        lines.append(speech.say("{heading}（{rule}）", heading=speech.say(_TELLING), rule=briefing.rule))
    for place, one in enumerate(briefing.telling, 1):
        lines += [f"  {place}. {one.topic}〔{one.relation}〕{one.why}"]
        for side, held in _sides(one):
            flat = _BROKEN.sub("", RESIDUE.sub("", held.text))
            lines.append(f"     {speech.say(side)}“{flat}”（{held.clause}）")
    lines += [f"{_written(one, speech)}{speech.say(WRITTEN)}" for one in briefing.written]
    lines += [_headed(speech.say(_OPEN), speech.joined(briefing.open), speech)]
    return "\n".join(lines)


def _one_line(briefing: Briefing) -> str:
    return briefing.title.replace("\n", "" if briefing.language == "zh" else " ")


def _headed(heading: str, said: str, speech: Speech) -> str:
    return speech.say("{heading}：{said}", heading=heading, said=said)


def _sides(one: Telling) -> tuple[tuple[str, Quotation], ...]:
    return ("左", one.left), ("右", one.right)


def word_page(briefing: Briefing) -> bytes:
    """A briefing as a Word document of one page; of the rows that tell most, as many as there is room for."""
    speech = Speech(briefing.language)
    mark = speech.say("（{mark}）", mark=speech.say(UNOFFICIAL)) if briefing.unofficial else ""
    document = WordDocument(_one_line(briefing), f"{speech.say(_RUNNING)}{mark}")
    document.turn("compact")
    document.add(paragraph("PageTitle", run(briefing.title)))
    written = [(_written(one, speech), speech.say(WRITTEN)) for one in briefing.written]
    telling = speech.say("{heading}。", heading=speech.say(_TELLING))
    above = [(_headed(said.heading, "", speech), _joined(said, speech)) for said in briefing.paragraphs]
    last = (_headed(speech.say(_OPEN), "", speech), speech.joined(briefing.open))
    rows = _fitting(briefing, [*above, (telling, briefing.rule), *written, last])
    for heading, said in above:
        document.add(paragraph("Brief", run(heading, bold=True), run(said)))
    if rows:
        document.add(paragraph("Brief", run(telling, bold=True), run(briefing.rule, size=8.5)))
        document.add(grid_table(_grid(briefing, rows), "compact"))
    for said, mark in written:
        document.add(paragraph("Brief", run(said), run(mark, size=8.5)))
    document.add(paragraph("Brief", run(last[0], bold=True), run(last[1])))
    return document.file()


def _fitting(briefing: Briefing, texts: list[tuple[str, str]]) -> tuple[Telling, ...]:
    """The first of the telling rows that fit on the page beside the title and the paragraphs."""
    room = table_room(title_height(briefing.title) + text_height("".join(pair) for pair in texts))
    kept: list[Telling] = []
    for one in briefing.telling:
        room -= row_height([cell.text for cell in _row(one, Speech(briefing.language))], _WIDTHS)
        if room < 0:
            break
        kept.append(one)
    return tuple(kept)


def _report(briefing: Briefing) -> Report:
    return Report(briefing.title, (), _one_line(briefing), tuple(_blocks(briefing)), briefing.unofficial)


def _blocks(briefing: Briefing) -> Iterator[Block]:
    speech = Speech(briefing.language)
    for said in briefing.paragraphs:
        yield Block(1, said.heading, tuple(sentence.text for sentence in said.sentences))
    if briefing.telling:
        yield Block(1, speech.say(_TELLING), (briefing.rule,), _grid(briefing, briefing.telling))
    if briefing.written:
        written = tuple(f"{_written(one, speech)}{speech.say(WRITTEN)}" for one in briefing.written)
        yield Block(1, speech.say("模型撰写"), written)
    yield Block(1, speech.say(_OPEN), briefing.open)


def _grid(briefing: Briefing, rows: Sequence[Telling]) -> Grid:
    speech = Speech(briefing.language)
    heads = (speech.say("主题"), *briefing.names, speech.say("差别"))
    columns = tuple(
        Column(head, width, fine=head in briefing.names) for head, width in zip(heads, _WIDTHS, strict=True)
    )
    return Grid(speech.say(_TELLING), columns, tuple(_row(one, speech) for one in rows))


def _row(one: Telling, speech: Speech) -> tuple[Cell, ...]:
    return (
        words(one.topic),
        _quotation(one.left, "left"),
        _quotation(one.right, "right"),
        words(speech.say("{relation}：{why}", relation=one.relation, why=one.why) if one.why else one.relation),
    )


def _quotation(one: Quotation, mark: MarkKind) -> Cell:
    return stacked((Cell((Stretch("“"), *cut(one.text, one.own, mark), Stretch("”"))), words(f"（{one.where}）")))


def _joined(said: Said, speech: Speech) -> str:
    return speech.joined([sentence.text for sentence in said.sentences])


def _written(one: Written, speech: Speech) -> str:
    said = one.sentence.text
    return said if not one.name or said.startswith(one.name) else _headed(one.name, said, speech)
