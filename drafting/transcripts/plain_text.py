"""A transcript as plain text, to paste into a letter or a chat."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.transcripts.transcript import ABOUT, Entry, Transcript, spans


def plain_text(transcript: Transcript) -> str:
    """The transcript as text: nothing in it is markup."""
    entries = ["\n".join(_entry(one)) for one in transcript.entries]
    sources = "\n".join(("出处", *transcript.sources, ABOUT)) if transcript.sources else ""
    return "\n\n".join(part for part in (*entries, sources) if part) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"问：{entry.question}"
    yield from entry.taken
    yield f"答（{entry.status}）"
    for said in entry.said:
        yield f"\n{said.text}" if said.title else f"{said.text}{spans(said.rests_on)}"
    if entry.quotations:
        yield "\n引文"
    for one in entry.quotations:
        yield f"[{one.number}] {one.force}{one.label}“{one.text}”"
        yield f"    —— {one.where}"
    if entry.proposed:
        yield ""
        yield from entry.proposed
    if entry.notes:
        yield ""
        yield from (f"注：{note}" for note in entry.notes)
