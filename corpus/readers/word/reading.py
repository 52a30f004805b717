"""Reads Word documents (docx, docm, dotx, strict and transitional, also as WPS and LibreOffice save them).

Everything that a person sees in the body is read, in order: numbers as Word computes them, tables with merged cells,
text boxes after the paragraph they hang on, footnotes and endnotes at the end. Left out and told in notes: deleted and
hidden text, comments, headers and footers, pictures, and the lines of a table of contents that the headings repeat.

Source: ECMA-376 (Office Open XML), part 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from corpus.readers.budget import Budget, refusal
from corpus.readers.composing import Block, GridTable, TextLine, compose
from corpus.readers.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.office.package import Package, open_package
from corpus.readers.word.body import Body
from corpus.readers.word.counting import Counters
from corpus.readers.word.numbering import read_lists
from corpus.readers.word.remarks import Tally, remarks
from corpus.readers.word.runs import Runs
from corpus.readers.word.styles import read_styles

_LOOKS = frozenset(
    {
        "w:sz", "w:szCs", "w:color", "w:lang", "w:kern", "w:spacing", "w:ind", "w:jc", "w:shd", "w:tcBorders", "w:tcW",
        "w:tblBorders", "w:tcMar", "w:tblCellMar", "w:b", "w:bCs", "w:i", "w:u", "w:proofErr", "w:bookmarkStart",
        "w:bookmarkEnd", "w:lastRenderedPageBreak", "w:snapToGrid", "w:highlight", "w:tabs", "w:pBdr", "w:tblGrid",
    }
)  # fmt: skip
"""Elements that change how a document looks and not what it says; leaving them out saves most of the memory."""

_MARGINS = ("header", "footer")
_PAGE_NUMBER = re.compile(r"[\s\d\-—–－/第页共]*")
_CONTENTS_TAIL = re.compile(r"[\s.…·．]*[\dIVXLCivxlc]*\s*$")
_SPACE = re.compile(r"\s+")


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of a Word document.

    Raises:
        UnreadableError: It is damaged, protected, no Word document, or larger than the limits.
    """
    package = open_package(data, Budget(limits), "word/document.xml")
    body = package.tree(package.main, _LOOKS).find("w:body")
    if body is None:
        raise refusal("it is no Word document", "Open it in Word or WPS and save it as docx")
    styles = read_styles(package.linked_tree("styles"))
    runs = Runs(styles, Tally())
    counters = Counters(read_lists(package.linked_tree("numbering"), styles))
    reader = Body(runs, styles, counters, package.budget)
    blocks = [*reader.story(body), *_notes(package, reader, runs)]
    kept = _without_contents(blocks)
    runs.tally["contents"] += len(blocks) - len(kept)
    runs.tally["comments"] += _comments(package)
    runs.tally["macros"] += "macroEnabled" in package.content
    text, shape = compose(kept)
    return Extracted(text, "docx", shape, remarks(runs.tally, _margins(package)))


def _notes(package: Package, reader: Body, runs: Runs) -> Iterator[Block]:
    """Footnotes and endnotes in the order of their marks, each begun by its mark."""
    if not runs.notes:
        return
    found: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        tree = package.linked_tree(f"{kind}s")
        for note in () if tree is None else tree.iter(f"w:{kind}"):
            found[kind, note.get("w:id", "")] = note
    told: set[tuple[str, str]] = set()
    while len(told) < len(runs.notes):  # a note may refer to another
        for key, number in [item for item in runs.notes.items() if item[0] not in told]:
            told.add(key)
            blocks = list(reader.story(found[key])) if key in found else []
            runs.tally["notes"] += not blocks
            yield from _marked(blocks, f"[note:{number}]")


def _marked(blocks: Sequence[Block], mark: str) -> Iterator[Block]:
    """A note's blocks with its mark before the first."""
    if blocks and isinstance(blocks[0], TextLine):
        yield TextLine(f"{mark}{blocks[0].text}")
        yield from blocks[1:]
    elif blocks:
        yield TextLine(mark)
        yield from blocks


def _without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks less the lines of a table of contents that the body repeats; one that it does not repeat stays."""
    lines = {
        _SPACE.sub("", line)
        for block in blocks
        if isinstance(block, TextLine) and not block.contents
        for line in (block.text, *block.text.split("\n"))
    }
    return [
        block
        for block in blocks
        if isinstance(block, GridTable) or not block.contents or not _repeats(block.text, lines)
    ]


def _repeats(text: str, lines: set[str]) -> bool:
    return not text.strip() or _SPACE.sub("", _CONTENTS_TAIL.sub("", text)) in lines


def _comments(package: Package) -> int:
    tree = package.linked_tree("comments")
    return 0 if tree is None else sum(1 for _ in tree.iter("w:comment"))


def _margins(package: Package) -> tuple[str, ...]:
    """What headers and footers say beside page numbers, each once."""
    said: dict[str, None] = {}
    for link in package.links(package.main):
        if link.role in _MARGINS:
            for paragraph in package.tree(link.part, _LOOKS | {"mc:Fallback"}).iter("w:p"):
                text = "".join(one.text or "" for one in paragraph.iter("w:t")).strip()
                if text and not _PAGE_NUMBER.fullmatch(text):
                    said[text] = None
    return tuple(said)
