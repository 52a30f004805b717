"""A conversation as it is taken along: each question, what was answered, and the quotations that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.manifest import Meta
from drafting.answer import Answer, Aside, Sentence
from drafting.conversation import Reply
from drafting.rendering import told
from drafting.wording import forces_of, place, printed_label

WRITTEN = "（模型撰写，已逐项核对）"
TITLE = "工标问答记录"
ABOUT = "引文逐字取自所列文件，位置为存档文本中的字符；标“推定”的由工标提出，不是官方说法。"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an answer.

    Attributes:
        text: Its words, which say so where the model wrote them.
        rests_on: The numbers of the quotations that it rests on.
        title: Whether it is the title of what follows, and no sentence.
    """

    text: str
    rests_on: tuple[int, ...] = ()
    title: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A clause word for word.

    Attributes:
        number: Its number in the answer, counted from 1.
        force: ``〔应〕``; empty where the clause has no governing word.
        label: As printed; empty where the place names it already.
        text: The stored words.
        place: Where it stands, as one points at it.
        id: Its id.
        document: The document's id.
        start: First character in the stored text.
        end: One past the last.
    """

    number: int
    force: str
    label: str
    text: str
    place: str
    id: str
    document: str
    start: int
    end: int

    @property
    def where(self) -> str:
        """The place with the id and the characters of the stored text."""
        return f"{self.place}（{self.id}，原文字符 {self.start}–{self.end}）"


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with its answer.

    Attributes:
        question: As asked.
        taken: How it was taken, where that is not how it was asked.
        status: What the answer is, in words.
        said: The conclusion and what else is said.
        quotations: What it rests on, in the order of their numbers.
        proposed: What is proposed or not official, set apart.
        notes: How the answer is to be read.
    """

    question: str
    taken: tuple[str, ...]
    status: str
    said: tuple[Said, ...]
    quotations: tuple[Quotation, ...]
    proposed: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """Questions with their answers.

    Attributes:
        entries: Oldest first.
        sources: The documents quoted, each as one line: title, file and sha256.
    """

    entries: tuple[Entry, ...]
    sources: tuple[str, ...]


def transcript(replies: Iterable[tuple[Reply, str]], documents: Mapping[str, Meta]) -> Transcript:
    """What is taken along of a conversation.

    Args:
        replies: Each reply with its status in words.
        documents: The documents by id.
    """
    entries = tuple(_entry(reply, status) for reply, status in replies)
    quoted = dict.fromkeys(one.document for entry in entries for one in entry.quotations)
    return Transcript(entries, tuple(_source(documents[one]) for one in quoted))


def numbers_of(answer: Answer) -> dict[str, int]:
    """The number of each clause that an answer rests on, by its id; those quoted first come first."""
    return {clause.id: number for number, clause in enumerate(answer.citations, 1)}


def _entry(reply: Reply, status: str) -> Entry:
    answer, remarks = reply.answer, reply.turn.remarks
    notes = answer.alternatives if answer.refusal else (*answer.frame.notes, *answer.alternatives, *answer.remarks)
    return Entry(
        question=reply.turn.question,
        taken=remarks,
        status=status,
        said=tuple(_said(answer)),
        quotations=tuple(_quotation(number, one, answer.titles) for number, one in enumerate(answer.citations, 1)),
        proposed=tuple(line for aside in answer.asides for line in _proposed(aside)),
        notes=tuple(dict.fromkeys(told([note for note in notes if note and note not in remarks], answer.frame))),
    )


def _said(answer: Answer) -> Iterable[Said]:
    numbers = numbers_of(answer)
    if answer.refusal is not None:
        yield Said(answer.refusal.message)
    for at, section in enumerate(answer.sections):
        if section.heading:
            yield Said(section.heading, title=True)
        for place_, sentence in enumerate(section.said):
            yield _sentence(sentence, numbers)
            if not at and not place_:
                yield from (_sentence(one, numbers, WRITTEN) for one in answer.generated)
        if section.remark:
            yield Said(section.remark)
    leads = {sentence.text for section in answer.sections for sentence in section.said[:1]}
    yield from (Said(one) for one in answer.corrections if one not in leads)


def _sentence(sentence: Sentence, numbers: Mapping[str, int], behind: str = "") -> Said:
    rests_on = tuple(sorted(numbers[one] for one in sentence.citations if one in numbers))
    return Said(f"{sentence.text}{behind}", rests_on)


def _quotation(number: int, clause: Clause, titles: Mapping[str, str]) -> Quotation:
    force = f"〔{forces_of(clause)}〕" if clause.forces != ("none",) else ""
    label = printed_label(clause)
    return Quotation(
        number, force, label if len(label) <= 4 else "", clause.plain or clause.text, place(clause, titles), clause.id,
        clause.document, clause.start, clause.end,
    )  # fmt: skip


def _proposed(aside: Aside) -> Iterable[str]:
    yield aside.title
    yield from (line.whole for line in aside.lines)


def _source(meta: Meta) -> str:
    return f"《{meta.title}》：{meta.file}，sha256 {meta.sha256}"


def spans(numbers: Iterable[int]) -> str:
    """Numbers as they stand behind a sentence: each by itself, three and more in a row from the first to the last.

    >>> spans([1, 2, 4, 5, 6, 7])
    '[1][2][4–7]'
    """
    rows: list[list[int]] = []
    for number in numbers:
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return "".join(f"[{row[0]}–{row[-1]}]" if len(row) > 2 else "".join(f"[{one}]" for one in row) for row in rows)
