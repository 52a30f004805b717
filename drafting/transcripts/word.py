"""A transcript as a Word document: a question a heading, its answer, each quotation set apart with its place."""

from __future__ import annotations

from drafting.transcripts.transcript import ABOUT, TITLE, Entry, Quotation, Transcript, spans
from drafting.word.document import WordDocument
from drafting.word.markup import lines, paragraph, run

_GREY = "595959"


def word_file(transcript: Transcript) -> bytes:
    """The transcript as a Word document; the same transcript makes the same bytes."""
    document = WordDocument(TITLE, TITLE)
    document.add(paragraph("PageTitle", run(TITLE)), lines("Fine", ABOUT))
    for entry in transcript.entries:
        _add(document, entry)
    if transcript.sources:
        document.heading(2, "出处")
        document.add(*(lines("Fine", one) for one in transcript.sources))
    return document.file()


def _add(document: WordDocument, entry: Entry) -> None:
    document.heading(2, entry.question)
    document.add(*(lines("Fine", remark) for remark in entry.taken))
    document.add(paragraph("Label", run(entry.status)))
    for said in entry.said:
        if said.title:
            document.heading(3, said.text)
        else:
            marks = spans(said.rests_on)
            document.add(paragraph("Normal", run(said.text), run(marks, ink=_GREY, size=9) if marks else ""))
    if entry.quotations:
        document.add(paragraph("Label", run("引文")))
    for one in entry.quotations:
        document.add(_quoted(one), paragraph("Fine", run(f"—— {one.where}")))
    for label, told in (("推定或非官方的说明", entry.proposed), ("说明", entry.notes)):
        if told:
            document.add(paragraph("Label", run(label)), *(lines("Fine", line) for line in told))


def _quoted(one: Quotation) -> str:
    return paragraph(
        "Clause", run(f"[{one.number}] ", ink=_GREY), run(one.force, bold=True), run(f"{one.label}“{one.text}”")
    )
