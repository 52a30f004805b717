"""A finding as the Markdown that a person reads: the conclusion, then each clause word for word with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.clause import Clause
from drafting.answer import Aside, Finding, Section, Sentence
from drafting.wording import FORCE_WORDS, forces_of, place, printed_label
from retrieval.frame import QueryFrame

_ESCAPED = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|$~"})
_ENTITY = re.compile(r"&(?=\\?#?\w+;)")


def escape(text: str) -> str:
    """Text of a document or a question made safe for Markdown: shown as it is, never rendered as markup."""
    return _ENTITY.sub(r"\\&", text.translate(_ESCAPED))


def markdown(
    frame: QueryFrame,
    finding: Finding,
    generated: Sequence[Sentence],
    titles: Mapping[str, str],
    remarks: Sequence[str],
) -> str:
    """The answer as Markdown.

    Args:
        frame: How the question was taken; its notes close the answer.
        finding: What was found.
        generated: Verified sentences of the model; they follow the conclusion.
        titles: The documents' titles by id.
        remarks: Notes on the answer itself (a missing model, another reading).
    """
    if finding.refusal is not None:
        said = [sentence.text for section in finding.sections for sentence in section.said]
        lines = [escape(line) for line in (finding.refusal.message, *said, *finding.alternatives)]
        return "\n\n".join((*lines, *map(_aside, finding.asides)))
    leading = [_aside(one) for one in finding.asides if one.leads]
    blocks: list[str] = [] if finding.sections else leading
    for index, section in enumerate(finding.sections):
        first = index == 0
        blocks.extend(_section(section, titles, generated if first else (), leading if first else (), first=first))
    blocks.extend(_aside(one) for one in finding.asides if not one.leads)
    notes = [*frame.notes, *finding.alternatives, *remarks]
    blocks.extend(f"> {escape(note)}" for note in notes)
    return "\n\n".join(block for block in blocks if block)


def _aside(aside: Aside) -> str:
    """A remark on the national level: its title says that it is proposed or not official."""
    return "\n".join((f"> {escape(aside.title)}", *(f"> - {escape(line.whole)}" for line in aside.lines)))


def _section(
    section: Section, titles: Mapping[str, str], generated: Sequence[Sentence], leading: Sequence[str], *, first: bool
) -> list[str]:
    blocks: list[str] = []
    if section.heading:
        blocks.append(f"### {escape(section.heading)}")
    said = [escape(sentence.text) for sentence in section.said]
    if first and said:
        said[0] = f"**{said[0]}**"
    blocks.extend(said)
    blocks.extend(f"{escape(sentence.text)}（模型撰写，已逐项核对）" for sentence in generated)
    blocks.extend(leading)
    if section.quoted:
        blocks.append("\n".join(_quotation(clause, titles) for clause in section.quoted))
    if section.remark:
        blocks.append(f"> {escape(section.remark)}")
    return blocks


def _quotation(clause: Clause, titles: Mapping[str, str]) -> str:
    force = f"〔{forces_of(clause)}〕" if clause.forces != ("none",) else ""
    if clause.kind in ("requirement", "threshold") and not force:
        force = f"〔{FORCE_WORDS['none']}〕"
    label = printed_label(clause)
    shown = f"{label} " if label and len(label) <= 4 else ""
    return f"- {force}{shown}“{escape(clause.plain or clause.text)}” —— {escape(place(clause, titles))}"
