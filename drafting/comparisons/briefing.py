"""The main differences on one page, as values: sentences that code composed, each with the clauses that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafting.answer import Sentence
from drafting.comparisons.briefing_sentences import Composer
from drafting.comparisons.differences import why_told
from drafting.comparisons.excerpts import excerpt
from drafting.comparisons.naming import relation_named, side_names
from drafting.comparisons.overview import NOT_SAID
from drafting.comparisons.own_names import NamesOfOne
from drafting.comparisons.passages import Passages, spans_of
from drafting.comparisons.speech import CHINESE, Language, Speech
from drafting.comparisons.tallies import asked_of, title_of, topic_name, unofficial
from drafting.comparisons.telling_rows import RULE, telling_rows
from drafting.comparisons.told_values import told_values
from drafting.shelf import Shelf
from kg.variants.comparison import ComparedRow, Comparison
from kg.variants.difference import Side, Words


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of a briefing.

    Attributes:
        heading: What it is about.
        sentences: What it says.
    """

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a clause.

    Attributes:
        clause: The clause's id.
        where: Where it stands.
        text: The words, character for character.
        own: Stretches that the other side lacks, as first character and one past the last; they may overlap.
    """

    clause: str
    where: str
    text: str
    own: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """A row that tells much, with the words that matter.

    Attributes:
        topic: What it is about.
        left, right: What each side says.
        relation: What it comes to.
        why: What differs, in one line.
        told: What a model may tell of it in sentences; None where nothing can be told for sure.
        rests: Ids of all clauses of the row.
    """

    topic: str
    left: Quotation
    right: Quotation
    relation: str
    why: str
    told: Mapping[str, str] | None = None
    rests: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of the clauses that are quoted."""
        return self.left.clause, self.right.clause


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of the model.

    Attributes:
        name: What the side goes by that it speaks of; empty where it speaks of both.
        sentence: The verified sentence.
    """

    name: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Briefing:
    """The main differences between two targets.

    Attributes:
        title: Its title, in lines.
        names: What the left and the right go by.
        paragraphs: What the comparison comes to.
        telling: The rows that tell most.
        rule: How they were chosen.
        open: What cannot be said, and how surely the rest is.
        written: Sentences of the model on these rows, each verified.
        rejected: How many drafts of the model failed the checks.
        unofficial: Whether a side is the national level.
        language: The language of all but names and words of the texts.
    """

    title: str
    names: tuple[str, str]
    paragraphs: tuple[Said, ...]
    telling: tuple[Telling, ...]
    rule: str
    open: tuple[str, ...]
    written: tuple[Written, ...] = ()
    rejected: int = 0
    unofficial: bool = False
    language: Language = "zh"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All that it states about the texts."""
        return (*(one for said in self.paragraphs for one in said.sentences), *(one.sentence for one in self.written))


def briefing(
    comparison: Comparison,
    shelf: Shelf,
    own: NamesOfOne,
    called: Mapping[str, str] | None = None,
    speech: Speech = CHINESE,
) -> Briefing:
    """The main differences of a comparison.

    Args:
        comparison: The comparison.
        shelf: The documents and their clauses.
        own: Finds the systems and technologies that one side alone names.
        called: What ids are called that are no clauses, such as those of national scenarios.
        speech: Says the sentences.
    """
    passages = Passages(shelf, called)
    names = side_names(comparison, shelf, speech)
    composer = Composer(comparison, shelf, passages, names, own, speech)
    told = (
        ("比了什么", composer.compared()),
        ("合起来看", composer.relations()),
        ("推定的对应", composer.counterparts()),
        ("应与宜", composer.forces()),
        ("数字", composer.numbers()),
        ("系统与技术", composer.names()),
        ("只有一边写的主题", composer.topics()),
    )
    return Briefing(
        title_of(comparison, "对照要点", speech),
        names,
        tuple(Said(speech.say(heading), held) for heading, said in told if (held := tuple(said))),
        tuple(_telling(row, passages, names, speech) for row in telling_rows(comparison, shelf.by_id)),
        speech.say(RULE),
        tuple(_open(comparison, shelf, speech)),
        unofficial=unofficial(comparison),
        language=speech.language,
    )


def _telling(row: ComparedRow, passages: Passages, names: tuple[str, str], speech: Speech) -> Telling:
    reason = why_told(row.difference, speech) if row.difference else ""
    left, right = (_quoted(row, side, passages) for side in ("left", "right"))
    relation, rests = relation_named(row.relation, names, speech), (*row.left, *row.right)
    return Telling(topic_name(row.topic, speech), left, right, relation, reason, told_values(row, names), rests)


def _quoted(row: ComparedRow, side: Side, passages: Passages) -> Quotation:
    """The words of one side that matter most: its number, its governing word, or its own words."""
    ids = row.left if side == "left" else row.right
    focus = _focus(row, side)
    chosen = next((one.clause for one in focus if one.clause in ids), ids[0])
    clause = passages.clauses((chosen,))[0]
    text = excerpt(clause, focus)
    at = clause.start + clause.text.find(text)
    own = [one for one in spans_of(row.difference, side) if one.clause == chosen]
    spans = tuple((max(one.start - at, 0), min(one.end - at, len(text))) for one in own)
    return Quotation(chosen, passages.where(chosen), text, tuple(span for span in spans if span[0] < span[1]))


def _focus(row: ComparedRow, side: Side) -> list[Words]:
    difference = row.difference
    if difference is None:
        return []
    numbers = [one for one in difference.quantities if one.asks_more]
    forces = [one for one in difference.forces if {one.left, one.right} == {"shall", "should"}]
    if side == "left":
        found = [*(one.left_words for one in numbers), *(one.left_words for one in forces)]
        return [*(one for one in found if one), *(one.words for one in difference.dropped), *difference.left_only]
    found = [*(one.right_words for one in numbers), *(one.right_words for one in forces)]
    return [*(one for one in found if one), *(one.words for one in difference.added), *difference.right_only]


def _open(comparison: Comparison, shelf: Shelf, speech: Speech) -> Iterator[str]:
    """What cannot be said: years, standing, and how surely anything corresponds."""
    say = speech.say
    if not comparison.rows:
        asked = asked_of(comparison)
        yield say("两边都没有找到写“{asked}”的条文。", asked=asked) if asked else say("两边都没有可比的条文。")
    for document in dict.fromkeys((comparison.left.document, comparison.right.document)):
        meta = shelf.documents.get(document)
        if meta is not None:
            yield say(
                "《{title}》年份{year}（{basis}）；状态：{status}。",
                title=shelf.titles.short.get(document, meta.title),
                year=meta.year or say("不能断定"),
                basis=meta.year_basis,
                status=meta.status or say(NOT_SAID),
            )
    if unofficial(comparison):
        yield say("与国家典型场景的对应都是推定，非官方；场景原文不在所收文件里，不能逐条比力度和数字。")
    else:
        yield say("除逐字相同的以外，哪些条文讲同一件事是按意思推定的；“只有一边写”是说另一边没有找到，不等于没有。")
    if comparison.left.document == comparison.right.document:
        yield say("同一文件里较高等级建立在较低等级之上：没有重复的要求仍然适用，不是取消。")
