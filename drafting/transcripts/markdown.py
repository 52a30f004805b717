"""A transcript as Markdown; the words of documents and questions are escaped and render as they are."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.rendering import escape
from drafting.transcripts.transcript import ABOUT, TITLE, Entry, Transcript, spans


def markdown(transcript: Transcript) -> str:
    """The transcript as a Markdown document."""
    blocks = [f"# {TITLE}"]
    for number, entry in enumerate(transcript.entries, 1):
        blocks.extend(_entry(number, entry))
    if transcript.sources:
        blocks.append("## 出处")
        blocks.append("\n".join(f"- {escape(one)}" for one in transcript.sources))
    blocks.append(f"> {ABOUT}")
    return "\n\n".join(blocks) + "\n"


def _entry(number: int, entry: Entry) -> Iterator[str]:
    yield f"## {number}. {escape(_one_line(entry.question))}"
    if entry.taken:
        yield "\n".join(f"> {escape(one)}" for one in entry.taken)
    yield f"**{escape(entry.status)}**"
    for said in entry.said:
        yield f"### {escape(said.text)}" if said.title else f"{escape(said.text)}{escape(spans(said.rests_on))}"
    if entry.quotations:
        yield "\n".join(
            f"- \\[{one.number}\\] {one.force}{escape(one.label)}“{escape(_one_line(one.text))}” —— {escape(one.where)}"
            for one in entry.quotations
        )
    if entry.proposed:
        yield "\n".join(f"> {escape(one)}  " for one in entry.proposed)
    if entry.notes:
        yield "\n".join(f"> 注：{escape(one)}  " for one in entry.notes)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
