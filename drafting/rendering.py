"""A finding as the Markdown that a person reads: the conclusion, then each clause word for word with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.clause import Clause
from drafting.answer import Aside, Finding, Section, Sentence
from drafting.english_notes import noted
from drafting.titles import Titles
from drafting.wording import FORCE_WORDS_EN, forces_of, place, printed_label
from retrieval.frame import QueryFrame

_ESCAPED = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|$~"})
_ENTITY = re.compile(r"&(?=\\?#?\w+;)")
_WRITTEN = {
    "zh": ("（模型撰写，已逐项核对", "；各段依次出自 ", "、", "）"),
    "en": (" (written by the model, each part checked", "; its parts come from ", ", ", ")"),
}
_OFTEN = 2
"""From how many quotations on a document goes by its short title, which is then explained."""


def escape(text: str) -> str:
    """Text of a document or a question made safe for Markdown: shown as it is, never rendered as markup."""
    return _ENTITY.sub(r"\\&", text.translate(_ESCAPED))


def markdown(
    frame: QueryFrame,
    finding: Finding,
    generated: Sequence[Sentence],
    titles: Titles,
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
        lines = [escape(line) for line in (finding.refusal.message, *said, *told(finding.alternatives, frame))]
        return "\n\n".join((*lines, *map(_aside, finding.asides)))
    leading = [_aside(one) for one in finding.asides if one.leads]
    labels = {clause.id: printed_label(clause) for section in finding.sections for clause in section.quoted}
    written = [f"{escape(one.text)}{_written(one, labels, frame.language)}" for one in generated]
    shown = _Shown(frame.language == "en", _names(finding.sections, titles))
    blocks: list[str] = [] if finding.sections else leading
    for index, section in enumerate(finding.sections):
        first = index == 0
        blocks.extend(shown.section(section, (*written, *leading) if first else (), first=first))
    blocks.append(shown.sources(titles))
    blocks.extend(_aside(one) for one in finding.asides if not one.leads)
    notes = told((*frame.notes, *finding.alternatives, *remarks), frame)
    blocks.extend(f"> {escape(note)}" for note in notes)
    return "\n\n".join(block for block in blocks if block)


def _written(sentence: Sentence, labels: Mapping[str, str], language: str) -> str:
    """Who wrote a sentence, and which clauses its parts come from, in order."""
    lead, rests, listed, stop = _WRITTEN[language]
    used = part_labels(sentence, labels)
    return f"{lead}{rests}{listed.join(used)}{stop}" if used else f"{lead}{stop}"


def part_labels(sentence: Sentence, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The printed label of the clause of each part; nothing where there is one clause, or labels tell none apart.

    Args:
        sentence: The sentence.
        labels: The printed label of each clause by its id.

    >>> parts = (("应联网；", "x/a"), ("宜建库。", "x/b"))
    >>> part_labels(Sentence("应联网；宜建库。", "generated", ("x/a", "x/b"), parts), {"x/a": "a）", "x/b": "b）"})
    ('a', 'b')
    """
    used = {cited: labels.get(cited, "").strip("（）.") for _, cited in sentence.parts}
    apart = len(used) >= _OFTEN and "" not in used.values() and len(set(used.values())) == len(used)
    return tuple(used[cited] for _, cited in sentence.parts) if apart else ()


def told(remarks: Sequence[str], frame: QueryFrame) -> tuple[str, ...]:
    """Remarks in the language of the question."""
    return tuple(noted(remark) for remark in remarks) if frame.language == "en" else tuple(remarks)


def _names(sections: Sequence[Section], titles: Titles) -> dict[str, str]:
    """What each document goes by in the citations: a short title where it is cited again and again."""
    cited = Counter(clause.document for section in sections for clause in section.quoted)
    return {**titles, **{one: titles.short[one] for one in cited if one in titles.short and cited[one] >= _OFTEN}}


def _aside(aside: Aside) -> str:
    """A remark on the national level: its title says that it is proposed or not official."""
    if aside.brief:
        stop = "; " if aside.brief.endswith(")") else "；"
        return f"> {escape(f'{aside.brief}{stop}{aside.reasons}' if aside.reasons else aside.brief)}"
    return "\n".join((f"> {escape(aside.title)}", *(f"> - {escape(line.whole)}" for line in aside.lines)))


class _Shown:
    """Shows sections.

    Args:
        english: Whether the question is in English.
        names: What each document goes by in the citations.
    """

    def __init__(self, english: bool, names: Mapping[str, str]) -> None:
        self._english = english
        self._names = names
        self._cited: dict[str, None] = {}

    def section(self, section: Section, after: Sequence[str], *, first: bool) -> list[str]:
        """The blocks of a section; ``after`` stands between what is said and what is quoted."""
        blocks: list[str] = []
        if section.heading:
            blocks.append(f"### {escape(section.heading)}")
        said = [escape(sentence.text) for sentence in section.said]
        if first and said:
            said[0] = f"**{said[0]}**"
        blocks.extend((*said, *after))
        if section.quoted:
            blocks.append("\n".join(map(self._quotation, section.quoted)))
        if section.remark:
            blocks.append(f"> {escape(section.remark)}")
        return blocks

    def _quotation(self, clause: Clause) -> str:
        self._cited[clause.document] = None
        force = ""
        if clause.forces != ("none",):
            meaning = f" {', '.join(FORCE_WORDS_EN[one] for one in clause.forces)}" if self._english else ""
            force = f"〔{forces_of(clause)}{meaning}〕"
        label = printed_label(clause)
        shown = f"{label} " if label and len(label) <= 4 else ""
        return f"- {force}{shown}“{escape(clause.plain or clause.text)}” —— {escape(place(clause, self._names))}"

    def sources(self, titles: Mapping[str, str]) -> str:
        """What the short titles stand for."""
        short = [one for one in self._cited if self._names.get(one) != titles.get(one)]
        between, stop = ("; ", ".") if self._english else ("；", "。")
        named = between.join(f"《{self._names[one]}》＝《{titles[one]}》" for one in short)
        lead = "Sources (出处): " if self._english else "出处："
        return f"{lead}{escape(named)}{stop}" if short else ""
